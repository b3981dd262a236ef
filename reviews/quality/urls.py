"""Routes of findings and decisions."""

from django.urls import path

from reviews.quality import views

urlpatterns = [
    path("desk/segments/<int:pk>/check/", views.check, name="segment_check"),
    path("desk/segments/<int:pk>/dismiss/", views.dismiss, name="finding_dismiss"),
    path("desk/dismissals/", views.list_dismissals, name="dismissals"),
    path("desk/dismissals/<int:pk>/restore/", views.restore, name="dismissal_restore"),
    path("desk/translations/<int:pk>/ledger/", views.ledger, name="ledger"),
]
