"""What the desk does with editions: publish, schedule, drop a correction, withdraw."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from reviews.people.permissions import require
from reviews.publishing import actions
from reviews.publishing.forms import PublishForm, ScheduleForm, WithdrawForm
from reviews.publishing.models import Publication
from reviews.publishing.panel import panel_of
from reviews.publishing.queries import pages_of
from reviews.stories.queries import visible_to as stories_visible_to
from reviews.translations.models import State, Translation
from reviews.translations.queries import visible_to
from reviews.web.htmx import page_or_fragment
from reviews.web.returning import back, inside
from reviews.workflow.permissions import can, can_withdraw


def translation_for(request: HttpRequest, pk: int) -> Translation:
    """The translation, if this person may know of it."""
    return get_object_or_404(visible_to(request.user), pk=pk)


def is_out(pk: int) -> bool:
    """Whether an edition exists already. Asked before the translation is read: should another click publish
    in between, the translation says so, and nobody is asked for the note of a correction that is none.
    """
    return Publication.objects.filter(translation_id=pk).exists()


@login_required
@require_GET
def publishing(request: HttpRequest, pk: int) -> HttpResponse:
    """What can be done now: a page of its own, or the panel for a screen that asks for it."""
    return shown(request, translation_for(request, pk), next_page=request.GET.get("next", ""))


def shown(
    request: HttpRequest, translation: Translation, *, next_page: str, refused: bool = False
) -> HttpResponse:
    """The panel; with `refused`, with what the person sent and what is wrong with it."""
    context = {
        "panel": panel_of(request.user, translation, data=request.POST if refused else None),
        "translation": translation,
        "next": next_page,
        "here": "desk",
    }
    fragment = "publishing/_publish_panel.html"
    return page_or_fragment(
        request, "publishing/publishing.html", fragment, context, status=422 if refused else 200
    )


@login_required
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish the approved pair now; a correction brings its notes (`note_en`, `note_ar`)."""
    if request.method != "POST":
        return redirect("publishing", pk)
    out = is_out(pk)
    translation = translation_for(request, pk)
    correction = out and translation.state != State.PUBLISHED
    form = PublishForm(request.POST, translation=translation, correction=correction)
    if not form.is_valid():
        require(can("publish", request.user, translation))
        return shown(request, translation, next_page=request.POST.get("next", ""), refused=True)
    edition = actions.publish(translation, by=request.user, **form.cleaned_data)
    done = _("The correction is published.") if edition.edition > 1 else _("The story is published.")
    messages.success(request, done)
    return back(request, reverse("publishing", args=[pk]))


@login_required
def schedule(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish at a time on the newsroom's clock (`at`), or at another one than was set."""
    if request.method != "POST":
        return redirect("publishing", pk)
    out = is_out(pk)
    translation = translation_for(request, pk)
    form = ScheduleForm(request.POST, translation=translation, correction=out)
    if not form.is_valid():
        require(can("schedule", request.user, translation))
        return shown(request, translation, next_page=request.POST.get("next", ""), refused=True)
    moved = actions.schedule(translation, by=request.user, **form.cleaned_data)
    at = date_format(localtime(moved.publish_at), "DATETIME_FORMAT")
    messages.success(request, _("Scheduled for %(at)s.") % {"at": at})
    return back(request, reverse("publishing", args=[pk]))


@login_required
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a correction up."""
    actions.drop_correction(translation_for(request, pk), by=request.user)
    messages.success(request, _("The correction is dropped; the published words stand again."))
    return back(request, reverse("publishing", args=[pk]))


@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """A page that says what a withdrawal does and asks for the reasons; the POST does it."""
    story = get_object_or_404(stories_visible_to(request.user), pk=pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.withdraw(story, by=request.user, **form.cleaned_data)
        messages.success(request, _("The story is withdrawn in every language."))
        return back(request, reverse("desk"))
    require(can_withdraw(request.user, story))
    asked = request.POST.get("next", request.GET.get("next", ""))
    context = {
        "story": story,
        "form": form,
        "pages": [page for page in pages_of(story.pk) if not page.withdrawn_at],
        "scheduled": story.translations.filter(state=State.SCHEDULED).first(),
        "translations": story.translations.all(),
        "next": asked,
        "cancel": inside(request, asked, reverse("desk")),
        "here": "desk",
    }
    return render(request, "publishing/withdraw.html", context, status=422 if form.errors else 200)
