"""Managing the staff: invite, join, give roles, deactivate, change profiles."""

from collections.abc import Iterable

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reviews.history.actions import record
from reviews.history.verbs import Verb
from reviews.people.models import User, new_salt
from reviews.people.permissions import can_manage_people, no, require
from reviews.people.queries import INVITATION_DAYS, invitation_token
from reviews.people.roles import Role

PROFILE = ("name_en", "name_ar", "byline", "pen_name_en", "pen_name_ar")


@transaction.atomic
def invite(*, email: str, name_en: str, name_ar: str, roles: Iterable[str], by: User) -> User:
    """A new person who can join through the link in the mail (send_invitation sends it)."""
    require(can_manage_people(by))
    person = User.objects.create_user(
        email, name_en=name_en, name_ar=name_ar, roles=_in_order(roles), invited_by=by
    )
    record(by, Verb.INVITED, person, email=person.email, roles=person.roles)
    return person


def send_invitation(person: User, *, site_url: str, by: User) -> None:
    """Mail the link that lets an invited person choose a password."""
    context = {
        "person": person,
        "by": by,
        "days": INVITATION_DAYS,
        "url": f"{site_url}/invitation/{invitation_token(person)}/",
    }
    get_adapter().send_mail("people/email/invitation", person.email, context)


@transaction.atomic
def renew_invitation(person: User, *, by: User) -> None:
    """Make earlier links of a person who has not joined worthless, before a new one is sent."""
    require(can_manage_people(by))
    if person.has_usable_password():
        require(no(_("This person has joined already."), "state"))
    person.session_salt = new_salt()
    person.save(update_fields=["session_salt"])
    record(by, Verb.INVITED, person, email=person.email, again=True)


@transaction.atomic
def join(person: User, *, password: str) -> User:
    """An invited person chooses a password; the invitation is used up."""
    person = User.objects.select_for_update().get(pk=person.pk)
    person.set_password(password)
    person.session_salt = new_salt()
    person.save(update_fields=["password", "session_salt"])
    EmailAddress.objects.update_or_create(
        user=person, email=person.email, defaults={"verified": True, "primary": True}
    )
    record(person, Verb.JOINED, person)
    return person


@transaction.atomic
def change_roles(person: User, *, roles: Iterable[str], by: User) -> User:
    """Give exactly these roles. Never takes the last administrator's."""
    require(can_manage_people(by))
    person = _locked(person)
    wanted = _in_order(roles)
    if wanted == person.roles:
        return person
    if Role.ADMINISTRATOR not in wanted:
        _require_another_administrator(person)
    before, person.roles = person.roles, wanted
    person.save(update_fields=["roles"])
    record(by, Verb.ROLES_CHANGED, person, before=before, after=wanted)
    return person


@transaction.atomic
def deactivate(person: User, *, by: User) -> User:
    """Close an account: its next request of any kind is refused and every session has ended."""
    require(can_manage_people(by))
    person = _locked(person)
    if not person.is_active:
        return person
    _require_another_administrator(person)
    person.is_active, person.session_salt = False, new_salt()
    person.save(update_fields=["is_active", "session_salt"])
    record(by, Verb.DEACTIVATED, person)
    return person


@transaction.atomic
def reactivate(person: User, *, by: User) -> User:
    """Open an account again; the person signs in anew."""
    require(can_manage_people(by))
    person = _locked(person)
    if not person.is_active:
        person.is_active = True
        person.save(update_fields=["is_active"])
        record(by, Verb.REACTIVATED, person)
    return person


@transaction.atomic
def change_profile(person: User, *, by: User, **fields: str) -> User:
    """Change names and byline wish; one's own, or anybody's by an administrator."""
    if person.pk != by.pk:
        require(can_manage_people(by))
    changed = [name for name in PROFILE if name in fields and getattr(person, name) != fields[name]]
    for name in changed:
        setattr(person, name, fields[name])
    if changed:
        person.save(update_fields=changed)
        record(by, Verb.PROFILE_CHANGED, person, changed=changed)
    return person


def _in_order(roles: Iterable[str]) -> list[str]:
    """Roles without doubles in the table's order, so that equal sets are equal lists."""
    chosen = set(roles)
    return [role.value for role in Role if role in chosen]


def _locked(person: User) -> User:
    """The person, with all administrators locked: two of them cannot remove each other at once."""
    list(User.objects.holding(Role.ADMINISTRATOR).select_for_update().order_by("pk"))
    return User.objects.select_for_update().get(pk=person.pk)


def _require_another_administrator(person: User) -> None:
    if not person.has_role(Role.ADMINISTRATOR):
        return
    if not User.objects.holding(Role.ADMINISTRATOR).exclude(pk=person.pk).exists():
        require(no(_("This is the last administrator. Make somebody else one first."), "gate"))
