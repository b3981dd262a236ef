"""The fate of each paragraph between two versions."""

from hypothesis import given
from hypothesis import strategies as st

from reviews.text.moves import Paragraph, moves

ROAD = "The road to the river was opened on Monday after two weeks of talks."
WATER = "Water returned to the western quarter, the council said, and pumps work again."
SCHOOL = "تعود المدارس إلى العمل يوم الأحد بعد انتهاء أعمال الإصلاح في الحي الغربي."


def fates(before: list[str], after: list[str]) -> list[tuple]:
    return [tuple(row) for row in moves(before, after)]


def test_paragraphs_in_place_are_equal_or_changed() -> None:
    assert fates([ROAD, WATER], [ROAD, WATER.replace("western", "eastern")]) == [
        ("equal", 0, 0),
        ("changed", 1, 1),
    ]


def test_the_lighter_paragraph_is_the_one_that_moved() -> None:
    assert fates([ROAD, WATER, SCHOOL], [SCHOOL, ROAD, WATER]) == [
        ("moved", 2, 0),
        ("equal", 0, 1),
        ("equal", 1, 2),
    ]


def test_a_moved_paragraph_may_have_changed() -> None:
    after = [SCHOOL.replace("الأحد", "الاثنين"), ROAD, WATER]
    assert fates([ROAD, WATER, SCHOOL], after)[0] == ("moved", 2, 0)


def test_new_and_gone() -> None:
    assert fates([ROAD, WATER], [SCHOOL, ROAD]) == [
        ("inserted", None, 0),
        ("equal", 0, 1),
        ("deleted", 1, None),
    ]
    assert fates([], [ROAD]) == [("inserted", None, 0)]
    assert fates([ROAD], []) == [("deleted", 0, None)]


def test_a_rewritten_paragraph_is_known_by_its_neighbours() -> None:
    rewritten = "Pumps work again and water is back, said a member of the council on Tuesday night."
    assert fates([ROAD, WATER, SCHOOL], [ROAD, rewritten, SCHOOL])[1] == ("changed", 1, 1)


def test_equal_separators_pair_in_order() -> None:
    assert fates([ROAD, "***", WATER, "***", SCHOOL], [ROAD, WATER, "***", SCHOOL]) == [
        ("equal", 0, 0),
        ("deleted", 1, None),
        ("equal", 2, 1),
        ("equal", 3, 2),
        ("equal", 4, 3),
    ]


LISTS = st.lists(
    st.one_of(st.sampled_from([ROAD, WATER, SCHOOL, "***", ""]), st.text(max_size=8)), max_size=8
)


@given(LISTS, LISTS)
def test_every_paragraph_once(before: list[str], after: list[str]) -> None:
    rows = moves(before, after)
    assert sorted(row.before for row in rows if row.before is not None) == list(range(len(before)))
    assert [row.after for row in rows if row.after is not None] == list(range(len(after)))
    for row in rows:
        assert (row.before is None) == (row.fate == "inserted")
        assert (row.after is None) == (row.fate == "deleted")
        assert row.fate != "equal" or before[row.before] == after[row.after]
    kept = [row.before for row in rows if row.fate in {"equal", "changed"}]
    assert kept == sorted(kept)


@given(LISTS)
def test_the_same_list_is_equal(paragraphs: list[str]) -> None:
    assert moves(paragraphs, paragraphs) == [Paragraph("equal", i, i) for i in range(len(paragraphs))]
