"""The URL map of the whole site: public under /en/ and /ar/, staff under /desk/, /admin/ and /accounts/."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("accounts/", include("allauth.urls")),
    path("", include("reviews.urls")),
]
