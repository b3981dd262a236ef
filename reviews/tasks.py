"""Shop window: every Celery task of every room."""

from reviews.publishing.tasks import publish_due

__all__ = ["publish_due"]
