"""Who is in a place: signs of life that go by themselves, and nobody where Valkey is down."""

import uuid

import pytest

from reviews.web import presence
from reviews.web.presence import Here

BASIL = Here(7, {"en": "Basil", "ar": "باسل"}, 12)
CARINE = Here(9, {"en": "Carine", "ar": "كارين"})


@pytest.fixture
def place(settings, monkeypatch) -> str:
    monkeypatch.setattr(presence, "_resting_until", 0.0)
    return f"test:{uuid.uuid4()}"


def test_signs_of_life_are_seen_by_all_in_one_place(place) -> None:
    assert presence.visit(place) == []
    assert presence.visit(place, CARINE) == [CARINE]
    assert presence.visit(place, BASIL) == [BASIL, CARINE]
    assert presence.visit(place + "x") == []


def test_a_later_sign_takes_the_place_of_the_one_before(place) -> None:
    presence.visit(place, BASIL)
    moved = Here(7, BASIL.names, 13)
    assert presence.visit(place, moved) == [moved]


def test_without_a_sign_one_is_gone_after_some_seconds(place, monkeypatch) -> None:
    presence.visit(place, BASIL)
    now = presence.time.time()
    monkeypatch.setattr(presence.time, "time", lambda: now + presence.SECONDS - 1)
    assert presence.visit(place, CARINE) == [BASIL, CARINE]
    monkeypatch.setattr(presence.time, "time", lambda: now + presence.SECONDS)
    assert presence.visit(place) == [CARINE]


def test_without_valkey_there_is_nobody_and_no_delay(place, settings, tmp_path) -> None:
    settings.CACHES = {"default": {"LOCATION": f"unix://{tmp_path}/nothing.sock?db=0"}}
    assert presence.visit(place, BASIL) == []
    assert presence._resting_until > presence.time.monotonic(), "the next visits do not even try"
