"""What the story's screens show besides the story itself."""

from dataclasses import dataclass

from django.db.models import Q

from reviews.stories.models import Kind, SourceVersion, Story
from reviews.translations.models import Segment, Translation
from reviews.translations.realign import realign
from reviews.workflow.machine import AFTER_SOURCE_CHANGE


@dataclass(frozen=True, slots=True)
class Unit:
    """One segment-to-be in the preview. `fate`: new, changed or same, against what is translated now."""

    kind: str
    label: str
    text: str
    fate: str


@dataclass(frozen=True, slots=True)
class Preview:
    """How a text falls into segments, and what saving it would do to the translation."""

    units: list[Unit]
    words: int
    gone: int
    touched: int
    translations: list[Translation]

    @property
    def reopens(self) -> list[Translation]:
        """Translations that would leave their state."""
        return [one for one in self.translations if one.state in AFTER_SOURCE_CHANGE] if self.touched else []


def translations_of(story: Story) -> list[Translation]:
    """Its translations with their people."""
    return list(story.translations.select_related("translator", "reviewer").order_by("language"))


def preview(version: SourceVersion, story: Story | None) -> Preview:
    """The segments of a version that is not stored yet, beside the stored ones of a released story."""
    units = [unit for unit in version.units() if unit[1].strip()]
    translations = translations_of(story) if story else []
    old = [(s.kind, s.source_text) for s in _segments(translations)]
    partners = realign(old, units) if old else [None] * len(units)
    fates = [
        "same" if not old or (i is not None and old[i] == unit) else "changed" if i is not None else "new"
        for i, unit in zip(partners, units, strict=True)
    ]
    gone = len(old) - sum(partner is not None for partner in partners)
    return Preview(
        units=[
            Unit(kind, str(Kind(kind).label), text, fate)
            for (kind, text), fate in zip(units, fates, strict=True)
        ],
        words=version.words(),
        gone=gone,
        touched=gone + sum(fate != "same" for fate in fates),
        translations=translations,
    )


def _segments(translations: list[Translation]) -> list[Segment]:
    """The live segments of the first translation: all answer the same source."""
    if not translations:
        return []
    return list(translations[0].segments.filter(orphaned=False).order_by("position"))


def segments_waiting(translations: list[Translation]) -> list[Segment]:
    """Segments whose source changed under them and orphans, in order: what an update left to do."""
    left = Segment.objects.filter(translation__in=translations)
    left = left.filter(Q(previous_source__isnull=False) | Q(orphaned=True))
    return list(left.order_by("translation", "orphaned", "position", "id"))


def versions_of(story: Story) -> list[SourceVersion]:
    """Every version of the Arabic text, newest first, with its author."""
    return list(story.versions.select_related("created_by").order_by("-number"))
