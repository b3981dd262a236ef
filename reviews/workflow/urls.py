"""Routes of the workflow."""

from django.urls import path

from reviews.workflow import views

urlpatterns = [
    path("desk/translations/<int:pk>/steps/<str:verb>/", views.step, name="step"),
    path("desk/translations/<int:pk>/assign/", views.assign, name="assign"),
    path("desk/stories/<int:pk>/release/", views.release, name="release"),
    path("desk/rules/", views.rules, name="rules"),
]
