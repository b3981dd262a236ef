"""Publishing: make an edition, show it, take it back."""

import logging
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from reviews.history.verbs import Verb
from reviews.people.models import User
from reviews.people.permissions import no, require
from reviews.publishing.editions import SOURCE_LANGUAGE, chain_hash, parts_of, slug, texts
from reviews.publishing.models import LivePage, Publication
from reviews.publishing.permissions import can_drop
from reviews.publishing.queries import due, last_change
from reviews.stories.models import Story
from reviews.translations.actions import lock, restore
from reviews.translations.models import State, Translation
from reviews.web.clock import now
from reviews.workflow.actions import advance, advance_due
from reviews.workflow.actions import withdraw as withdraw_story
from reviews.workflow.queries import latest_approval

log = logging.getLogger(__name__)
SITE_LOCK = 0x6D7571  # any number; whoever changes what readers see holds it until the commit


@transaction.atomic
def publish(translation: Translation, *, by: User, note_en: str = "", note_ar: str = "") -> Publication:
    """Publish the approved pair now. The same click twice makes one edition.

    A later edition needs a note for its readers in both languages (`note_en`, `note_ar`). Raises Refused.
    """
    locked = lock(translation.pk)
    latest = _latest(locked)
    if locked.state == State.PUBLISHED:
        advance(locked, verb="publish", by=by, done=_word_for(latest.edition))
        return latest
    locked = advance(locked, verb="publish", by=by, done=_word_for(_next(latest)))
    _keep_notes(locked, note_en, note_ar)
    return _make_edition(locked, by=by)


@transaction.atomic
def schedule(
    translation: Translation, *, at: datetime | None, by: User, note_en: str = "", note_ar: str = ""
) -> Translation:
    """Publish at a later moment (aware); a sweep does it. Needs what publish needs; again is another time."""
    locked = advance(translation, verb="schedule", by=by, at=at)
    _keep_notes(locked, note_en, note_ar)
    return locked


def _latest(translation: Translation) -> Publication | None:
    return translation.publications.order_by("-edition").first()


def _next(latest: Publication | None) -> int:
    return latest.edition + 1 if latest else 1


def _word_for(edition: int) -> Verb:
    """What history calls the making of this edition."""
    return Verb.PUBLISHED if edition == 1 else Verb.CORRECTED


def _keep_notes(translation: Translation, note_en: str, note_ar: str) -> None:
    """The correction note waits on the translation until its edition is made."""
    if not translation.publications.exists():
        return
    note_en = note_en.strip() or translation.correction_note_en
    note_ar = note_ar.strip() or translation.correction_note_ar
    if not (note_en and note_ar):
        missing = _("A new edition needs a note in English and in Arabic that tells readers what changed.")
        require(no(missing, "input"))
    translation.correction_note_en, translation.correction_note_ar = note_en, note_ar
    translation.save(update_fields=["correction_note_en", "correction_note_ar"])


def publish_due() -> int:
    """Publish everything whose time has come, each in its own transaction; answers how many.

    One that fails is reported and hinders no other; the next sweep finds it again.
    """
    done = 0
    for pk in list(due().values_list("pk", flat=True)):
        try:
            done += _publish_one_due(pk)
        except Exception:
            log.exception("Translation %s was not published at its time", pk)
    return done


@transaction.atomic
def _publish_one_due(pk: int) -> bool:
    """Whether it was this call that published; a killed one leaves everything as it was."""
    locked = lock(pk)
    by = locked.scheduled_by
    published = advance_due(pk, done=_word_for(_next(_latest(locked))))
    if published is None:
        return False
    _make_edition(published, by=by)
    return True


@transaction.atomic
def drop_correction(translation: Translation, *, by: User) -> Translation:
    """Give a correction up: the published words come back, and the page stays as it is. Twice is once."""
    locked = lock(translation.pk)
    if locked.state == State.CORRECTING:
        require(can_drop(by, locked))
        restore(locked, latest_approval(locked).version, by=by)
    return advance(locked, verb="drop", by=by)


def _make_edition(translation: Translation, *, by: User) -> Publication:
    """The immutable edition of an approved pair, and the pages that show it."""
    story = Story.objects.select_related("section", "editor", "current").get(pk=translation.story_id)
    approval, previous = latest_approval(translation), _latest(translation)
    version = approval.version
    lock_the_site()
    edition = Publication(
        story=story,
        translation=translation,
        edition=_next(previous),
        approval=approval,
        source_version=approval.source_version,
        version=version,
        content={
            SOURCE_LANGUAGE: texts(version.content, "source"),
            translation.language: texts(version.content, "target"),
        },
        credits=credits_of(story, version.author_ids, approval.approver, translation.language),
        labels=labels_of(story, translation.language),
        correction_note_en=translation.correction_note_en,
        correction_note_ar=translation.correction_note_ar,
        published_at=now(),
        published_by=by,
        previous_hash=previous.hash if previous else "",
    )
    edition.hash = chain_hash(edition.previous_hash, **parts_of(edition))
    edition.save()
    translation.correction_note_en = translation.correction_note_ar = ""
    translation.save(update_fields=["correction_note_en", "correction_note_ar"])
    for language in (SOURCE_LANGUAGE, translation.language):
        show(edition, language)
    return edition


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
            "section": story.section.name_in(code),
            "topics": [{"slug": topic.slug, "name": topic.name_in(code)} for topic in topics],
        }
        for code in (SOURCE_LANGUAGE, language)
    }


def lock_the_site() -> None:
    """Let changes of what readers see commit one after another: caches rely on it (queries.last_change)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [SITE_LOCK])


def moment_of_change() -> datetime:
    """Now, and in any case later than the last change of the site; asked under the site's lock."""
    latest = last_change()
    return max(now(), latest + timedelta(microseconds=1)) if latest else now()


def show(publication: Publication, language: str) -> LivePage:
    """Put an edition at its address. Runs under the site's lock.

    The slug follows the headline; the story's number in the address does not, and older addresses lead here.
    """
    content, story = publication.content[language], publication.story
    note = publication.correction_note_ar if language == SOURCE_LANGUAGE else publication.correction_note_en
    earlier = LivePage.objects.filter(story=story, language=language).values_list("corrections", flat=True)
    corrections = list(earlier.first() or [])
    if note:
        corrections.append({"at": publication.published_at.isoformat(), "note": note})
    fields = {
        "publication": publication,
        "slug": slug(content["headline"]),
        "headline": content["headline"],
        "summary": content["summary"] or (content["paragraphs"] or [""])[0],
        "section": story.section,
        "corrections": corrections,
        "modified_at": moment_of_change(),
        "etag": publication.hash,
    }
    page, _created = LivePage.objects.update_or_create(
        story=story,
        language=language,
        defaults=fields,
        create_defaults=fields | {"first_published_at": publication.published_at},
    )
    page.topics.set(story.topics.all())
    return page


@transaction.atomic
def withdraw(story: Story, *, by: User, reason_en: str, reason_ar: str) -> Story:
    """Take a story back in every language: its pages say so and why, and leave every list."""
    story = withdraw_story(story, by=by, reason_en=reason_en.strip(), reason_ar=reason_ar.strip())
    lock_the_site()
    for page in story.pages.filter(withdrawn_at__isnull=True).order_by("language"):
        page.withdrawn_at, page.modified_at = story.withdrawn_at, moment_of_change()
        page.withdrawal_reason = (
            story.withdrawal_reason_ar if page.language == SOURCE_LANGUAGE else story.withdrawal_reason_en
        )
        page.etag = chain_hash(page.etag, withdrawn_at=story.withdrawn_at)
        page.save()
    return story
