"""The workspace in a real browser: typing, saving, moving, a lost session, the rail."""

import re

import pytest
from playwright.sync_api import expect

from reviews.translations import actions as translations
from reviews.translations.models import SegmentEdit
from reviews.workflow import actions as workflow
from tests import factories
from tests.browser.bench import address, editor, row, segment, stored, until


@pytest.fixture
def translation(transactional_db):
    return factories.in_translation()


def test_a_whole_story_by_keyboard(screen, translation) -> None:
    """Type, confirm and next, figures by key, submit: no hand on the mouse."""
    page = screen.open(address(translation), by="basil")
    expect(editor(page, 1)).to_be_focused()
    page.keyboard.type("Aid convoy reaches al-Zaytoun")
    page.keyboard.press("Control+Enter")
    expect(editor(page, 2)).to_be_focused()
    page.keyboard.type("Al-Zaytoun - Muqabala")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("A convoy of")
    page.keyboard.press("Alt+n")
    page.keyboard.type(" trucks arrived.")
    expect(editor(page, 3)).to_have_value("A convoy of 12 trucks arrived.")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#unfinished")).to_be_visible()
    page.keyboard.press("Enter")
    expect(editor(page, 3)).to_be_focused()
    page.keyboard.press("Control+Enter")
    page.keyboard.type("No injuries.")
    page.keyboard.press("Control+Enter")
    expect(page.locator('[data-progress="segments_done"]')).to_have_text("4")
    expect(page.locator("#act-submit:not([aria-disabled])")).to_be_visible()
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#ask")).to_be_visible()
    page.locator("#ask [value=yes]").press("Enter")
    page.wait_for_load_state()
    expect(page.locator(".chip[data-state=submitted]").first).to_be_visible()
    assert [s.target_text for s in translation.segments.order_by("position")][2:] == [
        "A convoy of 12 trucks arrived.",
        "No injuries.",
    ]


