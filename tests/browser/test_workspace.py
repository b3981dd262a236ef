"""The workspace in a real browser: typing, saving, two people at once, a lost session, what others do."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from reviews.translations import actions as translations
from reviews.translations.models import Segment, SegmentEdit
from reviews.workflow import actions as workflow
from tests import factories

NAMES = {"en": "Farid Mansour saved this paragraph", "ar": "فريد منصور"}


@pytest.fixture
def translation(transactional_db):
    return factories.in_translation()


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


def conflicting(screen, translation, **look) -> tuple[Page, str, str]:
    """Basil types on a text that Farid saves meanwhile; answers Basil's page and both texts."""
    factories.translate_all(translation)
    page = screen.open(address(translation), by="basil", **look)
    page.route("**/live/**", lambda route: route.fulfill(status=204))
    row(page, 3).locator(".bench-text").click()
    theirs = factories.ENGLISH[2].replace("Tuesday", "Wednesday")
    translations.edit_segment(
        segment(translation, 3).pk, text=theirs, base_version=1, by=factories.person("farid")
    )
    page.keyboard.press("Control+Home")
    page.keyboard.type("Late: ")
    expect(row(page, 3).locator(".conflict")).to_contain_text(NAMES[look.get("language", "en")])
    mine = "Late: " + factories.ENGLISH[2]
    expect(editor(page, 3)).to_have_value(mine)
    return page, mine, theirs


@pytest.mark.parametrize("key", ["1", "2", "3"])
def test_a_conflict_shows_both_texts_and_three_ways_out(screen, translation, key) -> None:
    """C47, in the page."""
    page, mine, theirs = conflicting(screen, translation)
    assert segment(translation, 3).target_text == theirs, "nothing of Farid's is lost"
    page.keyboard.press(f"Alt+{key}")
    expected = {"1": "Late: " + theirs, "2": mine, "3": theirs}[key]
    expect(editor(page, 3)).to_have_value(expected)
    assert stored(translation, 3, expected)
    expect(row(page, 3).locator(".conflict")).to_have_count(0)
    expect(row(page, 3).locator(".bench-edit .saved")).to_have_attribute("data-saved", "yes")
    versions = list(SegmentEdit.objects.filter(segment__position=3).values_list("after", flat=True))
    assert theirs in versions
    assert (
        page.evaluate("Muqabala.saver.waiting().length + Muqabala.drafts.of(Muqabala.workspace.user).length")
        == 0
    )


def test_a_merge_has_the_words_typed_after_the_conflict(screen, translation) -> None:
    page, _mine, theirs = conflicting(screen, translation)
    page.keyboard.press("Control+End")
    page.keyboard.type(" More.")
    expect(row(page, 3).locator(".conflict")).to_contain_text("More.")
    page.keyboard.press("Alt+1")
    expect(editor(page, 3)).to_have_value(f"Late: {theirs} More.")
    assert stored(translation, 3, f"Late: {theirs} More.")


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
    again = screen.open("/desk/", by="basil").context.cookies()
    page.context.add_cookies([c for c in again if c["name"] == "sessionid"])
    page.reload()
    expect(page.locator("[data-band=drafts]")).to_contain_text("3 segments")
    for number, text in texts.items():
        expect(row(page, number).locator(".bench-draft")).to_contain_text(text)
    page.get_by_role("button", name="Put all of it back").click()
    for number, text in texts.items():
        assert stored(translation, number, text)
    expect(page.locator(".bench-draft")).to_have_count(0)
    until(page, "Muqabala.drafts.of(Muqabala.workspace.user).length === 0")


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


