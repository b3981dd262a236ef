"""Deciding about findings: dismiss with a reason, and take that back."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reviews.history.actions import record
from reviews.history.verbs import Verb
from reviews.people.models import User
from reviews.people.permissions import no, require
from reviews.quality.models import Dismissal
from reviews.quality.permissions import can_dismiss, can_restore
from reviews.quality.queries import Judged, of_story
from reviews.translations.actions import lock, touch
from reviews.translations.models import Segment
from reviews.web.clock import now


@transaction.atomic
def dismiss(segment: Segment, *, fingerprint: str, reason: str, by: User) -> Dismissal:
    """Let a finding of the stored text stand, here and wherever its words come again. Twice is once.

    Raises Refused where the person may not write now, gives no reason, or the text has no such finding.
    """
    translation = lock(segment.translation_id)
    require(can_dismiss(by, translation))
    if not reason.strip():
        require(no(_("Say in a few words why it may stand."), "input"))
    judged = _finding(segment, fingerprint)
    if judged is None:
        gone = _("The text has changed: this finding is no longer there. Look again.")
        require(no(gone, "state", f"segment-{segment.pk}"))
    if judged.dismissal:
        return judged.dismissal
    dismissal, made = Dismissal.objects.get_or_create(
        fingerprint=fingerprint,
        withdrawn_at=None,
        defaults={
            "code": judged.finding.check,
            "severity": judged.severity,
            "message": judged.finding.message,
            "params": dict(judged.finding.params),
            "source_quote": judged.source_quote,
            "target_quote": judged.target_quote,
            "reason": reason.strip(),
            "translation": translation,
            "segment": segment,
            "by": by,
        },
    )
    if made:
        touch(segment)
        _record(by, Verb.FINDING_DISMISSED, dismissal, reason=dismissal.reason)
    return dismissal


def _finding(segment: Segment, fingerprint: str) -> Judged | None:
    """The finding of this name in the text as it is stored."""
    whole = list(Segment.objects.filter(translation=segment.translation_id).order_by("orphaned", "position"))
    found = of_story(whole).get(segment.pk, ())
    return next((one for one in found if one.fingerprint == fingerprint), None)


@transaction.atomic
def restore(dismissal: Dismissal, *, by: User) -> Dismissal:
    """Take a dismissal back: the finding stands again wherever its words do. Twice is once."""
    lock(dismissal.translation_id)
    dismissal = Dismissal.objects.select_for_update(of=("self",)).get(pk=dismissal.pk)
    if dismissal.withdrawn_at:
        return dismissal
    require(can_restore(by, dismissal))
    dismissal.withdrawn_by, dismissal.withdrawn_at = by, now()
    dismissal.save(update_fields=["withdrawn_by", "withdrawn_at"])
    touch(dismissal.segment)
    _record(by, Verb.FINDING_RESTORED, dismissal)
    return dismissal


def _record(by: User, verb: Verb, dismissal: Dismissal, **data: str) -> None:
    words = {"check": dismissal.code, "source": dismissal.source_quote, "target": dismissal.target_quote}
    record(by, verb, dismissal, story_id=dismissal.translation.story_id, **words, **data)
