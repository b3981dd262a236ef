"""C23: the source loses a paragraph and a figure in another changes, after the approval."""

import pytest
from django.test import Client
from django.urls import reverse

from reviews.publishing.models import LivePage
from reviews.translations.models import SegmentState, State
from reviews.workflow.queries import Standing
from tests import factories
from tests.desk.writing import posted_of
from tests.factories import person

pytestmark = pytest.mark.django_db
PARAGRAPHS = [
    "وصلت قافلة من 12 شاحنة إلى بلدة الزيتون يوم الثلاثاء.",
    "ولم تسجل أي إصابات، بحسب المجلس المحلي في البلدة.",
    "وقال شهود عيان إن الطريق الشرقي أغلق صباحا أمام السيارات.",
    "ونزحت 340 عائلة من الأحياء الجنوبية خلال الأسبوع الماضي.",
    "ومن المقرر أن تصل قافلة ثانية مطلع الشهر المقبل.",
]
CHANGED = [*PARAGRAPHS[:2], PARAGRAPHS[3].replace("340", "430"), PARAGRAPHS[4]]


def update(translation):
    """Amal deletes p3 and changes the figure in p4, by the form."""
    client = Client()
    client.force_login(person("amal"))
    story = translation.story
    url = reverse("story_edit", args=[story.pk])
    return client.post(url, posted_of(story, body="\n\n".join(CHANGED)), follow=True)


@pytest.fixture(params=["approved", "published"])
def translation(request):
    return getattr(factories, request.param)(body="\n\n".join(PARAGRAPHS))


def test_only_what_was_touched_reopens(translation):
    before = {s.source_text: s for s in translation.segments.all()}
    was, pages = translation.state, dict(LivePage.objects.values_list("language", "etag"))
    page = update(translation).content.decode()
    translation.refresh_from_db()
    after = {s.pk: s for s in translation.segments.all()}

    assert translation.state == (State.CORRECTING if was == State.PUBLISHED else State.IN_TRANSLATION)
    assert Standing(translation).approval is None
    for paragraph in (PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[4]):
        old, new = before[paragraph], after[before[paragraph].pk]
        assert (new.state, new.target_text, new.source_text) == (
            SegmentState.FINAL,
            old.target_text,
            paragraph,
        )
        assert new.previous_source is None
    orphan = after[before[PARAGRAPHS[2]].pk]
    assert orphan.orphaned
    assert orphan.target_text == before[PARAGRAPHS[2]].target_text
    reopened = after[before[PARAGRAPHS[3]].pk]
    assert (reopened.state, reopened.source_text) == (SegmentState.INITIAL, CHANGED[2])
    assert (reopened.previous_source, reopened.previous_target) == (
        PARAGRAPHS[3],
        before[PARAGRAPHS[3]].target_text,
    )
    assert len(after) == len(before)

    assert "2 paragraphs need their translator again" in page
    assert "ونزحت <del>340</del><ins>430</ins> عائلة" in page
    assert "Its translation is kept, never published" in page
    assert dict(LivePage.objects.values_list("language", "etag")) == pages, "readers keep their edition"


def test_the_orphan_is_in_no_later_version_or_edition(translation):
    orphan = translation.segments.get(source_text=PARAGRAPHS[2])
    update(translation)
    translation.refresh_from_db()
    by = person("carine")
    if translation.state == State.IN_TRANSLATION:
        reopened = translation.segments.get(state=SegmentState.INITIAL, orphaned=False)
        factories.translations.edit_segment(
            reopened.pk, text="430 families.", base_version=reopened.version, by=person("basil"), confirm=True
        )
        translation = factories.workflow.advance(translation, verb="submit", by=person("basil"))
        translation = factories.workflow.advance(translation, verb="review", by=by)
    else:
        reopened = translation.segments.get(state=SegmentState.INITIAL, orphaned=False)
        factories.translations.edit_segment(
            reopened.pk, text=reopened.target_text, base_version=reopened.version, by=by, confirm=True
        )
    factories.let_stand(translation, "carine")
    translation = factories.workflow.approve(translation, by=by)
    edition = factories.publishing.publish(
        translation, by=by, note_en="A figure changed.", note_ar="تغير رقم."
    )
    assert orphan.target_text not in edition.content["en"]["paragraphs"]
    assert PARAGRAPHS[2] not in edition.content["ar"]["paragraphs"]
    assert len(edition.content["en"]["paragraphs"]) == 4


def test_a_change_that_touches_no_paragraph_reopens_nothing():
    translation = factories.in_translation(body="\n\n".join(PARAGRAPHS))
    client = Client()
    client.force_login(person("amal"))
    story = translation.story
    body = "\n\n\n".join(PARAGRAPHS) + "\n"
    page = client.post(
        reverse("story_edit", args=[story.pk]), posted_of(story, body=body), follow=True
    ).content.decode()
    assert "No paragraph of the translation is touched" in page
    assert story.versions.count() == 2
