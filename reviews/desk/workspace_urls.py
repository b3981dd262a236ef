"""Routes of the workspace."""

from django.urls import path

from reviews.desk import workspace_views as views

urlpatterns = [
    path("desk/translations/<int:pk>/", views.workspace, name="workspace"),
    path("desk/translations/<int:pk>/live/", views.live, name="live"),
    path("desk/translations/<int:pk>/note/", views.note_save, name="note_save"),
    path("desk/segments/<int:pk>/save/", views.segment_save, name="segment_save"),
    path("desk/segments/<int:pk>/history/", views.segment_history, name="segment_history"),
    path("desk/segments/<int:pk>/since/", views.segment_since, name="segment_since"),
]
