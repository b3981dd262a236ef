"""What the browser would refuse, or a reader would stumble over, in any template of the house."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template
from django.test import RequestFactory

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
FAULTS = {
    r"\sstyle=": "a style attribute: the Content-Security-Policy refuses it; use a class",
    r"<style": "a style block: the same",
    r"\son[a-z]+\s*=\s*[\"']": "an inline handler: the same; use a data attribute",
    r"\shx-on": "hx-on needs eval, which is refused",
    r"<script(?![^>]*(\ssrc=|application/(ld\+)?json))": "an inline script: the same",
    r"javascript:": "a javascript: address",
    r"https?://(?!www\.w3\.org|schema\.org)": "an address of another site: nothing is loaded from elsewhere",
    r"\{#(?![^\n]*#\})": "a comment of several lines: Django would print it; use {% comment %}",
    r"\|safe\b": "|safe: text from people is never markup",
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "templates").as_posix())
def test_nothing_the_browser_refuses(path) -> None:
    text = path.read_text(encoding="utf-8")
    found = [sentence for pattern, sentence in FAULTS.items() if re.search(pattern, text)]
    assert not found, f"{path.name}: {found}"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(ROOT / "templates").as_posix())
def test_every_template_can_be_read(path) -> None:
    get_template(path.relative_to(ROOT / "templates").as_posix())


def test_the_page_for_our_own_fault_needs_no_request_and_no_database() -> None:
    html = get_template("500.html").render()
    assert "The fault is ours" in html
    assert 'href="/static/css/public.css"' in html


def test_an_unknown_address_says_so_and_leaks_nothing(client, db) -> None:
    response = client.get("/en/no-such-story/")
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()
    assert "no-such-story" not in response.content.decode()


def test_a_shut_step_says_why_and_stays_in_reach() -> None:
    html = get_template("web/_act.html").render(
        {"id": "publish", "label": "Publish", "shut": "Nobody approved <it>."}
    )
    assert 'aria-disabled="true" aria-describedby="act-publish-reason"' in html
    assert 'id="act-publish-reason">Nobody approved &lt;it&gt;.' in html
    assert 'type="submit"' not in html
    assert " disabled" not in html, "a disabled button cannot be focused, so its reason would not be heard"


def test_an_open_step_is_a_button_with_its_key() -> None:
    context = {
        "id": "publish",
        "label": "Publish",
        "key": "Ctrl+Enter",
        "name": "verb",
        "value": "publish",
        "primary": True,
    }
    html = get_template("web/_act.html").render(context)
    assert 'name="verb" value="publish" data-key="Ctrl+Enter" data-key-label="Publish"' in html
    assert "aria-disabled" not in html


def test_the_pager_keeps_the_filters() -> None:
    request = RequestFactory().get("/desk/", {"section": "local", "after": "old"})
    page = {"before": "b", "after": "c"}
    html = get_template("web/_pager.html").render({"page": page, "request": request}, request)
    assert 'href="?section=local&amp;after=c"' in html
    assert 'href="?section=local&amp;before=b"' in html
