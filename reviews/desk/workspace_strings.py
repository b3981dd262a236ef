"""What the workspace's scripts say; a script cannot call gettext."""

from django.utils.translation import gettext as _


def workspace_strings() -> dict[str, str]:
    """Key to sentence, in the language of this request."""
    return {
        "typing": _("Not saved yet"),
        "busy": _("Saving…"),
        "yes": _("Saved"),
        "saved_at": _("Saved %(time)s"),
        "offline": _("No connection. Kept in this browser."),
        "session": _("Signed out. Kept in this browser."),
        "server": _("Not saved: the server has a problem. Kept in this browser; trying again."),
        "unkept": _("Not saved, and this browser keeps nothing. Do not close the page."),
        "conflict": _("Somebody else saved this too"),
        "confirmed": _("Confirmed."),
        "segment_of": _("Segment %(number)s of %(total)s. %(state)s"),
        "changed_by": _("%(person)s changed segment %(number)s"),
        "by_other": _("Changed by %(person)s"),
        "all_done": _("Every segment is confirmed."),
        "no_figures": _("The source has no further figure."),
        "words": _("%(target)s words (source %(source)s)"),
        "draft_when": _("You typed this here %(when)s and it was not saved:"),
        "drafts_some": _("There is text you typed earlier that was not saved: %(count)s segments."),
        "drafts_show": _("Show me"),
        "drafts_all": _("Put all of it back"),
        "here": _("Here: %(people)s"),
        "not_here": _("Select a segment first."),
        "submit_sure": _("Submit this translation for review?"),
        "submit": _("Submit"),
        "unsaved_first": _("Some text is not saved yet. Wait for “Saved”, then try again."),
        "take_source_sure": _("Replace your text with the Arabic one?"),
        "replace": _("Replace"),
        "reload": _("Your part in this translation has changed. Reload the page to go on."),
        "reload_now": _("Reload"),
        "moving": _("Moving"),
        "writing": _("Writing"),
        "key_previous": _("Previous segment"),
        "key_next": _("Next segment"),
        "key_unfinished": _("Next segment that is not confirmed"),
        "key_open": _("Write in the segment"),
        "key_leave": _("Leave the segment, back to single keys"),
    }
