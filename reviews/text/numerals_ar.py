"""The Arabic words for numbers and how they make one: ثلاثة وعشرون, مئتا ألف, 5 آلاف و300, مليون ونصف."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from reviews.text.numerals import (
    DECADE,
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

_UNITS = (
    "واحد واحدة واحدا",
    "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين إثنتان إثنتين إثنا إثني إثنتا إثنتي",
    "ثلاثة ثلاث ثلاثا",
    "أربعة أربع أربعا",
    "خمسة خمس خمسا",
    "ستة ست ستا",
    "سبعة سبع سبعا",
    "ثمانية ثماني ثمان ثمانيا",
    "تسعة تسع تسعا",
)
_TENS = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
_ORDINALS = (
    "أول أولى أولا",
    "ثاني ثانية ثان ثانيا",
    "ثالث ثالثة ثالثا",
    "رابع رابعة رابعا",
    "خامس خامسة خامسا",
    "سادس سادسة سادسا",
    "سابع سابعة سابعا",
    "ثامن ثامنة ثامنا",
    "تاسع تاسعة تاسعا",
)
_HUNDRED_STEMS = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع"]
_ONE_HUNDRED = ["مئة", "مائة", "مئه", "مائه", "ميه"]
_TWO_HUNDRED = ["مئتان", "مئتين", "مئتا", "مئتي", "مائتان", "مائتين", "مائتا", "مائتي", "ميتين", "ميتان"]
_SCALES = {
    10**3: ("ألف", "ألفان ألفين ألفي ألفا", "آلاف ألوف"),
    10**6: ("مليون", "مليونان مليونين مليوني مليونا", "ملايين"),
    10**9: ("مليار بليون", "ملياران مليارين ملياري مليارا بليونين بليونان بليونا", "مليارات بلايين"),
    10**12: ("تريليون ترليون", "تريليونان تريليونين تريليوني تريليونا ترليوني ترليونا", "تريليونات ترليونات"),
}
_PARTS = {
    2: "أنصاف",
    3: "أثلاث",
    4: "أرباع",
    5: "أخماس",
    6: "أسداس",
    7: "أسباع",
    8: "أثمان",
    9: "أتساع",
    10: "أعشار",
}
_IMPLIED = {
    1: "مفرد وحيد مرة",
    2: "كلا كلتا كلي كليهما كلاهما كلتاهما كلتيهما مرتين مرتان زوج زوجين ضعف ضعفي ضعفين ضعفا "
    "مزدوج مزدوجة ثنائي ثنائية "
    "توأم توأمين توأمان الاثنين الاثنان",
    3: "ثلاثي ثلاثية",
    4: "رباعي رباعية",
    5: "خماسي خماسية",
    6: "سداسي سداسية",
    7: "سباعي سباعية",
    12: "دزينة درزن",
}

_OWNERS = ("ها", "هم", "ه", "هما", "هن")
_PLAIN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_WITH_ARTICLE = ("ال", "وال", "فال", "بال", "وبال", "لل", "ولل", "كال", "فبال", "فلل")
_NOT_NUMBERS = frozenset(
    ["لست", "ولست", "فلست", "كست", "بست", "لستا", "وستا", "بستا", "ميه", "بميه", "وميه", "كضعف"]
)
"""Words that only look like a clitic and a number: لست is `I am not`."""
DEFINITE = "definite"


def _bare() -> Iterator[tuple[str, Numeral]]:
    """Every form without clitics."""
    for n, forms in enumerate(_UNITS, 1):
        yield from ((form, Numeral(UNIT, n)) for form in forms.split())
    yield from ((form, Numeral(TEEN, 10)) for form in ("عشر", "عشرة", "عشرا"))
    for n, stem in enumerate(_TENS, 2):
        yield from ((stem + ending, Numeral(TENS, 10 * n)) for ending in ("ون", "ين"))
        yield from ((stem + ending, Numeral(DECADE, 10 * n)) for ending in ("ينيات", "ينات"))
    for n, forms in enumerate(_ORDINALS, 1):
        yield from ((form, Numeral(UNIT, n, ordinal=True)) for form in forms.split())
    yield from ((form, Numeral(UNIT, 1, ordinal=True)) for form in ("حادي", "حادية"))
    yield from ((form, Numeral(TEEN, 10, ordinal=True)) for form in ("عاشر", "عاشرة", "عاشرا"))
    yield from ((form, Numeral(HUNDRED, 100)) for form in _ONE_HUNDRED)
    yield from ((form, Numeral(HUNDRED, 200)) for form in _TWO_HUNDRED)
    for stem, n in zip(_HUNDRED_STEMS, (3, 4, 5, 6, 7, 8, 8, 9), strict=True):
        yield from ((stem + hundred, Numeral(HUNDRED, 100 * n)) for hundred in ("مئة", "مائة", "ميه", "مية"))
    for scale, (one, two, many) in _SCALES.items():
        yield from ((form, Numeral(MAGNITUDE, scale)) for form in one.split())
        yield from ((form, Numeral(MAGNITUDE, 2 * scale)) for form in two.split())
        yield from ((form, Numeral(VAGUE, scale)) for form in many.split())
    yield from (("عشرات", Numeral(VAGUE, 10)), ("مئات", Numeral(VAGUE, 100)), ("مائات", Numeral(VAGUE, 100)))
    yield from ((form, Numeral(HALF, Fraction(1, 2))) for form in ("نصف", "نصفا"))
    parts = (
        ("ثلث", 1, 3),
        ("ثلثا", 2, 3),
        ("ثلثي", 2, 3),
        ("ثلثين", 2, 3),
        ("ثلثان", 2, 3),
        ("ربع", 1, 4),
        ("سدس", 1, 6),
    )
    yield from ((form, Numeral(PART, Fraction(n, d))) for form, n, d in parts)
    owned = (*parts, ("نصف", 1, 2))
    yield from ((form + owner, Numeral(PART, Fraction(n, d))) for form, n, d in owned for owner in _OWNERS)
    yield from ((form, Numeral(PARTS, Fraction(1, d))) for d, form in _PARTS.items())
    yield from ((form, Numeral(IMPLIED, n)) for n, forms in _IMPLIED.items() for form in forms.split())


def _spellings(form: str) -> set[str]:
    """The form as people write it: without its hamza, with ى for a final ي, with ه for a final ة."""
    found = {form, form.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")}
    if form[0] == "آ":
        found.add("أ" + form[1:])
    if form[-1] == "ي":
        found |= {one[:-1] + "ى" for one in found}
    return found


def _vocabulary() -> dict[str, Numeral]:
    words: dict[str, Numeral] = {}
    for form, numeral in _bare():
        for spelling in _spellings(form):
            for clitic in _PLAIN:
                joined = clitic[:1] == "و"
                words.setdefault(clitic + spelling, numeral._replace(joined=joined))
            for clitic in _WITH_ARTICLE:
                joined = clitic[0] == "و"
                words.setdefault(clitic + spelling, numeral._replace(joined=joined, definite=True))
    return {word: numeral for word, numeral in words.items() if word not in _NOT_NUMBERS}


VOCABULARY: dict[str, Numeral] = _vocabulary()

_MULTIPLIES = (MAGNITUDE, VAGUE)
_OF_THE_CENTURY = re.compile(r" (?:من )?(?:هذا )?القرن (?:العشرين|الماضي|التاسع عشر|الثامن عشر|الحالي)")
_JOINED_GAPS = frozenset({" و", " و ", "و", "\u00a0و"})
_GAPS = frozenset({" ", "\u00a0", ""})


def compose(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int]:
    """The longest number that begins with atoms[at], and the offset where it ends.

    The kind is empty where the atoms make no number by themselves.
    """
    atom = atoms[at]
    if atom.kind is IMPLIED:
        return Composed(at + 1, atom.value, "cardinal", implied=True), atom.end
    if atom.kind is DECADE:
        century = _OF_THE_CENTURY.match(text, atom.end)
        return Composed(at + 1, atom.value, "decade"), century.end() if century else atom.end
    if atom.kind is VAGUE:
        return _vague(atoms, at, text)
    if atom.kind in (HALF, PART, PARTS):
        return _part(atoms, at, text)
    after = at + 1
    if (
        atom.kind in (UNIT, FIGURE)
        and after < len(atoms)
        and atoms[after].kind is PARTS
        and _plainly(atoms, after, text)
    ):
        return Composed(after + 1, exact(atom.value * atoms[after].value), "fraction"), atoms[after].end
    return _Sum(atoms, at, text).composed()


def _gap(atoms: Sequence[Atom], at: int, text: str) -> str:
    return text[atoms[at - 1].end : atoms[at].start]


def _plainly(atoms: Sequence[Atom], at: int, text: str) -> bool:
    """Whether atoms[at] follows the one before with nothing but a space."""
    return not atoms[at].joined and _gap(atoms, at, text) in _GAPS


def _vague(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int]:
    """عشرات; مئات الآلاف."""
    value, upto = atoms[at].value, at + 1
    if (
        upto < len(atoms)
        and atoms[upto].kind is VAGUE
        and not atoms[upto].joined
        and _gap(atoms, upto, text) in (" ", " من ")
    ):
        value *= atoms[upto].value
        upto += 1
    return Composed(upto, value, "vague"), atoms[upto - 1].end


def _part(atoms: Sequence[Atom], at: int, text: str) -> tuple[Composed, int]:
    """نصف; ربع مليون; ثلثا."""
    atom, upto = atoms[at], at + 1
    if upto < len(atoms) and atoms[upto].kind is MAGNITUDE and _plainly(atoms, upto, text):
        scale = _scale(atoms[upto])
        return Composed(upto + 1, exact(atom.value * scale), "cardinal", scale=scale), atoms[upto].end
    kind = "" if atom.kind is PARTS else "fraction"
    return Composed(upto, atom.value, kind, soft=atom.kind is HALF or atom.value == Fraction(1, 4)), atom.end


def _scale(atom: Atom) -> int:
    """Thousand for ألف, آلاف and for ألفا, which after a number is only ألفاً without its mark."""
    value = int(atom.value)
    return value // 2 if str(value)[0] == "2" else value


class _Sum:
    """Adds up the atoms of one number from left to right."""

    def __init__(self, atoms: Sequence[Atom], at: int, text: str) -> None:
        self.atoms, self.at, self.text = atoms, at, text
        self.total: Value = 0
        self.group: Value | None = None
        self.scale = 1
        self.last = ""

    def composed(self) -> tuple[Composed, int]:
        atoms, at = self.atoms, self.at
        self._begin(atoms[at])
        here = at + 1
        while here < len(atoms) and self._takes(atoms[here], here):
            self.last, here = atoms[here].kind, here + 1
        first, end = atoms[at], atoms[here - 1].end
        alone = here == at + 1
        value = exact(self.total + (self.group or 0))
        kind = "ordinal" if first.ordinal else first.role or "cardinal"
        if kind == "bound":
            kind = "" if alone else "cardinal"
        soft = alone and first.kind is UNIT and value <= (2 if first.ordinal else 1)
        soft = soft or (alone and first.ordinal and self.text[first.end - 1] == "ا")  # ثالثاً: third, thirdly
        also = first.also if alone else ()
        if (
            alone and first.kind is MAGNITUDE and self.text[first.end - 1] == "ا"
        ):  # ألفا: two, or one with its tanwin left out
            also = (self.scale,)
        return Composed(here, value, kind, also, soft, scale=self.scale), end

    def _begin(self, atom: Atom) -> None:
        self.last = atom.kind
        if atom.kind is MAGNITUDE:
            self.total, self.scale = atom.value, _scale(atom)
        else:
            self.group = atom.value

    def _takes(self, atom: Atom, here: int) -> bool:
        """Add the atom if it belongs to the number; False where the next number begins."""
        gap = _gap(self.atoms, here, self.text)
        joined = atom.joined or gap in _JOINED_GAPS
        if gap not in _GAPS and gap not in _JOINED_GAPS:
            return False
        if self.atoms[here - 1].role == "identifier" or (atom.ordinal and atom.kind is not TENS):
            return False
        return self._takes_joined(atom) if joined else self._takes_plain(atom)

    def _takes_joined(self, atom: Atom) -> bool:
        kind, last, group = atom.kind, self.last, self.group
        first = self.atoms[self.at]
        if kind in (HALF, PART):
            return self._add_part(atom)
        if first.ordinal:
            return kind is TENS and last is UNIT and self._add(atom.value)
        if kind is TENS and last is UNIT:
            return self._add(atom.value)
        if kind in (UNIT, TEEN, TENS) and last is HUNDRED and isinstance(group, int) and group % 100 == 0:
            return self._add(atom.value)
        if last not in _MULTIPLIES:
            return False
        if kind in (UNIT, TEEN, TENS, HUNDRED) or (kind is FIGURE and not atom.role):
            return atom.value < self.scale and self._add(atom.value)
        if kind is MAGNITUDE and atom.value < self.scale:
            self.total += atom.value
            self.scale = _scale(atom)
            return True
        return False

    def _takes_plain(self, atom: Atom) -> bool:
        kind, last, group = atom.kind, self.last, self.group
        if kind is TEEN:
            first = self.atoms[self.at]
            if (
                first.ordinal and first.value == 1 and "أ" in self.text[first.start : first.end]
            ):  # أول عشر عينات
                return False
            return last is UNIT and atom.value == 10 and self._add(10)
        if kind is HUNDRED and atom.value == 100 and last is UNIT and group is not None and group > 2:
            self.group = group * 100
            return True
        if kind in _MULTIPLIES and atom.value >= 1000:
            return self._multiply(_scale(atom))
        return False

    def _add(self, value: Value) -> bool:
        self.group = (self.group or 0) + value
        return True

    def _add_part(self, atom: Atom) -> bool:
        """و + نصف: half of the last thousand or million, else half of one."""
        if self.last in (HALF, PART) or self.atoms[self.at].ordinal:
            return False
        self.total += atom.value * (self.scale if self.group is None else 1)
        return True

    def _multiply(self, scale: int) -> bool:
        if self.last in (HALF, PART):  # مليون ونصف المليون
            return scale == self.scale or (self.scale == 1 and self._multiply_all(scale))
        if self.group is not None:
            if self.scale != 1 and scale >= self.scale:
                return False
            self.total, self.group, self.scale = self.total + self.group * scale, None, scale
            return True
        return scale > self.scale and self._multiply_all(scale)

    def _multiply_all(self, scale: int) -> bool:
        """ثلاثة ونصف مليون; ألف مليار."""
        self.total, self.group, self.scale = (self.total + (self.group or 0)) * scale, None, scale
        return True
