"""Routes of the desk."""

from django.urls import include, path
from django.views.generic import RedirectView

from reviews.desk import approval_views, queue_views

soon = RedirectView.as_view(url="/desk/")  # stands here until the screen has landed
urlpatterns = [
    path("desk/", queue_views.desk, name="desk"),
    path("", include("reviews.desk.workspace_urls")),
    path("desk/translations/<int:pk>/approve/", approval_views.approve, name="approve"),
    path("desk/stories/new/", soon, name="story_new"),
    path("desk/stories/<int:pk>/", soon, name="story"),
]
