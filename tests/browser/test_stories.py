"""Writing a story in a real browser: by keyboard, with the safety net, paste and files; versions compared."""

import json

import pytest
from django.conf import settings
from django.urls import reverse

from reviews.stories.models import Story, StoryState
from reviews.workflow import actions as workflow
from tests import factories
from tests.formats.word import docx, p

BODY = "وصلت قافلة من 12 شاحنة إلى بلدة الزيتون يوم الثلاثاء.\n\nولم تسجل أي إصابات، بحسب المجلس المحلي."


@pytest.fixture
def desk(transactional_db):
    factories.person("amal")
    factories.section()
    for number in range(9):
        factories.topic(f"topic-{number}")


def write(page, headline="قافلة إغاثة تصل إلى الزيتون", body=BODY):
    page.fill("#id_headline", headline)
    page.fill("#id_body", body)
    page.select_option("#id_section", index=1)


def stored_keys(page):
    return json.loads(
        page.evaluate("JSON.stringify(Object.keys(localStorage).filter(k => k.includes('kept')))")
    )


def test_a_story_is_written_previewed_and_released_by_keyboard(desk, screen):
    page = screen.open(reverse("story_new"), by="amal")
    page.focus("#id_headline")
    page.keyboard.insert_text("قافلة إغاثة تصل إلى الزيتون")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("الزيتون - مقابلة")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.insert_text(BODY)
    page.get_by_text("4 segments").wait_for()
    assert page.locator("#story-preview li").count() == 4
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")  # the section
    page.focus("[data-picker-filter]")
    page.keyboard.type("topic-7")
    page.keyboard.press("Enter")
    assert page.locator("input[name=topics]:checked").count() == 1
    page.keyboard.press("Control+s")
    page.get_by_text("Saved at").wait_for()
    story = Story.objects.get()
    assert page.url.endswith(reverse("story_edit", args=[story.pk])), "the address is the story's own now"
    assert (story.state, story.current.number, story.topics.count()) == (StoryState.DRAFT, 1, 1)
    assert story.current.body == BODY
    assert stored_keys(page) == []
    page.keyboard.press("Control+Enter")
    page.wait_for_url(f"**{reverse('story', args=[story.pk])}")
    assert Story.objects.get().state == StoryState.RELEASED
    assert page.get_by_text("waits for a translator").is_visible()


def test_typed_text_outlives_a_lost_session_and_a_closed_page(desk, screen):
    page = screen.open(reverse("story_new"), by="amal")
    write(page)
    cookies = page.context.cookies()
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    page.keyboard.press("Control+s")
    page.locator("[data-band=session]").wait_for()
    assert not Story.objects.exists()
    assert page.input_value("#id_body") == BODY
    assert "Saved" not in page.inner_text("#saved-sign")
    page.context.add_cookies(cookies)
    page.goto(page.url)
    page.get_by_role("button", name="Put it back").click()
    assert page.input_value("#id_headline") == "قافلة إغاثة تصل إلى الزيتون"
    assert page.input_value("#id_body") == BODY
    page.keyboard.press("Control+s")
    page.get_by_text("Saved at").wait_for()
    assert stored_keys(page) == []


def test_two_editors_at_once_lose_nothing(desk, screen):
    story = factories.draft(body="الفقرة الأولى هنا.\n\nالفقرة الثانية هنا.")
    page = screen.open(reverse("story_edit", args=[story.pk]), by="amal")
    page.fill("#id_body", "الفقرة الأولى هناك.\n\nالفقرة الثانية هنا.")
    theirs = factories.text(body="الفقرة الأولى هنا.\n\nالفقرة الثانية الآن.")
    workflow.update(story, theirs, base_number=1, by=factories.person("amal"))
    page.keyboard.press("Control+s")
    page.get_by_text("saved version 2 meanwhile").wait_for()
    assert page.input_value("#id_body") == "الفقرة الأولى هناك.\n\nالفقرة الثانية هنا."
    page.get_by_role("button", name="Take both changes").click()
    page.keyboard.press("Control+s")
    page.get_by_text("Saved at").wait_for()
    story.refresh_from_db()
    assert story.current.body == "الفقرة الأولى هناك.\n\nالفقرة الثانية الآن."


