"""The rows of the workspace: figures as English writes them, tracked changes in place, progress."""

from fractions import Fraction

import pytest

from reviews.desk.bench import progress_of, rows_of, tracked
from reviews.desk.figures import figures, written
from reviews.issues.models import Issue
from reviews.people.models import User
from reviews.text.quantities import Quantity
from reviews.translations.models import Segment, Suggestion


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("وصلت 12 شاحنة في 27 آذار 2018", ("12", "27", "2018")),
        ("قال إن ٢٥٪ من السكان", ("25%",)),
        ("دفعت 1,2 مليون ليرة", ("1.2 million",)),
        ("نزح 12500 شخص", ("12,500",)),
        ("وصل اثنا عشر رجلاً", ("12",)),
        ("بلغت 3,5 كيلومتر", ("3.5",)),
        ("لا أرقام هنا", ()),
    ],
)
def test_figures_stand_as_english_writes_them(arabic, english) -> None:
    assert figures(arabic) == english


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity(0, 1, "", 2_000_000_000), "2 billion"),
        (Quantity(0, 1, "", 1_234_567), "1,234,567"),
        (Quantity(0, 1, "", Fraction(1, 3)), ""),
        (Quantity(0, 1, "", Fraction(1, 2), kind="fraction"), ""),
        (Quantity(0, 1, "", Fraction(5, 4)), "1.25"),
        (Quantity(0, 1, "", 100), "100"),
    ],
)
def test_only_exact_figures_are_offered(quantity, text) -> None:
    assert written(quantity) == text


def change(start: int, end: int, before: str, after: str, *, by: int = 1) -> Suggestion:
    author = User(pk=by, name_en="Carine Saleh", name_ar="كارين صالح")
    return Suggestion(
        pk=start + 1, segment_id=1, author=author, start=start, end=end, before=before, after=after
    )


def test_a_tracked_change_stands_where_it_was_made() -> None:
    segment = Segment(pk=1, settled_text="He came & went.", target_text="She came & left.")
    html = tracked(segment, [change(10, 14, "went", "left", by=2), change(0, 2, "He", "She")], {1: 1, 2: 2})
    assert html == (
        '<del class="tc" data-decision="proposed" data-author="1" data-suggestion="1" title="Carine Saleh">He</del>'
        '<ins class="tc" data-decision="proposed" data-author="1" data-suggestion="1" title="Carine Saleh">She</ins>'
        " came &amp; "
        '<del class="tc" data-decision="proposed" data-author="2" data-suggestion="11" title="Carine Saleh">went</del>'
        '<ins class="tc" data-decision="proposed" data-author="2" data-suggestion="11" title="Carine Saleh">left</ins>.'
    )


def test_changes_that_do_not_add_up_never_show_a_wrong_text() -> None:
    segment = Segment(pk=1, settled_text="He came.", target_text="She came.")
    html = tracked(segment, [change(0, 2, "He", "It")], {1: 1})
    assert html == "<del>He</del><ins>She</ins> came."


def test_rows_carry_their_own_marks() -> None:
    segments = [Segment(pk=1, source_text="واحد"), Segment(pk=2, source_text="اثنان")]
    issues = [
        Issue(segment_id=2, severity=1),
        Issue(segment_id=2, severity=25),
        Issue(segment_id=None, severity=5),
    ]
    first, second = rows_of(segments, [change(0, 0, "", "x")], issues, {})
    assert (first.number, len(first.suggestions), first.grade) == (1, 1, "")
    assert (second.number, len(second.issues), second.grade) == (2, 2, "critical")


def test_progress_counts_words_of_the_source_and_leaves_orphans_out() -> None:
    segments = [
        Segment(source_text="كلمة وكلمة", target_text="x", state="translated"),
        Segment(source_text="ثلاث كلمات هنا", target_text=" ", state="translated"),
        Segment(source_text="لا تحسب", target_text="x", state="translated", orphaned=True),
    ]
    assert progress_of(segments).as_data() == {"segments": 2, "segments_done": 1, "words": 5, "words_done": 2}
