"""The approval page: everything the decision stands on, worst first."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from reviews.desk.approval import findings, shares
from reviews.desk.forms import OverrideForm
from reviews.issues.models import Issue
from reviews.people.models import User
from reviews.people.permissions import can_see_approval, require
from reviews.people.queries import holders
from reviews.people.roles import Role
from reviews.publishing.panel import panel_of
from reviews.translations.models import State, Translation
from reviews.translations.queries import latest_version, visible_to
from reviews.workflow import actions as workflow
from reviews.workflow.permissions import can
from reviews.workflow.queries import Standing


@login_required
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: what the approval stands on. POST: approve, or with `override` approve in an emergency."""
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    require(can_see_approval(request.user))
    form = OverrideForm(request.POST if "override" in request.POST else None, seconds=seconds(request.user))
    if request.method == "POST" and "override" not in request.POST:
        workflow.approve(translation, by=request.user)
        messages.success(request, _("Approved. It can be published or scheduled now."))
        return redirect("workspace", pk=pk)
    if request.method == "POST" and form.is_valid():
        reason, second = form.cleaned_data["reason"], form.cleaned_data["second"]
        workflow.approve(translation, by=request.user, override_reason=reason, override_second=second)
        messages.warning(request, _("Approved by emergency override. The history shows it."))
        return redirect("workspace", pk=pk)
    context = page(translation, request.user) | {"override_form": form}
    return render(request, "desk/approve.html", context, status=422 if form.errors else 200)


def seconds(user: User) -> object:
    """Who may stand beside an override."""
    return holders(Role.TRANSLATION_EDITOR).exclude(pk=user.pk)


def page(translation: Translation, user: User) -> dict[str, object]:
    """Both hashes, open issues, undecided changes, the person's own share, what changed since submission."""
    standing = Standing(translation)
    submitted = latest_version(translation.pk, "submitted")
    before = {unit["segment"]: unit["target"] for unit in submitted.content} if submitted else {}
    changed = [
        (segment, before[segment.pk])
        for segment in standing.segments
        if segment.pk in before and before[segment.pk] != segment.target_text
    ]
    issues = Issue.objects.unresolved().filter(translation=translation).select_related("raised_by", "segment")
    own, is_approved = shares(standing, user), translation.state in {State.APPROVED, State.SCHEDULED}
    return {
        "here": "desk",
        "translation": translation,
        "story": standing.story,
        "segments": standing.segments,
        "verdict": can("approve", user, translation, standing),
        "is_approved": is_approved,
        "issues": list(issues),
        "suggestions": standing.suggestions,
        "shares": own,
        "too_much": [share for share in own if share.too_much],
        "share_limit": standing.rules.reviewer_share,
        "unfinished": [segment for segment in standing.segments if not segment.finished],
        "changed": changed,
        "source_hash": standing.story.current.hash,
        "target_hash": standing.target_hash,
        "approval": standing.last_approval,
        "panel": panel_of(user, translation, standing) if is_approved else None,
        **findings(standing, user),
        "authors": User.objects.filter(pk__in=standing.authors),
    }
