"""Errors made on purpose, one at a time, so that `evaluate` can count how many the checks find.

Each maker takes the Arabic, the English, a seeded random source and English of other segments; it gives the
English with one error of its kind, or None where there is no room for it. Makers know nothing of the checks.
"""

import re
from collections.abc import Callable
from random import Random

from reviews.text.lexicon import frequencies

Maker = Callable[[str, str, Random, list[str]], str | None]

MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLACES = (
    "London Paris Berlin Moscow Washington Damascus Aleppo Cairo Baghdad Beirut Tokyo Madrid Rome "
    "Ankara Tehran "
    "Syria Iraq Lebanon Jordan Turkey Iran Russia China Germany France Spain Italy Japan India Mexico Canada "
    "Egypt Israel Brazil Chile Bolivia Scotland Wales England Britain Ireland America Australia Indonesia "
    "Venezuela Yemen Libya"
).split()
CURRENCIES = (
    ("$", "€"),
    ("£", "$"),
    ("€", "£"),
    ("dollars", "euros"),
    ("pounds", "dollars"),
    ("euros", "pounds"),
)
SCALES = (("million", "billion"), ("billion", "million"), ("thousand", "million"), ("hundred", "thousand"))
UNITS = (
    ("miles", "kilometers"), ("kilometers", "miles"), ("metres", "miles"), ("feet", "meters"),
    ("meters", "feet"),
    ("yards", "miles"), ("minutes", "hours"), ("hours", "minutes"), ("years", "months"), ("months", "weeks"),
    ("weeks", "days"), ("days", "weeks"), ("pound", "kilogram"), ("degrees", "percent"),
)  # fmt: skip
COMMON = frozenset(
    "The A An In On At It He She They We You I His Her Their This That These Those But And Or If "
    "When While As For "
    "From After Before With By To Of Is Are Was Were There Here What Who How Why Where Which One "
    "Two Three".split()
)
NAME = re.compile(r"(?<![.!?\"'“‘:] )(?<=\s)[A-Z][a-z]{3,}\b(?!['’]t)")


def _swap(text: str, rng: Random, pairs: tuple[tuple[str, str], ...]) -> str | None:
    """One of the pairs, replaced at one of its places."""
    places = [(m.span(), new) for old, new in pairs for m in re.finditer(_bounded(old), text)]
    if not places:
        return None
    (start, end), new = rng.choice(places)
    return text[:start] + new + text[end:]


def _bounded(word: str) -> str:
    return rf"\b{re.escape(word)}\b" if word.isalpha() else re.escape(word) + r"(?=\d)"


def _replace(text: str, pattern: str, rng: Random, new: Callable[[re.Match[str]], str | None]) -> str | None:
    """One match of the pattern, at random, replaced by what `new` makes of it."""
    found = list(re.finditer(pattern, text))
    if not found:
        return None
    match = rng.choice(found)
    made = new(match)
    changed = None if made is None else text[: match.start()] + made + text[match.end() :]
    return None if changed == text else changed


def _other(word: str, choices: list[str], rng: Random) -> str:
    return rng.choice([choice for choice in choices if choice != word])


