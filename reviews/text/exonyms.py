"""Names that are known beforehand: countries, peoples, cities, organisations and persons in both languages.

Countries and their CLDR names come from Babel, adjectives from `nationalities`, the rest from exonyms.toml.
A name is told by its number, so that سوري, سوريا, Syria and Syrians are one.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from reviews.text.measures import ARABIC_MONEY
from reviews.text.nationalities import NATIONALITIES
from reviews.text.visible import words_of

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-ÞĀŠŽ](?<!\w.)(?:(?:\.[A-Z])+\.|[^\W\d_]*)"
)  # the capital first: it is found fast
_NEXT = re.compile(r"\.?[ \u00a0\n-]?['’]?([^\W\d_]+)")
_MONEY_BEFORE = re.compile(rf"(?<!\w)[بلو]?(?:ال)?(?:{'|'.join(ARABIC_MONEY)}) \Z")
_DEFINITE = ("", "و", "ف", "ب", "ك", "وب")  # before a word that has its article
_BARE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "لل", "ولل", "فال", "كال")
_ALSO_WORDS = frozenset(
    "مالي غاني تركي هندي كيني جورجي روماني تشادي نيجري كوبي كندي بنمي عاجي مغربي قطري".split()
)
_ENDINGS = ("", "ة", "ين", "ون")


class Known(NamedTuple):
    """A known name in a text: offsets, what stands there, its numbers, its English.

    `soft`: the words are also ordinary ones (صور, Nice): they may answer a name and never accuse.
    `adjective`: an adjective of nationality, which a translation may well leave out.
    """

    start: int
    end: int
    raw: str
    names: tuple[int, ...]
    english: str
    soft: bool
    adjective: bool = False


class _Form(NamedTuple):
    rest: tuple[str, ...]  # the words after the first
    name: int
    soft: bool
    adjective: bool = False


class _Book(NamedTuple):
    """Every name: its English, and the forms of either language by their first word."""

    english: tuple[str, ...]
    arabic: tuple[tuple[str, ...], ...]  # the longer forms of each, without article
    forms: dict[str, dict[str, list[_Form]]]


def _sides(line: str) -> tuple[list[str], list[str]]:
    left, _, right = line.partition(" = ")
    return [form.strip() for form in left.split("|")], [form.strip() for form in right.split("|")]


def _table() -> dict[str, str]:
    return tomllib.loads((Path(__file__).parent / "exonyms.toml").read_text(encoding="utf-8"))


def _countries(lines: str) -> Iterator[tuple[list[str], list[str]]]:
    """CLDR's names, our own, and the adjectives, as one name each."""
    ours = dict(line.split(": ", 1) for line in lines.strip().splitlines())
    adjectives = {nation.country: nation for nation in NATIONALITIES}
    arabic, english = Locale.parse("ar").territories, Locale.parse("en").territories
    codes = [
        code for code in english if len(code) == 2 and code not in {"EU", "UN", "XA", "XB", "ZZ", "QO", "EZ"}
    ]
    for code in dict.fromkeys([*ours, *codes]):
        left, right = _sides(ours[code]) if code in ours else ([], [])
        if code in arabic and f"~{arabic[code]}" not in left:
            left.append(arabic[code])
        if code in english:
            right.append(english[code].split(" (")[0].replace("’", "'"))
        if nation := adjectives.get(code):
            forms = [form for adjective in nation.arabic for form in _adjective(adjective)]
            left += [form for form in forms if form.removeprefix("~") not in left]
            right += [form for adjective in nation.english for form in (adjective, f"{adjective}s")]
        yield left, right


def _adjective(adjective: str) -> list[str]:
    mark = "~" if adjective in _ALSO_WORDS else ""
    if " " in adjective:
        return [adjective]
    return [*(f"{mark}{adjective}{ending}" for ending in _ENDINGS), f"~{adjective}ا"]


