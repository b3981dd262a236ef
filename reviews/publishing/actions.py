"""Publishing: make an edition, show it, take it back."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reviews.people.models import User
from reviews.people.permissions import no, require
from reviews.publishing.editions import chain_hash, slug, texts
from reviews.publishing.models import LivePage, Publication
from reviews.publishing.queries import due
from reviews.stories.models import Story
from reviews.translations.actions import lock
from reviews.translations.models import State, Translation
from reviews.translations.queries import latest_version
from reviews.web.clock import now
from reviews.workflow.actions import advance, advance_due
from reviews.workflow.actions import withdraw as withdraw_story
from reviews.workflow.queries import latest_approval

SOURCE_LANGUAGE = "ar"


@transaction.atomic
def publish(translation: Translation, *, by: User, note_en: str = "", note_ar: str = "") -> Publication:
    """Publish the approved pair now. The same click twice makes one edition.

    A later edition needs a note for its readers in both languages (`note_en`, `note_ar`). Raises Refused.
    """
    locked = lock(translation.pk)
    if locked.state == State.PUBLISHED:
        advance(locked, verb="publish", by=by)
        return locked.publications.order_by("-edition").first()
    _keep_notes(locked, note_en, note_ar)
    return _make_edition(advance(locked, verb="publish", by=by), by=by)


@transaction.atomic
def schedule(
    translation: Translation, *, at: object, by: User, note_en: str = "", note_ar: str = ""
) -> Translation:
    """Publish at a later moment (aware); a sweep does it. Needs what publish needs."""
    locked = lock(translation.pk)
    _keep_notes(locked, note_en, note_ar)
    return advance(locked, verb="schedule", by=by, at=at)


def _keep_notes(translation: Translation, note_en: str, note_ar: str) -> None:
    """The correction note waits on the translation until its edition is made."""
    if not translation.publications.exists():
        return
    note_en, note_ar = note_en or translation.correction_note_en, note_ar or translation.correction_note_ar
    if not (note_en.strip() and note_ar.strip()):
        missing = _("A new edition needs a note in English and in Arabic that tells readers what changed.")
        require(no(missing, "input"))
    translation.correction_note_en, translation.correction_note_ar = note_en, note_ar
    translation.save(update_fields=["correction_note_en", "correction_note_ar"])


def publish_due() -> int:
    """Publish everything whose time has come, each in its own transaction; answers how many."""
    done = 0
    for pk in list(due().values_list("pk", flat=True)):
        with transaction.atomic():
            scheduler = Translation.objects.select_related("scheduled_by").get(pk=pk).scheduled_by
            translation = advance_due(pk)
            if translation is not None:
                _make_edition(translation, by=scheduler)
                done += 1
    return done


def _make_edition(translation: Translation, *, by: User) -> Publication:
    """The immutable edition of an approved pair, and the pages that show it."""
    story = Story.objects.select_related("section", "editor", "current").get(pk=translation.story_id)
    approval, version = latest_approval(translation), latest_version(translation.pk, "approved")
    previous = translation.publications.order_by("-edition").first()
    moment = now()
    parts = {
        "content": {
            SOURCE_LANGUAGE: texts(version.content, "source"),
            translation.language: texts(version.content, "target"),
        },
        "credits": credits_of(story, version.author_ids, approval.approver, translation.language),
        "labels": labels_of(story, translation.language),
        "correction_note_en": translation.correction_note_en,
        "correction_note_ar": translation.correction_note_ar,
        "published_at": moment,
    }
    previous_hash = previous.hash if previous else ""
    publication = Publication.objects.create(
        story=story,
        translation=translation,
        edition=previous.edition + 1 if previous else 1,
        approval=approval,
        source_version=approval.source_version,
        version=version,
        published_by=by,
        previous_hash=previous_hash,
        hash=chain_hash(previous_hash, **parts),
        **parts,
    )
    translation.correction_note_en = translation.correction_note_ar = ""
    translation.save(update_fields=["correction_note_en", "correction_note_ar"])
    for language in (SOURCE_LANGUAGE, translation.language):
        show(publication, language)
    return publication


def credits_of(
    story: Story, author_ids: list[int], approver: User, language: str
) -> dict[str, dict[str, object]]:
    """The people behind a text, named as each wishes, in both languages; "" where there is no byline."""
    people = User.objects.in_bulk(author_ids)
    translators = [people[pk] for pk in author_ids if pk in people]
    return {
        code: {
            "editor": story.editor.credit(code),
            "translators": [person.credit(code) for person in translators],
            "translation_editor": approver.credit(code),
        }
        for code in (SOURCE_LANGUAGE, language)
    }


def labels_of(story: Story, language: str) -> dict[str, dict[str, object]]:
    """Section and topics as they were named at that moment."""
    topics = list(story.topics.all())
    return {
        code: {
            "section": getattr(story.section, f"name_{code}"),
            "topics": [{"slug": topic.slug, "name": getattr(topic, f"name_{code}")} for topic in topics],
        }
        for code in (SOURCE_LANGUAGE, language)
    }


def show(publication: Publication, language: str) -> LivePage:
    """Put an edition at its address; the address stays when the headline changes."""
    content = publication.content[language]
    fields = {
        "publication": publication,
        "slug": slug(content["headline"]),
        "headline": content["headline"],
        "summary": content["summary"] or (content["paragraphs"] or [""])[0],
        "section": publication.story.section,
        "modified_at": publication.published_at,
        "etag": publication.hash,
    }
    page, _created = LivePage.objects.update_or_create(
        story_id=publication.story_id,
        language=language,
        defaults=fields,
        create_defaults=fields | {"first_published_at": publication.published_at},
    )
    page.topics.set(publication.story.topics.all())
    return page


@transaction.atomic
def withdraw(story: Story, *, by: User, reason_en: str, reason_ar: str) -> Story:
    """Take a story back in every language: its pages say so and why, and leave every list."""
    story = withdraw_story(story, by=by, reason_en=reason_en, reason_ar=reason_ar)
    for page in story.pages.filter(withdrawn_at__isnull=True):
        page.withdrawn_at = page.modified_at = story.withdrawn_at
        page.withdrawal_reason = (
            story.withdrawal_reason_ar if page.language == SOURCE_LANGUAGE else story.withdrawal_reason_en
        )
        page.etag = chain_hash(page.etag, withdrawn_at=story.withdrawn_at)
        page.save()
    return story
