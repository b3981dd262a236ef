"""Reading people."""

from django.core import signing
from django.db.models import Q, QuerySet

from reviews.people.models import User

INVITATION_DAYS = 7
SALT = "reviews.people.invitation"


def staff(*, text: str = "", role: str = "", active: bool | None = None) -> QuerySet[User]:
    """The people of the newsroom, active ones first, narrowed by words of their names and by role."""
    people = User.objects.select_related("invited_by").order_by("-is_active", "name_en", "id")
    if text:
        people = people.filter(
            Q(name_en__icontains=text) | Q(name_ar__icontains=text) | Q(email__icontains=text)
        )
    if role:
        people = people.filter(roles__contains=[role])
    return people if active is None else people.filter(is_active=active)


def holders(*roles: str) -> QuerySet[User]:
    """Active people who hold one of these roles, by name: for choosing somebody."""
    return User.objects.holding(*roles).order_by("name_en", "id")


def invitation_token(person: User) -> str:
    """What stands in the address of an invitation; it dies with its use, with a new one and after a week."""
    return signing.dumps({"person": person.pk, "salt": person.session_salt}, salt=SALT)


def invited_person(token: str) -> User | None:
    """Whose invitation this is; None when it is wrong, used, replaced or too old."""
    try:
        data = signing.loads(token, salt=SALT, max_age=INVITATION_DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    found = User.objects.active().filter(pk=data["person"], session_salt=data["salt"]).first()
    return found if found and not found.has_usable_password() else None
