"""A Chromium over a live server: `screen` opens pages as a person, in a language, theme and width.

Every page a test opens is watched: an error in a script, a refusal by the Content-Security-Policy, or a page wider
than its window fails the test at its end.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import factories, machine

AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser and commits what it writes."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests: the machine's, else Playwright's own; none is a failure, not a skip."""
    # Playwright's synchronous face runs a loop in this thread, and Django would forbid queries beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = os.environ.get("CHROMIUM") or machine.chromium()
    if not path:
        pytest.fail(machine.NO_CHROMIUM, pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Screen:
    """Opens pages of the live server, and remembers what went wrong on them."""

    browser: Browser
    address: str
    faults: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        path: str,
        *,
        by: str | None = None,
        language: str = "en",
        theme: str = "light",
        width: int = 1440,
        height: int = 900,
        zone: str = "Asia/Damascus",
    ) -> Page:
        """A page in a browser of its own: `by` names one of the cast, signed in already."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale={"ar": "ar-SY", "en": "en-GB"}[language],
            timezone_id=zone,
            reduced_motion="reduce",
        )
        self.contexts.append(context)
        cookies = {settings.LANGUAGE_COOKIE_NAME: language}
        if by:
            client = Client()
            client.force_login(factories.person(by))
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies(
            [{"name": name, "value": value, "url": self.address} for name, value in cookies.items()]
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.faults.append(f"{path}: {error}"))
        page.on("console", lambda message: self.hear(path, message.text))
        page.goto(f"{self.address}{path}")
        return page

    def hear(self, path: str, text: str) -> None:
        """Keep what the browser says about the policy; failed requests are the business of each test."""
        if "Content Security Policy" in text:
            self.faults.append(f"{path}: {text}")


@pytest.fixture
def screen(chromium: Browser, live_server) -> Iterator[Screen]:
    """See Screen."""
    opener = Screen(chromium, live_server.url)
    yield opener
    for context in opener.contexts:
        for page in context.pages:
            extra = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if extra > 0:
                opener.faults.append(f"{page.url}: {extra} pixels wider than its window")
        context.close()
    assert not opener.faults, "\n".join(opener.faults)


@pytest.fixture(scope="session")
def axe() -> Callable[[Page], list[str]]:
    """axe-core over a page: the violations of WCAG 2.2 A and AA, one sentence each."""
    tool = Axe()

    def run(page: Page) -> list[str]:
        options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": AXE_TAGS}}
        found = tool.run(page, options=options).response["violations"]
        return [f"{one['id']}: {one['help']} {[n['target'] for n in one['nodes']][:4]}" for one in found]

    return run
