"""Shop window: the routes of every room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("reviews.web.urls")),
    path("", include("reviews.people.urls")),
    path("", include("reviews.translations.urls")),
    path("", include("reviews.issues.urls")),
    path("", include("reviews.quality.urls")),
    path("", include("reviews.workflow.urls")),
    path("", include("reviews.publishing.urls")),
    path("", include("reviews.desk.urls")),
]
