"""Routes of tracked changes."""

from django.urls import path

from reviews.translations import views

urlpatterns = [
    path("desk/translations/<int:pk>/suggestions/", views.suggestions, name="suggestions"),
    path("desk/suggestions/<int:pk>/<str:decision>/", views.decide, name="suggestion_decide"),
]
