"""Fields that several forms share: texts without control characters (C54), times of the newsroom (C56)."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from reviews.web.forms import CleanTextField, MomentField


def test_control_characters_go_and_are_remembered():
    field = CleanTextField()
    assert field.clean("قافلة\x1d إغاثة\x00") == "قافلة إغاثة"
    assert [one.code for one in field.removed] == ["U+001D", "U+0000"]
    assert field.clean("قافلة") == "قافلة"
    assert not field.removed


def test_line_ends_are_stored_as_newlines():
    assert CleanTextField(strip=False).clean("a\r\n\r\nb\rc\n") == "a\n\nb\nc\n"


@pytest.mark.parametrize("typed", ["2026-07-01T10:30", "2026-07-01 10:30", "2026-07-01T10:30:00"])
def test_a_time_is_of_the_newsroom_and_survives_the_way_back(typed, settings):
    settings.TIME_ZONE = "Europe/Prague"
    field = MomentField()
    found = field.clean(typed)
    assert found == datetime(2026, 7, 1, 8, 30, tzinfo=UTC)
    assert field.clean(field.widget.format_value(field.prepare_value(found))) == found


def test_a_time_that_the_clocks_skip_is_refused(settings):
    settings.TIME_ZONE = "Europe/London"
    with pytest.raises(ValidationError, match="does not exist in Europe/London"):
        MomentField().clean("2026-03-29T01:30")
    assert MomentField().clean("2026-10-25T01:30") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "typed", ["tomorrow", "0001-01-01T00:00", "9999-12-31T23:59", "2026-13-01T00:00", "\x00", "9" * 500]
)
def test_no_time_is_refused_with_a_sentence(typed):
    with pytest.raises(ValidationError):
        MomentField().clean(typed)


def test_no_time_is_no_time():
    assert MomentField(required=False).clean("") is None
