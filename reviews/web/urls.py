"""Routes of the plumbing itself."""

from django.urls import path

from reviews.web.views import preferences

urlpatterns = [
    path("desk/preferences/", preferences, name="preferences"),
]
