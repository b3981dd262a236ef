"""Marks: brackets, the end of the sentence, marks and digits of the Arabic script, doubled marks."""

import re

from reviews.checks.base import Context, Finding, Findings, Kind, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _

OPENING = {"(": ")", "[": "]", "{": "}"}
CLOSING = {close: opening for opening, close in OPENING.items()}
BRACKET = re.compile(r"[()\[\]{}]")
LIST_MARK = re.compile(
    r"(?:\A|(?<=[\s;,]))\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)(?=\s)|[:;]-?[)(]+|[<>]?[:;=]['-]?[)(DP](?!\w)"
)
ARABIC_MARKS = {
    "،": ",",
    "؛": ";",
    "؟": "?",
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "٭": "*",
    "۔": ".",
    "«": "“",
    "»": "”",
    "‹": "‘",
    "›": "’",
}
ARABIC_MARK = re.compile("[،؛؟٭۔«»‹›]")
ARABIC_FIGURE = re.compile("[٠-٩۰-۹٪٫٬][٠-٩۰-۹٪٫٬0-9.,]*|[0-9][0-9.,]*[٠-٩۰-۹٪٫٬][٠-٩۰-۹٪٫٬0-9.,]*")
WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٪٫٬", "01234567890123456789%.,")
TWO_MARKS = re.compile("[,;:.?!،][,;:.،]")
DOUBLED_MARK = re.compile(
    r"([,;:])[,;:]+|(?<![.…])\.\.(?![.…])|[,;:]\.(?![\w.])|(?<![\w.])\.,|(?<=[a-z]{3})\.,|([?!])\.(?!\.)|،,"
)
CLOSERS = "\"'”’»›)]}* \u00a0\u200e\u200f\u061c\n\t\r"
ENDS = {
    ".": "stop",
    "؟": "question",
    "?": "question",
    "!": "exclamation",
    "…": "stop",
    "۔": "stop",
    ":": "colon",
    "،": "comma",
    ",": "comma",
    "؛": "semicolon",
    ";": "semicolon",
}


def unmatched(text: str) -> list[tuple[int, str]]:
    """The places and signs of brackets without a partner, in one pass; numbering such as “a)” is none."""
    spare = {m.end() - 1 for m in LIST_MARK.finditer(text) if m.group()[0] != "("}
    open_, lost = [], []
    for found in BRACKET.finditer(text):
        sign, at = found.group(), found.start()
        if at in spare:
            continue
        if sign in OPENING:
            open_.append((at, sign))
        elif open_ and open_[-1][1] == CLOSING[sign]:
            open_.pop()
        else:
            lost.append((at, sign))
    return sorted(open_ + lost)


def brackets(pair: Pair, _context: Context) -> Findings:
    """A bracket that is not closed or not opened, where the Arabic's brackets are whole."""
    if not (BRACKET.search(pair.target) or BRACKET.search(pair.source)):
        return
    lost = unmatched(pair.target)
    in_source = [sign for _at, sign in unmatched(pair.source)] if lost else []
    for at, sign in lost:
        if sign in in_source:
            in_source.remove(sign)  # the paragraph was cut inside a bracket, in both languages
            continue
        yield Finding(
            "brackets",
            Severity.WARN,
            "linguistic/punctuation",
            _("The bracket %(sign)s has no partner."),
            (("sign", sign),),
            target=((at, at + 1),),
            expected=OPENING.get(sign) or CLOSING[sign],
        )
    if (
        not lost
        and not any(sign in pair.target for sign in "([{—–-,")
        and (found := BRACKETED.search(pair.source))
    ):
        yield Finding(
            "brackets",
            Severity.INFO,
            "linguistic/punctuation",
            _("The Arabic has words in brackets, the English has none."),
            source=(found.span(),),
        )


BRACKETED = re.compile(r"\([^()\n]{2,200}\)")


