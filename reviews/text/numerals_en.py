"""The English words for numbers and how they make one: twenty-five, two and a half million, two-thirds."""

import re
from collections.abc import Sequence
from fractions import Fraction

from reviews.text.numerals import (
    DECADE,
    DOZEN,
    FIGURE,
    HALF,
    HUNDRED,
    IMPLIED,
    MAGNITUDE,
    PART,
    PARTS,
    TEEN,
    TENS,
    UNIT,
    VAGUE,
    Atom,
    Composed,
    Numeral,
)
from reviews.text.quantities import Value, exact

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNIT_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TEEN_ORDINALS = [{"twelve": "twelf"}.get(word, word) + "th" for word in _TEENS]
_MAGNITUDES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_IMPLIED = {
    0: "nil none",
    1: "once single sole",
    2: "both couple pair twice double doubled doubling doubles twin twins duo bilateral",
    3: "triple tripled tripling trio thrice trilateral tripartite",
    4: "quadruple quadrupled quartet",
    10: "decade tenfold",
    100: "century centenary",
    2000: "alpha alfa",  # ألفا, which is also two thousand
}


def _counted(words: Sequence[str], first: int, kind: str, step: int = 1, **more: bool) -> dict[str, Numeral]:
    return {word: Numeral(kind, first + step * n, **more) for n, word in enumerate(words)}


def _vocabulary() -> dict[str, Numeral]:
    words = {"zero": Numeral(UNIT, 0), "dozen": Numeral(DOZEN, 12)}
    words |= _counted(_UNITS, 1, UNIT) | _counted(_TEENS, 10, TEEN) | _counted(_TENS, 20, TENS, 10)
    words |= _counted(_UNIT_ORDINALS, 1, UNIT, ordinal=True) | _counted(
        _TEEN_ORDINALS, 10, TEEN, ordinal=True
    )
    words |= _counted([word[:-1] + "ieth" for word in _TENS], 20, TENS, 10, ordinal=True)
    words |= _counted([word[:-1] + "ies" for word in _TENS], 20, DECADE, 10)
    words |= {"hundred": Numeral(HUNDRED, 100), "hundredth": Numeral(HUNDRED, 100, ordinal=True)}
    words |= {word: Numeral(MAGNITUDE, value) for word, value in _MAGNITUDES.items()}
    words |= {word + "th": Numeral(MAGNITUDE, value, ordinal=True) for word, value in _MAGNITUDES.items()}
    words |= {word + "s": Numeral(VAGUE, value) for word, value in _MAGNITUDES.items()}
    words |= {"hundreds": Numeral(VAGUE, 100)} | dict.fromkeys(
        ["dozens", "scores", "tens"], Numeral(VAGUE, 10)
    )
    words |= {"half": Numeral(HALF, Fraction(1, 2)), "quarter": Numeral(PART, Fraction(1, 4))}
    words |= {"halves": Numeral(PARTS, Fraction(1, 2)), "quarters": Numeral(PARTS, Fraction(1, 4))}
    parts = enumerate([*_UNIT_ORDINALS[2:], *_TEEN_ORDINALS], 3)
    words |= {word + "s": Numeral(PARTS, Fraction(1, n)) for n, word in parts}
    words |= {word: Numeral(IMPLIED, value) for value, line in _IMPLIED.items() for word in line.split()}
    return words


VOCABULARY: dict[str, Numeral] = _vocabulary()

# Letters glued to digits: 3.2m, 5k, 3bn. `m` may also be metres.
GLUED: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
}

_MULTIPLIERS = (HUNDRED, DOZEN)
_BELOW_HUNDRED = (TEEN, TENS)
_UP_TO_NINETY = (UNIT, TEEN, TENS)
_HUNDRED_UP = (HUNDRED, MAGNITUDE)
_HYPHENS = frozenset({"", " ", "-", "\u2010", "\u2011", "\u00a0"})
_AND = frozenset({" and ", "-and-"})
_MORE = frozenset({"+", "+ ", "-plus "})  # 300+ billion
_OF_A = frozenset({" a ", " of a ", "-a-"}) | _HYPHENS
_AND_A_PART = re.compile(r"[ -]and[ -](?:(?:a|one)[ -](half|quarter|third)|(three)[ -]quarters)\b")
_PARTS_ADDED = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "third": Fraction(1, 3),
    "three": Fraction(3, 4),
}
_AFTER_SOFT = re.compile(r",| ?- ?part(?:y|ies)\b| part(?:y|ies)\b")  # Third, he said; a third party
_CODE_BEFORE = re.compile(r"[^\W\d_][-\u2010\u2011]\Z")  # cov-2
_A_BEFORE = re.compile(r"\b(?:an?|one)[ -]\Z")
_FEW_BEFORE = re.compile(r"\b(?:several|few|many|some) \Z")


