from reviews.checks import Pair, ledger

STORY = (
    Pair(
        "قال علوش في 3 شباط 2018 إن 25 مدنياً قُتلوا في دوما",
        "On February 3, 2018, Alloush said 25 civilians were killed in Douma",
    ),
    Pair("وصلت 40 شاحنة إلى حرستا يوم الأحد", "On Monday, 14 trucks reached Harasta"),
)


def test_every_figure_date_and_name_stands_beside_its_partner():
    lines = [(e.kind, e.source.words, e.target.words) for e in ledger(STORY) if e.agrees]
    assert ("figure", "25", "25") in lines
    assert ("date", "3 شباط 2018", "February 3, 2018") in lines
    assert ("name", "دوما", "Douma") in lines
    assert any(kind == "name" and other == "Alloush" for kind, _one, other in lines)


def test_what_does_not_agree_stands_on_top_and_the_rest_in_order():
    entries = ledger(STORY)
    agreed = [e.agrees for e in entries]
    assert agreed == sorted(agreed)
    wrong = [
        (e.kind, e.source and e.source.words, e.target and e.target.words) for e in entries if not e.agrees
    ]
    assert ("date", "الأحد", "Monday") in wrong
    assert {("figure", "40", None), ("figure", None, "14")} <= set(wrong)
    places = [e.place for e in entries if e.agrees]
    assert places == sorted(places)


def test_spans_are_those_of_the_stored_text():
    for entry in ledger(STORY):
        pair = STORY[entry.segment]
        for side, text in ((entry.source, pair.source), (entry.target, pair.target)):
            if side:
                assert text[slice(*side.span)] == side.words


def test_an_empty_story_has_an_empty_ledger():
    assert ledger(()) == ()
