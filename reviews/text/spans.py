"""A place in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points; equal to the plain tuple (start, end)."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span covers."""
        return text[self.start : self.end]
