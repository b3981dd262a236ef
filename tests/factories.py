"""The cast and short cuts to where a scene begins. Amal edits, Basil translates, Carine edits translations,
Dana administers, Eve is nobody; Farid and Ghada are a second translator and a second translation editor."""

from datetime import timedelta

from django.utils import timezone

from reviews.people.models import User
from reviews.people.roles import Role
from reviews.publishing import actions as publishing
from reviews.quality import actions as quality
from reviews.quality.queries import blocking, of_story
from reviews.stories import actions as stories
from reviews.stories.models import Section, Story, Topic
from reviews.translations import actions as translations
from reviews.translations.models import State, Translation
from reviews.workflow import actions as workflow

CAST = {
    "amal": ("Amal Haddad", "أمل حداد", [Role.EDITOR]),
    "basil": ("Basil Khoury", "باسل خوري", [Role.TRANSLATOR]),
    "carine": ("Carine Saleh", "كارين صالح", [Role.TRANSLATION_EDITOR]),
    "dana": ("Dana Nasser", "دانا ناصر", [Role.ADMINISTRATOR]),
    "eve": ("Eve Outsider", "إيف", []),
    "farid": ("Farid Mansour", "فريد منصور", [Role.TRANSLATOR, Role.TRANSLATION_EDITOR]),
    "ghada": ("Ghada Rahal", "غادة رحال", [Role.TRANSLATION_EDITOR]),
}
PASSWORD = "a-long-test-password"
BODY = "وصلت قافلة من 12 شاحنة إلى بلدة الزيتون يوم الثلاثاء.\n\nولم تسجل أي إصابات، بحسب المجلس المحلي."
ENGLISH = [
    "Aid convoy reaches al-Zaytoun",
    "Al-Zaytoun - Muqabala",
    "A convoy of 12 trucks reached the town of al-Zaytoun on Tuesday.",
    "No injuries were recorded, the local council said.",
]


def person(name: str, **fields: object) -> User:
    """One of the cast; asked twice, the same."""
    name_en, name_ar, roles = CAST[name]
    email = f"{name}@example.org"
    found = User.objects.filter(email=email).first()
    defaults = {"name_en": name_en, "name_ar": name_ar, "roles": list(roles)}
    return found or User.objects.create_user(email, PASSWORD, **(defaults | fields))


def section() -> Section:
    return Section.objects.get_or_create(
        slug="local", defaults={"name_en": "Local news", "name_ar": "خبر محلي"}
    )[0]


def topic(slug: str = "aid") -> Topic:
    return Topic.objects.get_or_create(slug=slug, defaults={"name_en": slug.title(), "name_ar": "إغاثة"})[0]


def text(**fields: str) -> stories.Text:
    defaults = {"headline": "قافلة إغاثة تصل إلى الزيتون", "dateline": "الزيتون - مقابلة", "body": BODY}
    return stories.Text(**(defaults | fields))


def draft(**fields: str) -> Story:
    return stories.create(text(**fields), stories.Details(section(), [topic()]), by=person("amal"))


def waiting(**fields: str) -> Translation:
    story = workflow.release(draft(**fields), by=person("amal"))
    return story.translations.get()


def in_translation(by: str = "basil", **fields: str) -> Translation:
    return workflow.advance(waiting(**fields), verb="start", by=person(by))


def translate_all(translation: Translation, by: str = "basil") -> None:
    """Type and confirm an English text into every segment."""
    for position, segment in enumerate(translation.segments.order_by("position")):
        english = ENGLISH[position] if position < len(ENGLISH) else f"Paragraph {position}."
        translations.edit_segment(
            segment.pk, text=english, base_version=segment.version, by=person(by), confirm=True
        )


def let_stand(translation: Translation, by: str = "basil") -> None:
    """Dismiss what would stop a scene whose English does not answer to its Arabic."""
    segments = list(translation.segments.order_by("orphaned", "position"))
    for one in blocking(of_story(segments), segments):
        segment = next(segment for segment in segments if segment.pk == one.segment_id)
        quality.dismiss(segment, fingerprint=one.fingerprint, reason="As agreed.", by=person(by))


def submitted(by: str = "basil", **fields: str) -> Translation:
    translation = in_translation(by, **fields)
    translate_all(translation, by)
    let_stand(translation, by)
    return workflow.advance(translation, verb="submit", by=person(by))


def in_review(by: str = "carine", translator: str = "basil", **fields: str) -> Translation:
    return workflow.advance(submitted(translator, **fields), verb="review", by=person(by))


def approved(by: str = "carine", **fields: str) -> Translation:
    return workflow.approve(in_review(by, **fields), by=person(by))


def published(by: str = "carine", **fields: str) -> Translation:
    translation = approved(by, **fields)
    publishing.publish(translation, by=person(by))
    translation.refresh_from_db()
    return translation


def scheduled(by: str = "carine", **fields: str) -> Translation:
    at = timezone.now() + timedelta(hours=2)
    return publishing.schedule(approved(by, **fields), at=at, by=person(by))


def returned(by: str = "carine", **fields: str) -> Translation:
    return workflow.advance(in_review(by, **fields), verb="return", by=person(by), reason="Please check.")


def correcting(by: str = "carine", **fields: str) -> Translation:
    return workflow.advance(published(by, **fields), verb="correct", by=person(by), reason="A wrong figure.")


def withdrawn(by: str = "amal", **fields: str) -> Translation:
    translation = published(**fields)
    publishing.withdraw(translation.story, by=person(by), reason_en="Wrong.", reason_ar="خطأ.")
    translation.refresh_from_db()
    return translation


SCENES = {
    State.WAITING: waiting,
    State.IN_TRANSLATION: in_translation,
    State.SUBMITTED: submitted,
    State.IN_REVIEW: in_review,
    State.RETURNED: returned,
    State.APPROVED: approved,
    State.SCHEDULED: scheduled,
    State.PUBLISHED: published,
    State.CORRECTING: correcting,
    State.WITHDRAWN: withdrawn,
}


def in_state(state: str) -> Translation:
    """A translation that got to this state by its proper way, translated by Basil."""
    return SCENES[State(state)]()
