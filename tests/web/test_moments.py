"""Times that people type: the newsroom's zone, UTC in the database, gaps and doubles of the clock (C56)."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.test import override_settings

from reviews.web.moments import MomentField, moment


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


class When(forms.Form):
    at = MomentField()


def form(zone, typed, initial=None):
    with override_settings(TIME_ZONE=zone):
        made = When({"at": typed}, initial={"at": initial})
        return made, made.is_valid(), made.changed_data


@pytest.mark.parametrize(
    "typed", ["soon", "2026-13-01T10:00", "2026-01-01", "2026-01-01T10:00Z", "0001-01-01T00:00"]
)
def test_what_is_no_time_is_refused(typed):
    made, valid, _changed = form("Asia/Damascus", typed)
    assert not valid
    assert made.errors["at"] == ["Give a date and a time of day."]


def test_the_end_of_the_calendar_is_refused():
    made, valid, _changed = form("America/Toronto", "9999-12-31T23:59")
    assert not valid
    assert made.errors["at"] == ["Give a date and a time of day."]


def test_a_field_reads_the_newsrooms_clock_and_shows_it_again():
    made, valid, _changed = form("Europe/Prague", "2025-07-17T10:20")
    assert valid
    assert made.cleaned_data["at"] == datetime(2025, 7, 17, 8, 20, tzinfo=UTC)
    with override_settings(TIME_ZONE="Europe/Prague"):
        shown = str(When(initial={"at": made.cleaned_data["at"]})["at"])
    assert 'type="datetime-local"' in shown
    assert 'value="2025-07-17T10:20"' in shown


@pytest.mark.parametrize(
    "stored",
    [datetime(2026, 10, 25, 1, 30, tzinfo=UTC), datetime(2026, 7, 1, 9, 0, 42, tzinfo=UTC)],
    ids=["the second half past one of that night", "with seconds"],
)
def test_what_comes_back_as_it_was_shown_has_not_changed(stored):
    with override_settings(TIME_ZONE="Europe/London"):
        shown = When(initial={"at": stored})["at"].value()
    assert form("Europe/London", shown, stored)[2] == []
    assert form("Europe/London", "2026-10-26T01:30", stored)[2] == ["at"]