def test_a_paste_from_word_keeps_its_paragraphs_and_its_neighbours(desk, screen):
    page = screen.open(reverse("story_new"), by="amal")
    page.fill("#id_body", "قبل.\n\n")
    page.evaluate(
        """() => {
          const field = document.getElementById("id_body");
          field.focus();
          field.setSelectionRange(field.value.length, field.value.length);
          const data = new DataTransfer();
          data.setData("text/html", "<p class=MsoNormal>واحد.</p><p class=MsoNormal>اثنان.</p><p class=MsoNormal>ثلاثة.</p>");
          data.setData("text/plain", "واحد. اثنان. ثلاثة.");
          field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }"""
    )
    page.get_by_text("Pasted as 3 paragraphs").wait_for()
    assert page.input_value("#id_body") == "قبل.\n\nواحد.\n\nاثنان.\n\nثلاثة."


def test_a_file_fills_the_form_and_a_wrong_one_says_why(desk, screen):
    page = screen.open(reverse("story_new"), by="amal")
    word = {"name": "خبر.docx", "mimeType": "application/octet-stream"}
    page.set_input_files("#id_file", {**word, "buffer": docx(p("عنوان الملف"), p("النص هنا."))})
    page.get_by_role("button", name="Fill the form").click()
    page.get_by_text("Nothing is stored until you save").wait_for()
    assert page.input_value("#id_headline") == "عنوان الملف"
    page.set_input_files("#id_file", {**word, "buffer": b"PK\x03\x04"})
    page.get_by_role("button", name="Fill the form").click()
    page.locator("#ask [value=yes]").click()
    page.get_by_text("The Word file is damaged").wait_for()
    assert page.input_value("#id_headline") == "عنوان الملف"
    assert not Story.objects.exists()


def changed_story():
    story = workflow.release(
        factories.draft(body=f"{BODY}\n\nوقال شهود إن الطريق أغلق يوم 27 آذار 2018."),
        by=factories.person("amal"),
    )
    changed = f"{BODY.replace('12', '15')}\n\nوقال شهود إن الطريق فتح يوم 27 آذار 2018."
    workflow.update(story, factories.text(body=changed), base_number=1, by=factories.person("amal"))
    return story


@pytest.mark.parametrize("layout", ["inline", "columns"])
def test_versions_are_walked_by_key_and_arabic_runs_right_to_left(desk, screen, layout):
    story = changed_story()
    page = screen.open(f"{reverse('compare', args=[story.pk])}?layout={layout}", by="amal")
    page.keyboard.press("n")
    assert "<ins>15</ins>" in page.locator("[data-current]").inner_html() or layout == "columns"
    page.keyboard.press("n")
    cell = page.locator("[data-current]")
    assert "2018" in cell.inner_text()
    sides = cell.locator("p.text").evaluate(
        """(paragraph) => {
          const all = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          let last; while (all.nextNode()) last = all.currentNode;
          const place = (at) => { const r = document.createRange(); r.setStart(last, at); r.setEnd(last, at + 1); return r.getBoundingClientRect().x; };
          const end = last.data.trimEnd().length;
          return {stop: place(end - 1), year: place(last.data.indexOf("2018"))};
        }"""
    )
    assert sides["stop"] < sides["year"], "the full stop of a right-to-left sentence stands at its left end"
    page.keyboard.press("p")
    assert "12" in page.locator("[data-current]").inner_text()


SCREENS = ["story_new", "story_edit", "story", "story_history", "compare"]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ar", "dark")])
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_is_accessible_at_every_width(desk, screen, axe, name, language, theme, width):
    story = changed_story()
    path = reverse(name, args=[] if name == "story_new" else [story.pk])
    page = screen.open(path, by="amal", language=language, theme=theme, width=width)
    if name in {"story_new", "story_edit"}:
        page.locator("#story-preview[role], #story-preview .meta").first.wait_for()
        page.wait_for_load_state("networkidle")
    assert axe(page) == []
