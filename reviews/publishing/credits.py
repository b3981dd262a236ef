"""The people behind an edition, as the credit line names them; the desk stands in for who wants no byline."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

Names = list[tuple[str, str]]  # (what stands before the name, the name)


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Three roles and their names, ready to be set in the page's language."""

    editors: Names
    translators: Names
    translation_editors: Names


def credit_line(credits_: dict[str, Any], language: str) -> CreditLine:
    """Out of `Publication.credits[language]`; speaks the language of the page, which is the active one."""
    return CreditLine(
        editors=joined([credits_["editor"] or _("the news desk")], language),
        translators=joined([name or _("the translation desk") for name in credits_["translators"]], language),
        translation_editors=joined([credits_["translation_editor"] or _("the translation desk")], language),
    )


def joined(names: list[str], language: str) -> Names:
    """`A`, `A and B`, `A, B and C`; in Arabic every further name has its و, joined to an Arabic name."""
    names = list(dict.fromkeys(names))
    if language == "ar":
        return [("" if at == 0 else waw(name), name) for at, name in enumerate(names)]
    last = len(names) - 1
    return [("" if at == 0 else " and " if at == last else ", ", name) for at, name in enumerate(names)]


def waw(name: str) -> str:
    """The Arabic "and" before this name: written together with Arabic letters, apart from Latin ones."""
    return " و" if "\u0600" <= name[:1] <= "\u06ff" else " و "


def named(credits_: dict[str, Any]) -> dict[str, list[str]]:
    """The people who are named, by role, for machines; whoever wants no byline is left out."""
    return {
        "editor": [name for name in (credits_["editor"], credits_["translation_editor"]) if name],
        "translator": [name for name in credits_["translators"] if name],
    }
