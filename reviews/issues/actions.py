"""Flagging: raise, answer, accept, dispute, uphold, withdraw, resolve."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reviews.checks.mqm import CATEGORIES
from reviews.history.actions import record
from reviews.history.verbs import Verb
from reviews.issues.models import CLOSED, Comment, Issue, IssueState, Severity
from reviews.issues.permissions import can_answer, can_move, can_raise
from reviews.people.models import User
from reviews.people.permissions import no, require
from reviews.translations.actions import lock
from reviews.translations.models import Segment, Translation
from reviews.translations.queries import latest_version
from reviews.web.clock import now

Range = tuple[int, int]


@transaction.atomic
def raise_issue(
    translation: Translation,
    *,
    by: User,
    category: str,
    severity: int,
    text: str,
    segment: Segment | None = None,
    source: Range | None = None,
    target: Range | None = None,
) -> Issue:
    """Flag a range of the source and/or the target (code points) of a segment, or the whole story.

    The words themselves are kept beside the range, and the version it was raised on. Raises Refused.
    """
    translation = lock(translation.pk)
    require(can_raise(by, translation))
    if category not in CATEGORIES or severity not in Severity.values:
        require(no(_("Choose a category and a severity."), "input"))
    if not text.strip():
        require(no(_("Say in a few words what is wrong."), "input"))
    source_fields = _range("source", segment.source_text if segment else "", source)
    target_fields = _range("target", segment.target_text if segment else "", target)
    issue = Issue.objects.create(
        translation=translation,
        segment=segment,
        raised_on=latest_version(translation.pk),
        category=category,
        severity=severity,
        text=text,
        raised_by=by,
        **source_fields,
        **target_fields,
    )
    _show(translation, segment)
    record(by, Verb.ISSUE_RAISED, issue, story_id=translation.story_id, category=category, severity=severity)
    return issue


def _range(side: str, text: str, span: Range | None) -> dict[str, object]:
    """A range as fields; raises Refused where it lies outside the text."""
    if span is None:
        return {}
    start, end = span
    if not 0 <= start <= end <= len(text):
        require(no(_("The marked words are not there any more. Mark them again."), "input"))
    return {f"{side}_start": start, f"{side}_end": end, f"{side}_quote": text[start:end]}


def _show(translation: Translation, segment: Segment | None) -> None:
    """Let everybody who watches see that something changed."""
    translation.revision += 1
    translation.save(update_fields=["revision"])
    if segment:
        Segment.objects.filter(pk=segment.pk).update(revision=translation.revision)


@transaction.atomic
def answer(issue: Issue, *, text: str, by: User) -> Comment:
    """Add a comment to the thread."""
    translation = lock(issue.translation_id)
    require(can_answer(by, issue))
    if not text.strip():
        require(no(_("Write an answer first."), "input"))
    comment = Comment.objects.create(issue=issue, author=by, text=text)
    _show(translation, issue.segment)
    record(by, Verb.ISSUE_ANSWERED, issue, story_id=translation.story_id)
    return comment


@transaction.atomic
def move(issue: Issue, *, state: str, by: User, text: str = "") -> Issue:
    """Give an issue another state, with a comment if there is one. The same move twice is one."""
    translation = lock(issue.translation_id)
    issue = Issue.objects.select_related("segment").get(pk=issue.pk)
    if issue.state == state:
        return issue
    require(can_move(by, issue, state))
    if text.strip():
        Comment.objects.create(issue=issue, author=by, text=text)
    issue.state = state
    closed = state in CLOSED
    issue.closed_by, issue.closed_at = (by, now()) if closed else (None, None)
    issue.save(update_fields=["state", "closed_by", "closed_at"])
    _show(translation, issue.segment)
    verbs = {IssueState.OPEN: Verb.ISSUE_REOPENED}
    verb = verbs.get(state, Verb.ISSUE_CLOSED if closed else Verb.ISSUE_ANSWERED)
    record(by, verb, issue, story_id=translation.story_id, state=state)
    return issue
