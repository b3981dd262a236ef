"""Language and theme: two choices that belong to a browser, signed in or not."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST

from reviews.web.choices import THEME_COOKIE, THEMES
from reviews.web.returning import inside

A_YEAR = 60 * 60 * 24 * 365


@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep `language` and `theme` as posted, each if it is one of ours, and go back to `next`."""
    to = inside(request, request.POST.get("next", ""), settings.LOGIN_REDIRECT_URL)
    response = HttpResponseRedirect(to)
    language, theme = request.POST.get("language", ""), request.POST.get("theme", "")
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        keep(request, response, settings.LANGUAGE_COOKIE_NAME, language)
    if theme in THEMES:
        keep(request, response, THEME_COOKIE, theme)
    return response


def keep(request: HttpRequest, response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
