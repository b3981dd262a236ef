"""Tracked changes as a panel of the workspace: accept or reject one."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_POST

from reviews.people.models import User
from reviews.translations import actions
from reviews.translations.models import Suggestion, Translation
from reviews.translations.permissions import can_decide_suggestion
from reviews.translations.queries import suggestions_of, visible_to

DECISIONS = {"accept": True, "reject": False}


def panel(request: HttpRequest, translation: Translation) -> HttpResponse:
    """The tracked changes of a translation, open ones first, with what this person may decide."""
    context = {"translation": translation, "suggestions": described(translation, request.user)}
    return render(request, "translations/_suggestions.html", context)


def described(translation: Translation, user: User) -> list[Suggestion]:
    """Suggestions with the verdicts on accepting and rejecting each."""
    found = list(suggestions_of(translation.pk))
    for suggestion in found:
        suggestion.segment.translation = translation
        suggestion.may_accept = can_decide_suggestion(user, suggestion, accept=True)
        suggestion.may_reject = can_decide_suggestion(user, suggestion, accept=False)
    return found


@login_required
@require_GET
def suggestions(request: HttpRequest, pk: int) -> HttpResponse:
    """The panel."""
    return panel(request, get_object_or_404(visible_to(request.user), pk=pk))


@login_required
@require_POST
def decide(request: HttpRequest, pk: int, decision: str) -> HttpResponse:
    """Accept or reject one tracked change; answers the panel."""
    if decision not in DECISIONS:
        raise Http404
    seen = Suggestion.objects.filter(segment__translation__in=visible_to(request.user).values("pk"))
    suggestion = get_object_or_404(seen.select_related("segment"), pk=pk)
    actions.decide_suggestion(suggestion, accept=DECISIONS[decision], by=request.user)
    return panel(request, get_object_or_404(visible_to(request.user), pk=suggestion.segment.translation_id))
