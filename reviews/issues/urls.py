"""Routes of issues."""

from django.urls import path

from reviews.issues import views

urlpatterns = [
    path("desk/translations/<int:pk>/issues/", views.issues, name="issues"),
    path("desk/issues/<int:pk>/answer/", views.answer, name="issue_answer"),
    path("desk/issues/<int:pk>/<str:state>/", views.move, name="issue_move"),
]
