"""What our scripts say. They read it from a data block in base.html, because a script cannot call gettext."""

from django.utils.translation import gettext as _


def script_strings() -> dict[str, str]:
    """Key to sentence, in the language of this request."""
    return {
        "yes": _("Yes"),
        "cancel": _("Cancel"),
        "close": _("Close"),
        "offline": _(
            "No connection. What you typed stays in this browser and goes out when the line is back."
        ),
        "session": _("Your session has ended. Sign in again in another tab: what you typed stays here."),
        "signin": _("Sign in"),
        "show": _("Show me"),
        "refused": _("The server refused this, and nothing was changed."),
        "conflict": _("Somebody else saved this first. Both texts are kept."),
        "server": _("Something went wrong on the server, and nothing was changed. Please try again."),
        "keys_page": _("On this page"),
        "keys_everywhere": _("Everywhere"),
        "keys_moving": _("Moving"),
        "keys_help": _("Show all keys"),
        "next_row": _("Next row"),
        "previous_row": _("Previous row"),
    }
