"""What the desk's screens read, each in a fixed number of queries."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django.db.models import Count, DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from reviews.desk.queues import QUEUES, Queue
from reviews.issues.models import Issue
from reviews.people.models import User
from reviews.stories.models import Kind, Story, StoryState
from reviews.text.arabic import normalise
from reviews.translations.models import Segment, SegmentState, State, Translation

MANY = 1000  # a tab counts no further
NEVER = datetime(9999, 12, 31, tzinfo=UTC)  # the place of a story without deadline in the order


class Counted(Subquery):
    """How many rows a query has, as one value."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) counted)"


def counts(user: User) -> dict[str, int]:
    """How many translations each queue holds, at most MANY, and the drafts: one query."""
    everything = Translation.objects.order_by().values("pk")
    columns = {
        f"in_{queue.name}": Counted(everything.filter(queue.condition(user))[:MANY]) for queue in QUEUES
    }
    columns["in_drafts"] = Counted(
        Story.objects.order_by().values("pk").filter(state=StoryState.DRAFT)[:MANY]
    )
    row = User.objects.filter(pk=user.pk).values(**columns).get()
    return {name.removeprefix("in_"): count for name, count in row.items()}


def rows(queue: Queue, user: User, filters: Mapping[str, Any]) -> QuerySet[Translation]:
    """The translations of a queue, narrowed, with everything a row shows. Not ordered yet."""
    headline = Segment.objects.filter(translation=OuterRef("pk"), kind=Kind.HEADLINE, orphaned=False)
    live = Segment.objects.filter(translation=OuterRef("pk"), orphaned=False).order_by().values("translation")
    unfinished = live.filter(Q(state=SegmentState.INITIAL) | Q(target_text=""))
    issues = Issue.objects.unresolved().filter(translation=OuterRef("pk")).order_by().values("translation")
    found = Translation.objects.filter(queue.condition(user)).filter(narrowed(filters))
    return (
        found.select_related("story__current", "story__section", "story__editor", "translator", "reviewer")
        .prefetch_related("story__topics")
        .annotate(
            due=Coalesce(F("story__deadline"), Value(NEVER, output_field=DateTimeField())),
            headline=Subquery(headline.values("target_text")[:1]),
            segment_count=Coalesce(Subquery(live.annotate(n=Count("pk")).values("n")), 0),
            unfinished_count=Coalesce(Subquery(unfinished.annotate(n=Count("pk")).values("n")), 0),
            issue_count=Coalesce(Subquery(issues.annotate(n=Count("pk")).values("n")), 0),
        )
    )


def narrowed(filters: Mapping[str, Any]) -> Q:
    """The condition a person put together in the filter bar."""
    condition = Q()
    if section := filters.get("section"):
        condition &= Q(story__section=section)
    if topic := filters.get("topic"):
        through = Story.topics.through.objects.filter(story=OuterRef("story"), topic=topic)
        condition &= Q(Exists(through))
    if urgency := filters.get("urgency"):
        condition &= Q(story__urgency=urgency)
    if state := filters.get("state"):
        condition &= Q(state=state)
    if person := filters.get("person"):
        condition &= Q(translator=person) | Q(reviewer=person) | Q(story__editor=person)
    for word in normalise(filters.get("text") or "").split():
        condition &= Q(story__folded__contains=word)
    return condition


def drafts(filters: Mapping[str, Any]) -> QuerySet[Story]:
    """Arabic stories that are still being written."""
    found = Story.objects.filter(state=StoryState.DRAFT).select_related("current", "section", "editor")
    if section := filters.get("section"):
        found = found.filter(section=section)
    if topic := filters.get("topic"):
        found = found.filter(topics=topic)
    if urgency := filters.get("urgency"):
        found = found.filter(urgency=urgency)
    if person := filters.get("person"):
        found = found.filter(editor=person)
    for word in normalise(filters.get("text") or "").split():
        found = found.filter(folded__contains=word)
    return found.prefetch_related("topics")


def waits_for(translation: Translation) -> User | None:
    """Who has to act next, as far as somebody has taken it."""
    if translation.state in {State.WAITING, State.IN_TRANSLATION, State.RETURNED}:
        return translation.translator
    if translation.state in {State.SUBMITTED, State.IN_REVIEW, State.APPROVED, State.CORRECTING}:
        return translation.reviewer
    return None
