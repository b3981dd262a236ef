"""How common a word is, from the frequency lists of pyspellchecker."""

import gzip
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import spellchecker


@cache
def frequencies(language: str) -> Mapping[str, int]:
    """Every listed word of "ar" or "en", in lower case, without vowel marks, with its count. Read once.

    The packed list is read as it is: pyspellchecker's own loader counts every letter first, which takes
    longer.
    """
    packed = Path(spellchecker.__file__).parent / "resources" / f"{language}.json.gz"
    return json.loads(gzip.decompress(packed.read_bytes()))
