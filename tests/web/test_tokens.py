"""The colours hold: the two dark blocks are the same, and every pair that meets on the screen has contrast."""

import re
from pathlib import Path

import pytest

from reviews.stories.models import StoryState
from reviews.translations.models import SegmentState, State

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
BLOCKS = re.findall(r"(:root[^{]*)\{([^}]*)\}", (CSS / "tokens.css").read_text(encoding="utf-8"))
TOKENS = [dict(re.findall(r"--([\w-]+):\s*([^;]+);", body)) for _, body in BLOCKS]
LIGHT, DARK_BY_SYSTEM, DARK_BY_CHOICE = TOKENS[:3]

READ = [  # text on its ground: 4.5 to 1
    *[
        (ink, ground)
        for ink in ("ink", "soft", "accent", "accent-deep")
        for ground in ("paper", "sheet", "sunk")
    ],
    *[
        (tone, ground)
        for tone in ("ok", "warn", "bad", "info")
        for ground in ("paper", "sheet", f"{tone}-wash")
    ],
    *[(ink, f"{tone}-wash") for ink in ("ink", "soft") for tone in ("accent", "ok", "warn", "bad", "info")],
    *[(tone, "accent-wash") for tone in ("accent", "ok", "warn", "bad", "info")],
    *[("on-accent", "accent"), ("on-accent", "accent-deep"), ("on-bad", "bad")],
]
SEEN = [("edge", "paper"), ("edge", "sheet"), ("edge", "sunk"), ("edge", "accent-wash")]  # borders: 3 to 1


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert round(contrast("#000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_dark_is_the_same_by_choice_and_by_system() -> None:
    assert DARK_BY_SYSTEM == DARK_BY_CHOICE
    assert set(DARK_BY_CHOICE) == set(LIGHT), "every colour has both themes"


@pytest.mark.parametrize("theme", [LIGHT, DARK_BY_CHOICE], ids=["light", "dark"])
def test_text_can_be_read_and_edges_seen(theme) -> None:
    weak = [
        f"--{ink} on --{ground}: {contrast(theme[ink], theme[ground]):.2f}, wants {least}"
        for pairs, least in ((READ, 4.5), (SEEN, 3))
        for ink, ground in pairs
        if contrast(theme[ink], theme[ground]) < least
    ]
    assert not weak, "\n" + "\n".join(weak)


SHEETS = sorted(CSS.glob("*.css"))


def test_only_tokens_name_colours() -> None:
    """Black on white for the camera and for the printer, Bootstrap's own tick, and the arrow of a select."""
    allowed = {"#fff", "#000", "#333", "#0b5a54"}
    found = {
        f"{sheet.name}: {colour}"
        for sheet in SHEETS
        if sheet.name != "tokens.css"
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b(?!-)", sheet.read_text(encoding="utf-8"))
        if colour not in allowed
    }
    assert not found


def test_the_sheets_know_no_left_or_right() -> None:
    physical = re.compile(
        r"^\s*((margin|padding|border)-(left|right)\b|(left|right)\s*:|text-align:\s*(left|right)|float:)",
        re.MULTILINE,
    )
    found = {sheet.name: physical.findall(sheet.read_text(encoding="utf-8")) for sheet in SHEETS}
    assert not {name: hits for name, hits in found.items() if hits}


def test_every_token_in_use_exists() -> None:
    """A misspelt var() would silently paint nothing."""
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    used = {name for name in re.findall(r"var\((--[\w-]+)", text) if not name.startswith("--bs-")}
    assert used <= defined, used - defined


def test_marks_never_tear_arabic_letters_apart() -> None:
    """No padding, margin, border or letter-spacing on anything that may begin or end inside a word."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", (CSS / "text.css").read_text(encoding="utf-8"))
    inside = [
        (selector.strip(), body)
        for selector, body in rules
        if re.search(r"(^|[\s,])(ins|del|mark)\b|\.tc\b", re.sub(r"/\*.*?\*/", "", selector, flags=re.DOTALL))
    ]
    assert len(inside) > 8
    for selector, body in inside:
        torn = re.findall(r"(?:padding|margin|border|letter-spacing)[\w-]*:(?!\s*0;)[^;]+", body)
        assert not torn, f"{selector}: {torn}"


@pytest.mark.parametrize("states", [State, StoryState, SegmentState], ids=lambda states: states.__name__)
def test_every_state_has_a_sign_of_its_own(states) -> None:
    """Colour is never the only sign: within one workflow no two states share a glyph."""
    rules = re.findall(r"([^{}]+)\{([^{}]*--glyph:[^{}]*)\}", (CSS / "signs.css").read_text(encoding="utf-8"))
    signs = {
        state: glyph
        for selector, body in rules
        for state in re.findall(r'\[data-state="(\w+)"\]', selector)
        for glyph in re.findall(r"--glyph:\s*([^;]+);", body)
    }
    shown = [signs.get(state, "the empty circle") for state in states.values]
    assert len(set(shown)) == len(shown), dict(zip(states.values, shown, strict=True))
