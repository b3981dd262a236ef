"""What holds a unit to its translation."""

from reviews.text.anchors import anchors

SOURCE = ["أصيب 14 مدنياً في الهجوم.", "عادت المياه أمس.", "قالت SMART إن الطريق مفتوح."]
TARGET = [
    "Water returned yesterday.",
    "Fourteen civilians were wounded in the attack.",
    "The road is open, SMART said.",
]


def test_figures_words_and_latin_names_tie_the_right_units() -> None:
    ties = anchors(SOURCE, TARGET).ties
    strongest = {i: max((tie, j) for (a, j), tie in ties.items() if a == i)[1] for i in range(3)}
    assert strongest == {0: 1, 1: 0, 2: 2}


def test_a_name_ties_by_its_sound_with_joined_words_left_out() -> None:
    held = anchors(["وغادر برهوم", "ثم رجع زنكلون"], ["Zanklun came", "Barhoum left"])
    assert held.ties[0, 1] > 0 < held.ties[1, 0]


def test_what_seeks_a_partner_costs_where_it_has_none() -> None:
    held = anchors(SOURCE, TARGET)
    assert held.loose_source[0] > held.loose_source[1] > 0
    assert held.loose_target[1] > held.loose_target[0] == 0


def test_what_stands_everywhere_ties_nothing() -> None:
    assert anchors(["عاد 12"] * 4, ["12 returned"] * 4).ties == {}
    assert anchors([], []).ties == {}
