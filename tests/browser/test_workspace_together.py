"""Two people in one translation: conflicts, live news, presence, a step taken by somebody else."""

import time

import pytest
from playwright.sync_api import Page, expect

from reviews.translations import actions as translations
from reviews.translations.models import SegmentEdit
from reviews.workflow import actions as workflow
from tests import factories
from tests.browser.bench import address, editor, row, segment, stored

NAMES = {"en": "Farid Mansour saved this paragraph", "ar": "فريد منصور"}


@pytest.fixture
def translation(transactional_db):
    return factories.in_translation()


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


def test_a_note_that_two_people_write_keeps_both(screen, translation) -> None:
    page = screen.open(address(translation), by="basil")
    translations.write_note(translation.pk, text="From Farid.", base="", by=factories.person("farid"))
    page.locator("#note").fill("From Basil.")
    expect(page.locator("#note-saved")).to_contain_text("Somebody else changed the note")
    both = page.locator("#note").input_value()
    assert "Basil" in both
    page.locator("#note").fill("From Farid. From Basil.")
    expect(page.locator("#note-saved")).to_have_attribute("data-saved", "yes")
    translation.refresh_from_db()
    assert translation.note == "From Farid. From Basil."


def test_who_loses_the_right_to_write_is_told_and_keeps_the_text(screen, translation) -> None:
    """Farid submits while Basil types."""
    factories.translate_all(translation)
    page = screen.open(address(translation), by="basil")
    row(page, 3).locator(".bench-text").click()
    workflow.advance(translation, verb="submit", by=factories.person("farid"))
    page.keyboard.type(" One more word.")
    expect(page.locator("#toasts")).to_contain_text("Your part in this translation has changed")
    expect(row(page, 3).locator(".bench-edit .saved")).to_contain_text("submitted")
    assert page.evaluate("Muqabala.drafts.of(Muqabala.workspace.user).length") == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("link", name="Reload").click()
    expect(row(page, 3).locator(".bench-draft")).to_contain_text("One more word.")
    expect(page.locator("#closed")).to_be_visible()


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
