"""The site's URLs and, for comparison, a view that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from newsroom.urls import urlpatterns as site


def bare(request: HttpRequest) -> HttpResponse:
    """What Django and the server cost by themselves."""
    return HttpResponse("bare")


urlpatterns = [path("bare/", bare), *site]
