"""The Celery app and the whole schedule, on one screen."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

app = Celery("newsroom")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["reviews"])

# Work for later is a row in the database; a sweep finds it. A lost beat or a killed worker only delays it.
# A sweep that waited longer than its period is dropped: the next one finds the same rows.
app.conf.beat_schedule = {
    "publish-due": {"task": "reviews.publishing.publish_due", "schedule": 5.0, "options": {"expires": 5.0}},
}


@setup_logging.connect
def leave_logging_alone(**_: object) -> None:
    """LOGGING in the settings speaks for every process; Celery configures none when somebody listens."""