def number(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """A digit of a figure changed, or two changed over."""

    def change(match: re.Match[str]) -> str:
        digits, at = match.group(), rng.randrange(len(match.group()))
        return digits[:at] + _other(digits[at], list("123456789"), rng) + digits[at + 1 :]

    return _replace(target, r"(?<![\w.,-])\d+(?![\w-])", rng, change)


def number_dropped(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, r"(?<=[a-z] )\d[\d,.]*\d (?=[a-z])", rng, lambda _m: "")


def number_word(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    words = "three four five six seven eight nine eleven twelve fifteen twenty".split()
    return _replace(
        target, r"\b(?:" + "|".join(words) + r")\b(?!-)", rng, lambda m: _other(m.group(), words, rng)
    )


def scale(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _swap(target, rng, SCALES)


def percent(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, r"(?<=\d)%| per ?cent\b", rng, lambda _m: "")


def currency(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _swap(target, rng, CURRENCIES)


def unit(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    pairs = "|".join(old for old, _new in UNITS)
    return _replace(target, rf"(?<=\d[ -])(?:{pairs})\b", rng, lambda m: dict(UNITS)[m.group()])


def month(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    names = "|".join(name for name in MONTHS if name not in {"May", "March"})
    return _replace(
        target, rf"\b(?:{names}|March(?= \d)|May(?= \d))\b", rng, lambda m: _other(m.group(), MONTHS, rng)
    )


def weekday(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, rf"\b(?:{'|'.join(DAYS)})\b", rng, lambda m: _other(m.group(), DAYS, rng))


def year(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(
        target,
        r"\b(?:19|20)\d\d\b(?!s)",
        rng,
        lambda m: str(int(m.group()) + rng.choice([-10, -2, -1, 1, 2])),
    )


def _is_name(word: str) -> bool:
    everyday = frequencies("en").get(word.lower(), 0) > 3000
    return not everyday and word not in COMMON and word not in {*PLACES, *MONTHS, *DAYS}


def name(_source: str, target: str, rng: Random, pool: list[str]) -> str | None:
    """A name put in the place of another, both out of the stories; everyday words are none."""
    candidates = [m for m in NAME.finditer(target) if _is_name(m.group())]
    others = [m.group() for line in rng.sample(pool, min(40, len(pool))) for m in NAME.finditer(line)]
    others = [other for other in others if other not in target and _is_name(other)]
    if not candidates or not others:
        return None
    match = rng.choice(candidates)
    return target[: match.start()] + rng.choice(others) + target[match.end() :]


def place(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, rf"\b(?:{'|'.join(PLACES)})\b", rng, lambda m: _other(m.group(), PLACES, rng))


def negation(source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """A plain denial taken out, where the Arabic has one."""
    if not re.search(r"(?<!\w)[وف]?(?:لم|لن|لا|ليس\w{0,2}|غير|عدم|بدون|دون|نفى|رفض)(?!\w)", source):
        return None
    pattern = r"\b(?:(?:did|do|does)n['’]t |(\w+)n['’]t\b|(can)not\b|(?:not|never) )"
    irregular = {"ca": "can", "wo": "will", "sha": "shall"}

    def change(match: re.Match[str]) -> str:
        stem = match.group(1) or match.group(2) or ""
        return irregular.get(stem, stem)

    return _replace(target, pattern, rng, change)


def question(_source: str, target: str, _rng: Random, _pool: list[str]) -> str | None:
    return target.replace("?", ".") if "?" in target else None


def bracket(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, r"[()\[\]]", rng, lambda _m: "")


def quote(source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """One mark of a quotation taken away, where both texts have whole ones."""
    marks = [len(re.findall(r"[\"“”«»]", text)) for text in (source, target)]
    if marks[0] != marks[1] or marks[0] % 2:
        return None
    return _replace(target, r"[\"“”]", rng, lambda _m: "")


def end_mark(source: str, target: str, _rng: Random, _pool: list[str]) -> str | None:
    if not source.rstrip('"»”’)] ').endswith((".", "؟", "!")):
        return None
    return target[:-1] if target.endswith((".", "?", "!")) and not target.endswith("..") else None


def comma(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """A mark of the Arabic text in place of the English one."""
    marks = {",": "،", ";": "؛", "?": "؟"}
    return _replace(target, r"(?<=[a-z])[,;?]", rng, lambda m: marks[m.group()])


def digits(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    table = str.maketrans("0123456789%", "٠١٢٣٤٥٦٧٨٩٪")
    return _replace(target, r"\d+%?", rng, lambda m: m.group().translate(table))


def spacing(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """A space doubled, put before a mark, or left out behind one."""
    kind = rng.randrange(3)
    if kind == 0:
        return _replace(target, r"(?<=\w) (?=\w)", rng, lambda _m: "  ")
    if kind == 1:
        return _replace(target, r"(?<=[a-z])[,;.?!](?=\s|$)", rng, lambda m: " " + m.group())
    return _replace(target, r"(?<=[a-z][,;]) (?=[a-z])", rng, lambda _m: "")


def doubled(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, r"(?<=\s)[a-z]{2,}(?=\s)", rng, lambda m: f"{m.group()} {m.group()}")


def bidi(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(
        target, r"(?<=\w)(?=\W)", rng, lambda _m: rng.choice("\u200e\u200f\u202b\u202e\u061c\u2067")
    )


def invisible(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, r"(?<=\w)(?=\w)", rng, lambda _m: rng.choice("\u200b\u00ad\ufeff\u2060"))


def empty(_source: str, _target: str, rng: Random, _pool: list[str]) -> str:
    return rng.choice(["", " "])


def copied(source: str, _target: str, _rng: Random, _pool: list[str]) -> str:
    return source


def arabic_left(source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    words = re.findall(r"[\u0621-\u064a]{3,}", source)
    return (
        _replace(target, r"(?<=\s)[A-Za-z]{4,}(?=\s)", rng, lambda _m: rng.choice(words)) if words else None
    )


def wrong_segment(_source: str, target: str, rng: Random, pool: list[str]) -> str | None:
    """The English of another segment, of about the same length, so that length alone gives nothing away."""
    near = [line for line in pool if line != target and 0.7 < len(line) / max(len(target), 1) < 1.4]
    return rng.choice(near) if near else None


def truncated(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    words = target.split(" ")
    return " ".join(words[: int(len(words) * rng.uniform(0.4, 0.7))]) if len(words) > 7 else None


def tail_lost(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """The end left out and the sentence closed all the same."""
    short = truncated(_source, target, rng, _pool)
    return short.rstrip(",;:") + "." if short else None


def addition(_source: str, target: str, rng: Random, pool: list[str]) -> str | None:
    other = rng.choice(pool)
    return f"{target} {other}" if other != target and len(other) > 40 else None


def misspelling(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    """A slip inside a word: two letters changed over, one lost, one doubled, one wrong."""

    def change(match: re.Match[str]) -> str | None:
        word = match.group()
        at = rng.randrange(1, len(word) - 2)
        a, b = word[:at], word[at:]
        kinds = (a + b[1] + b[0] + b[2:], a + b[1:], a + b[0] + b, a + rng.choice("etaoinshr") + b[1:])
        return rng.choice(kinds)

    return _replace(target, r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])", rng, change)


def article(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    swapped = {"a": "an", "an": "a"}
    return _replace(
        target, r"(?<=\s)an?(?= [b-df-gj-np-tv-z])|(?<=\s)an(?= [ai])", rng, lambda m: swapped[m.group()]
    )


def address(_source: str, target: str, rng: Random, _pool: list[str]) -> str | None:
    return _replace(target, r"(?<=@)\w{3,}|(?<=www\.)\w+", rng, lambda m: m.group()[:-1] + "x")


def capital(_source: str, target: str, _rng: Random, _pool: list[str]) -> str | None:
    return target[0].lower() + target[1:] if target[:1].isupper() and target[1:2].islower() else None


MECHANICAL = (number, number_dropped, number_word, scale, percent, currency, unit, month, weekday, year,
              bracket, quote, end_mark, comma, digits, spacing, doubled, bidi, invisible, empty, copied,
              arabic_left, address)  # fmt: skip
JUDGED = (negation, question, wrong_segment, truncated, tail_lost, addition, misspelling)
NAMES = (name, place)
OTHER = (article, capital)
GROUPS: tuple[tuple[str, float, tuple[Maker, ...]], ...] = (
    ("mechanical", 0.97, MECHANICAL),
    ("judged", 0.90, JUDGED),
    ("names and places", 0.85, NAMES),
    ("other", 0.0, OTHER),
)
