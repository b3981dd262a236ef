"""Which words are ordinary in English and in Arabic, with how often they occur.

The lists come with pyspellchecker (MIT); they are read once, when a check first asks.
"""

import gzip
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path


def _frequencies(language: str) -> dict[str, int]:
    spec = find_spec("spellchecker")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyspellchecker is not installed; `make run` installs what the desk needs")
    packed = Path(spec.origin).parent / "resources" / f"{language}.json.gz"
    return json.loads(gzip.decompress(packed.read_bytes()))


@cache
def english() -> dict[str, int]:
    """English words in small letters and how often they occur; American spellings above all."""
    return _frequencies("en")


@cache
def arabic() -> dict[str, int]:
    """Arabic word forms as they are written, clitics included, and how often they occur."""
    return _frequencies("ar")