def compose(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int]:
    """The longest number that begins with atoms[at], and where it ends. `text` is in lower case."""
    atom = atoms[at]
    if atom.kind is IMPLIED:
        return Composed(at + 1, atom.value, "cardinal", implied=True), atom.end
    if atom.kind is DECADE:
        return Composed(at + 1, atom.value, "decade"), atom.end
    if atom.kind is VAGUE:
        return _vague(atoms, at, text)
    if atom.kind in (HALF, PART, PARTS):
        return _part(atoms, at, text)
    part = _denominator(atoms, at, text)
    return part or _Sum(atoms, at, text).composed()


def _gap(atoms: Sequence[Atom], at: int, text: str) -> str | None:
    """What stands between atoms[at - 1] and atoms[at]; None beyond the last."""
    return text[atoms[at - 1].end : atoms[at].start] if at < len(atoms) else None


def _vague(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int]:
    """Dozens; hundreds of thousands."""
    value: Value = atoms[at].value
    upto = at + 1
    if _gap(atoms, upto, text) == " of " and atoms[upto].kind is VAGUE:
        value *= atoms[upto].value
        upto += 1
    return Composed(upto, value, "vague"), atoms[upto - 1].end


def _part(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int]:
    """Half; half a million; a quarter."""
    atom, upto = atoms[at], at + 1
    if (
        upto < len(atoms)
        and atoms[upto].kind in (MAGNITUDE, HUNDRED, DOZEN)
        and _gap(atoms, upto, text) in _OF_A
    ):
        return Composed(upto + 1, exact(atom.value * atoms[upto].value), "cardinal"), atoms[upto].end
    return Composed(upto, atom.value, "fraction", soft=True), atom.end


def _denominator(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int] | None:
    """Two-thirds, three quarters, one fifth, a third of; the fourth may also be a fourth part."""
    atom, upto = atoms[at], at + 1
    if atom.ordinal and atom.kind is UNIT and atom.value > 2:
        part = Fraction(1, int(atom.value))
        if not _A_BEFORE.search(text, max(0, atom.start - 6), atom.start):
            soft = bool(_AFTER_SOFT.match(text, atom.end))
            return Composed(upto, atom.value, "ordinal", also=(part,), soft=soft), atom.end
        if text.startswith(" of", atom.end):
            return Composed(upto, part, "fraction"), atom.end
        return Composed(upto, atom.value, "ordinal", also=(part,), soft=True), atom.end
    if atom.ordinal or atom.kind not in (UNIT, FIGURE, TEEN) or _gap(atoms, upto, text) not in _HYPHENS:
        return None
    after = atoms[upto]
    if after.kind in (PARTS, PART, HALF):
        return Composed(upto + 1, exact(atom.value * after.value), "fraction"), after.end
    if atom.value == 1 and after.ordinal and after.kind in (UNIT, TEEN) and after.value > 2:
        return Composed(upto + 1, Fraction(1, int(after.value)), "fraction"), after.end
    return None


