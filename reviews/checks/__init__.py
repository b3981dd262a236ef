"""Automatic checks over a pair of texts or a whole document; no Django."""
