"""Page or fragment, and toasts."""

import json

import pytest
from django.contrib import messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from reviews.web.htmx import is_htmx, page_or_fragment, toast


def request_with(**headers):
    request = RequestFactory().get("/", headers=headers)
    request.htmx = HtmxDetails(request)
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


@pytest.mark.parametrize(
    ("headers", "fragment"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Boosted": "true"}, False),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
def test_only_htmx_itself_gets_a_fragment(headers, fragment) -> None:
    assert is_htmx(request_with(**headers)) is fragment


def test_a_request_that_passed_no_middleware_gets_a_page() -> None:
    assert not is_htmx(RequestFactory().get("/"))


@pytest.mark.parametrize(("headers", "text"), [({}, "There is nothing"), ({"HX-Request": "true"}, "Wrong.")])
def test_one_context_two_shapes(headers, text) -> None:
    context = {"reason": "Wrong."}
    response = page_or_fragment(request_with(**headers), "404.html", "web/_gone.html", context, status=410)
    assert response.status_code == 410
    assert text in response.content.decode()
    assert ("<html" in response.content.decode()) is not bool(headers)
    assert "HX-Request" in response["Vary"], "a cache must not serve a fragment for a page"


def test_waiting_messages_ride_on_a_fragment_and_are_used_up() -> None:
    request = request_with(**{"HX-Request": "true"})
    messages.success(request, "حُفظ")
    response = page_or_fragment(request, "404.html", "web/_gone.html", {})
    assert json.loads(response["HX-Trigger"]) == {
        "toast": {"notes": [{"message": "حُفظ", "level": "success"}]}
    }
    assert not list(messages.get_messages(request_with())), "shown once"


def test_a_page_shows_its_messages_itself() -> None:
    request = request_with()
    messages.error(request, "Not saved")
    assert "HX-Trigger" not in page_or_fragment(request, "404.html", "web/_gone.html", {})


def test_a_toast_goes_out_as_a_header_that_http_can_carry() -> None:
    response = toast(HttpResponse(), "نُشر الخبر", "success")
    response["HX-Trigger"].encode("ascii")
    assert json.loads(response["HX-Trigger"])["toast"]["notes"][0]["message"] == "نُشر الخبر"


def test_a_toast_of_no_known_level_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no level"):
        toast(HttpResponse(), "x", "danger")
