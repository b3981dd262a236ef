"""Times that people type: the newsroom's zone, UTC in the database, gaps and doubles of the clock (C56)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError

from reviews.web.moments import moment


@pytest.mark.parametrize(
    ("zone", "typed", "utc"),
    [
        ("Europe/Prague", (2025, 7, 17, 10, 20), (2025, 7, 17, 8, 20)),
        ("Europe/London", (2026, 1, 1, 0, 0), (2026, 1, 1, 0, 0)),
        ("Asia/Damascus", (2022, 1, 10, 0, 5), (2022, 1, 9, 22, 5)),
        ("Asia/Damascus", (2023, 1, 10, 0, 5), (2023, 1, 9, 21, 5)),
        ("Europe/London", (2026, 10, 25, 1, 30), (2026, 10, 25, 0, 30)),  # twice that night: the first
    ],
)
def test_a_typed_time_is_one_moment(zone, typed, utc):
    assert moment(datetime(*typed), ZoneInfo(zone)) == datetime(*utc, tzinfo=UTC)  # noqa: DTZ001


def test_a_time_in_the_gap_is_refused_with_the_way_out():
    with pytest.raises(ValidationError) as refused:
        moment(datetime(2026, 3, 29, 1, 30), ZoneInfo("Europe/London"))  # noqa: DTZ001
    sentence = refused.value.messages[0]
    assert "2026-03-29 01:30 does not exist in Europe/London" in sentence
    assert "from 02:30 on" in sentence
