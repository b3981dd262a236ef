"""The issues of a translation as a panel of the workspace: raise, answer, move."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reviews.checks.mqm import CATEGORIES
from reviews.issues import actions
from reviews.issues.forms import IssueForm
from reviews.issues.models import Issue
from reviews.issues.permissions import MOVES, can_answer, can_move, can_raise
from reviews.issues.queries import issues_of
from reviews.people.models import User
from reviews.translations.models import Translation
from reviews.translations.queries import visible_to
from reviews.web.htmx import toast


def panel(request: HttpRequest, translation: Translation, form: IssueForm | None = None) -> HttpResponse:
    """All issues of a translation with what this person may do to each; 422 when a form was wrong."""
    context = {
        "translation": translation,
        "issues": described(issues_of(translation), request.user),
        "form": form or IssueForm(initial={"segment": request.GET.get("segment", "")}),
        "may_raise": can_raise(request.user, translation),
        "raising": form is not None,
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "issues/_panel.html", context, status=status)


def described(found: object, user: User) -> list[Issue]:
    """Issues with their category's name and the moves this person may make."""
    issues = list(found)
    for issue in issues:
        category = CATEGORIES.get(issue.category)
        issue.category_name = _(category.name) if category else issue.category
        issue.moves = [(state, label_of(state)) for state in MOVES if can_move(user, issue, state)]
        issue.may_answer = can_answer(user, issue)
    return issues


def label_of(state: str) -> str:
    """The verb on the button that gives an issue this state."""
    return {
        "accepted": _("Accept"),
        "disputed": _("Dispute"),
        "upheld": _("Uphold"),
        "withdrawn": _("Withdraw"),
        "resolved": _("Resolve"),
        "open": _("Open again"),
    }[state]


@login_required
def issues(request: HttpRequest, pk: int) -> HttpResponse:
    """GET: the panel. POST: raise an issue."""
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    if request.method != "POST":
        return panel(request, translation)
    form = IssueForm(request.POST)
    if not form.is_valid():
        return panel(request, translation, form)
    segment = None
    if form.cleaned_data["segment"]:
        segment = get_object_or_404(translation.segments, pk=form.cleaned_data["segment"])
    actions.raise_issue(
        translation,
        by=request.user,
        segment=segment,
        category=form.cleaned_data["category"],
        severity=form.cleaned_data["severity"],
        text=form.cleaned_data["text"],
        source=form.span("source"),
        target=form.span("target"),
    )
    return toast(panel(request, translation), _("The issue is raised."))


def of(request: HttpRequest, pk: int) -> Issue:
    """An issue of a translation this person may see."""
    found = Issue.objects.filter(translation__in=visible_to(request.user).values("pk"))
    return get_object_or_404(found.select_related("segment"), pk=pk)


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Add to the thread."""
    issue = of(request, pk)
    actions.answer(issue, text=request.POST.get("text", "").replace("\0", ""), by=request.user)
    return panel(request, get_object_or_404(visible_to(request.user), pk=issue.translation_id))


@login_required
@require_POST
def move(request: HttpRequest, pk: int, state: str) -> HttpResponse:
    """Give an issue another state, with the comment that was typed, if any."""
    if state not in MOVES:
        raise Http404
    issue = of(request, pk)
    actions.move(issue, state=state, by=request.user, text=request.POST.get("text", "").replace("\0", ""))
    return panel(request, get_object_or_404(visible_to(request.user), pk=issue.translation_id))
