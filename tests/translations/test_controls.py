"""Control characters: what a text loses is all that the database would refuse (C54)."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviews.stories.models import NO_CONTROLS
from reviews.text.controls import without_controls


@given(st.text())
def test_nothing_is_left_that_the_database_refuses(text):
    clean, _removed = without_controls(text)
    assert not re.search(NO_CONTROLS, clean)
    assert "\x00" not in clean
