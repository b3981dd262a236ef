"""Names across the scripts: whether علوش is Alloush, which names a pair of texts shares, which one lacks.

Known names (countries, cities, organisations: `exonyms`) meet by the table, all others by their sound. Both
ways are loose, since spellings are: a name check should say what has no partner at all, and what is spelt in
two ways.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from reviews.text.capitals import ARTICLES, Candidate, candidates, is_ordinary
from reviews.text.exonyms import Known, arabic_forms, known
from reviews.text.lexicon import frequencies
from reviews.text.transliteration import arabic_sounds, coarse, latin_sounds, skeleton
from reviews.text.visible import Visible, made_visible

_LATIN_WORD = re.compile(r"[^\W\d_]+(?:['’ʿʾ`][^\W\d_]+)*")
_NO_VOWEL = re.compile("[^aeiouy]")
_TWICE = re.compile(r"(.)\1+")
_STRICT = str.maketrans("ieyou", "iiiuu")
_LENIENT = str.maketrans("ieyoua", "iiiuui")
_ARABIC_WORD = re.compile(r"[\u0621-\u063a\u0641-\u065f\u0670-\u06d3\u0640]+")
_FIRST_HALVES = frozenset(
    "عبد وعبد أبو وأبو ابو أبي أبا سيف صلاح علاء نور شمس عز محيي محي ضياء بهاء جلال حسام فخر تقي زين "
    "بدر جمال كمال".split()
)
"""Words that Latin letters often join to the next: عبد الرحمن, Abdelrahman."""
_JOINED = re.compile(r"[وف]?(?:[بلك]?(?:ال)?|لل)")
_RARE = 15
_SMALL_WORDS = frozenset(
    "من في على إلى عن أن إن لا ما لم لن قد كان كانت هذا هذه ذلك تلك التي الذي الذين بعد قبل عند مع "
    "كل بين حتى منذ أو ثم لكن "
    "وقد وكان هو هي هم أي غير بعض تم يتم أنه إنه أنها إنها بأن وأن لأن كما حيث عام يوم وقال قال وفي "
    "ومن وعلى".split()
)
NAME_LIMIT = 0.65
"""From here on `similar` means one name: it keeps 98 in 100 true pairs, and 1 in 300 chance pairs."""
_MOST_NAMES = 200  # of one segment; what comes after them is not looked for
_GLUED = 5  # consonants; a longer word may be several
_FAR = 4_000  # code points in which a name without its space is looked for
_GLUED_WORD = re.compile(r"[^\W\d_]{15}")  # copy that has lost its spaces hides its names
_SURE = 0.8
_SHORT_LIMITS = (0.85, 0.85, 0.75)  # by the number of consonants: chance resembles a short name sooner


def key(name: str, language: str) -> frozenset[str]:
    """Keys of a name in ar or en: two spellings of one name share a key, other names seldom do."""
    if language == "ar":
        words = [arabic_sounds(word) for word in _ARABIC_WORD.findall(name)]
    else:
        words = [latin_sounds(word) for word in _LATIN_WORD.findall(name) if word.lower() not in ARTICLES]
    return frozenset(coarse(sounds) or sounds for sounds in _joined(words))


def _joined(words: Sequence[tuple[str, ...]]) -> list[str]:
    """The readings of a name of several words; at most eight."""
    readings = [""]
    for word in words:
        readings = [before + sounds for before in readings for sounds in word][:8]
    return [sounds for sounds in readings if sounds]


def similar(arabic: str, latin: str) -> float:
    """How alike a name in Arabic and one in Latin letters sound, from 0 to 1; articles do not count."""
    left = _joined([arabic_sounds(word) for word in _ARABIC_WORD.findall(arabic)])
    right = _joined(
        [latin_sounds(word) for word in _LATIN_WORD.findall(latin) if word.lower() not in ARTICLES]
    )
    return max((_alike(one, other) for one in left for other in right), default=0.0)


def _alike(one: str, other: str) -> float:
    """Consonants, their classes, and the whole with its vowels."""
    whole = Indel.normalized_similarity(one, other)
    bones, others = skeleton(one), skeleton(other)
    if not bones and not others:
        return whole
    exact = Levenshtein.normalized_similarity(bones, others)
    classes, other_classes = coarse(one), coarse(other)
    loose = Levenshtein.normalized_similarity(classes, other_classes) if classes or other_classes else exact
    return 0.25 * exact + 0.4 * loose + 0.35 * whole


def limit(sounds: str) -> float:
    """From which similarity on a name of these sounds is found again."""
    consonants = len(skeleton(sounds))
    return _SHORT_LIMITS[consonants] if consonants < len(_SHORT_LIMITS) else NAME_LIMIT


def same_latin(one: str, other: str) -> bool:
    """Whether two Latin forms are one name spelt in two ways: Alloush and Aloush, but not Hassan and Hussein.

    Hyphens, capitals, accents and articles do not count; consonants must agree, and vowels must be such as
    one sound is often written with (e and i, o and u, in longer names also a and e).
    """
    left, right = _plain_words(one), _plain_words(other)
    if "".join(left) == "".join(right):
        return True
    bones, others = key(one, "en"), key(other, "en")
    if bones.isdisjoint(others) or min(map(len, bones)) < 2:
        return False
    lenient = len(skeleton(latin_sounds("".join(left))[0])) > 3
    return _same_vowels("".join(left), "".join(right), lenient=lenient)


def _plain_words(name: str) -> list[str]:
    words = [unicodedata.normalize("NFKD", word.lower()) for word in _LATIN_WORD.findall(name)]
    letters = ["".join(letter for letter in word if "a" <= letter <= "z") for word in words]
    return [word for word in letters if word not in ARTICLES] or letters


def _same_vowels(one: str, other: str, *, lenient: bool) -> bool:
    """Vowel by vowel, doubles and an h at the end left out."""
    classes = _LENIENT if lenient else _STRICT
    return _vowels(one).translate(classes) == _vowels(other).translate(classes)


def _vowels(letters: str) -> str:
    spelled = (
        letters.removesuffix("h").replace("ou", "u").replace("oo", "u").replace("ee", "i").replace("ai", "a")
    )
    spelled = spelled.replace("ay", "a").replace("ei", "a").replace("ey", "a")
    return _NO_VOWEL.sub("", _TWICE.sub(r"\1", spelled.rstrip("e") if len(spelled) > 4 else spelled))


class NameMention(NamedTuple):
    """A name in one of two texts: offsets, what stands there, and its English where the name is known.

    `sure`, for a name that only the English has: the Arabic holds a name that the English does not answer,
    so that one seems to stand for the other.
    """

    start: int
    end: int
    raw: str
    english: str = ""
    sure: bool = False


Pair = tuple[NameMention, NameMention]


class _Sounds(NamedTuple):
    """What a text may sound like, word by word: readings, their classes, the word each belongs to."""

    readings: list[str]
    classes: list[str]
    spans: list[tuple[int, int]]


def match(source: str, target: str) -> tuple[list[Pair], list[NameMention], list[NameMention]]:
    """Names of the Arabic with their English, known names the English lacks, names only the English has.

    Nothing doubtful is held against the translation: neither words that may be no name, nor a name that
    sounds like any word of the other text.
    """
    left, right = made_visible(source, "ar"), made_visible(target, "en")
    ours, theirs, others = known(left.plain, "ar"), known(right.plain, "en"), candidates(right.plain)
    if not ours and not others:
        return [], [], []
    pairs, unexpected, answered = _known_partners(left, right, ours, theirs)
    heard = _heard(left, right, _outside(others, theirs))
    pairs += heard[0]
    missing = _unanswered(left, ours, answered, others)
    if heard[1] and not _GLUED_WORD.search(left.plain):
        unexpected += heard[1]
    if unexpected and (missing or _has_unanswered_name(left, pairs, right.plain)):
        unexpected = [one._replace(sure=True) for one in unexpected]
    return sorted(pairs, key=_by_place), missing, sorted(unexpected)


def _by_place(pair: Pair) -> int:
    return pair[0].start


def _mention(text: Visible, start: int, end: int, english: str = "") -> NameMention:
    start, end = text.span(start, end)
    return NameMention(start, end, text.text[start:end], english)


def _known_partners(
    left: Visible, right: Visible, ours: Sequence[Known], theirs: Sequence[Known]
) -> tuple[list[Pair], list[NameMention], set[int]]:
    """Known English names with their Arabic; those without any; the numbers of all that the English names."""
    waiting: dict[int, Known] = {}
    for one in ours:
        for name in one.names:
            waiting.setdefault(name, one)
    pairs: list[Pair] = []
    unexpected: list[NameMention] = []
    answered: set[int] = set()
    for one in theirs:
        answered.update(one.names)
        mention = _mention(right, one.start, one.end, one.english)
        partner = next((waiting[name] for name in one.names if name in waiting), None)
        if partner:
            pairs.append((_mention(left, partner.start, partner.end, partner.english), mention))
        elif not one.soft and not _is_heard(one.raw, left.plain) and not _stands_in(one, left.plain):
            unexpected.append(mention)
    return pairs, unexpected, answered


def _outside(others: Sequence[Candidate], names: Sequence[Known]) -> list[Candidate]:
    """The candidates without the words that the table already knows; both come in order."""
    left: list[Candidate] = []
    spans = iter(names)
    span = next(spans, None)
    for one in others:
        words: list[tuple[int, int, str]] = []
        for word in one.words:
            while span and span.end <= word[0]:
                span = next(spans, None)
            if not span or word[1] <= span.start:
                words.append(word)
        if words:
            left.append(one._replace(words=tuple(words)))
    return left


def _heard(
    left: Visible, right: Visible, others: Sequence[Candidate]
) -> tuple[list[Pair], list[NameMention]]:
    """Names that no table holds: by their sound."""
    pairs: list[Pair] = []
    unexpected: list[NameMention] = []
    sounds = _arabic_text_sounds(left.plain) if others else _Sounds([], [], [])
    found: dict[str, int | None] = {}
    for one in others:
        for start, end, word in one.words:
            if word not in found:
                if len(found) == _MOST_NAMES:  # no segment has so many
                    return pairs, unexpected
                found[word] = _best(word, sounds) if sounds.readings else None
                if found[word] is None and len(word) > 5 and word.endswith("s"):  # the Rosenbergs
                    found[word] = _best(word[:-1], sounds)
            at = found[word]
            mention = _mention(right, start, end)
            if at is not None:
                pairs.append((_mention(left, *sounds.spans[at]), mention))
            elif not one.soft and word not in left.plain and not is_ordinary(word.lower()):
                unexpected.append(mention)
    return pairs, unexpected


def _stands_in(one: Known, text: str) -> bool:
    """Whether the name stands in the Arabic after all, without the space before it."""
    return any(form in text[:_FAR] for name in one.names for form in arabic_forms(name))


def _is_heard(name: str, text: str) -> bool:
    return any(
        _best(word, _arabic_text_sounds(text)) is not None
        for word in _LATIN_WORD.findall(name)
        if len(word) > 3
    )


def _best(word: str, sounds: _Sounds) -> int | None:
    """The index of the reading that a Latin word sounds most like, if any comes near."""
    best, found = 0.0, None
    for reading in latin_sounds(word):
        least = limit(reading)
        classes = coarse(reading)
        if len(classes) > 1 and classes in sounds.classes:  # the same consonants: nearly always it
            at = sounds.classes.index(classes)
            if _alike(sounds.readings[at], reading) >= max(least, _SURE):
                return at
        near = process.extract(
            classes, sounds.classes, scorer=Levenshtein.normalized_similarity, score_cutoff=0.5, limit=6
        )
        for _, _, at in near:
            score = _alike(sounds.readings[at], reading)
            if score >= least and score > best:
                best, found = score, at
    return found if found is not None else _inside_glued(word, sounds)


def _inside_glued(word: str, sounds: _Sounds) -> int | None:
    """The name inside a longer word: some copy has lost its spaces (وزيرالخارجيةمايكبومبيو)."""
    for reading in latin_sounds(word):
        classes = coarse(reading)
        if len(classes) < 3:
            continue
        for at, other in enumerate(sounds.classes):
            if len(other) > _GLUED and classes in other:
                return at
    return None


def _unanswered(
    left: Visible, ours: Sequence[Known], answered: set[int], others: Sequence[Candidate]
) -> list[NameMention]:
    """Known names of the Arabic that the English neither names nor spells by their sound."""
    missing: list[NameMention] = []
    said: set[int] = set(answered)
    heard: _Sounds | None = None
    for one in ours:
        if one.soft or one.adjective or not said.isdisjoint(one.names) or len(missing) == _MOST_NAMES:
            continue
        said.update(one.names)
        heard = heard or _latin_text_sounds(word for one in others for word in one.words)
        if not any(
            _near(reading, heard) for word in one.raw.split() for reading in _arabic_word_sounds(word)[0]
        ):
            missing.append(_mention(left, one.start, one.end, one.english))
    return missing


def _has_unanswered_name(left: Visible, pairs: Sequence[Pair], target: str) -> bool:
    """Whether an Arabic word that no list knows, and so is likely a name, is answered by no English word."""
    claimed = {left.inner([(one.start, one.end)])[0] for one, _ in pairs}
    rare = [word for word in _ARABIC_WORD.finditer(left.plain) if 3 < len(word[0]) < 40 and _is_rare(word[0])]
    heard: _Sounds | None = None
    for word in rare[:_MOST_NAMES]:
        if any(start < word.end() and word.start() < end for start, end in claimed):
            continue
        heard = heard or _latin_text_sounds((*word.span(), word[0]) for word in _LATIN_WORD.finditer(target))
        if not any(_near(reading, heard) for reading in _arabic_word_sounds(word[0])[0]):
            return True
    return False


@lru_cache(maxsize=20_000)
def _is_rare(word: str) -> bool:
    """Whether the list of Arabic words lacks the word as it stands and without what may be joined to it."""
    counts = frequencies("ar")
    stems = {word[at:] for at in range(4) if len(word) - at > 2 and _JOINED.fullmatch(word[:at])}
    stems |= {stem[:-at] for stem in stems for at in (1, 2, 3) if len(stem) - at > 2}
    return all(counts.get(stem, 0) < _RARE for stem in stems)


def _latin_text_sounds(words: Iterable[tuple[int, int, str]]) -> _Sounds:
    """What Latin words sound like, each word once."""
    once = {word: (start, end) for start, end, word in islice(words, 10 * _MOST_NAMES) if len(word) < 40}
    readings = [(reading, span) for word, span in once.items() for reading in latin_sounds(word)]
    return _Sounds([r for r, _ in readings], [coarse(r) for r, _ in readings], [span for _, span in readings])


def _near(reading: str, sounds: _Sounds) -> bool:
    least = limit(reading)
    return any(_alike(reading, other) >= least for other in sounds.readings)


@lru_cache(maxsize=64)
def _arabic_text_sounds(text: str) -> _Sounds:
    readings: list[str] = []
    classes: list[str] = []
    spans: list[tuple[int, int]] = []
    before: re.Match[str] | None = None
    seen: set[str] = set()
    for word in _ARABIC_WORD.finditer(text):
        if word[0] in seen or len(seen) == 10 * _MOST_NAMES:
            before = word
            continue
        seen.add(word[0])
        forms, kinds = _arabic_word_sounds(word[0])
        if before and before[0] in _FIRST_HALVES:
            joined = [one + other for one in _arabic_word_sounds(before[0])[0] for other in forms]
            readings += joined
            classes += map(coarse, joined)
            spans += [(before.start(), word.end())] * len(joined)
        readings += forms
        classes += kinds
        spans += [word.span()] * len(forms)
        before = word
    return _Sounds(readings, classes, spans)


@lru_cache(maxsize=50_000)
def _arabic_word_sounds(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The readings of a written word, with and without what may be joined to it, and their classes."""
    if not 1 < len(word) < 40 or word in _SMALL_WORDS:
        return (), ()
    forms = [word]
    if word[0] in "وفبلك" and len(word) > 3:
        rest = word[1:]
        forms.append(rest[1:] if rest[0] == "ل" == word[0] else rest)
        if rest[0] in "بلك" and len(rest) > 4:
            forms.append(rest[1:])
    if word.startswith("عبدال") and len(word) > 6:
        forms.append(word[5:])
    readings = tuple(dict.fromkeys(reading for form in forms for reading in arabic_sounds(form) if reading))
    return readings, tuple(map(coarse, readings))
