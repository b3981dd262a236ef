"""Writing a story: new, edit, upload, preview, paste; and the page of one story."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from reviews.desk.history import timeline
from reviews.desk.story_actions import Saved, save
from reviews.desk.story_conflicts import clashes
from reviews.desk.story_forms import TEXTS, StoryForm, UploadForm, values_of, version_of
from reviews.desk.story_queries import (
    preview,
    segments_waiting,
    translations_of,
    versions_of,
)
from reviews.formats import FormatError, html
from reviews.formats.base import Document
from reviews.history.queries import timeline_of_story
from reviews.people.models import User
from reviews.people.permissions import require
from reviews.stories.actions import ChangedMeanwhile
from reviews.stories.models import Story, StoryState
from reviews.stories.permissions import can_revise, can_write
from reviews.stories.queries import visible_to
from reviews.workflow.permissions import can_release, can_withdraw

Note = tuple[str, str]  # level, sentence
EXCERPT = 8


def as_json(request: HttpRequest) -> bool:
    """Whether a script asked, not a person's browser."""
    return request.headers.get("Accept", "").startswith("application/json")


def story_of(user: User, pk: int) -> Story:
    """The story with what its screens show, or 404."""
    return get_object_or_404(visible_to(user).prefetch_related("topics"), pk=pk)


@login_required
def story_new(request: HttpRequest) -> HttpResponse:
    """An empty form, and the first save."""
    require(can_write(request.user))
    return _write(request, None)


@login_required
def story_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The story's form; of a released one it says what a change will do."""
    story = story_of(request.user, pk)
    require(can_revise(request.user, story))
    return _write(request, story)


def _write(request: HttpRequest, story: Story | None) -> HttpResponse:
    form = StoryForm(
        request.POST if request.method == "POST" else None, initial=values_of(story) if story else None
    )
    base, hand_over = _number(request.POST.get("base", "")), request.POST.get("act") == "release"
    if request.method != "POST":
        return _form_page(request, story, form)
    if form.is_valid() and hand_over and not form.cleaned_data["body"]:
        form.add_error("body", _("A story needs a headline and a body before it is released."))
    if not form.is_valid():
        return _form_page(request, story, form, status=422, base=base)
    try:
        saved = save(
            story, form.text(), form.details(), base_number=base, hand_over=hand_over, by=request.user
        )
    except ChangedMeanwhile as error:
        return _conflict_page(request, story, form, error, base)
    return _saved(request, form, saved)


def _number(word: str) -> int:
    return int(word) if word.isascii() and word.isdecimal() and len(word) < 10 else 0


def _form_page(
    request: HttpRequest,
    story: Story | None,
    form: StoryForm,
    *,
    status: int = 200,
    base: int | None = None,
    **context: object,
) -> HttpResponse:
    current = story.current if story else None
    shown = {
        "story": story,
        "form": form,
        "base": (current.number if current else 0) if base is None else base,
        "upload": UploadForm(),
        "picked": {str(pk) for pk in form["topics"].value() or []},
        "translations": translations_of(story) if story else [],
        "keep": f"story-{story.pk if story else 'new'}",
        "here": "" if story else "new",
    }
    return render(request, "desk/story_form.html", shown | context, status=status)


def _conflict_page(
    request: HttpRequest, story: Story, form: StoryForm, error: ChangedMeanwhile, base: int
) -> HttpResponse:
    """Both texts; what was typed stays in the form and may be saved on top of the newer version."""
    labels = {name: form.fields[name].label for name in TEXTS}
    found = clashes(form.cleaned_data, error.latest, story.versions.filter(number=base).first(), labels)
    context = {"latest": error.latest, "clashes": found}
    return _form_page(request, story, form, status=409, base=error.latest.number, **context)


