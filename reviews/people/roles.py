"""The four roles of the newsroom: one table."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person may be trusted with; one person may hold several."""

    EDITOR = "editor", _("Editor")
    TRANSLATOR = "translator", _("Translator")
    TRANSLATION_EDITOR = "translation_editor", _("Translation editor")
    ADMINISTRATOR = "administrator", _("Administrator")


DESCRIPTIONS = {
    Role.EDITOR: _("Writes the Arabic story, releases it for translation, updates and withdraws it."),
    Role.TRANSLATOR: _("Translates released stories and submits them for review."),
    Role.TRANSLATION_EDITOR: _(
        "Reviews translations, returns or approves them, publishes, corrects, withdraws."
    ),
    Role.ADMINISTRATOR: _("Invites people, gives roles, deactivates accounts, sets the desk's rules."),
}


class Byline(TextChoices):
    """How a person wants to be credited on published pages."""

    NAME = "name", _("Full name")
    PEN_NAME = "pen_name", _("Pen name")
    NONE = "none", _("No byline")