def test_moving_without_confirming_and_jumping_to_what_is_left(screen, translation) -> None:
    factories.translate_all(translation)
    last = segment(translation, 4)
    translations.edit_segment(last.pk, text="Changed", base_version=1, by=factories.person("basil"))
    page = screen.open(f"{address(translation)}#segment-{segment(translation, 1).pk}", by="basil")
    expect(editor(page, 1)).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(editor(page, 2)).to_be_focused()
    expect(row(page, 1).locator(".text").first).to_have_text(factories.ENGLISH[0])
    page.keyboard.press("Alt+ArrowUp")
    expect(editor(page, 1)).to_be_focused()
    page.keyboard.press("Control+j")
    expect(editor(page, 4)).to_be_focused()
    page.keyboard.press("Escape")
    expect(row(page, 4)).to_be_focused()
    page.keyboard.press("k")
    expect(row(page, 3)).to_be_focused()
    assert page.locator(".bench-editor").count() == 0, "single keys move without opening"
    page.keyboard.press("Enter")
    expect(editor(page, 3)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_contain_text("Next segment that is not confirmed")


def test_typing_saves_by_itself_and_says_so_only_then(screen, translation) -> None:
    page = screen.open(address(translation), by="basil")
    held = []
    page.route("**/save/", lambda route: held.append(route))  # noqa: PLW0108 - Playwright wants a function
    editor(page, 3).or_(row(page, 3)).first.click()
    page.keyboard.type("A convoy")
    page.wait_for_timeout(1200)
    saved = row(page, 3).locator(".bench-edit .saved")
    assert len(held) == 1, "one save after the last key"
    assert saved.get_attribute("data-saved") == "busy"
    assert segment(translation, 3).target_text == ""
    held[0].continue_()
    expect(saved).to_have_text(re.compile(r"Saved \d\d:\d\d"))
    assert segment(translation, 3).target_text == "A convoy"
    assert page.evaluate("Muqabala.drafts.of(Muqabala.workspace.user).length") == 0


def test_undo_all_and_copy_source(screen, translation) -> None:
    factories.translate_all(translation)
    page = screen.open(address(translation), by="basil")
    row(page, 3).locator(".bench-text").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Something else")
    page.keyboard.press("Alt+u")
    expect(editor(page, 3)).to_have_value(factories.ENGLISH[2])
    page.keyboard.press("Alt+c")
    page.locator("#ask [value=yes]").click()
    expect(editor(page, 3)).to_have_value(segment(translation, 3).source_text)
    page.keyboard.press("Control+z")
    expect(editor(page, 3)).to_have_value(factories.ENGLISH[2]), "the browser's own undo goes on working"


def test_a_lost_session_loses_no_word(screen, translation) -> None:
    """C48: three paragraphs, the cookie goes, save: the text is still there after signing in."""
    page = screen.open(address(translation), by="basil")
    texts = {1: "One headline", 3: "A first paragraph", 4: "A second paragraph"}
    page.context.set_offline(True)  # so that nothing is saved before the session ends
    for number, text in texts.items():
        row(page, number).locator(".bench-en").click()
        page.keyboard.type(text)
    page.context.clear_cookies(name="sessionid")
    page.context.set_offline(False)
    page.keyboard.press("Control+s")
    band = page.locator("[data-band=session]")
    expect(band).to_contain_text("Your session has ended")
    expect(band.locator("a")).to_have_attribute("target", "_blank")
    assert "Saved" not in page.locator("#workspace").inner_text().replace("Not saved", "")
    assert not SegmentEdit.objects.exists()
    # A page that is gone and comes back, with somebody signed in again.
    page.on("dialog", lambda dialog: dialog.accept())
    page.route("**/save/", lambda route: route.abort())  # the page that goes must not save as it goes
    again = screen.open("/desk/", by="basil").context.cookies()
    page.context.add_cookies([c for c in again if c["name"] == "sessionid"])
    page.reload()
    page.unroute("**/save/")
    expect(page.locator("[data-band=drafts]")).to_contain_text("3 segments")
    for number, text in texts.items():
        expect(row(page, number).locator(".bench-draft")).to_contain_text(text)
    page.get_by_role("button", name="Put all of it back").click()
    for number, text in texts.items():
        assert stored(translation, number, text)
    expect(page.locator(".bench-draft")).to_have_count(0)
    until(page, "Muqabala.drafts.of(Muqabala.workspace.user).length === 0")


def test_what_the_server_has_got_after_all_is_not_offered(screen, translation) -> None:
    """The last save of a page that was left arrives when the next page is already there."""
    page = screen.open(address(translation), by="basil")
    three = segment(translation, 3).pk
    page.evaluate(f"Muqabala.drafts.put(Muqabala.workspace.user, {three}, 0, 'Sent at the last moment')")
    page.reload()
    expect(row(page, 3).locator(".bench-draft")).to_be_visible()
    translations.edit_segment(
        three, text="Sent at the last moment", base_version=0, by=factories.person("basil")
    )
    expect(page.locator(".bench-draft, [data-band=drafts]")).to_have_count(0)
    assert page.evaluate("Muqabala.drafts.of(Muqabala.workspace.user).length") == 0


def test_a_page_left_open_saves_by_itself_after_signing_in_elsewhere(screen, translation) -> None:
    page = screen.open(address(translation), by="basil")
    kept = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    row(page, 3).locator(".bench-en").click()
    page.keyboard.type("Typed while signed out")
    expect(page.locator("[data-band=session]")).to_be_visible()
    assert page.evaluate("!window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"), (
        "leaving now is asked about"
    )
    page.context.add_cookies([c for c in kept if c["name"] == "sessionid"])
    assert stored(translation, 3, "Typed while signed out", seconds=10)
    expect(page.locator("[data-band=session]")).to_have_count(0)
    assert page.evaluate("window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"), (
        "nothing to ask"
    )


def test_a_dropped_line_keeps_the_text_and_sends_it_when_it_is_back(screen, translation) -> None:
    page = screen.open(address(translation), by="basil")
    page.context.set_offline(True)
    row(page, 3).locator(".bench-en").click()
    page.keyboard.type("Typed in a tunnel")
    expect(row(page, 3).locator(".bench-edit .saved")).to_contain_text("Kept in this browser")
    assert [d["text"] for d in page.evaluate("Muqabala.drafts.of(Muqabala.workspace.user)")] == [
        "Typed in a tunnel"
    ]
    page.context.set_offline(False)
    assert stored(translation, 3, "Typed in a tunnel", seconds=10)
    expect(row(page, 3).locator(".bench-edit .saved")).to_have_attribute("data-saved", "yes")


def test_a_reviewers_edit_becomes_a_tracked_change_in_the_row(screen, translation) -> None:
    factories.translate_all(translation)
    workflow.advance(translation, verb="submit", by=factories.person("basil"))
    workflow.advance(translation, verb="review", by=factories.person("carine"))
    page = screen.open(f"{address(translation)}#segment-{segment(translation, 3).pk}", by="carine")
    expect(editor(page, 3)).to_be_focused()
    editor(page, 3).fill(factories.ENGLISH[2].replace("trucks", "lorries"))
    page.keyboard.press("Control+Enter")
    tracked = row(page, 3).locator("ins.tc")
    expect(tracked).to_have_text("lorries")
    expect(tracked).to_have_attribute("title", "Carine Saleh")
    expect(row(page, 3).locator('[data-rail-open="suggestions"]')).to_contain_text("1")


def test_the_note_is_saved(screen, translation) -> None:
    page = screen.open(address(translation), by="basil")
    page.keyboard.press("Alt+m")
    page.keyboard.type("Please check the name.")
    expect(page.locator("#note-saved")).to_have_attribute("data-saved", "yes")
    translation.refresh_from_db()
    assert translation.note == "Please check the name."


@pytest.mark.parametrize("width", [640, 320])
def test_the_workspace_fits_at_200_percent_and_on_a_phone(screen, translation, width) -> None:
    factories.translate_all(translation)
    page = screen.open(address(translation), by="basil", width=width, height=500)
    row(page, 3).locator(".bench-text").click()
    expect(editor(page, 3)).to_be_in_viewport()


def test_the_rail_shows_the_history_and_remembers_its_fold(screen, translation) -> None:
    factories.translate_all(translation)
    page = screen.open(address(translation), by="carine")
    row(page, 3).locator(".bench-text").click()
    expect(page.locator("#rail-history")).to_contain_text("Basil Khoury")
    page.keyboard.press("Alt+r")
    expect(page.locator("#rail-history")).to_be_hidden()
    page.reload()
    expect(page.locator("#rail-history")).to_be_hidden()
    page.keyboard.press("Alt+r")
    page.locator("#rail-grip").focus()
    width = page.locator("#rail").bounding_box()["width"]
    expect(page.locator("#rail-grip")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    until(page, f"document.getElementById('rail').offsetWidth > {width}")


@pytest.mark.parametrize(
    "look", [("en", "light", 1440), ("ar", "dark", 1440), ("en", "dark", 390), ("ar", "light", 1024)]
)
def test_the_workspace_is_accessible(screen, axe, translation, look) -> None:
    language, theme, width = look
    factories.translate_all(translation)
    workflow.advance(translation, verb="submit", by=factories.person("basil"))
    workflow.advance(translation, verb="review", by=factories.person("carine"))
    three = segment(translation, 3)
    translations.edit_segment(three.pk, text="A convoy came.", base_version=1, by=factories.person("carine"))
    page = screen.open(
        f"{address(translation)}#segment-{segment(translation, 4).pk}",
        by="carine",
        language=language,
        theme=theme,
        width=width,
    )
    expect(editor(page, 4)).to_be_visible()
    assert axe(page) == []
