"""One view, two shapes: the whole page for a visit, the fragment for htmx; and toasts for both."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import trigger_client_event

LEVELS = frozenset({"success", "info", "warning", "error"})


def is_htmx(request: HttpRequest) -> bool:
    """Whether htmx asks for a fragment; history restoration and boosted links want the whole page."""
    details = getattr(request, "htmx", None)
    return bool(details) and not details.boosted and not details.history_restore_request


def page_or_fragment(
    request: HttpRequest, page: str, fragment: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Render `fragment` for htmx and `page` for everybody else, from one context."""
    asked = is_htmx(request)
    response = render(request, fragment if asked else page, dict(context), status=status)
    response.headers["Vary"] = "HX-Request, Cookie"
    return with_messages(request, response) if asked else response


def with_messages(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Hand the messages waiting for this person to the fragment, as toasts."""
    notes = [{"message": str(m), "level": m.level_tag or "info"} for m in messages.get_messages(request)]
    return trigger_client_event(response, "toast", {"notes": notes}) if notes else response


def toast(response: HttpResponse, message: str, level: str = "success") -> HttpResponse:
    """Let the page that receives this fragment say `message`; level: success, info, warning or error."""
    if level not in LEVELS:
        raise ValueError(f"{level!r} is no level of a toast; use one of {sorted(LEVELS)}")
    return trigger_client_event(response, "toast", {"notes": [{"message": message, "level": level}]})
