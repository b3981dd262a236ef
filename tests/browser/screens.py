"""The routes of the site, and beside them one page that shows every component: the kit."""

from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import include, path
from django.utils import timezone

from reviews.people.permissions import Refused, no
from reviews.web.htmx import toast

KIT = Path(__file__).with_name("kit.html")


def kit(request: HttpRequest) -> HttpResponse:
    if "toast" in request.GET:
        messages.success(request, "Saved and released.")
        messages.error(request, "Not published: an issue marked critical is open.")
    template = engines["django"].from_string(KIT.read_text(encoding="utf-8"))
    return HttpResponse(template.render({"here": "desk", "now": timezone.now()}, request))


def answer(request: HttpRequest, kind: str) -> HttpResponse:
    """What a server may say to a script: done, refused, lost, broken."""
    if kind == "done":
        return toast(HttpResponse("<p id=answer>Done</p>"), "Well done.")
    if kind == "refused":
        raise Refused(no("Two people must stand behind it.", "eyes", "row-2"))
    return HttpResponse("no", status=int(kind))


urlpatterns = [
    path("kit/", kit),
    path("kit/<kind>/", answer),
    path("", include("newsroom.urls")),
]
