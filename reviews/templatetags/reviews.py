"""What templates may say: a shop window; each tag hands on to a leaf file of a room."""

from datetime import datetime

from django import template
from django.template.context import Context
from django.utils import formats, timezone
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString

from reviews.web.bidi import dir_of, isolate
from reviews.web.choices import theme_of
from reviews.web.marks import diff_html
from reviews.web.strings import script_strings

register = template.Library()

register.filter("dir_of", dir_of)


@register.simple_tag
def text(value: object, language: str = "") -> SafeString:
    """{% text story.headline "ar" %}: a text in its language and direction, apart from its neighbours."""
    return isolate(value, language)


@register.simple_tag
def diff(before: str, after: str, language: str = "") -> SafeString:
    """{% diff old new "ar" %}: both texts in one, word by word, with <del> and <ins>."""
    return diff_html(before, after, language)


@register.simple_tag(takes_context=True)
def theme(context: Context) -> str:
    """The theme this browser chose: auto, light or dark; auto where there is no request (the 500 page)."""
    request = context.get("request")
    return theme_of(request.COOKIES if request else {})


@register.simple_tag
def strings() -> SafeString:
    """The data block our scripts read their sentences from."""
    return json_script(script_strings(), "strings")


@register.simple_tag
def when(moment: datetime | None, *, relative: bool = True) -> SafeString:
    """A moment in the newsroom's zone; scripts turn it into "2 hours ago" unless relative=False."""
    if moment is None:
        return SafeString("")
    local = timezone.localtime(moment)
    shown = formats.date_format(local, "DATETIME_FORMAT")
    mark = SafeString(" data-relative") if relative else ""
    return format_html(
        '<time datetime="{}" title="{}"{}>{}</time>', local.isoformat(timespec="seconds"), shown, mark, shown
    )
