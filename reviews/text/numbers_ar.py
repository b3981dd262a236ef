"""Reads the numbers of an Arabic text (vowel marks and invisible marks already taken out)."""

import re
from collections.abc import Iterator, Sequence

from reviews.text.figures import DIGITS, HAS_DIGIT, figures
from reviews.text.measures import ARABIC_MONEY, ARABIC_UNITS, SIGNS, currency
from reviews.text.numerals import FIGURE, IMPLIED, UNIT, Atom, Composed, outside
from reviews.text.numerals_ar import VOCABULARY, compose
from reviews.text.quantities import Quantity, exact
from reviews.text.ranges import Draft, settle
from reviews.text.visible import words_of

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(rf"(?P<digits>{DIGITS})|(?P<word>[^\W\d_]+)")
_ONE = frozenset(
    clitic + word for clitic in ("", "و", "ب", "ل", "ف") for word in ["أحد", "احد", "إحدى", "احدى"]
)
_DUALS: dict[str, tuple[str, str]] = {
    clitic + word: (ARABIC_UNITS.get(word, ""), currency(ARABIC_MONEY[word]) if word in ARABIC_MONEY else "")
    for word in ARABIC_UNITS.keys() | ARABIC_MONEY.keys()
    if word.endswith(("ين", "ان")) and len(word) > 4
    for clitic in ("", "و", "ب", "ل", "ال", "وال", "بال", "لل")
}
_KNOWN = VOCABULARY.keys() | _ONE | _DUALS.keys()
_AFTER = re.compile(
    r"(?P<percent> ?[%٪]|[ \u00a0](?:في |ب ?)ال(?:مئة|مائة|مية|ماية|مئه|مائه)\b)"
    r"|(?P<points>[ \u00a0](?:نقطة|نقاط|نقطتين|نقطتان) مئوية)"
    r"|(?P<basis>[ \u00a0](?:نقطة|نقاط) [أا]ساس)"
    rf"|(?P<money> ?[{re.escape(''.join(SIGNS))}])"
    r"|[ \u00a0]?(?P<word>[^\W\d_]{1,24}²?)(?:[ \u00a0](?P<next>[^\W\d_]{1,24}))?"
)
_AND_A_PART = re.compile(r" و(نصف|ربع|ثلث)(?: ال[^\W\d_]+)?\b")
_PARTS = {word: VOCABULARY[word].value for word in ("نصف", "ربع", "ثلث")}
_BELOW_ZERO = re.compile(r"(?: درجات| درجة)?(?: مئوية)? تحت الصفر")
_MINUS_BEFORE = re.compile(r"(?:^|[\s(«\"])(?:(?:ناقص|سالب) |[-−‐–])\Z")
_CODE_BEFORE = re.compile(r"[^\W\d_]{2}[-‐‑]\Z")  # كوف-2
_COUNTED_BEFORE = re.compile(r"ال([^\W\d_]+) \Z")  # الأيام الأربعة
_CENTURY_BEFORE = re.compile(r"(?:^|\W)[وفبل]?ال(?:قرن|قرنين) \Z")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_LABEL_BEFORE = re.compile(
    r"(?:ال(?:قرار|مادة|مادتين|مواد|فقرة|بند|قناة|صفحة|فصل)|رقم|شارع|طريق|مادة|قرار) ?\Z"
)
_CLITICS = frozenset(
    ["و", "ف", "ب", "ل", "ك", "س", "ال", "وال", "بال", "وب", "ول", "لل", "ولل", "فب", "فال", "كال", "ه"]
)
_POWERS = {"مربع": "2", "مربعا": "2", "مربعة": "2", "مكعب": "3", "مكعبا": "3", "مكعبة": "3"}
_DASHES = "-−‐‑–—"


