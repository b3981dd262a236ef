"""Public pages and caches: a name for every state of a page (its ETag), and the pages made lately.

What a reader sees hangs on the page's edition, on the last change of the site (neighbours, related stories,
other languages, sections) and on the code and templates that set it. The three together are the ETag, so that
a page asked for again is answered without making it, and one made lately by this process is not made again.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

HTML, ATOM, XML = (
    "text/html; charset=utf-8",
    "application/atom+xml; charset=utf-8",
    "application/xml; charset=utf-8",
)
LIFETIME = 30  # seconds until a cache asks again: so soon a withdrawn story is gone everywhere
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
HERE = Path(__file__).parent


class Shelf:
    """The bodies made lately, each under the name of exactly what it shows; the least used go first."""

    def __init__(self, size: int) -> None:
        self.size, self.lock = size, Lock()
        self.bodies: OrderedDict[str, bytes] = OrderedDict()

    def body(self, name: str, make: Callable[[], str | bytes]) -> bytes:
        """The body of this name, made unless it is here."""
        with self.lock:
            if found := self.bodies.get(name):
                self.bodies.move_to_end(name)
                return found
        made = make()
        made = made.encode() if isinstance(made, str) else made
        with self.lock:
            self.bodies[name] = made
            while len(self.bodies) > self.size:
                self.bodies.popitem(last=False)
        return made


SHELF = Shelf(256)


@cache
def release(site: str, zone: str) -> str:
    """A name for the code, templates, styles and words that make public pages; new with every release."""
    folders = [Path(folder) for engine in settings.TEMPLATES for folder in engine["DIRS"]]
    files = [*HERE.glob("*.py")]
    for folder in folders:
        files += [folder / "public.html", *folder.glob("publishing/*.html"), *folder.glob("web/*.html")]
    for folder in settings.STATICFILES_DIRS:
        files += Path(folder).glob("css/*.css")
    for folder in settings.LOCALE_PATHS:
        files += Path(folder).rglob("*.mo")
    whole = hashlib.sha256(f"{site} {zone}".encode())
    for path in sorted(files):
        whole.update(path.read_bytes() if path.exists() else b"")
    return whole.hexdigest()


def respond(
    request: HttpRequest,
    make: Callable[[], str | bytes],
    *,
    shows: str,
    changed: datetime | None,
    content_type: str = HTML,
) -> HttpResponse:
    """Answer with what `make` makes, or with 304 where the reader has it already.

    `shows` names what is shown beyond the path; `changed` is when anything of it changed last.
    """
    changed = changed or EPOCH
    parts = (request.path, shows, changed.isoformat(), release(settings.SITE_URL, settings.TIME_ZONE))
    name = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    response = get_conditional_response(request, etag=f'"{name}"', last_modified=int(changed.timestamp()))
    if response is None:
        response = HttpResponse(SHELF.body(name, make), content_type=content_type)
    response.headers["ETag"] = f'"{name}"'
    response.headers["Last-Modified"] = http_date(changed.timestamp())
    return cached(response)


def cached(response: HttpResponse) -> HttpResponse:
    """Let any cache keep it for a moment; redirects and withdrawals too, for they may change again."""
    response.headers["Cache-Control"] = f"public, max-age={LIFETIME}"
    return response
