"""What every request passes: caches that may keep public pages, and the language of the interface."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Handler = Callable[[HttpRequest], HttpResponse]


def is_public(path: str) -> bool:
    """Whether a path lies under a language, where the readers' pages are."""
    return path.startswith(tuple(f"/{code}/" for code, _ in settings.LANGUAGES))


class PublicPages:
    """Keep cookies off public pages, so that any cache may hold one copy for everybody."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_public(request.path):
            response.cookies.clear()
            if "Vary" in response.headers:
                del response.headers["Vary"]
        return response


class InterfaceLanguage:
    """Public pages speak the language of their path; the desk speaks the one its person chose."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self.language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    @staticmethod
    def language_of(request: HttpRequest) -> str:
        """The path's language, else the person's cookie, else the browser's wish, else English."""
        if is_public(request.path):
            return request.path.split("/", 2)[1]
        return translation.get_language_from_request(request)
