"""A translation with a wrong figure, and what tests ask about it."""

from reviews.quality.queries import Judged, of_story
from reviews.translations import actions as translations
from reviews.translations.models import Segment, Translation
from tests import factories

WRONG = "A convoy of 21 trucks reached the town of al-Zaytoun on Tuesday."


def wrong_figure(**fields: str) -> Translation:
    """Everything confirmed; the third segment says 21 for 12."""
    translation = factories.in_translation(**fields)
    factories.translate_all(translation)
    write(translation, WRONG)
    return translation


def write(translation: Translation, text: str, position: int = 3, by: str = "basil") -> Segment:
    segment = translation.segments.get(position=position)
    return translations.edit_segment(
        segment.pk, text=text, base_version=segment.version, by=factories.person(by), confirm=True
    ).segment


def found(translation: Translation, position: int = 3) -> list[Judged]:
    segments = list(translation.segments.order_by("orphaned", "position"))
    return list(of_story(segments).get(translation.segments.get(position=position).pk, ()))


def number(translation: Translation, position: int = 3) -> Judged:
    """The finding about the figure."""
    return next(one for one in found(translation, position) if one.finding.check == "number")
