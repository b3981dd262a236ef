"""Turns a refusal raised anywhere below a view into a page or a fragment that says why."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from reviews.people.permissions import Refused


class Refusals:
    """Middleware: Refused becomes 403 or 409 with its sentence, as JSON for scripts and HTML for people."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else goes on its way."""
        if not isinstance(exception, Refused):
            return None
        verdict = exception.verdict
        if request.headers.get("Accept", "").startswith("application/json"):
            answer = {"reason": str(verdict.reason), "kind": verdict.kind, "where": verdict.where}
            return JsonResponse(answer, status=verdict.status)
        template = "web/_refused.html" if getattr(request, "htmx", False) else "refused.html"
        return render(request, template, {"verdict": verdict}, status=verdict.status)
