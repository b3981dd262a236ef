"""Shop window: every model of every room, so that Django finds them under one label."""

from reviews.history.models import Event
from reviews.issues.models import Comment, Issue
from reviews.people.models import User
from reviews.publishing.models import LivePage, Publication
from reviews.quality.models import Dismissal
from reviews.stories.models import Section, SourceVersion, Story, Topic
from reviews.translations.models import Segment, SegmentEdit, Suggestion, Translation, TranslationVersion
from reviews.workflow.models import Approval, DeskRules

__all__ = [
    "Approval",
    "Comment",
    "DeskRules",
    "Dismissal",
    "Event",
    "Issue",
    "LivePage",
    "Publication",
    "Section",
    "Segment",
    "SegmentEdit",
    "SourceVersion",
    "Story",
    "Suggestion",
    "Topic",
    "Translation",
    "TranslationVersion",
    "User",
]
