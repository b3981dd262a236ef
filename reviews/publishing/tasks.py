"""The sweep that publishes what was scheduled."""

from celery import shared_task

from reviews.publishing import actions


@shared_task(name="reviews.publishing.publish_due")
def publish_due() -> int:
    """Publish everything whose time has come. Safe to run twice or twice at once."""
    return actions.publish_due()
