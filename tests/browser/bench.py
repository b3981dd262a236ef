"""Finding one's way on the bench: rows, editors, and what the database has."""

import time

from playwright.sync_api import Page

from reviews.translations.models import Segment


def address(translation) -> str:
    return f"/desk/translations/{translation.pk}/"


def segment(translation, position: int) -> Segment:
    return translation.segments.get(position=position)


def row(page: Page, number: int):
    return page.locator(f'.bench-row[data-number="{number}"]')


def editor(page: Page, number: int):
    return row(page, number).locator(".bench-editor")


def stored(translation, position: int, text: str, seconds: float = 5) -> bool:
    """Whether the text is in the database, within some seconds."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if segment(translation, position).target_text == text:
            return True
        time.sleep(0.05)
    return False


def until(page: Page, expression: str, seconds: float = 5) -> None:
    """Ask until it holds; the browser's own waiting evaluates strings, which the policy forbids."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never came true: {expression}"
