"""How the newsroom is run: settings, servers, schedule. Nothing in here knows what a segment is."""

from newsroom.celery import app as celery_app

__all__ = ["celery_app"]
