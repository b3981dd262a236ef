"""Routes of a story: writing it, its page, its history."""

from django.urls import path

from reviews.desk import history_views, story_views

urlpatterns = [
    path("desk/stories/new/", story_views.story_new, name="story_new"),
    path("desk/stories/upload/", story_views.story_upload, name="story_upload"),
    path("desk/stories/preview/", story_views.story_preview, name="story_preview"),
    path("desk/stories/paste/", story_views.story_paste, name="story_paste"),
    path("desk/stories/<int:pk>/", story_views.story, name="story"),
    path("desk/stories/<int:pk>/edit/", story_views.story_edit, name="story_edit"),
    path("desk/stories/<int:pk>/history/", history_views.story_history, name="story_history"),
    path("desk/stories/<int:pk>/compare/", history_views.compare, name="compare"),
]
