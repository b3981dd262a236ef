"""Reads the numbers of an English text (invisible marks already taken out)."""

import re
from collections.abc import Iterator, Sequence

from reviews.text.figures import DIGITS, HAS_DIGIT, figures
from reviews.text.measures import ENGLISH_MONEY, ENGLISH_UNITS, ISO_CODES, SIGNS, currency
from reviews.text.numerals import FIGURE, MAGNITUDE, Atom, Composed, outside
from reviews.text.numerals_en import GLUED, VOCABULARY, compose
from reviews.text.quantities import Quantity
from reviews.text.ranges import Draft, settle
from reviews.text.visible import words_of

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(rf"(?P<digits>{DIGITS})(?P<glued>[a-z]*)|(?P<word>[^\W\d_]+)")
_AFTER = re.compile(
    r"(?P<points>[ \u00a0-](?:percentage|per cent|percent)[ -]points?\b)"
    r"|(?P<basis>[ \u00a0-]basis[ -]points?\b)"
    r"|(?P<percent>[ \u00a0\u202f]?[%٪]|[ \u00a0-](?:percent|per[ -]cent|pct)\b)"
    rf"|(?P<money>[ \u00a0]?[{re.escape(''.join(SIGNS))}])"
    r"|[ \u00a0-]?(?P<word>[^\W\d_]{1,24}²?)(?:[ \u00a0-](?P<next>[^\W\d_]{1,24}²?))?"
)
_BELOW_ZERO = re.compile(r"(?: degrees?)?(?: celsius| centigrade| fahrenheit)? below (?:zero|freezing)")
_HYPHENS = "-‐‑−"
_DASHES = _HYPHENS + "–—"
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_COUNTED_PREFIXES = frozenset(
    [
        "mid",
        "pre",
        "post",
        "late",
        "early",
        "under",
        "over",
        "top",
        "non",
        "age",
        "aged",
        "sub",
        "near",
        "the",
        "of",
        "and",
        "to",
        "or",
        "than",
    ]
)
_LABEL_BEFORE = re.compile(
    r"\b(?:no|nos|number|numbers|articles?|resolution|route|channel|flight|chapter)\.? \Z"
)
_DOLLARS = {"us": "USD", "a": "AUD", "c": "CAD", "ca": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD"}
_BEFORE_MINUS = frozenset("([{\"'“”‘’«:=~≈<>/ \u00a0\u2009\u202f\n") | {""}
_CENTURY = re.compile(r"[ -](?:to |and )?centur(?:y|ies)\b")
_POWERS = {"square": "2", "sq": "2", "cubic": "3"}


def read_english(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The numbers of an English text, in order; spans in `taken` (dates and times, in order) are left out."""
    low = text.lower()
    if len(low) != len(text):  # İ grows in lower case; offsets must not move
        low = "".join(character.lower()[:1] for character in text)
    if not HAS_DIGIT.search(low) and VOCABULARY.keys().isdisjoint(words_of(low)):
        return []
    atoms = outside(taken, _atoms(low))
    drafts: list[Draft] = []
    at = 0
    while at < len(atoms):
        number, end = compose(atoms, at, low)
        quantity = _in_context(text, low, atoms[at], number, end)
        drafts.append((quantity, number.scale))
        at = number.upto
        while at < len(atoms) and atoms[at].start < quantity.end:  # 5 second: a unit, no ordinal
            at += 1
    return settle(low, drafts)


def _atoms(low: str) -> Iterator[Atom]:
    for match in _TOKEN.finditer(low):
        if match.lastgroup == "word":
            numeral = VOCABULARY.get(match[0])
            if numeral:
                yield Atom(match.start(), match.end(), *numeral)
        else:
            yield from _figures(low, match)


def _figures(low: str, match: re.Match[str]) -> Iterator[Atom]:
    """Digits with what is glued behind them: 21st, 3.2m, 1990s, 20mm, 5G."""
    found = list(figures(match["digits"], match.start(), "en"))
    glued = match["glued"]
    for figure in found:
        start, end, value, also, code = figure
        role = "identifier" if code else ""
        if not glued or figure is not found[-1]:
            yield Atom(start, end, FIGURE, value, also=also, role=role)
        elif glued in ("st", "nd", "rd", "th"):
            yield Atom(start, match.end(), FIGURE, value, ordinal=True)
        elif glued in GLUED and not low[start - 1 : start].isalpha():
            yield Atom(start, end, FIGURE, value)
            yield Atom(end, match.end(), MAGNITUDE, GLUED[glued], also=(1,) if len(glued) == 1 else ())
        elif glued == "s":
            yield Atom(start, match.end(), FIGURE, value, role="decade")
        else:
            yield Atom(
                start, end, FIGURE, value, also=also, role="" if glued in ENGLISH_UNITS else "identifier"
            )


def _in_context(text: str, low: str, first: Atom, number: Composed, end: int) -> Quantity:
    """The number with its sign, money, unit and kind, as the words around it say."""
    start, kind, prefix, money, unit = first.start, number.kind, "", "", ""
    negative = False
    if first.kind is FIGURE:
        start, negative, prefix, money = _before(text, low, start)
        kind = "identifier" if prefix or _LABEL_BEFORE.search(low, max(0, start - 12), start) else kind
    if kind in ("cardinal", "fraction", "vague"):
        kind, unit, found, end = _after(text, low, end, kind)
        money = money or found
        if kind == "cardinal" and not unit and not money and number.scale == 1 and _is_year(first, number):
            kind = "year"
    if first.kind is FIGURE and _BELOW_ZERO.match(low, end):
        negative = True
    if kind in ("ordinal", "cardinal") and _CENTURY.match(low, end):
        kind = "century"
    value = -number.value if negative else number.value
    also = tuple(-other for other in number.also) if negative else number.also
    in_words = first.kind is not FIGURE
    raw = text[start:end]
    return Quantity(
        start, end, raw, value, kind, unit, money, also, number.soft, number.implied, in_words, "", prefix
    )


def _is_year(first: Atom, number: Composed) -> bool:
    return first.kind is FIGURE and first.end - first.start == 4 and 1800 <= number.value <= 2099


def _before(text: str, low: str, start: int) -> tuple[int, bool, str, str]:
    """Where the number really begins, whether it is negative, its code's letters, the money before it."""
    at = start
    previous = text[at - 1 : at]
    if previous.isalpha() or (previous in _DASHES and previous and text[at - 2 : at - 1].isalnum()):
        return _after_letters(text, at, start)
    negative = (previous in _DASHES and text[at - 2 : at - 1] in _BEFORE_MINUS) if previous else False
    negative = negative or low.endswith("minus ", 0, at)
    if negative:
        at -= 1 if previous in _DASHES else 6
        start, previous = at, text[at - 1 : at]
    sign_at = at - 1 if previous in (" ", "\u00a0") else at
    sign = text[sign_at - 1 : sign_at]
    if sign in SIGNS:
        letters = _LETTERS_BEFORE.search(low, max(0, sign_at - 4), sign_at - 1)
        code = _DOLLARS.get(letters[0]) if letters and sign == "$" else None
        start = letters.start() if letters and code else sign_at - 1
        negative = negative or text[start - 1 : start] in ("-", "−")
        return start, negative, "", code or currency(SIGNS[sign])
    iso = text[max(0, sign_at - 3) : sign_at]
    if sign_at < at and iso.isupper() and iso.lower() in ISO_CODES:
        return sign_at - 3, negative, "", iso
    return start, negative, "", ""


def _after_letters(text: str, at: int, start: int) -> tuple[int, bool, str, str]:
    """F-16, COVID-19, G20 are codes; mid-2018 and a 23-25 range are not."""
    hyphen = text[at - 1] in _DASHES
    letters = _LETTERS_BEFORE.search(text, max(0, at - 16), at - 1 if hyphen else at)
    word = letters[0] if letters else ""
    if not letters or (hyphen and (word.lower() in _COUNTED_PREFIXES or word.islower())):
        return start, False, "", ""
    if word in ISO_CODES.values():
        return letters.start(), False, "", word
    return letters.start(), False, word, ""


def _after(text: str, low: str, end: int, kind: str) -> tuple[str, str, str, int]:
    """Kind, unit, money and end of the number, as the words behind it say."""
    found = _AFTER.match(low, end)
    if not found:
        return kind, "", "", end
    which = found.lastgroup
    if which == "points":
        return "percentage_points", "", "", found.end()
    if which == "basis":
        return "basis_points", "", "", found.end()
    if which == "percent":
        return "percent", "", "", found.end()
    if which == "money":
        return kind, "", currency(SIGNS[found[0][-1]]), found.end()
    word, following = found["word"], found["next"]
    if word in ENGLISH_MONEY:
        return kind, "", currency(ENGLISH_MONEY[word]), found.end("word")
    if following in ENGLISH_MONEY:
        return kind, "", currency(ENGLISH_MONEY[following], word), found.end("next")
    if word in ENGLISH_UNITS:
        return kind, ENGLISH_UNITS[word], "", found.end("word")
    if word in _POWERS and following in ENGLISH_UNITS:
        return kind, ENGLISH_UNITS[following] + _POWERS[word], "", found.end("next")
    if word in ISO_CODES and text[found.start("word") : found.end("word")].isupper():
        return kind, "", ISO_CODES[word], found.end("word")
    return kind, "", "", end
