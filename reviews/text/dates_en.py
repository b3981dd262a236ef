"""Reads the dates and times of an English text (invisible marks already taken out)."""

import re
from collections.abc import Iterable, Iterator

from reviews.text.calendar_words import (
    ENGLISH_HIJRI,
    ENGLISH_MONTHS,
    ENGLISH_MONTHS_SHORT,
    ENGLISH_WEEKDAYS,
    ENGLISH_WEEKDAYS_SHORT,
)
from reviews.text.clocks_en import HAS_TIME, TIME_WORDS, english_clocks
from reviews.text.mentions import DateMention, apart, place
from reviews.text.numeric_dates import numeric_dates
from reviews.text.visible import words_of

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_DAY_WORDS = {word: n for n, word in enumerate(_ORDINALS, 1)} | {"thirtieth": 30, "thirty-first": 31}
_DAY_WORDS |= {f"twenty-{word}": n for n, word in enumerate(_ORDINALS[:9], 21)}


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_WEEKDAYS = _either(
    [*ENGLISH_WEEKDAYS, *(f"{word}\\." for word in ENGLISH_WEEKDAYS_SHORT), *ENGLISH_WEEKDAYS_SHORT]
)
_SHORT_ONLY = ENGLISH_MONTHS_SHORT.keys() - ENGLISH_MONTHS.keys()
_KNOWN = ENGLISH_MONTHS.keys() | _SHORT_ONLY | ENGLISH_WEEKDAYS.keys() | ENGLISH_HIJRI.keys()
_KNOWN |= {f"{word}s" for word in ENGLISH_WEEKDAYS} | {"rabi", "jumada", "dhu", "dhul"}

