"""How names sound, written alike for both scripts, so that علوش meets Alloush, Aloush and Allouche.

Each script is reduced to the same letters: one for each consonant, a, i, u for vowels. A capital stands for
a sound that needs two Latin letters: S for sh, C for tch, X for kh. Where a letter leaves the sound open (ج,
ch, j) the readings are listed, the likeliest first.
"""

import re
import unicodedata
from functools import lru_cache

_LETTERS = "بپتطثجچژحهخدضذرزظسصشغفڤقكکگلمنويیىاأإآئؤةٱ"
_SOUNDS = "bbtttjCjhhXdddrzzssSgffqkkglmnuiiaaaiaiuaa"
_SILENT = "ءعـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
_ARABIC = str.maketrans(_LETTERS, _SOUNDS, _SILENT)
_ARABIC_OPEN = {"ج": "g", "ذ": "z", "ث": "s", "ق": "g", "ض": "z", "ظ": "d", "غ": "j"}
_ARABIC_OTHERWISE = _ARABIC | {ord(letter): sound for letter, sound in _ARABIC_OPEN.items()}
_NO_SOUND = re.compile("[^A-Za-z]+")
_NO_TURNED = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "þ": "th", "ð": "d", "ə": "a", "æ": "ae", "œ": "oe"}
    | {
        "š": "sh",
        "ž": "zh",
        "č": "tch",
        "ğ": "g",
        "ş": "sh",
        "ç": "tch",
        "ś": "sh",
        "ć": "tch",
        "ź": "z",
        "ż": "z",
    }
    | {"ș": "sh", "ț": "ts", "ţ": "ts", "ñ": "ni"}
)
_LATIN = {
    "tsch": "C", "tch": "C", "sch": "S", "sh": "S", "kh": "X", "gh": "g", "ph": "f", "th": "t", "dh": "d",
    "zh": "j", "dj": "j", "dzh": "j", "ck": "k", "cz": "C", "sz": "S", "qu": "k", "ou": "u", "oo": "u", "ee":
    "i", "ow": "au", "x": "ks", "p": "b", "v": "f", "w": "u", "y": "i", "e": "i", "o": "u", "q": "q", "cc":
    "k" }  # fmt: skip
_LATIN_SOUNDS = re.compile("|".join(sorted(_LATIN, key=len, reverse=True)))
_RH = re.compile("^rh")
_SOFT_C = re.compile("c(?=[eiy])")
_OPEN = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        ("(?<![sct])ch", "sh"),
        ("(?<![sct])ch", "kh"),
        ("j", "y"),
        ("j", "kh"),
        ("g(?=[eiy])", "j"),
        ("w", "v"),
        ("x", "sh"),
        ("ic$", "itch"),
        ("th", "d"),
    )
)
"""Letters that other languages read otherwise: French ch, German and Spanish j, Albanian x, Slavic -ic."""
_TWICE = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"^(?:a|e|u|i|o)(?:l|s|sh|d|n|r|t|z|th|dh)['’]?[- ]")
_VOWELS = re.compile("[aiu]+")
_COARSE = str.maketrans(
    {"q": "K", "k": "K", "g": "K", "X": "K", "j": "J", "C": "J", "S": "J", "z": "s", "h": ""}
)


@lru_cache(maxsize=20_000)
def arabic_sounds(word: str) -> tuple[str, ...]:
    """The readings of one Arabic word (without clitics other than the article), the likeliest first."""
    bare = word[2:] if word.startswith("ال") and len(word) > 4 else word
    bare = bare.replace("تش", "چ")
    reading = _sounds(bare, _ARABIC)
    if _ARABIC_OPEN.keys().isdisjoint(bare):
        return (reading,)
    return (reading, _sounds(bare, _ARABIC_OTHERWISE))


def _sounds(bare: str, table: dict[int, int | str | None]) -> str:
    sounds = bare.translate(table)
    return _squeezed(sounds if sounds.isascii() and sounds.isalpha() else _NO_SOUND.sub("", sounds))


@lru_cache(maxsize=20_000)
def latin_sounds(word: str) -> tuple[str, ...]:
    """The readings of one Latin word, accents and article left out, the likeliest first."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(_NO_TURNED))
    plain = _ARTICLE.sub("", plain, count=1)
    plain = "".join([letter for letter in plain if "a" <= letter <= "z"])
    spellings = [plain]
    for pattern, other in _OPEN:
        if pattern.search(plain):
            spellings += [pattern.sub(other, spelling) for spelling in spellings[:4]]
    return tuple(dict.fromkeys(_latin(spelling) for spelling in spellings))


def _latin(spelling: str) -> str:
    softened = _SOFT_C.sub("s", _RH.sub("r", spelling))
    sounds = _LATIN_SOUNDS.sub(lambda match: _LATIN[match[0]], softened).replace("c", "k")
    return _squeezed(sounds.removesuffix("h"))


def _squeezed(sounds: str) -> str:
    return _TWICE.sub(r"\1", sounds)


@lru_cache(maxsize=40_000)
def skeleton(sounds: str) -> str:
    """The consonants alone."""
    return _VOWELS.sub("", sounds)


@lru_cache(maxsize=40_000)
def coarse(sounds: str) -> str:
    """The consonants in classes: k, q, g, kh are one; j, sh, tch are one; s and z; h is nothing."""
    return _VOWELS.sub("", sounds).translate(_COARSE)
