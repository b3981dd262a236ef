"""Who decides that a finding may stand."""

from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.permissions import YES, Verdict, no
from reviews.people.roles import Role
from reviews.quality.models import Dismissal
from reviews.translations.models import Translation
from reviews.translations.permissions import can_edit


def can_dismiss(user: User, translation: Translation) -> Verdict:
    """Whoever may write in the text now may say that it is right as it stands."""
    return can_edit(user, translation)


def can_restore(user: User, dismissal: Dismissal) -> Verdict:
    """Take a decision back: whoever took it, and every translation editor."""
    if dismissal.by_id == user.pk and user.has_role(Role.TRANSLATOR, Role.TRANSLATION_EDITOR):
        return YES
    if user.has_role(Role.TRANSLATION_EDITOR):
        return YES
    return no(_("Whoever dismissed the finding or a translation editor takes that back."))
