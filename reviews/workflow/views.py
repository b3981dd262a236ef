"""Steps of the workflow as requests: one view for the verbs of the table, release, assignment, rules."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reviews.people.permissions import can_manage_people, require
from reviews.stories.queries import visible_to as stories_visible_to
from reviews.translations.queries import visible_to
from reviews.web.htmx import is_htmx
from reviews.web.returning import back
from reviews.workflow import actions
from reviews.workflow.forms import AssignForm, RulesForm
from reviews.workflow.machine import BY_VERB
from reviews.workflow.models import DeskRules
from reviews.workflow.permissions import can_assign
from reviews.workflow.queries import rules as current_rules

# Verbs with more to them than a state have views of their own.
ELSEWHERE = {"approve", "publish", "schedule", "drop", "withdraw"}


@login_required
@require_POST
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Take one step of the table, with a `reason` where it needs one."""
    if verb not in BY_VERB or verb in ELSEWHERE:
        raise Http404
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    reason = request.POST.get("reason", "").replace("\0", "")
    moved = actions.advance(translation, verb=verb, by=request.user, reason=reason)
    messages.success(request, _("Done: %(state)s.") % {"state": moved.get_state_display()})
    return back(request, reverse("workspace", args=[pk]))


@login_required
@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand a draft to the translators."""
    story = get_object_or_404(stories_visible_to(request.user), pk=pk)
    actions.release(story, by=request.user)
    messages.success(request, _("The story is released; its translation waits for a translator."))
    return back(request, reverse("story", args=[pk]))


@login_required
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Who does it and by when: the form as a fragment, or what was chosen in it."""
    require(can_assign(request.user))
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    start = {
        "translator": translation.translator_id,
        "reviewer": translation.reviewer_id,
        "deadline": translation.story.deadline,
    }
    form = AssignForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        actions.assign(translation, by=request.user, **form.cleaned_data)
        messages.success(request, _("Assigned."))
        return back(request, reverse("desk"))
    context = {"translation": translation, "form": form, "next": request.GET.get("next", "")}
    template = "workflow/_assign.html" if is_htmx(request) else "workflow/assign.html"
    return render(request, template, context, status=422 if form.errors else 200)


@login_required
def rules(request: HttpRequest) -> HttpResponse:
    """The desk's rules, for administrators."""
    require(can_manage_people(request.user))
    form = RulesForm(request.POST or None, instance=current_rules())
    if request.method == "POST" and form.is_valid():
        actions.change_rules(DeskRules(pk=1, **form.cleaned_data), by=request.user)
        messages.success(request, _("The desk's rules are changed."))
        return redirect("rules")
    return render(
        request, "workflow/rules.html", {"form": form, "here": "people"}, status=422 if form.errors else 200
    )
