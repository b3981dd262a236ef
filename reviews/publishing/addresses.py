"""Addresses of public pages: paths inside the site, and the same with the site's own name in front."""

from django.conf import settings
from django.urls import reverse


def languages() -> list[str]:
    """The languages that have public pages."""
    return [code for code, _name in settings.LANGUAGES]


def address(language: str, section: str, story_id: int, slug: str) -> str:
    """The path of a story's page, percent-encoded once."""
    return reverse("page", args=[language, section, story_id, slug])


def absolute(path: str) -> str:
    """The path with the name readers know the site by, whatever host this request came to."""
    return settings.SITE_URL.rstrip("/") + path
