"""Direction and isolation of user text: what a person typed is shown in its own language and direction."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})


def dir_of(language: str) -> str:
    """The direction of a language tag: "rtl" for "ar" or "ar-SY", "ltr" for "en", "auto" for none."""
    primary = language.replace("_", "-").split("-", 1)[0].lower()
    if not primary:
        return "auto"
    return "rtl" if primary in RIGHT_TO_LEFT else "ltr"


def isolate(value: object, language: str = "") -> SafeString:
    """The value, escaped, in a <bdi> that carries its language and direction; nothing for None or ""."""
    if value is None or value == "":
        return SafeString("")
    if not language:
        return format_html('<bdi dir="auto">{}</bdi>', value)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, dir_of(language), value)
