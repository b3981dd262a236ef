"""Half characters, which no database holds but a broken import may hand us, stop nothing."""

from reviews.text import arabic, english
from reviews.text.align import align
from reviews.text.diff import changed_words, compare, merge
from reviews.text.folding import Level
from reviews.text.moves import moves
from reviews.text.segments import paragraphs, sentences
from reviews.text.terms import TermIndex
from reviews.text.tokens import pieces, similarity, word_similarity, words

BROKEN = "قتل \ud800 12 مدنيا.\udfff\ud83d قال a\ud800b"


def test_half_characters_stop_nothing() -> None:
    assert "".join(pieces(BROKEN)) == BROKEN
    assert words(BROKEN)
    assert similarity(BROKEN, BROKEN) == word_similarity(BROKEN, BROKEN) == 1
    for language, module in (("ar", arabic), ("en", english)):
        assert sentences(BROKEN, language)
        assert all("\ud800" in module.fold(BROKEN, level).text for level in Level)
        assert TermIndex([(BROKEN, 1)], language).find(BROKEN)[0].values == (1,)
    assert paragraphs(BROKEN) == [(0, len(BROKEN))]
    assert "".join(op.after.of(BROKEN) for op in compare(BROKEN[3:], BROKEN)) == BROKEN
    assert changed_words(BROKEN, BROKEN) == 0
    assert merge(BROKEN, BROKEN, BROKEN).text == BROKEN
    assert [row.fate for row in moves([BROKEN], [BROKEN])] == ["equal"]
    assert len(align([BROKEN], [BROKEN])) == 1
