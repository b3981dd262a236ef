"""The history of a story, and any two of its versions compared."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from reviews.desk.compare import (
    Unit,
    current_units,
    rows_of,
    source_units,
    stored_units,
    stretches,
)
from reviews.desk.history import timeline
from reviews.desk.story_queries import versions_of
from reviews.history.queries import timeline_of_story
from reviews.stories.models import SourceVersion, Story
from reviews.stories.queries import visible_to
from reviews.translations.models import Translation, TranslationVersion
from reviews.web.pages import page_of

NOW = "now"
LAYOUTS = ("inline", "columns")
OCCASIONS = {
    "submitted": gettext_lazy("submitted"),
    "returned": gettext_lazy("returned"),
    "approved": gettext_lazy("approved"),
}


@login_required
@require_GET
def story_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Who did what when, by day, and every version of both texts."""
    story = get_object_or_404(visible_to(request.user), pk=pk)
    page = page_of(
        timeline_of_story(story.pk),
        order=("-at", "-id"),
        after=request.GET.get("after", ""),
        before=request.GET.get("before", ""),
    )
    context = {
        "story": story,
        "page": page,
        "days": timeline(page.rows),
        "versions": versions_of(story),
        "translations": _with_versions(story),
    }
    return render(request, "desk/history.html", context)


def _with_versions(story: Story) -> list[tuple[Translation, list[TranslationVersion]]]:
    """Each translation with its versions, newest first; an approved one knows its approval."""
    translations = {one.pk: (one, []) for one in story.translations.order_by("language")}
    found = (
        TranslationVersion.objects.filter(translation__in=translations)
        .select_related("created_by", "source_version", "approval__override_second")
        .defer("content")
        .order_by("-number")
    )
    for version in found:
        translations[version.translation_id][1].append(version)
    return list(translations.values())


@dataclass(frozen=True, slots=True)
class Choice:
    """One version to choose: the word for the address, and what a person reads."""

    word: str
    label: str


@login_required
@require_GET
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions word by word: the Arabic ones, or those of the translation named in the address."""
    story = get_object_or_404(visible_to(request.user), pk=pk)
    translation = _translation_named(request, story)
    versions = _versions(story, translation)
    words = list(versions)
    older, newer = _chosen(request, words)
    layout = request.GET.get("layout", "")
    context = {
        "story": story,
        "translation": translation,
        "translations": list(story.translations.order_by("language")),
        "spoken": translation.language if translation else "ar",
        "choices": [Choice(word, label) for word, (label, _version) in versions.items()],
        "older": older,
        "newer": newer,
        "layout": layout if layout in LAYOUTS else LAYOUTS[0],
    }
    if older != newer:
        rows = rows_of(_units(versions[older][1], translation), _units(versions[newer][1], translation))
        context |= {
            "stretches": stretches(rows),
            "changes": sum(row.fate != "equal" for row in rows),
            "older_label": versions[older][0],
            "newer_label": versions[newer][0],
        }
    return render(request, "desk/compare.html", context)


def _translation_named(request: HttpRequest, story: Story) -> Translation | None:
    word = request.GET.get("translation", "")
    if not word:
        return None
    pk = int(word) if word.isascii() and word.isdecimal() and len(word) < 19 else 0
    return get_object_or_404(story.translations, pk=pk)


Version = SourceVersion | TranslationVersion | None  # None: the translation as it stands now


def _versions(story: Story, translation: Translation | None) -> dict[str, tuple[str, Version]]:
    """What can be compared, oldest first, by its word in the address."""
    if translation is None:
        found: dict[str, tuple[str, Version]] = {
            str(one.number): (_label(one.number, str(one.created_by)), one)
            for one in reversed(versions_of(story))
        }
        return found
    stored = translation.versions.select_related("created_by").order_by("number")
    return {
        **{str(one.number): (_label(one.number, str(one.created_by), one.occasion), one) for one in stored},
        NOW: (_("as it stands now"), None),
    }


def _label(number: int, person: str, occasion: str = "") -> str:
    label = _("version %(number)d, %(person)s") % {"number": number, "person": person}
    return f"{label} ({OCCASIONS.get(occasion, occasion)})" if occasion else label


def _chosen(request: HttpRequest, words: list[str]) -> tuple[str, str]:
    """The two versions asked for; without a wish the last change."""
    newer = request.GET.get("to", "")
    newer = newer if newer in words else (words[-1] if words else "")
    older = request.GET.get("from", "")
    if older not in words:
        older = words[max(0, words.index(newer) - 1)] if words else ""
    return older, newer


def _units(version: Version, translation: Translation | None) -> list[Unit]:
    if isinstance(version, SourceVersion):
        return source_units(version)
    if isinstance(version, TranslationVersion):
        return stored_units(version.content)
    return current_units(translation.segments.filter(orphaned=False).order_by("position"))
