"""Findings as requests: check what is typed, dismiss, take back, list, and the story's ledger."""

from itertools import chain

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from reviews.people.models import User
from reviews.quality import actions
from reviews.quality.forms import CheckForm, DismissForm
from reviews.quality.models import Dismissal
from reviews.quality.permissions import can_dismiss, can_restore
from reviews.quality.queries import Judged, across_story, dismissals, ledger_of, of_segment
from reviews.translations.models import Segment
from reviews.translations.queries import visible_to
from reviews.web.pages import page_of


def segments_visible_to(user: User) -> QuerySet[Segment]:
    """Segments of the translations a person may open."""
    return Segment.objects.filter(translation__in=visible_to(user).select_related(None).values("pk"))


@login_required
@require_POST
def check(request: HttpRequest, pk: int) -> JsonResponse:
    """What the checks find in a segment as it is typed; nothing is written.

    With `story` the findings that need the whole story come too: asked once a segment, not at each key.
    """
    segment = get_object_or_404(segments_visible_to(request.user).select_related("translation"), pk=pk)
    form = CheckForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"reason": _("The text is too long to be checked.")}, status=422)
    typed = form.typed()
    if typed is not None:
        segment.target_text = typed
    if segment.orphaned:
        return answer(request, segment, [], [])
    beside = whole_story(segment) if form.cleaned_data["story"] else None
    across = across_story(beside, segment.pk) if beside is not None else None
    return answer(request, segment, of_segment(segment), across)


def whole_story(segment: Segment) -> list[Segment]:
    """All segments in order, this one with the text it has in the page."""
    found = Segment.objects.filter(translation=segment.translation_id).order_by("orphaned", "position", "id")
    return [segment if one.pk == segment.pk else one for one in found]


def answer(
    request: HttpRequest, segment: Segment, own: list[Judged], across: list[Judged] | None
) -> JsonResponse:
    """Both lists as fragments for the rail and what scripts mark; `story` is null where it was not asked."""
    return JsonResponse(
        {
            "own": listed(request, segment, own),
            "story": None if across is None else listed(request, segment, across),
            "marks": [marked(one) for one in own if one.dismissal is None],
            "story_marks": [marked(one) for one in across or () if one.dismissal is None],
        }
    )


def marked(one: Judged) -> dict[str, object]:
    """Where a finding points, in code points."""
    return {
        "severity": one.severity,
        "said": one.said,
        "source": one.finding.source,
        "target": one.finding.target,
    }


def listed(request: HttpRequest, segment: Segment, found: list[Judged]) -> str:
    """A list of findings with what this person may do to each; the dismissed ones folded below."""
    context = {
        "segment": segment,
        "standing": [one for one in found if one.dismissal is None],
        "dismissed": [(one, can_restore(request.user, one.dismissal)) for one in found if one.dismissal],
        "may_dismiss": can_dismiss(request.user, segment.translation),
    }
    return render_to_string("quality/_findings.html", context, request)


@login_required
@require_POST
def dismiss(request: HttpRequest, pk: int) -> JsonResponse:
    """Let a finding of the stored text stand, with a reason."""
    segment = get_object_or_404(segments_visible_to(request.user), pk=pk)
    form = DismissForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"reason": " ".join(chain.from_iterable(form.errors.values()))}, status=422)
    wanted = form.cleaned_data
    actions.dismiss(segment, fingerprint=wanted["fingerprint"], reason=wanted["reason"], by=request.user)
    return JsonResponse({"dismissed": True})


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a dismissal back; scripts get JSON, forms go back to where they came from."""
    seen = visible_to(request.user).select_related(None).values("pk")
    dismissal = get_object_or_404(Dismissal.objects.filter(translation__in=seen), pk=pk)
    actions.restore(dismissal, by=request.user)
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"restored": True})
    messages.success(request, _("Taken back: the finding stands again."))
    there = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
    return redirect(there if safe else reverse("dismissals"))


@login_required
@require_GET
def list_dismissals(request: HttpRequest) -> HttpResponse:
    """Every decision of the desk, latest first, the ones taken back among them."""
    query = request.GET
    found = dismissals().filter(translation__in=visible_to(request.user).select_related(None).values("pk"))
    page = page_of(found, order=("-at", "-pk"), after=query.get("after", ""), before=query.get("before", ""))
    for one in page.rows:
        one.may_restore = one.withdrawn_at is None and bool(can_restore(request.user, one))
    return render(request, "quality/dismissals.html", {"page": page, "here": "desk"})


@login_required
@require_GET
def ledger(request: HttpRequest, pk: int) -> HttpResponse:
    """Every figure, date and name of a story with its partner: a fragment."""
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    segments = translation.segments.order_by("orphaned", "position", "id")
    context = {"lines": ledger_of(segments), "translation": translation}
    return render(request, "quality/_ledger.html", context)