def read_arabic(text: str, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The numbers of an Arabic text, in order; spans in `taken` (dates and times, in order) are left out."""
    if not HAS_DIGIT.search(text) and _KNOWN.isdisjoint(words_of(text)):
        return []
    atoms = outside(taken, _atoms(text))
    drafts: list[Draft] = []
    at = 0
    while at < len(atoms):
        number, end = compose(atoms, at, text)
        if number.kind:
            quantity = _in_context(text, atoms[at], number, end)
            drafts.append((quantity, number.scale))
            end = quantity.end
        at = number.upto
        while at < len(atoms) and atoms[at].start < end:
            at += 1
    return settle(text, drafts)


def _atoms(text: str) -> Iterator[Atom]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "digits":
            for figure in figures(match[0], match.start(), "ar"):
                at = figure.start
                role = "identifier" if figure.code or _CODE_BEFORE.search(text, max(0, at - 4), at) else ""
                yield Atom(figure.start, figure.end, FIGURE, figure.value, also=figure.also, role=role)
            continue
        word = match[0]
        numeral = VOCABULARY.get(word)
        if numeral:
            yield Atom(match.start(), match.end(), *numeral)
        elif word in _DUALS:
            yield Atom(match.start(), match.end(), IMPLIED, 2, role="dual")
        elif word in _ONE:
            yield Atom(match.start(), match.end(), UNIT, 1, joined=word[0] == "و", role="bound")


def _in_context(text: str, first: Atom, number: Composed, end: int) -> Quantity:
    """The number with its sign, money, unit and kind, as the words around it say."""
    start, kind, prefix, money, unit = first.start, number.kind, "", "", ""
    negative, value = False, number.value
    if first.kind is FIGURE:
        start, negative, prefix, money = _before(text, start)
        kind = "identifier" if prefix or _LABEL_BEFORE.search(text, max(0, start - 10), start) else kind
        if money == "%":
            kind, money = "percent", ""
    if kind in ("cardinal", "fraction", "vague") and not number.implied:
        kind, unit, found, end = _after(text, end, kind)
        money = money or found
        if unit and (part := _AND_A_PART.match(text, end)):
            value, end = exact(value + _PARTS[part[1]]), part.end()
        if kind == "cardinal" and not unit and not money and number.scale == 1 and _is_year(first, number):
            kind = "year"
    if first.kind is FIGURE and _BELOW_ZERO.match(text, end):
        negative = True
    if (
        first.definite
        and not unit
        and kind == "cardinal"
        and (counted := _COUNTED_BEFORE.search(text, max(0, start - 12), start))
    ):
        unit = ARABIC_UNITS.get(counted[1], "")
    if kind in ("ordinal", "cardinal") and _CENTURY_BEFORE.search(
        text, max(0, first.start - 10), first.start
    ):
        kind = "century"
    if first.role == "dual":
        unit, money = _DUALS[text[first.start : first.end]]
    also = number.also
    if negative:
        value, also = -value, tuple(-other for other in also)
    in_words, raw = first.kind is not FIGURE, text[start:end]
    return Quantity(
        start, end, raw, value, kind, unit, money, also, number.soft, number.implied, in_words, "", prefix
    )


def _is_year(first: Atom, number: Composed) -> bool:
    return first.kind is FIGURE and first.end - first.start == 4 and 1800 <= number.value <= 2099


def _before(text: str, start: int) -> tuple[int, bool, str, str]:
    """Where the number really begins, whether it is negative, the letters of its code, the sign before it."""
    previous = text[start - 1 : start]
    if previous in ("", " "):
        negative = bool(_MINUS_BEFORE.search(text, max(0, start - 6), start))
        return start, negative, "", ""
    if previous in ("%", "٪"):
        return (
            (start, False, "", "") if text[start - 2 : start - 1].isdigit() else (start - 1, False, "", "%")
        )
    if previous in SIGNS:
        return start - 1, text[start - 2 : start - 1] in ("-", "−"), "", currency(SIGNS[previous])
    hyphen = previous in _DASHES
    if not hyphen and not previous.isalpha():
        return start, False, "", ""
    letters = _LETTERS_BEFORE.search(text, max(0, start - 16), start - hyphen)
    if not letters:
        negative = hyphen and bool(_MINUS_BEFORE.search(text, max(0, start - 2), start))
        return start - negative, negative, "", ""
    if letters[0] in _CLITICS:
        return start, False, "", ""
    return letters.start(), False, letters[0], ""


def _after(text: str, end: int, kind: str) -> tuple[str, str, str, int]:
    """Kind, unit, money and end of the number, as the words behind it say."""
    found = _AFTER.match(text, end)
    if not found:
        return kind, "", "", end
    which = found.lastgroup
    if which == "percent":
        return "percent", "", "", found.end()
    if which == "points":
        return "percentage_points", "", "", found.end()
    if which == "basis":
        return "basis_points", "", "", found.end()
    if which == "money":
        return kind, "", currency(SIGNS[found[0][-1]]), found.end()
    word, following = found["word"], found["next"] or ""
    if word in ARABIC_MONEY:
        noun = ARABIC_MONEY[word]
        money = currency(noun, following)
        told = money != currency(noun)
        return kind, "", money, found.end("next" if told else "word")
    unit = ARABIC_UNITS.get(word, "")
    if unit and following in _POWERS:
        return kind, unit + _POWERS[following], "", found.end("next")
    return kind, unit, "", found.end("word") if unit else end
