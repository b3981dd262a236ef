"""The one Django app."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """All rooms share one label, so one migration history."""

    name = "reviews"
    default_auto_field = "django.db.models.BigAutoField"
