"""Who may do what with editions, beyond what the workflow's table says by itself."""

from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.permissions import YES, Verdict, no
from reviews.translations.models import Translation
from reviews.workflow.permissions import can
from reviews.workflow.queries import Standing


def can_drop(user: User, translation: Translation, standing: Standing | None = None) -> Verdict:
    """Give a correction up. The published words come back with it, so only a changed source is in the way."""
    standing = standing or Standing(translation)
    verdict = can("drop", user, translation, standing)
    if verdict or verdict.kind != "gate":
        return verdict
    approval = standing.last_approval
    if approval and approval.source_hash == standing.story.current.hash:
        return YES
    return no(
        _("The Arabic text has changed since it was published; the correction must be finished."), "gate"
    )