class _Sum:
    """Adds up the atoms of one number from left to right."""

    def __init__(self, atoms: Sequence[Atom], at: int, text: str) -> None:
        self.atoms, self.at, self.text = atoms, at, text
        self.total: Value = 0
        self.group: Value | None = None
        self.scale = 1
        self.also = atoms[at].also
        self.last = ""

    def composed(self) -> tuple[Composed, int]:
        """Seven; twenty-five; one hundred and fifty thousand; 3.2 million; two and a half million."""
        atoms, at = self.atoms, self.at
        self._take(atoms[at])
        here = at + 1
        while here < len(atoms) and self._continues(here):
            self._take(atoms[here])
            here += 1
        first, final = atoms[at], atoms[here - 1]
        value = exact(self.total + (self.group or 0))
        kind = "ordinal" if final.ordinal else first.role or "cardinal"
        alone = here == at + 1
        soft = alone and first.kind is UNIT and value <= (2 if first.ordinal else 1)
        soft = soft or (kind == "ordinal" and bool(_AFTER_SOFT.match(self.text, final.end)))
        if alone and first.kind in _HUNDRED_UP and self._follows(_FEW_BEFORE, first):
            kind = "vague"
        number = Composed(here, value, kind, self.also, soft, scale=self.scale)
        return _with_part(atoms, number, final, self.text)

    def _follows(self, words: re.Pattern[str], atom: Atom) -> bool:
        return bool(words.search(self.text, max(0, atom.start - 9), atom.start))

    def _take(self, atom: Atom) -> None:
        group = self.group
        if atom.kind is MAGNITUDE:
            self.also = () if group is None or not atom.also else (group,)
            self.total += (1 if group is None else group) * atom.value
            self.scale, self.group = int(atom.value), None
        elif atom.kind in _MULTIPLIERS:
            self.group = (1 if group is None else group) * atom.value
        elif self.last in _BELOW_HUNDRED and atom.kind in _BELOW_HUNDRED:  # nineteen eighty: a year
            self.group = (group or 0) * 100 + atom.value
        else:
            self.group = (group or 0) + atom.value
        self.last = atom.kind

    def _continues(self, here: int) -> bool:
        """Whether atoms[here] belongs to the number that ends just before it."""
        before, atom, last = self.atoms[here - 1], self.atoms[here], self.last
        gap = self.text[before.end : atom.start]
        if before.ordinal or atom.kind is FIGURE:
            return False
        if before.kind is FIGURE and _CODE_BEFORE.search(self.text, max(0, before.start - 2), before.start):
            return False
        if gap in _MORE and atom.kind is MAGNITUDE:
            return self._goes_on(atom)
        if gap not in _HYPHENS and gap not in _AND:
            return False
        if atom.kind in _UP_TO_NINETY and last in _HUNDRED_UP:
            if self.atoms[self.at].kind is FIGURE:  # 1.7 million four years ago
                return False
            return gap not in _AND or not self._begins_another(here)
        return gap not in _AND and self._goes_on(atom)

    def _goes_on(self, atom: Atom) -> bool:
        kind, last, group = atom.kind, self.last, self.group
        if kind is MAGNITUDE:
            return group is not None and (self.scale == 1 or atom.value < self.scale)
        if kind in _MULTIPLIERS:
            return last not in _HUNDRED_UP and group is not None and group < 100
        if kind is UNIT and last is TENS:
            return atom.value > 0
        return kind in _BELOW_HUNDRED and last in _BELOW_HUNDRED and 13 <= (group or 0) <= 20

    def _begins_another(self, here: int) -> bool:
        """One hundred and two hundred: the word after `and` starts a number of its own."""
        if _gap(self.atoms, here + 1, self.text) not in _HYPHENS:
            return False
        after = self.atoms[here + 1]
        if after.kind is MAGNITUDE:
            return after.value >= self.scale > 1
        return after.kind is HUNDRED and self.last is HUNDRED


def _with_part(atoms: Sequence[Atom], number: Composed, final: Atom, text: str) -> tuple[Composed, int]:
    """Two and a half; two and a half million; a million and a half."""
    found = _AND_A_PART.match(text, final.end)
    if not found or number.kind != "cardinal":
        return number, final.end
    part = _PARTS_ADDED[found[1] or found[2]]
    value = number.value + part * (number.scale if final.kind is MAGNITUDE else 1)
    end, upto, scale = found.end(), number.upto, number.scale
    while upto < len(atoms) and atoms[upto].start < end:
        upto += 1
    if upto < len(atoms) and atoms[upto].kind is MAGNITUDE and text[end : atoms[upto].start] in _HYPHENS:
        value, scale, end = value * atoms[upto].value, int(atoms[upto].value), atoms[upto].end
        upto += 1
    return Composed(upto, exact(value), "cardinal", scale=scale), end
