"""Characters that nobody sees: direction controls and invisible marks left in the English."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _

NAMES = {
    "\u200e": "LEFT-TO-RIGHT MARK",
    "\u200f": "RIGHT-TO-LEFT MARK",
    "\u061c": "ARABIC LETTER MARK",
    "\u202a": "LEFT-TO-RIGHT EMBEDDING",
    "\u202b": "RIGHT-TO-LEFT EMBEDDING",
    "\u202c": "POP DIRECTIONAL FORMATTING",
    "\u202d": "LEFT-TO-RIGHT OVERRIDE",
    "\u202e": "RIGHT-TO-LEFT OVERRIDE",
    "\u2066": "LEFT-TO-RIGHT ISOLATE",
    "\u2067": "RIGHT-TO-LEFT ISOLATE",
    "\u2068": "FIRST STRONG ISOLATE",
    "\u2069": "POP DIRECTIONAL ISOLATE",
}
CONTROL = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
OVERRIDES = "\u202d\u202e"
RANGE = re.compile("[0-9][0-9\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069–-]*[0-9]")
INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\uffff]|\u200c|(?<![\u2600-\U0001faff\ufe0f])\u200d|\u0640"
)


def bidi_control(pair: Pair, _context: Context) -> Findings:
    """A direction control in the English: it can turn figures and whole lines round on the page."""
    text = pair.target
    if text.isascii() or not CONTROL.search(text):
        return
    ranges = [m.span() for m in RANGE.finditer(text)]
    at = 0
    for mark in CONTROL.finditer(text):
        start, end = mark.span()
        while at < len(ranges) and ranges[at][1] <= start:
            at += 1
        inside = at < len(ranges) and ranges[at][0] < start
        grave = inside or mark.group() in OVERRIDES
        yield Finding(
            "bidi_control",
            Severity.BLOCK if grave else Severity.WARN,
            "linguistic/encoding",
            _("An invisible direction control stands in the English: %(name)s"),
            (("name", f"U+{ord(mark.group()):04X} {NAMES[mark.group()]}"),),
            target=((start, end),),
            expected=CONTROL.sub("", text[slice(*ranges[at])]) if inside else None,
            fix="",
        )


def invisible(pair: Pair, _context: Context) -> Findings:
    """Any other character without a shape of its own, and the Arabic stretching stroke, in the English."""
    if pair.target.isascii() and pair.target.isprintable():
        return
    for mark in INVISIBLE.finditer(pair.target):
        yield Finding(
            "invisible",
            Severity.WARN,
            "linguistic/encoding",
            _("A character that cannot be seen stands in the English: %(name)s"),
            (("name", f"U+{ord(mark.group()):04X}"),),
            target=(mark.span(),),
            fix="",
        )
