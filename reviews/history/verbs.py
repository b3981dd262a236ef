"""Verb: everything that can happen in this newsroom, one enum."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Verb(TextChoices):
    """The past tense stands in the timeline beside a name and a time."""

    # people
    INVITED = "invited", _("invited")
    JOINED = "joined", _("joined")
    ROLES_CHANGED = "roles_changed", _("changed the roles of")
    PROFILE_CHANGED = "profile_changed", _("changed the profile of")
    DEACTIVATED = "deactivated", _("deactivated")
    REACTIVATED = "reactivated", _("reactivated")
    RULES_CHANGED = "rules_changed", _("changed the desk's rules")
    # stories
    CREATED = "created", _("wrote the story")
    REVISED = "revised", _("changed the draft")
    DETAILS_CHANGED = "details_changed", _("changed the story's details")
    RELEASED = "released", _("released the story for translation")
    UPDATED = "updated", _("updated the Arabic text")
    # translations
    ASSIGNED = "assigned", _("assigned the translation")
    STARTED = "started", _("started translating")
    SUBMITTED = "submitted", _("submitted the translation")
    RECALLED = "recalled", _("took the translation back")
    REVIEW_STARTED = "review_started", _("started the review")
    RETURNED = "returned", _("returned the translation")
    RESUMED = "resumed", _("resumed the translation")
    SUGGESTION_ACCEPTED = "suggestion_accepted", _("accepted a change")
    SUGGESTION_REJECTED = "suggestion_rejected", _("rejected a change")
    ISSUE_RAISED = "issue_raised", _("raised an issue")
    ISSUE_ANSWERED = "issue_answered", _("answered an issue")
    ISSUE_CLOSED = "issue_closed", _("closed an issue")
    ISSUE_REOPENED = "issue_reopened", _("reopened an issue")
    FINDING_DISMISSED = "finding_dismissed", _("dismissed a finding")
    FINDING_RESTORED = "finding_restored", _("took the dismissal of a finding back")
    APPROVED = "approved", _("approved the translation")
    APPROVED_BY_OVERRIDE = "approved_by_override", _("approved the translation by emergency override")
    REOPENED = "reopened", _("reopened the review")
    SCHEDULED = "scheduled", _("scheduled publication")
    UNSCHEDULED = "unscheduled", _("took the story off the schedule")
    PUBLISHED = "published", _("published the story")
    CORRECTING = "correcting", _("began a correction")
    CORRECTION_DROPPED = "correction_dropped", _("dropped the correction")
    CORRECTED = "corrected", _("published a correction")
    WITHDRAWN = "withdrawn", _("withdrew the story")
