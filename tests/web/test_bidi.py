"""Each text carries its language and direction, and is kept apart from its neighbours."""

import pytest
from django.template import Context, Template

from reviews.web.bidi import dir_of, isolate


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("ar-SY", "rtl"),
        ("AR_sy", "rtl"),
        ("fa", "rtl"),
        ("en", "ltr"),
        ("arn", "ltr"),
        ("", "auto"),
    ],
)
def test_the_direction_follows_the_primary_language(language, direction) -> None:
    assert dir_of(language) == direction


def test_a_text_is_isolated_and_escaped() -> None:
    assert isolate("<b>دوما", "ar") == '<bdi lang="ar" dir="rtl">&lt;b&gt;دوما</bdi>'
    assert isolate("Homs") == '<bdi dir="auto">Homs</bdi>'


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_stays_nothing(nothing) -> None:
    assert isolate(nothing, "ar") == ""


def test_an_override_mark_cannot_leave_its_bdi() -> None:
    shown = Template('{% load reviews %}{% text title "en" %} 12').render(
        Context({"title": "Truce \u202eextended"})
    )
    assert shown == '<bdi lang="en" dir="ltr">Truce \u202eextended</bdi> 12'


def test_zero_is_a_value() -> None:
    assert isolate(0, "en") == '<bdi lang="en" dir="ltr">0</bdi>'
