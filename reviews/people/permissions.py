"""Verdicts: a yes, or a no with its sentence. Who may manage whom."""

from dataclasses import dataclass
from typing import Literal

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.roles import Role

Kind = Literal["", "role", "eyes", "state", "gate", "input"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An answer to "may they?". Truthy for yes; for no it carries the reason, its kind and the cure.

    `kind`: "role" and "eyes" are about the person (HTTP 403), "state", "gate" and "input" about the
    thing (HTTP 409). `where` names the first offending thing ("segment-12", "issue-3"), for a link.
    """

    allowed: bool
    reason: str | Promise = ""
    kind: Kind = ""
    where: str = ""

    def __bool__(self) -> bool:
        return self.allowed

    @property
    def status(self) -> int:
        """The HTTP status that says it."""
        return 200 if self.allowed else 403 if self.kind in {"role", "eyes"} else 409


YES = Verdict(allowed=True)


def no(reason: str | Promise, kind: Kind = "role", where: str = "") -> Verdict:
    """A refusal with its sentence."""
    return Verdict(allowed=False, reason=reason, kind=kind, where=where)


class Refused(PermissionDenied):
    """Raised by actions; carries the verdict so that a view can say why."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(str(verdict.reason))
        self.verdict = verdict


def require(verdict: Verdict) -> None:
    """Raise Refused unless the verdict is a yes."""
    if not verdict:
        raise Refused(verdict)


def can_manage_people(user: User) -> Verdict:
    """Invite, give roles, deactivate, see the audit log."""
    if user.has_role(Role.ADMINISTRATOR):
        return YES
    return no(_("Only an administrator manages the staff."))


def can_see_approval(user: User) -> Verdict:
    """Look at what an approval stands on."""
    if user.has_role(Role.TRANSLATION_EDITOR, Role.TRANSLATOR, Role.EDITOR):
        return YES
    return no(_("Editors, translators and translation editors see this page."))
