"""What an edition is made of: texts, credits, labels and the hash that chains it to the one before."""

import hashlib
import json
from typing import Any

from django.utils.text import slugify

SOURCE_LANGUAGE = "ar"
HASHED = (
    "edition",
    "content",
    "credits",
    "labels",
    "correction_note_en",
    "correction_note_ar",
    "published_at",
)
SLUG_LENGTH = 80
TATWEEL = "\u0640"


def texts(units: list[dict[str, Any]], side: str) -> dict[str, Any]:
    """One language's text out of a version's content; `side` is "source" or "target"."""
    found: dict[str, Any] = {"headline": "", "dateline": "", "summary": "", "paragraphs": []}
    for unit in units:
        if unit["kind"] == "body":
            found["paragraphs"].append(unit[side])
        else:
            found[unit["kind"]] = unit[side]
    return found


def parts_of(edition: Any) -> dict[str, object]:
    """What the hash of an edition covers: all its readers see, its time, and the pair that was approved."""
    parts = {name: getattr(edition, name) for name in HASHED}
    return parts | {"approved": [edition.approval.source_hash, edition.approval.version_hash]}


def chain_hash(previous: str, **parts: object) -> str:
    """SHA-256 over the previous edition's hash and this one's parts."""
    whole = json.dumps([previous, parts], ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(whole.encode()).hexdigest()


def slug(headline: str) -> str:
    """A name for the address, in the headline's own letters; whole words, at most SLUG_LENGTH characters."""
    words = slugify(headline.replace(TATWEEL, ""), allow_unicode=True)
    if len(words) > SLUG_LENGTH:
        words = words[:SLUG_LENGTH].rsplit("-", 1)[0]
    return words or "story"