def _end(text: str) -> tuple[str, Span]:
    """The kind of mark that closes a text, behind quotes and brackets, and where it stands."""
    bare = text.rstrip(CLOSERS)
    at = len(bare)
    return ENDS.get(bare[-1:], "none"), (max(at - 1, 0), at)


SENTENCE = re.compile(
    r"\b(?:the|an?|is|are|was|were|be|has|have|had|said|it|its|he|she|they|we|I|his|her|their|that|would|will)\b"
)
HEADLINE_WORDS = 14


def looks_like_headline(text: str) -> bool:
    """Short, and without the small words that headlines leave out; or nearly every word in capitals."""
    words = text.split()
    capitals = sum(word[:1].isupper() for word in words)
    return len(words) <= HEADLINE_WORDS and (not SENTENCE.search(text) or capitals > 0.75 * len(words) > 2)


def end_punctuation(pair: Pair, _context: Context) -> Findings:
    """The Arabic sentence is closed and the English is not, or is closed with a mark of another kind."""
    source, at_source = _end(pair.source)
    target, at_target = _end(pair.target)
    if (
        source not in {"stop", "question", "exclamation"}
        or not pair.target.strip()
        or pair.kind is Kind.HEADLINE
    ):
        return
    if source == "question" and "?" not in pair.target:
        return  # the lost question says it all
    wanted = {"stop": ".", "question": "?", "exclamation": "!"}[source]
    if target == "none" and not looks_like_headline(pair.target):
        message, span, fix = _("The sentence is not closed."), (at_target[1], at_target[1]), wanted
    elif target in {"comma", "semicolon"} or (target == "colon" and source == "stop"):
        message, span, fix = _("The sentence ends in a mark that does not close it."), at_target, wanted
    elif source == "stop" and target in {"question", "exclamation"}:
        message, span, fix = _("A plain sentence became a question or an exclamation."), at_target, None
    else:
        return
    yield Finding(
        "end_punctuation",
        Severity.WARN,
        "linguistic/punctuation",
        message,
        source=(at_source,),
        target=(span,),
        expected=wanted,
        fix=fix,
    )


def arabic_punctuation(pair: Pair, _context: Context) -> Findings:
    """A comma, semicolon, question mark or guillemet of the Arabic text in the English."""
    if pair.target.isascii():
        return
    for found in ARABIC_MARK.finditer(pair.target):
        wanted = ARABIC_MARKS[found.group()]
        yield Finding(
            "arabic_punctuation",
            Severity.WARN,
            "linguistic/punctuation",
            _("“%(sign)s” belongs to Arabic; English has “%(wanted)s”."),
            (("sign", found.group()), ("wanted", wanted)),
            target=(found.span(),),
            expected=wanted,
            fix=wanted,
        )


def arabic_digits(pair: Pair, _context: Context) -> Findings:
    """Digits, decimal signs or percent signs of the Arabic text in the English."""
    if pair.target.isascii():
        return
    for found in ARABIC_FIGURE.finditer(pair.target):
        wanted = found.group().translate(WESTERN)
        if wanted[0] == "%" and len(wanted) > 1:
            wanted = wanted[1:] + "%"
        yield Finding(
            "arabic_digits",
            Severity.WARN,
            "locale/number",
            _("“%(figure)s” is written in Arabic digits or signs."),
            (("figure", found.group()),),
            target=(found.span(),),
            expected=wanted,
            fix=wanted,
        )


def doubled_mark(pair: Pair, _context: Context) -> Findings:
    """Two marks where English has one: “,,” “..” “.,” “?.”."""
    if not TWO_MARKS.search(pair.target):
        return
    for found in DOUBLED_MARK.finditer(pair.target):
        yield Finding(
            "doubled_mark",
            Severity.WARN,
            "linguistic/punctuation",
            _("Two marks stand where one is enough."),
            target=(found.span(),),
            fix=found.group()[0],
        )
