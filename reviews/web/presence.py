"""Who is in a place now: kept in Valkey for seconds, gone by itself; without Valkey simply nobody."""

import json
import time
from dataclasses import dataclass
from functools import cache

from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

SECONDS = 6  # how long a sign of life counts; pages give one each second
PAUSE = 5  # after a failure nobody asks again for this long: a dead Valkey must not slow a page down
_resting_until = 0.0


@dataclass(frozen=True, slots=True)
class Here:
    """One person, their name in each language, and the spot they are at (0 for none)."""

    person: int
    names: dict[str, str]
    spot: int = 0


@cache
def _valkey(url: str) -> Redis:
    return Redis.from_url(url, socket_timeout=0.3, socket_connect_timeout=0.3)


def visit(place: str, here: Here | None = None) -> list[Here]:
    """Give a sign of life in `place` (if `here` is given), and answer who is there, by person."""
    global _resting_until  # noqa: PLW0603 - one pause for the whole process
    if time.monotonic() < _resting_until:
        return []
    key, now = f"presence:{place}", time.time()
    try:
        with _valkey(settings.CACHES["default"]["LOCATION"]).pipeline(transaction=False) as pipe:
            if here:
                pipe.hset(key, str(here.person), json.dumps([here.names, here.spot, now]))
                pipe.expire(key, SECONDS * 2)
            pipe.hgetall(key)
            signs = pipe.execute()[-1]
    except (RedisError, OSError):
        _resting_until = time.monotonic() + PAUSE
        return []
    found = []
    for person, sign in signs.items():
        names, spot, at = json.loads(sign)
        if now - at < SECONDS:
            found.append(Here(int(person), names, spot))
    return sorted(found, key=lambda one: one.person)
