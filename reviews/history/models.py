"""The audit log. The database refuses to change or delete a row."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.history.verbs import Verb
from reviews.web.clock import now


class Event(models.Model):
    """One thing somebody did. `data` holds primitive values that explain it."""

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="events")
    verb = models.CharField(max_length=30, choices=Verb.choices)
    subject_type = models.CharField(max_length=30)
    subject_id = models.BigIntegerField()
    story = models.ForeignKey("reviews.Story", models.PROTECT, null=True, blank=True, related_name="events")
    data = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("event")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["story", "-at"], name="events_of_story"),
            models.Index(fields=["-at", "-id"], name="events_latest"),
            models.Index(fields=["actor", "-at"], name="events_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} {self.verb} {self.subject_type} {self.subject_id}"
