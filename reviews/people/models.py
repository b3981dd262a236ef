"""The people of the newsroom."""

import secrets

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from reviews.people.roles import Byline, Role


def new_salt() -> str:
    """A fresh value for User.session_salt; changing it ends every session of that person."""
    return secrets.token_hex(16)


class UserQuerySet(models.QuerySet["User"]):
    """Sets of people."""

    def active(self) -> "UserQuerySet":
        """People who may sign in."""
        return self.filter(is_active=True)

    def holding(self, *roles: str) -> "UserQuerySet":
        """Active people who hold at least one of these roles."""
        return self.active().filter(roles__overlap=list(roles))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Creates people by e-mail address."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """A person with this address; without a password nobody can sign in as them until they set one."""
        if not email:
            raise ValidationError(_("An e-mail address is needed."))
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        """The first administrator of a new newsroom (`manage.py createsuperuser`)."""
        fields.setdefault("roles", [Role.ADMINISTRATOR])
        return self.create_user(email, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """One person: an address to sign in with, two names, a byline wish, and roles."""

    email = models.EmailField(_("e-mail address"), max_length=254, unique=True)
    name_en = models.CharField(_("name in English"), max_length=120)
    name_ar = models.CharField(_("name in Arabic"), max_length=120)
    byline = models.CharField(_("byline"), max_length=10, choices=Byline.choices, default=Byline.NAME)
    pen_name_en = models.CharField(_("pen name in English"), max_length=120, blank=True)
    pen_name_ar = models.CharField(_("pen name in Arabic"), max_length=120, blank=True)
    roles = ArrayField(
        models.CharField(max_length=20, choices=Role.choices),
        verbose_name=_("roles"),
        default=list,
        blank=True,
    )
    is_active = models.BooleanField(_("active"), default=True)
    session_salt = models.CharField(max_length=32, default=new_salt, editable=False)
    invited_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="invited")
    joined_at = models.DateTimeField(_("joined"), auto_now_add=True)

    objects = UserManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name_en", "name_ar"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name_en", "id"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_address"),
            models.CheckConstraint(
                name="a_pen_name_in_both_languages",
                condition=~models.Q(byline=Byline.PEN_NAME)
                | ~(models.Q(pen_name_en="") | models.Q(pen_name_ar="")),
            ),
        ]
        indexes = [GinIndex(fields=["roles"], name="people_by_role")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the interface."""
        return self.name_ar if get_language() == "ar" else self.name_en

    @property
    def is_staff(self) -> bool:
        """Who may open Django's own admin: a rescue tool, not the newsroom."""
        return self.is_superuser

    def has_role(self, *roles: str) -> bool:
        """Whether the person is active and holds at least one of these roles."""
        return self.is_active and any(role in self.roles for role in roles)

    @property
    def is_editor(self) -> bool:
        """For templates."""
        return self.has_role(Role.EDITOR)

    @property
    def is_translator(self) -> bool:
        """For templates."""
        return self.has_role(Role.TRANSLATOR)

    @property
    def is_translation_editor(self) -> bool:
        """For templates."""
        return self.has_role(Role.TRANSLATION_EDITOR)

    @property
    def is_administrator(self) -> bool:
        """For templates."""
        return self.has_role(Role.ADMINISTRATOR)

    def credit(self, language: str) -> str:
        """The name for the byline of a published page in this language; empty for no byline."""
        if self.byline == Byline.NONE:
            return ""
        prefix = "pen_name" if self.byline == Byline.PEN_NAME else "name"
        return str(getattr(self, f"{prefix}_{'ar' if language == 'ar' else 'en'}"))

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Sessions die with a new password (Django's rule) and with a new salt (ours)."""
        value = f"{self.password}{self.session_salt}"
        return salted_hmac("reviews.people.session", value, secret=secret, algorithm="sha256").hexdigest()
