"""A word diff as HTML: what was struck out in <del>, what was put in in <ins>, everything escaped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that something is said about: code points [start, end), how grave, and the sentence."""

    start: int
    end: int
    severity: str
    said: str = ""


def marked_html(text: str, marks: Iterable[Mark]) -> SafeString:
    """The text, escaped, with each mark's words in <mark>; where marks overlap the first given wins."""
    html, at = SafeString(""), 0
    for one in _apart(marks, len(text)):
        html += format_html(
            '{}<mark class="finding" data-severity="{}" title="{}">{}</mark>',
            text[at : one.start],
            one.severity,
            one.said,
            text[one.start : one.end],
        )
        at = one.end
    return html + format_html("{}", text[at:])


def _apart(marks: Iterable[Mark], length: int) -> list[Mark]:
    """Those marks that hold words and do not meet an earlier one, in the order of the text."""
    kept: list[Mark] = []
    for one in marks:
        fits = 0 <= one.start < one.end <= length
        if fits and all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
