"""Translations: segments, their edits, tracked changes and the versions made of them."""
