"""Routes about people."""

from django.urls import path

from reviews.people import views

urlpatterns = [
    path("desk/staff/", views.people, name="staff"),
    path("desk/staff/invite/", views.invite, name="invite"),
    path("desk/staff/<int:pk>/", views.person, name="person"),
    path("desk/audit/", views.audit, name="audit"),
    path("desk/profile/", views.profile, name="profile"),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
]
