"""Where a request goes on: back inside this site, never to an address somebody else put into a form."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

from reviews.web.htmx import is_htmx


def inside(request: HttpRequest, address: str, fallback: str) -> str:
    """The address if it is one of this site, else `fallback`."""
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if ours else fallback


def back(request: HttpRequest, fallback: str) -> HttpResponse:
    """To where the person came from (`next`), or to `fallback`; a whole new page also for htmx."""
    to = inside(request, request.POST.get("next", ""), fallback)
    return HttpResponseClientRedirect(to) if is_htmx(request) else HttpResponseRedirect(to)
