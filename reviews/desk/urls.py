"""Routes of the desk."""

from django.urls import include, path

from reviews.desk import approval_views, queue_views

urlpatterns = [
    path("desk/", queue_views.desk, name="desk"),
    path("", include("reviews.desk.workspace_urls")),
    path("", include("reviews.desk.story_urls")),
    path("desk/translations/<int:pk>/approve/", approval_views.approve, name="approve"),
]
