"""The kit in a real browser: every component, both languages, both themes, three widths; keys, toasts, dialogs."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.urls("tests.browser.screens")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 1024, 360])
def test_every_component_is_accessible(screen, axe, language, theme, width) -> None:
    page = screen.open("/kit/?toast=1", by="amal", language=language, theme=theme, width=width)
    assert axe(page) == []
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert axe(page) == []


@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/accounts/password/reset/", "/accounts/signup/", "/en/nothing/"]
)
@pytest.mark.parametrize("look", [("en", "light", 1440), ("ar", "dark", 360), ("ar", "light", 1024)])
def test_the_pages_before_the_desk_are_accessible(screen, axe, path, look) -> None:
    language, theme, width = look
    page = screen.open(path, language=language, theme=theme, width=width)
    assert axe(page) == []


def test_every_page_fits_at_200_percent(screen) -> None:
    """A 1280-pixel window zoomed to 200 % has 640 of them; `screen` fails on a page wider than that."""
    screen.open("/kit/", by="amal", width=640, height=450)
    screen.open("/kit/", by="amal", width=320, height=450, language="ar")


def current(page: Page) -> str:
    return page.locator(".queue-row[aria-current=true]").get_attribute("id")


def test_j_and_k_work_down_the_list_and_enter_opens(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert current(page) == "row-2"
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert current(page) == "row-1", "the first row is an end"
    page.keyboard.press("Enter")
    assert page.url.endswith("#story-1")
    page.goto(page.url.partition("#")[0])
    assert current(page) == "row-1", "coming back lands where one left"


def test_keys_work_under_an_arabic_keyboard(screen) -> None:
    """The key that says J in Latin says ت in Arabic, and the question mark is another character."""
    page = screen.open("/kit/", by="amal", language="ar")
    page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code: 'KeyJ', bubbles: true}))"
    )
    assert current(page) == "row-1"
    page.evaluate(
        "document.dispatchEvent(new KeyboardEvent('keydown', {key: '؟', code: 'Slash', shiftKey: true}))"
    )
    expect(page.locator("#keys")).to_be_visible()


def test_no_letter_acts_while_somebody_types(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.locator("#editor").fill("")
    page.keyboard.type("j?r/k g d")
    assert page.locator("#editor").input_value() == "j?r/k g d"
    assert page.locator(".queue-row[aria-current=true]").count() == 0
    assert page.locator("dialog[open]").count() == 0


def test_a_key_with_ctrl_acts_while_somebody_types(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.evaluate("primary.addEventListener('click', () => { pressed.textContent = 'confirmed'; })")
    page.locator("#editor").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator("#pressed")).to_have_text("confirmed")


def test_slash_goes_to_the_search_field(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.keyboard.press("/")
    expect(page.locator("#words")).to_be_focused()
    assert page.locator("#words").input_value() == ""


def test_two_keys_one_after_the_other(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/desk/**")


def test_the_help_lists_every_key_of_the_page(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.keyboard.press("?")
    listed = page.locator("#keys dd").all_inner_texts()
    for label in (
        "Confirm and next",
        "Search this list",
        "Return with reasons",
        "Next row",
        "Previous row",
        "Go to the desk",
    ):
        assert label in listed
    assert len(listed) == len(set(listed)), "each once"
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()


def test_single_letters_can_be_switched_off(screen) -> None:
    """WCAG 2.1.4; the choice is remembered, and the help stays in reach."""
    page = screen.open("/kit/", by="amal")
    page.keyboard.press("?")
    page.locator("#keys-letters").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".queue-row[aria-current=true]").count() == 0
    page.keyboard.press("?")
    expect(page.locator("#keys-letters")).not_to_be_checked()


def test_a_shut_step_does_nothing_and_says_why(screen) -> None:
    page = screen.open("/kit/", by="amal")
    shut = page.locator("#act-publish")
    shut.evaluate("button => button.addEventListener('click', () => { pressed.textContent = 'done'; })")
    shut.focus()
    expect(shut).to_be_focused()
    expect(shut).to_have_accessible_description(
        "You translated three segments; another translation editor must approve them."
    )
    page.keyboard.press("Enter")
    expect(page.locator("#toasts .note")).to_contain_text("You translated three segments")
    expect(page.locator("#pressed")).to_have_text("")
    assert page.url.endswith("/kit/")


def test_a_form_that_asks_first_is_sent_once_and_only_after_yes(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.locator("#send").click()
    expect(page.locator("#ask-question")).to_have_text("Really send?")
    page.locator("#ask [value=no]").click()
    assert page.url.endswith("/kit/")
    page.locator("#send").click()
    page.locator("#ask [value=yes]").click()
    page.wait_for_url("**/kit/?*sent=1*")


def test_htmx_answers_become_toasts(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.locator("#done").click()
    expect(page.locator("#answer")).to_have_text("Done")
    expect(page.locator("#toasts .note[data-level=success]")).to_contain_text("Well done.")
    page.locator("#refused").click()
    refusal = page.locator("#toasts .note[data-level=error]")
    expect(refusal).to_contain_text("Two people must stand behind it.")
    expect(refusal.locator("a")).to_have_attribute("href", "#row-2")
    expect(page.locator("#answer")).to_have_text("Done"), "a refusal changes nothing on the page"
    page.locator("#broken").click()
    expect(page.locator("#toasts")).to_contain_text("Something went wrong on the server")


def test_a_lost_session_is_said_and_the_page_stays(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.locator("#editor").fill("Typed and not yet saved")
    page.locator("#lost").click()
    band = page.locator("[data-band=session]")
    expect(band).to_contain_text("Your session has ended")
    expect(band.locator("a")).to_have_attribute("target", "_blank")
    assert page.locator("#editor").input_value() == "Typed and not yet saved"
    page.locator("#done").click()
    expect(band).to_have_count(0), "the next answer that comes through takes it away"


def test_hx_confirm_asks_in_our_own_dialog(screen) -> None:
    page = screen.open("/kit/", by="amal")
    page.locator("#sure").click()
    expect(page.locator("#ask-question")).to_have_text("Take it?")
    page.locator("#ask [value=yes]").click()
    expect(page.locator("#answer")).to_have_text("Done")


SEND = """async ([url, options]) => {
    try { return {ok: await Muqabala.send(url, options).then((answer) => answer.status)}; }
    catch (error) { return {kind: error.kind, message: error.message, status: error.status}; }
}"""


def test_send_names_what_went_wrong(screen) -> None:
    page = screen.open("/kit/", by="amal")
    assert page.evaluate(SEND, ["/kit/done/", {}]) == {"ok": 200}
    refused = page.evaluate(SEND, ["/kit/refused/", {}])
    assert refused == {"kind": "refused", "message": "Two people must stand behind it.", "status": 403}
    assert page.evaluate(SEND, ["/kit/500/", {}])["kind"] == "server"
    assert page.evaluate(SEND, ["/kit/409/", {}])["kind"] == "conflict"
    assert page.evaluate(SEND, ["/kit/401/", {}])["kind"] == "session"
    page.context.set_offline(True)
    assert page.evaluate(SEND, ["/kit/done/", {}])["kind"] == "offline"
    expect(page.locator("[data-band=offline]")).to_be_visible()
    page.context.set_offline(False)
    expect(page.locator("[data-band=offline]")).to_have_count(0)
    assert page.evaluate(SEND, ["/kit/done/", {}]) == {"ok": 200}


def test_send_follows_a_new_token(screen) -> None:
    """Signing in again in another tab changes the CSRF token under an open page; its next save must still count."""
    page = screen.open("/kit/", by="amal")
    old = page.evaluate("document.body.dataset.csrf")
    page.context.clear_cookies(name="csrftoken")
    other = page.context.new_page()
    other.goto(page.url)
    refused = page.evaluate(SEND, ["/kit/done/", {"headers": {"X-CSRFToken": old}}])
    assert refused["status"] == 403, "the token in the page is of no use any more"
    assert page.evaluate(SEND, ["/kit/done/", {}]) == {"ok": 200}
    page.locator("#done").click()
    expect(page.locator("#answer")).to_have_text("Done")


def test_the_theme_and_the_language_are_kept_without_a_flash(screen) -> None:
    page = screen.open("/accounts/login/", theme="light")
    dark = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(dark)
    page.get_by_role("button", name="Theme: the system’s. Press for light.").click()
    page.get_by_role("button", name="Theme: light. Press for dark.").click()
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    assert page.evaluate(dark) != before
    page.get_by_role("button", name="عربي").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")


def test_paper_is_light_whatever_the_screen(screen) -> None:
    page = screen.open("/en/nothing/", theme="dark")
    colour = "getComputedStyle(document.querySelector('h1')).color"
    assert page.evaluate(colour) == "rgb(235, 230, 220)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colour) == "rgb(0, 0, 0)"


def test_english_is_left_and_arabic_right_in_either_interface(screen) -> None:
    for language in ("en", "ar"):
        page = screen.open("/kit/", by="amal", language=language)
        english, arabic = (page.locator(f"#segment-1 .bench-{side}").bounding_box() for side in ("en", "ar"))
        assert english["x"] + english["width"] < arabic["x"]
        rail, bench = page.locator(".rail").bounding_box(), page.locator(".bench").bounding_box()
        assert (rail["x"] > bench["x"]) is (language == "en"), "the rail stands at the end of the line"


def test_a_mark_inside_a_word_does_not_tear_it(screen) -> None:
    """A marked word is exactly as wide as the same word unmarked: its letters are still joined."""
    page = screen.open("/kit/", by="amal")
    whole, marked = (page.locator(f"#{name}").bounding_box()["width"] for name in ("whole", "marked"))
    assert abs(whole - marked) < 0.5


def test_a_person_can_sign_in_and_out_by_keyboard(screen) -> None:
    from tests import factories

    factories.person("basil")
    page = screen.open("/accounts/login/")
    page.get_by_label("Email").fill("basil@example.org")
    page.get_by_label("Password").fill(factories.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/**")
