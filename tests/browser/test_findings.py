"""Findings in a real browser: marked while typing, mended by key, dismissed with a reason, in the way of submission."""

import pytest
from playwright.sync_api import Page, expect

from reviews.quality.models import Dismissal
from reviews.translations.models import State
from tests import factories
from tests.quality import scenes


@pytest.fixture
def translation(transactional_db):
    translation = factories.in_translation()
    factories.translate_all(translation)
    return translation


def address(translation, position: int = 3) -> str:
    segment = translation.segments.get(position=position)
    return f"/desk/translations/{translation.pk}/#segment-{segment.pk}"


def row(page: Page, number: int = 3):
    return page.locator(f'.bench-row[data-number="{number}"]')


def editor(page: Page, number: int = 3):
    return row(page, number).locator(".bench-editor")


def finding(page: Page):
    return page.locator('#rail-findings .finding[data-severity="block"]')


def test_a_wrong_figure_shows_on_both_sides_and_a_key_mends_it(screen, translation) -> None:
    page = screen.open(address(translation), by="basil")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(scenes.WRONG)
    expect(finding(page)).to_contain_text("12")
    expect(row(page).locator('.bench-ar mark[data-severity="block"]')).to_have_text("12")
    expect(row(page).locator('.bench-echo mark[data-severity="block"]')).to_have_text("21")
    expect(row(page).locator('[data-finding-sign][data-severity="block"]')).to_contain_text("1")
    page.keyboard.press("Alt+1")
    expect(editor(page)).to_have_value(factories.ENGLISH[2])
    expect(finding(page)).to_have_count(0)
    expect(row(page).locator("mark.finding")).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(editor(page)).to_have_value(scenes.WRONG)
    expect(finding(page)).to_have_count(1)


def test_the_mark_stands_exactly_behind_its_word(screen, translation) -> None:
    """The echo wraps as the editor does: the same height for the same text, also for a long one."""
    long = " ".join([scenes.WRONG] * 6)
    page = screen.open(address(translation), by="basil")
    expect(editor(page)).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(long)
    expect(row(page).locator(".bench-echo mark").first).to_be_visible()
    sizes = page.evaluate(
        """() => {
          const area = document.querySelector('.bench-editor'), echo = document.querySelector('.bench-echo');
          const styles = (one) => { const s = getComputedStyle(one);
            return [s.fontSize, s.fontFamily, s.lineHeight, s.letterSpacing, s.paddingLeft, s.paddingTop, s.borderLeftWidth].join('|'); };
          const a = area.getBoundingClientRect(), e = echo.getBoundingClientRect();
          return {same: styles(area) === styles(echo), left: a.left - e.left, top: a.top - e.top, width: a.width - e.width};
        }"""
    )
    assert sizes == {"same": True, "left": 0, "top": 0, "width": 0}


def test_a_blocking_finding_stops_submit_until_it_is_dismissed_with_a_reason(screen, translation) -> None:
    scenes.write(translation, scenes.WRONG)
    page = screen.open(address(translation, 1), by="basil")
    expect(editor(page, 1)).to_be_focused()
    page.keyboard.press("Control+Shift+Enter")
    expect(editor(page)).to_be_visible()
    expect(page.locator("#toasts")).to_contain_text("dismiss it with a reason")
    expect(finding(page)).to_be_visible()
    page.keyboard.press("Alt+x")
    expect(finding(page).locator("textarea")).to_be_focused()
    page.keyboard.type("The council corrected the figure by telephone.")
    page.keyboard.press("Control+Enter")
    expect(finding(page)).to_have_count(0)
    expect(page.locator("#rail-findings .findings-dismissed")).to_contain_text("Dismissed")
    expect(row(page).locator("[data-finding-sign][data-severity=block]")).to_have_count(0)
    expect(page.locator("#act-submit:not([aria-disabled])")).to_be_visible()
    assert Dismissal.objects.get().by == factories.person("basil")
    page.locator("#rail-findings .findings-dismissed summary").click()
    page.get_by_role("button", name="Take the dismissal back").click()
    expect(finding(page)).to_have_count(1)
    assert Dismissal.objects.get().withdrawn_by == factories.person("basil")
    translation.refresh_from_db()
    assert translation.state == State.IN_TRANSLATION


def test_the_ledger_leads_to_its_segment(screen, translation) -> None:
    scenes.write(translation, scenes.WRONG)
    page = screen.open(address(translation, 1), by="basil")
    expect(editor(page, 1)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    first = page.locator("#ledger tbody tr").first
    expect(first).to_have_attribute("data-agrees", "no")
    first.locator("a").click()
    expect(page.locator("#ledger")).to_be_hidden()
    expect(row(page)).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everybody_can_use_it(screen, translation, axe, language, theme) -> None:
    scenes.write(translation, scenes.WRONG)
    page = screen.open(address(translation), by="basil", language=language, theme=theme)
    expect(finding(page)).to_be_visible()
    page.locator("#rail-findings .finding-dismiss summary").first.click()
    assert axe(page) == []
    page.locator('[data-dialog="ledger"]').click()
    expect(page.locator("#ledger tbody tr").first).to_be_visible()
    assert axe(page) == []


def test_a_message_about_old_words_never_marks_new_ones(screen, translation) -> None:
    """The answer to a text that was typed over is dropped."""
    page = screen.open(address(translation), by="basil")
    held = []
    expect(editor(page)).to_be_focused()
    page.wait_for_timeout(700)
    page.route("**/check/", lambda route: route.continue_() if held else held.append(route))
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(scenes.WRONG)
    page.wait_for_timeout(600)
    assert held
    page.keyboard.press("Home")
    page.keyboard.type("Then ")
    held[0].continue_()
    expect(row(page).locator(".bench-echo mark[data-severity=block]")).to_have_text("21")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(factories.ENGLISH[2])
    expect(row(page).locator("mark.finding")).to_have_count(0)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_decision_fits_a_phone(screen, translation, axe, language) -> None:
    """Findings, decisions and the ledger on the approval page; a wide table scrolls in itself."""
    scenes.write(translation, scenes.WRONG)
    factories.let_stand(translation)
    where = f"/desk/translations/{translation.pk}/approve/"
    page = screen.open(where, by="carine", language=language, width=390)
    expect(page.locator(".ledger tr[data-agrees=no]").first).to_be_visible()
    expect(page.get_by_text("As agreed.")).to_be_visible()
    assert axe(page) == []