_WORD = re.compile(r"[^\W\d_]+")
_HAS_DIGIT = re.compile(r"\d")
_DIGIT_PAIR = re.compile(r"\d[/.:\-]\d")
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_JOIN = r"(?: ?[-–—/] ?|, | and | to | or )"
_DAYS_BEFORE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAYS}),?(?: the)? )?"
    rf"(?:(?<![\d.,/:$£€\-])(?:{_DAY.format('one')}{_JOIN})?(?:{_DAY.format('two')}{_JOIN})?{_DAY.format('three')}"
    rf"|\b(?P<words>{_either(_DAY_WORDS)}))(?: day)?(?: of)? \Z"
)
_DAYS_AFTER = re.compile(
    rf"\.? (?:the )?(?:{_DAY.format('one')}(?:(?: ?[-–—/] ?|, | and | to | or ){_DAY.format('two')})?"
    rf"(?:(?: ?[-–—/] ?|,? and ){_DAY.format('three')})?"
    r"(?![\d%]|[.,:/]\d| ?(?:percent|per cent|million|[ap]\.?m\b))"
    rf"|(?P<words>{_either(_DAY_WORDS)})\b)"
)
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{_WEEKDAYS}),?(?: the| of| in| \()? ?\Z")
_YEAR = re.compile(
    r"(?:,|\.)? ?(?:(?:in|of) (?:the year )?|\()?(?P<year>1[5-9]\d\d|20\d\d|21\d\d)(?![\d%]|[.,]\d|s\b)"
)
_HIJRI_YEAR = re.compile(r",? (?P<year>1[2-5]\d\d)(?: ?ah\b)?")
_ALSO_WORDS = frozenset({"may", "march", "august"})
_ALSO_NAMES = _ALSO_WORDS | {"april", "june"}
_MONTH_CONTEXT = re.compile(
    r"\b(?:in|on|since|until|till|by|last|next|this|of|from|to|through|during|before|after|early|late|mid|and|or|around|every"
    r"|each|following|past|previous|between|throughout|month|for)[ -]\Z"
)
_NOT_A_MONTH = re.compile(
    r"['’]s|[ ](?:said|says|has|had|is|was|will|would|told|also|have|be|not|the|and her)\b"
)
_PAPER = re.compile(r" (?:times|mirror|express|post|telegraph|mail|world|herald|tribune|sun|night live)\b")
_HIJRI_TWO = re.compile(
    r"(?P<rabi>rabi['’]?)(?: |-)(?:al|ul|us|uth|ath)?[- ]?(?P<which>awwal|awal|thani|akhir|sani)"
    r"|(?P<jumada>jumada) (?:al|ul|ath|uth)?[- ]?(?P<half>ula|awwal|thani(?:ya)?|akhir(?:a|ah)?)"
    r"|(?:dhu|dhul)(?: |-)?(?:al|l)?[- ]?(?P<dhu>qa['’]?dah?|qi['’]?dah?|hijj?ah?)"
)


def read_english(text: str) -> list[DateMention]:
    """The dates and times of an English text, in order."""
    low = text.lower()
    if len(low) != len(text):  # İ grows in lower case; offsets must not move
        low = "".join(character.lower()[:1] for character in text)
    words = words_of(low)
    found: list[DateMention] = []
    if not _KNOWN.isdisjoint(words):
        found += _worded(text, low)
    if _HAS_DIGIT.search(low):
        if _DIGIT_PAIR.search(low):
            found += numeric_dates(low, "en", found)
        if HAS_TIME.search(low) or not TIME_WORDS.isdisjoint(words):
            found += english_clocks(low, found)
    elif not TIME_WORDS.isdisjoint(words):
        found += english_clocks(low, found)
    found.sort(key=place)
    return [mention._replace(raw=text[mention.start : mention.end]) for mention in found]


def _worded(text: str, low: str) -> Iterator[DateMention]:
    """Dates with a month or a weekday in letters."""
    months: list[DateMention] = []
    weekdays: list[DateMention] = []
    upto = 0
    for match in _WORD.finditer(low):
        word = match[0]
        if word not in _KNOWN or match.start() < upto or text[match.start()].islower():
            continue
        bare = word.removesuffix("s")
        if word in ENGLISH_WEEKDAYS or bare in ENGLISH_WEEKDAYS:
            if not _PAPER.match(low, match.end()) and not low.endswith("mail on ", 0, match.start()):
                number = ENGLISH_WEEKDAYS.get(word, ENGLISH_WEEKDAYS.get(bare))
                weekdays.append(DateMention(match.start(), match.end(), "", weekday=number))
        elif mention := _month(text, low, match, upto):
            months.append(mention)
            upto = mention.end
    yield from months
    yield from apart(weekdays, months)


def _month(text: str, low: str, match: re.Match[str], upto: int) -> DateMention | None:
    """The date round a month's name, not before `upto`; None where the word is no month."""
    word, start, end = match[0], match.start(), match.end()
    hijri = _hijri(low, match, upto)
    if hijri:
        return hijri
    month = ENGLISH_MONTHS.get(word) or ENGLISH_MONTHS_SHORT.get(word)
    if month is None:
        return None
    before = _DAYS_BEFORE.search(low, max(upto, start - 40), start)
    after = None if before else _DAYS_AFTER.match(low, end)
    days = _days(before or after)
    if after:
        end = after.end()
    elif word in _SHORT_ONLY and low[end : end + 1] == ".":
        end += 1
    if any(not 1 <= day <= 31 for day in days):
        days, before, after, end = (), None, None, match.end()
    weekday = before["weekday"] if before else None
    if before:
        start = before.start()
    elif found := _WEEKDAY_BEFORE.search(low, max(upto, start - 16), start):
        weekday, start = found["weekday"], found.start()
    year = _YEAR.match(low, end)
    if year:
        end = year.end()
    soft = False
    if not days and not year:
        here = bool(_MONTH_CONTEXT.search(low, max(0, start - 12), match.start()))
        if word in _SHORT_ONLY and not (here and low[end - 1] == "."):
            return None
        soft = (not here and word in _ALSO_NAMES) or (
            word in _ALSO_WORDS and bool(_NOT_A_MONTH.match(low, end))
        )
        if soft and word in _ALSO_WORDS:
            return None
    return DateMention(
        start, end, "", days[0] if days else None, month, int(year["year"]) if year else None,
        _weekday_number(weekday), more_days=days[1:], soft=soft,
    )  # fmt: skip


def _weekday_number(word: str | None) -> int | None:
    if not word:
        return None
    bare = word.removesuffix(".")
    return ENGLISH_WEEKDAYS.get(bare, ENGLISH_WEEKDAYS_SHORT.get(bare))


def _days(found: re.Match[str] | None) -> tuple[int, ...]:
    if not found:
        return ()
    if found["words"]:
        return (_DAY_WORDS[found["words"]],)
    return tuple(int(found[name]) for name in ("one", "two", "three") if found[name])


def _hijri(low: str, match: re.Match[str], upto: int) -> DateMention | None:
    """Ramadan 12, 1439; 3 Rabi al-Thani."""
    word, start, end = match[0], match.start(), match.end()
    month = ENGLISH_HIJRI.get(word)
    if not month and (found := _HIJRI_TWO.match(low, start)):
        end = found.end()
        month = _hijri_two(found)
    if not month:
        return None
    before = _DAYS_BEFORE.search(low, max(upto, start - 40), start)
    after = None if before else _DAYS_AFTER.match(low, end)
    days = _days(before or after)
    start, end = before.start() if before else start, after.end() if after else end
    year = _HIJRI_YEAR.match(low, end)
    return DateMention(
        start, year.end() if year else end, "", days[0] if days else None, month,
        int(year["year"]) if year else None, calendar="hijri", more_days=days[1:], soft=not days and not year,
    )  # fmt: skip


def _hijri_two(found: re.Match[str]) -> int:
    if found["rabi"]:
        return 3 if found["which"].startswith("aw") else 4
    if found["jumada"]:
        return 5 if found["half"] in ("ula", "awwal") else 6
    return 11 if found["dhu"].startswith("q") else 12
