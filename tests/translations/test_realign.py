"""Which segment a unit of a changed source belongs to."""

from reviews.translations.realign import realign

P1 = ("body", "وصلت قافلة من 12 شاحنة إلى بلدة الزيتون يوم الثلاثاء.")
P2 = ("body", "ولم تسجل أي إصابات، بحسب المجلس المحلي في البلدة.")
P3 = ("body", "وقال شهود عيان إن الطريق الشرقي أغلق صباحا أمام السيارات.")
HEAD = ("headline", "قافلة إغاثة تصل إلى الزيتون")


def test_nothing_changed():
    assert realign([HEAD, P1, P2], [HEAD, P1, P2]) == [0, 1, 2]


def test_a_vanished_paragraph_leaves_the_others_alone():
    assert realign([HEAD, P1, P2, P3], [HEAD, P1, P3]) == [0, 1, 3]


def test_a_moved_paragraph_keeps_its_segment_even_when_edited():
    edited = ("body", P3[1].replace("صباحا", "مساء"))
    assert realign([HEAD, P1, P2, P3], [HEAD, edited, P1, P2]) == [0, 3, 1, 2]


def test_a_new_headline_continues_the_old_one_and_never_a_paragraph():
    assert realign([HEAD, P1], [("headline", P1[1]), P1]) == [0, 1]


def test_a_dateline_that_appears_is_new_and_one_that_goes_is_unused():
    dateline = ("dateline", "الزيتون - مقابلة")
    assert realign([HEAD, P1], [HEAD, dateline, P1]) == [0, None, 1]
    assert realign([HEAD, dateline, P1], [HEAD, P1]) == [0, 2]


def test_equal_paragraphs_are_each_used_once():
    partners = realign([P1, P1], [P1, P1, P1])
    assert sorted(p for p in partners if p is not None) == [0, 1]
