"""What a decision is remembered by: the same words anywhere, and never other words."""

import pytest

from reviews.checks import Context, Finding, Pair, Severity, run
from reviews.quality.fingerprints import fingerprint

ARABIC = "وناشدت إدارة المخيم المنظمات تأمين مأوى لـ52 عائلة باتت في العراء."
ENGLISH = "The camp's administration asked for shelter for 25 families left in the open."


def of(check: str, source: str, target: str) -> str:
    pair = Pair(source, target)
    found = next(one for one in run(pair, Context()) if one.check == check)
    return fingerprint(found, pair)


def test_a_figure_is_remembered_with_the_words_around_it() -> None:
    here = of("number", ARABIC, ENGLISH)
    assert of("number", "وأضافت: " + ARABIC, "It added: " + ENGLISH.replace("asked", "appealed")) == here
    assert of("number", ARABIC.replace("عائلة باتت", "أسرة نزحت"), ENGLISH) != here, "another sentence"
    assert of("number", ARABIC, ENGLISH.replace("25", "24")) != here, "another mistake"
    assert of("number", ARABIC.replace("52", "53"), ENGLISH) != here, "another figure"


@pytest.mark.parametrize(
    ("category", "target", "same"),
    [
        ("linguistic/spelling", "Shells hit the silos of Kafr.", True),
        ("accuracy/name", "Shells hit the silos of Kafr.", False),
    ],
)
def test_language_is_decided_once_and_meaning_in_its_place(category, target, same) -> None:
    first, second = Pair("قصف", "They hid in the silos of Kafr."), Pair("قصف", target)
    names = []
    for pair in (first, second):
        start = pair.target.index("silos")
        finding = Finding("x", Severity.WARN, category, "m", target=((start, start + 5),))
        names.append(fingerprint(finding, pair))
    assert (names[0] == names[1]) is same


def test_a_mark_alone_is_no_word() -> None:
    names = set()
    for text in ("He said (“no”, and left.", "They came (all of them."):
        start = text.index("(")
        finding = Finding(
            "brackets", Severity.WARN, "linguistic/punctuation", "m", target=((start, start + 1),)
        )
        names.add(fingerprint(finding, Pair("قال", text)))
    assert len(names) == 2
