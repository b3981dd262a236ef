"""Writing history: one line for each verb."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model

from reviews.history.models import Event
from reviews.history.verbs import Verb


def record(
    by: AbstractBaseUser, verb: Verb, subject: Model, *, story_id: int | None = None, **data: object
) -> Event:
    """Write one line: `by` did `verb` to `subject`. Runs inside the caller's transaction.

    Raises ValueError for a verb that does not exist: history never shrugs.
    """
    return Event.objects.create(
        actor=by,
        verb=Verb(verb),
        subject_type=subject._meta.model_name,
        subject_id=subject.pk,
        story_id=story_id,
        data=data,
    )