def test_another_persons_save_and_presence_come_within_two_seconds(screen, translation) -> None:
    basil = screen.open(address(translation), by="basil")
    farid = screen.open(f"{address(translation)}#segment-{segment(translation, 1).pk}", by="farid")
    expect(basil.locator("#here")).to_have_text("Farid Mansour", timeout=2000)
    row(basil, 4).locator(".bench-en").click()
    expect(row(farid, 4).locator(".who-at")).to_have_text("BK", timeout=2000)
    basil.keyboard.type("Nobody was hurt.")
    editor(farid, 1).fill("Mine, not yet sent")
    top = row(farid, 1).bounding_box()["y"]
    expect(row(basil, 4).locator(".bench-edit .saved")).to_have_attribute("data-saved", "yes")
    expect(row(farid, 4).locator(".bench-text")).to_have_text("Nobody was hurt.", timeout=2000)
    expect(row(farid, 4).locator(".bench-marks")).to_contain_text("Changed by Basil Khoury")
    expect(editor(farid, 1)).to_be_focused()
    expect(editor(farid, 1)).to_have_value("Mine, not yet sent")
    assert row(farid, 1).bounding_box()["y"] == top, "nothing jumps"
    farid.context.close()
    screen.contexts.remove(farid.context)
    expect(basil.locator("#here")).to_have_text("", timeout=9000)


def test_a_change_under_an_open_editor_is_a_bar_and_no_more(screen, translation) -> None:
    factories.translate_all(translation)
    page = screen.open(address(translation), by="basil")
    row(page, 3).locator(".bench-text").click()
    theirs = factories.ENGLISH[2].replace("12", "21")
    translations.edit_segment(
        segment(translation, 3).pk, text=theirs, base_version=1, by=factories.person("farid")
    )
    bar = row(page, 3).locator(".bench-changed")
    expect(bar).to_contain_text("Farid Mansour changed this paragraph", timeout=2000)
    expect(bar.locator("ins")).to_have_text("21")
    expect(editor(page, 3)).to_have_value(factories.ENGLISH[2])
    page.keyboard.press("Alt+3")
    expect(editor(page, 3)).to_have_value(theirs)
    page.keyboard.type(" And more.")
    assert stored(translation, 3, theirs + " And more.")


def test_a_changed_source_arrives_while_one_types(screen, translation) -> None:
    """A new first paragraph and a gone last one: rows come, go to the end, and the editor stays where it is."""
    factories.translate_all(translation)
    page = screen.open(address(translation), by="basil")
    row(page, 3).locator(".bench-text").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" More")
    first, _break, _last = factories.BODY.partition("\n\n")
    text = factories.text(body=f"خبر عاجل من البلدة صباح اليوم.\n\n{first}")
    workflow.update(translation.story, text, base_number=1, by=factories.person("amal"))
    expect(page.locator("[data-orphaned]")).to_have_count(1)
    texts = page.locator(".bench-row .bench-ar .text").all_inner_texts()
    assert [one[:8] for one in texts[2:]] == ["خبر عاجل", "وصلت قاف", "ولم تسجل"]
    focused = page.evaluate(
        "document.activeElement.closest('.bench-row').querySelector('.bench-ar').innerText"
    )
    assert focused.startswith("وصلت")
    page.keyboard.type(" words.")
    time.sleep(1)
    assert segment(translation, 4).target_text == factories.ENGLISH[2] + " More words."


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


@pytest.mark.parametrize("look", [("en", "dark"), ("ar", "light")])
def test_what_comes_up_while_one_works_is_accessible(screen, axe, translation, look) -> None:
    """A conflict, a kept draft, a dead line, the list of what is unfinished, a colleague in a row."""
    page, _mine, _theirs = conflicting(screen, translation, language=look[0], theme=look[1])
    page.evaluate(
        "Muqabala.drafts.put(Muqabala.workspace.user, arguments[0], 0, 'Typed long ago')".replace(
            "arguments[0]", str(segment(translation, 4).pk)
        )
    )
    assert axe(page) == []
    page.on("dialog", lambda dialog: dialog.accept())
    page.unroute("**/live/**")
    page.reload()
    expect(page.locator(".bench-draft").first).to_be_visible()
    assert axe(page) == []
    translations.edit_segment(
        segment(translation, 4).pk, text="Other", base_version=1, by=factories.person("farid")
    )
    screen.open(f"{address(translation)}#segment-{segment(translation, 2).pk}", by="farid")
    expect(row(page, 2).locator(".who-at")).to_be_visible()
    page.context.set_offline(True)
    row(page, 1).locator(".bench-text").click()
    page.keyboard.type("Offline")
    expect(page.locator("[data-band=offline]")).to_be_visible()
    assert axe(page) == []
