"""The words of the calendar in both languages: months of every Arab country, Hijri months, weekdays.

CLDR (through Babel) knows the months country by country; what it lacks stands here: other spellings, numbered
months (كانون 2), the Hijri months and the newspaper's abbreviations.
"""

from babel import Locale

_MONTH_LOCALES = (
    "ar",
    "ar_SY",
    "ar_TN",
    "ar_MA",
    "ar_MR",
)  # every family of names; the other countries share one
_MORE_ARABIC_MONTHS = {
    "إبريل": 4,
    "نيسان": 4,
    "يونيه": 6,
    "يوليه": 7,
    "أغسطوس": 8,
    "اغسطس": 8,
    "آذر": 3,
    "آيار": 5,
    "مايس": 5,
    "كانون الثان": 1,
    "شتمبر": 9,
}
_TWO_WORDS = {"كانون": {"ثاني": 1, "أول": 12}, "تشرين": {"أول": 10, "ثاني": 11}}
_NUMBERED = {"ثاني": "2٢", "أول": "1١"}

HIJRI_MONTHS = {
    "محرم": 1,
    "المحرم": 1,
    "صفر": 2,
    "رجب": 7,
    "شعبان": 8,
    "رمضان": 9,
    "شوال": 10,
    "ذو القعدة": 11,
    "ذي القعدة": 11,
    "ذو الحجة": 12,
    "ذي الحجة": 12,
    "ربيع الأول": 3,
    "ربيع الاول": 3,
    "ربيع الثاني": 4,
    "ربيع الآخر": 4,
    "ربيع الاخر": 4,
    "جمادى الأولى": 5,
    "جمادى الاولى": 5,
    "جمادى الأول": 5,
    "جمادى الثانية": 6,
    "جمادى الآخرة": 6,
    "جمادى الاخرة": 6,
}
"""As written in Arabic, one word or two."""

ENGLISH_HIJRI = {
    "muharram": 1,
    "safar": 2,
    "rajab": 7,
    "shaaban": 8,
    "shaban": 8,
    "sha'ban": 8,
    "ramadan": 9,
    "ramadhan": 9,
    "shawwal": 10,
}


def _without_hamza(word: str) -> str:
    return word.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا")


def _spelled(words: dict[str, int]) -> dict[str, int]:
    return {_without_hamza(word): number for word, number in words.items()} | words


def _arabic_months() -> dict[str, int]:
    """Single words only; كانون and تشرين need their second word."""
    months = dict(_MORE_ARABIC_MONTHS)
    for name in _MONTH_LOCALES:
        months |= {month: number for number, month in Locale.parse(name).months["format"]["wide"].items()}
    return _spelled({word: number for word, number in months.items() if " " not in word})


ARABIC_MONTHS: dict[str, int] = _arabic_months()
SECOND_WORDS: dict[str, dict[str, int]] = {
    first: {
        word: number
        for second, number in seconds.items()
        for bare in {second, _without_hamza(second)}
        for word in ("ال" + bare, bare, *_NUMBERED[second])
    }
    for first, seconds in _TWO_WORDS.items()
}
"""كانون and تشرين: what may follow, in words or as a number, and the month it makes."""

RISKY_ARABIC = frozenset("مارس آب اب أب ماي أوت اوت جوان صفر رجب شعبان شوال محرم المحرم".split())
"""Month names that are more often another word or a person: they count only beside a day, a year or `in`."""

ARABIC_WEEKDAYS: dict[str, int] = _spelled(
    {name: number for number, name in Locale.parse("ar").days["format"]["wide"].items()}
    | {"الإثنين": 0, "الأثنين": 0, "الثلثاء": 1, "الاربعا": 2, "الأربعا": 2, "الجمعه": 4}
)
"""With their article; Monday is 0."""

ENGLISH_MONTHS: dict[str, int] = {
    name.lower(): number for number, name in Locale.parse("en").months["format"]["wide"].items()
}
ENGLISH_MONTHS_SHORT: dict[str, int] = {
    name.lower(): number for number, name in Locale.parse("en").months["format"]["abbreviated"].items()
} | {"sept": 9}
ENGLISH_WEEKDAYS: dict[str, int] = {
    name.lower(): number for number, name in Locale.parse("en").days["format"]["wide"].items()
}
ENGLISH_WEEKDAYS_SHORT: dict[str, int] = {
    name.lower(): number for number, name in Locale.parse("en").days["format"]["abbreviated"].items()
} | {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
LEVANTINE: frozenset[str] = frozenset(
    _spelled({word.split()[0]: 1 for word in Locale.parse("ar_SY").months["format"]["wide"].values()})
)
"""First words of the Levantine names: a double name joins one of these to one of the others."""
