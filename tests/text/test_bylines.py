"""The credit line's time (C14): noon and midnight are twelve, the zone's own history counts."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from reviews.text.bylines import arabic_byline, english_byline

DAMASCUS = ZoneInfo("Asia/Damascus")


@pytest.mark.parametrize(
    ("clock", "arabic", "english"),
    [
        ("2018-03-27 19:47:31", "27 مارس، 2018 7:47:31 م", "March 27, 2018, 7:47:31 p.m."),
        ("2018-03-27 12:05:00", "27 مارس، 2018 12:05:00 م", "March 27, 2018, 12:05:00 p.m."),
        ("2018-03-27 00:05:00", "27 مارس، 2018 12:05:00 ص", "March 27, 2018, 12:05:00 a.m."),
        ("2021-01-01 00:00:00", "1 يناير، 2021 12:00:00 ص", "January 1, 2021, 12:00:00 a.m."),
        ("2021-12-31 11:59:59", "31 ديسمبر، 2021 11:59:59 ص", "December 31, 2021, 11:59:59 a.m."),
        ("2021-08-09 13:00:01", "9 أغسطس، 2021 1:00:01 م", "August 9, 2021, 1:00:01 p.m."),
    ],
)
def test_both_bylines(clock: str, arabic: str, english: str) -> None:
    moment = datetime.fromisoformat(clock)
    assert arabic_byline(moment) == arabic
    assert english_byline(moment) == english


@pytest.mark.parametrize(
    ("utc", "arabic"),
    [
        ("2018-03-27 17:47:31", "27 مارس، 2018 7:47:31 م"),
        ("2022-01-09 22:05:00", "10 يناير، 2022 12:05:00 ص"),
        ("2023-01-09 21:05:00", "10 يناير، 2023 12:05:00 ص"),
    ],
)
def test_the_zone_is_converted_beforehand(utc: str, arabic: str) -> None:
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC).astimezone(DAMASCUS)
    assert arabic_byline(moment) == arabic
