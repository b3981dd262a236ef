"""What time it is: one clock for all that is stored, so that tests and the demo can stand at another time."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta

from django.utils import timezone

_shift: ContextVar[timedelta] = ContextVar("shift", default=timedelta(0))


def now() -> datetime:
    """The moment it is, aware, in UTC."""
    return timezone.now() + _shift.get()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Inside, the clock starts at `moment` (aware) and goes on from there."""
    token = _shift.set(moment - timezone.now())
    try:
        yield
    finally:
        _shift.reset(token)
