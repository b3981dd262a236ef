"""Shop window: Django's own admin, for looking when something went wrong. Nothing can be changed in it.

Acting goes through the rooms' actions, which check, lock and record; a second door would pass them by.
"""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from reviews import models


class LookOnly(admin.ModelAdmin):
    """Rows to read; no adding, changing or deleting, whoever asks."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody changes here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nobody deletes here."""
        return False


for name in models.__all__:
    admin.site.register(getattr(models, name), LookOnly)
