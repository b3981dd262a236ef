"""A word diff as HTML: what was struck out in <del>, what was put in in <ins>, everything escaped."""

from collections.abc import Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from reviews.text.diff import Op, compare
from reviews.text.spans import Span
from reviews.web.bidi import dir_of


def diff_html(before: str, after: str, language: str = "") -> SafeString:
    """Both texts in one: the old words in <del> before the new ones in <ins>, whole words only.

    With a language it stands in a <span> of that language and direction; without one the caller's element
    says which.
    """
    return _within(_marked(compare(before, after), before, after, old=True, new=True), language)


def diff_sides(before: str, after: str, language: str = "") -> tuple[SafeString, SafeString]:
    """The same for two columns: the old text with its <del>, the new text with its <ins>."""
    ops = compare(before, after)
    return (
        _within(_marked(ops, before, after, old=True, new=False), language),
        _within(_marked(ops, before, after, old=False, new=True), language),
    )


def _marked(ops: list[Op], before: str, after: str, *, old: bool, new: bool) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in _parts(ops, before, after, old=old, new=new)))


def _parts(ops: list[Op], before: str, after: str, *, old: bool, new: bool) -> Iterator[SafeString]:
    for op in ops:
        if op.kind == "equal":
            yield _tagged("{}", after if new else before, op.after if new else op.before)
            continue
        if old:
            yield _tagged("<del>{}</del>", before, op.before)
        if new:
            yield _tagged("<ins>{}</ins>", after, op.after)


def _tagged(tag: str, text: str, span: Span) -> SafeString:
    part = text[span[0] : span[1]]
    return format_html(tag, part) if part else SafeString("")


def _within(html: SafeString, language: str) -> SafeString:
    if not language:
        return html
    return format_html('<span lang="{}" dir="{}">{}</span>', language, dir_of(language), html)