@cache
def _book() -> _Book:
    table = _table()
    lines = [
        line
        for part in ("places", "peoples", "organisations", "persons")
        for line in table[part].splitlines()
    ]
    names = [*_countries(table["countries"]), *(_sides(line) for line in lines if " = " in line)]
    arabic: dict[str, list[_Form]] = {}
    english: dict[str, list[_Form]] = {}
    for number, (left, right) in enumerate(names):
        for form, soft in map(_soft, dict.fromkeys([*left, *_nisbas(left)])):
            first, *rest = form.split()
            entry = _Form(tuple(rest), number, soft, not rest and _is_adjective(first))
            for spelling in _hamzas(first):
                for written in _joined(spelling):
                    arabic.setdefault(written, []).append(entry)
        for form, soft in map(_soft, dict.fromkeys(right)):
            first, *rest = map(_key, _WORD.findall(form))
            english.setdefault(first, []).append(_Form(tuple(rest), number, soft))
    for forms in (arabic, english):
        for entries in forms.values():
            entries.sort(key=_fewest_words, reverse=True)
    bare = tuple(
        tuple(one for form in left if len(one := _soft(form)[0].removeprefix("ال")) > 3) for left, _ in names
    )
    return _Book(tuple(_soft(right[0])[0] for _, right in names), bare, {"ar": arabic, "en": english})


def _nisbas(forms: Iterable[str]) -> Iterator[str]:
    """اسكتلندا makes اسكتلندي, دمشق makes دمشقي: never missed, but welcome."""
    for form in forms:
        stem = form.removeprefix("~").removeprefix("ال").rstrip("اةىه")
        if " " not in stem and len(stem) > 2 and stem[-1] != "ي":
            yield from (stem + ending for ending in ("ي", "ية", "يين", "يون"))


def _is_adjective(word: str) -> bool:
    """سوري, السورية, سوريين: the table of names holds them beside the country."""
    return word.removeprefix("ال").endswith(("ي", "ية", "يين", "يون"))


def _fewest_words(form: _Form) -> int:
    return len(form.rest)


def _hamzas(word: str) -> set[str]:
    """The word with and without the hamza of alef, which people write as they like at a name's beginning."""
    bare = word.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")
    spellings = {word, bare}
    if bare[0] == "ا" and bare[:2] != "ال":
        spellings |= {"أ" + bare[1:], "إ" + bare[1:]}
    return spellings


def _soft(form: str) -> tuple[str, bool]:
    return form.removeprefix("~"), form.startswith("~")


def _joined(word: str) -> Iterator[str]:
    """The word with و ف ب ل ك written onto it."""
    if not word.startswith("ال"):
        yield from (clitic + word for clitic in _BARE)
        return
    yield from (clitic + word for clitic in _DEFINITE)
    stem = word[2:] if word[2:3] != "ل" else word[3:]
    yield from ("لل" + stem, "ولل" + stem, "فلل" + stem)


def _key(word: str) -> str:
    """English short forms in capitals stay as they are (US is not us); other words come in small letters."""
    bare = word.replace(".", "") if "." in word else word
    return bare if bare.isupper() and len(bare) < 6 else bare.lower()


def arabic_forms(name: int) -> tuple[str, ...]:
    """The longer Arabic forms of a known name, with and without the spaces inside."""
    forms = _book().arabic[name]
    return (*forms, *(form.replace(" ", "") for form in forms if " " in form))


def known(text: str, language: str) -> list[Known]:
    """The known names of a text in order, the longest first where one holds another.

    `text` without hidden marks; `language` is ar or en. In English a name begins with a capital.
    """
    book = _book()
    forms = book.forms[language]
    english = language == "en"
    pattern = _NAME if english else _LETTERS
    if not english and forms.keys().isdisjoint(words_of(text)):
        return []
    found: list[Known] = []
    upto = 0
    for match in pattern.finditer(text):
        entries = forms.get(_key(match[0]) if english else match[0])
        if not entries or match.start() < upto:
            continue
        best, end = _longest(entries, text, match.end(), english=english)
        if best:
            upto = end
            start = match.start()
            names = tuple(form.name for form in best)
            soft = any(form.soft for form in best)
            adjective = any(form.adjective for form in best)
            soft = soft or (adjective and bool(_MONEY_BEFORE.search(text, max(0, start - 10), start)))
            found.append(Known(start, end, text[start:end], names, book.english[names[0]], soft, adjective))
    return found


def _longest(entries: Sequence[_Form], text: str, end: int, *, english: bool) -> tuple[list[_Form], int]:
    """The longest forms that stand at this word, and where they end; several names may share one form."""
    if not entries[0].rest:
        return list(dict.fromkeys(entries)), end
    ends = [end]
    following: list[str] = []
    for _ in entries[0].rest:
        word = _NEXT.match(text, ends[-1])
        if not word:
            break
        following.append(_key(word[1]) if english else word[1])
        ends.append(word.end())
    for form in entries:
        size = len(form.rest)
        if tuple(following[:size]) == form.rest:
            return list(dict.fromkeys(other for other in entries if other.rest == form.rest)), ends[size]
    return [], end
