"""The workspace as requests: the page, its saves, what changed meanwhile, one segment's history."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from reviews.desk.bench import progress_of
from reviews.desk.workspace_forms import NoteForm, SaveForm
from reviews.desk.workspace_queries import Workspace, beside, pulse, rows_changed, segments_visible_to
from reviews.desk.workspace_strings import workspace_strings
from reviews.people.models import User
from reviews.people.permissions import no, require
from reviews.translations import actions as translations
from reviews.translations.actions import Stale
from reviews.translations.models import Segment
from reviews.translations.queries import edits_of, text_at, visible_to
from reviews.web import presence


@login_required
@require_GET
def workspace(request: HttpRequest, pk: int) -> HttpResponse:
    """Both texts side by side; what each person may do here decides what is live."""
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    context = Workspace(translation, request.user).context()
    extra = {"here": "desk", "words_for_scripts": workspace_strings()}
    return render(request, "desk/workspace.html", context | extra)


def the_same_person(request: HttpRequest, expected: int | None) -> None:
    """Refuse what a page of one person sends while somebody else is signed in: whose words would it be?"""
    if expected and expected != request.user.pk:
        reason = _("This page was opened by somebody else; you are signed in as %(person)s. Reload it.")
        require(no(reason % {"person": request.user}))


@login_required
@require_POST
def segment_save(request: HttpRequest, pk: int) -> JsonResponse:
    """Save a target text typed on top of version `base`, and confirm it if asked; 409 where it is stale.

    The answer comes after the commit, so a page may say "saved" when it has it.
    """
    segments = beside(request.user, pk)
    if not segments:
        raise Http404
    form = SaveForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"reason": form.why()}, status=422)
    wanted = form.cleaned_data
    the_same_person(request, wanted["by"])
    try:
        saved = translations.edit_segment(
            pk, text=wanted["text"], base_version=wanted["base"], by=request.user, confirm=wanted["confirm"]
        )
    except Stale as stale:
        return conflict(request, stale)
    segment = saved.segment
    progress = progress_of(segment if one.pk == pk else one for one in segments)
    return JsonResponse(
        {
            "id": pk,
            "version": segment.version,
            "state": segment.state,
            "state_label": segment.get_state_display(),
            "saved_at": segment.updated_at.isoformat() if segment.updated_at else "",
            "revision": segment.revision,
            "progress": progress.as_data(),
        }
    )


def conflict(request: HttpRequest, stale: Stale) -> JsonResponse:
    """Both texts and their merge; nothing was changed."""
    theirs = Segment.objects.select_related("updated_by").get(pk=stale.segment.pk)
    context = {"segment": theirs, "mine": stale.mine, "merged": stale.merged}
    answer = {
        "version": stale.segment.version,
        "theirs": stale.segment.target_text,
        "merged": stale.merged.text,
        "clean": not stale.merged.conflicts,
        "html": render_to_string("desk/_conflict.html", context, request),
    }
    return JsonResponse(answer, status=409)


@login_required
@require_POST
def note_save(request: HttpRequest, pk: int) -> JsonResponse:
    """Save the translator's note to the translation editor, typed on top of `base`."""
    translation = get_object_or_404(visible_to(request.user), pk=pk)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"reason": form.why()}, status=422)
    wanted = form.cleaned_data
    the_same_person(request, wanted["by"])
    try:
        translations.write_note(pk, text=wanted["text"], base=wanted["base"], by=request.user)
    except Stale as stale:
        translation.refresh_from_db(fields=["note"])
        stored = translation.note
        answer = {"reason": _("Somebody else changed the note meanwhile; both notes are joined below.")}
        return JsonResponse(answer | {"merged": stale.merged.text, "stored": stored}, status=409)
    return JsonResponse({"saved": True})


@login_required
@require_GET
def live(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed since the page last heard: nothing (204), or rows, state, progress and who is here.

    `since` is the revision the page knows, `state` its state, `who` the digest of its presence list, `at` the
    segment its person is in, `rows` segments it wants anew, `head` whether it wants the top bar anew.
    """
    query = request.GET
    now = pulse(request.user, pk)
    if now is None:
        raise Http404
    revision, state = now
    people = who_is_here(request.user, pk, number(query.get("at")), away="away" in query)
    digest = hashlib.sha256(json.dumps(people).encode()).hexdigest()[:12]
    asked = {number(word) for word in query.get("rows", "").split(",")} - {0}
    since = number(query.get("since"))
    moved = revision != since or state != query.get("state")
    if not (moved or asked or "head" in query or digest != query.get("who")):
        return HttpResponse(status=204)
    answer: dict[str, Any] = {"revision": since if not moved else revision, "here": people, "who": digest}
    if moved or asked or "head" in query:
        translation = get_object_or_404(visible_to(request.user), pk=pk)
        if state != query.get("state"):
            since = -1  # a step touches every row: tracking begins or ends, states change
        answer |= news(request, Workspace(translation, request.user), since=since, asked=asked)
    return JsonResponse(answer)


def news(request: HttpRequest, space: Workspace, *, since: int, asked: set[int]) -> Mapping[str, Any]:
    """The changed rows as fragments with what stands around them."""
    context = space.context()
    return {
        "revision": space.translation.revision,
        "state": space.translation.state,
        "editable": bool(context["editable"]),
        "progress": space.progress.as_data(),
        "head": render_to_string("desk/_workspace_head.html", context, request),
        "order": [segment.pk for segment in space.segments],
        "note": space.translation.note,
        "segments": [
            {
                "id": row.segment.pk,
                "version": row.segment.version,
                "by": row.segment.updated_by_id,
                "name": str(row.segment.updated_by or ""),
                "html": render_to_string("desk/_segment.html", context | {"row": row}, request),
            }
            for row in rows_changed(space, since, asked)
        ],
    }


def who_is_here(user: User, pk: int, spot: int, *, away: bool) -> list[dict[str, Any]]:
    """The others who have this translation open, and the segment each is in."""
    names = {"en": user.name_en, "ar": user.name_ar}
    me = None if away else presence.Here(user.pk, names, spot)
    language = "ar" if get_language() == "ar" else "en"
    return [
        {"id": one.person, "name": one.names[language], "at": one.spot}
        for one in presence.visit(f"translation:{pk}", me)
        if one.person != user.pk
    ]


@login_required
@require_GET
def segment_history(request: HttpRequest, pk: int) -> HttpResponse:
    """Every saved change of one segment, newest first, as word diffs: a fragment for the rail."""
    segment = get_object_or_404(segments_visible_to(request.user), pk=pk)
    context = {"segment": segment, "edits": edits_of(segment)[:50]}
    return render(request, "desk/_segment_history.html", context)


@login_required
@require_GET
def segment_since(request: HttpRequest, pk: int) -> HttpResponse:
    """What others made of a segment since version `base`: the bar under an open editor."""
    segment = get_object_or_404(segments_visible_to(request.user).select_related("updated_by"), pk=pk)
    before = text_at(segment, number(request.GET.get("base")))
    return render(request, "desk/_changed.html", {"segment": segment, "before": before})


def number(word: str | None) -> int:
    """A number from the address, 0 for anything else."""
    return int(word) if word and word.isascii() and word.isdigit() and len(word) < 16 else 0