def _saved(request: HttpRequest, form: StoryForm, saved: Saved) -> HttpResponse:
    """A script that saved a draft stays where it is; everything else goes to the story's page."""
    notes = [*_what_happened(saved), *[("warning", sentence) for sentence in form.removals()]]
    story = saved.story
    stays = story.state == StoryState.DRAFT
    location = reverse("story_edit" if stays else "story", args=[story.pk])
    if stays and as_json(request):
        return JsonResponse(
            {
                "stay": location,
                "base": story.current.number,
                "keep": f"story-{story.pk}",
                "texts": {name: getattr(story.current, name) for name in TEXTS},
                "notes": [{"level": level, "message": sentence} for level, sentence in notes],
                "saved": _("Saved at %(time)s") % {"time": date_format(localtime(), "H:i:s")},
            }
        )
    for level, sentence in notes:
        messages.add_message(request, getattr(messages, level.upper()), sentence)
    return JsonResponse({"location": location}) if as_json(request) else HttpResponseRedirect(location)


def _what_happened(saved: Saved) -> list[Note]:
    if saved.released:
        return [("success", _("The story is released; its translation waits for a translator."))]
    if not saved.changed:
        return [("success", _("Saved. The text is as it was."))]
    number = saved.story.current.number
    notes = [("success", _("Saved as version %(number)d.") % {"number": number})]
    if saved.story.state == StoryState.RELEASED:
        places = "; ".join(segment.source_text[:40] for segment in saved.reopened[:3])
        sentence = ngettext(
            "%(count)d paragraph needs its translator again: %(places)s",
            "%(count)d paragraphs need their translator again: %(places)s",
            len(saved.reopened),
        )
        untouched = _("No paragraph of the translation is touched.")
        counts = {"count": len(saved.reopened), "places": places}
        notes.append(("warning", sentence % counts) if saved.reopened else ("info", untouched))
    return notes


@login_required
@require_POST
def story_preview(request: HttpRequest) -> HttpResponse:
    """How the text in the form falls into segments, as a fragment; nothing is stored."""
    require(can_write(request.user))
    story = _story_named(request)
    shown = preview(version_of(StoryForm(request.POST)), story)
    return render(request, "desk/_story_preview.html", {"preview": shown, "story": story})


def _story_named(request: HttpRequest) -> Story | None:
    pk = _number(request.POST.get("story", ""))
    return story_of(request.user, pk) if pk else None


@login_required
@require_POST
def story_paste(request: HttpRequest) -> JsonResponse:
    """The paragraphs of a piece of HTML that was pasted."""
    require(can_write(request.user))
    try:
        parts = html.pasted(request.POST.get("html", ""))
    except FormatError as error:
        return JsonResponse({"reason": _(error.message)}, status=422)
    return JsonResponse({"text": "\n\n".join(parts), "count": len(parts)})


@login_required
def story_upload(request: HttpRequest) -> HttpResponse:
    """A file fills the form; nothing is stored until the editor saves."""
    require(can_write(request.user))
    story = _story_named(request)
    if request.method != "POST":
        return _form_page(request, None, StoryForm())
    upload = UploadForm(request.POST, request.FILES)
    if not upload.is_valid():
        reason = " ".join(upload.errors.get("file", []))
        if as_json(request):
            return JsonResponse({"reason": reason}, status=422)
        form = StoryForm(initial=values_of(story) if story else None)
        return _form_page(request, story, form, status=422, upload=upload)
    return _filled(request, story, upload.cleaned_data["file"])


def _filled(request: HttpRequest, story: Story | None, document: Document) -> HttpResponse:
    notices = [
        _(notice.message) % notice.values if notice.values else _(notice.message)
        for notice in document.notices
    ]
    texts = {"headline": document.headline, "dateline": document.dateline, "body": document.body}
    if as_json(request):
        return JsonResponse({"texts": texts, "notices": notices})
    initial = (values_of(story) if story else {}) | texts
    return _form_page(request, story, StoryForm(initial=initial), filled=True, notices=notices)


@login_required
@require_GET
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """One story: its text, details, versions, translation, and what may be done with it."""
    found = story_of(request.user, pk)
    translations = translations_of(found)
    context = {
        "story": found,
        "units": list(found.current.units()) if found.current else [],
        "words": found.current.words() if found.current else 0,
        "versions": versions_of(found),
        "translations": translations,
        "waiting": segments_waiting(translations),
        "pages": list(found.pages.order_by("language")),
        "may_revise": can_revise(request.user, found),
        "may_release": can_release(request.user, found),
        "may_withdraw": can_withdraw(request.user, found),
        "days": timeline(timeline_of_story(found.pk)[:EXCERPT]),
    }
    return render(request, "desk/story.html", context)
