"""The figures of an Arabic paragraph as an English text writes them: what a key puts in one after another."""

from decimal import Decimal
from functools import lru_cache

from reviews.text.numbers import read
from reviews.text.quantities import Quantity

LARGE = ((10**9, "billion"), (10**6, "million"))


@lru_cache(maxsize=4096)
def figures(text: str) -> tuple[str, ...]:
    """The figures of `text` in order. Kept, because a page asks for every paragraph at each visit."""
    return tuple(
        filter(None, (written(one) for one in read(text, "ar") if not (one.implied or one.kind == "vague")))
    )


def written(quantity: Quantity) -> str:
    """12, 1,250, 1.2 million, 25%; empty for what has no exact figure (a third)."""
    value = Decimal(quantity.value.numerator) / quantity.value.denominator
    if quantity.kind == "fraction" or value != round(value, 3):
        return ""
    value = value.normalize() if value % 1 else value.quantize(Decimal(1))
    if quantity.kind in {"year", "decade", "identifier"}:
        return f"{value:f}"
    percent = "%" if quantity.kind == "percent" else ""
    for size, name in LARGE:
        share = value / size
        if share >= 1 and share == round(share, 1):
            return f"{share.normalize():f} {name}"
    return f"{value:,f}{percent}"
