"""Text for places that hold nothing but text: feeds, titles, data blocks."""

import re

# What XML 1.0 cannot hold. The database refuses these in stories; names of people and topics may bring them.
NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
# Embeddings, overrides and isolates reach past the end of a title; the single marks (U+200E, U+200F) do not.
REACHING = re.compile("[\\u202a-\\u202e\\u2066-\\u2069]")


def plain(text: str) -> str:
    """The text without characters that would break a feed or reverse what stands beside it."""
    return REACHING.sub("", NOT_XML.sub("", text))
