"""The database and the queue of this clone: named in the environment, else embedded ones.

The embedded ones come and go with their users. Every process that uses them holds a shared lock on one file;
the last to leave stops them. The kernel drops the lock of a killed process, so no list can go stale: what a
killed process left running is taken over by the next and stopped by the last.
"""

import atexit
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from newsroom.embedded import postgresql, valkey
from newsroom.embedded.home import Home, home_of

CLONE = Path(__file__).resolve().parent.parent
SERVICES = {"DATABASE_URL": postgresql, "REDIS_URL": valkey}


@dataclass
class Hold:
    """That this process uses the services of a home."""

    home: Home
    in_use: IO[bytes]
    process: int


_holds: list[Hold] = []  # none or one


def ensure() -> None:
    """Afterwards DATABASE_URL and REDIS_URL are set; embedded services stand in where nobody named others."""
    missing = [name for name in SERVICES if not os.environ.get(name, "").strip()]
    if not missing:
        return
    home = home_of(CLONE)
    with changing(home):
        hold(home)
        for name in missing:
            SERVICES[name].start(home)
            os.environ[name] = SERVICES[name].url(home)


def revive() -> list[str]:
    """Start again whichever embedded service of ours has died; says which."""
    if not _holds:
        return []
    home = _holds[0].home
    ours = [service for name, service in SERVICES.items() if os.environ.get(name) == service.url(home)]
    dead = [service for service in ours if not service.running(home)]
    if dead:
        with changing(home):
            for service in dead:
                service.start(home)
    return [service.__name__.rpartition(".")[2] for service in dead]


def leave() -> None:
    """Give the embedded services up; if nobody else uses them, stop them."""
    if not _holds or _holds[0].process != os.getpid():
        return  # nothing held, or held by the process that forked us
    held = _holds.pop()
    with changing(held.home):
        held.in_use.close()
        with (held.home.data / "in-use.lock").open("ab") as in_use:
            try:
                fcntl.flock(in_use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return  # somebody else is still at work
            for service in SERVICES.values():
                service.stop(held.home)


def hold(home: Home) -> None:
    """Say that this process uses the services, until it leaves or dies."""
    if _holds and _holds[0].process == os.getpid():
        return
    in_use = (home.data / "in-use.lock").open("ab")
    fcntl.flock(in_use, fcntl.LOCK_SH)
    _holds[:] = [Hold(home, in_use, os.getpid())]
    atexit.register(leave)


@contextmanager
def changing(home: Home) -> Iterator[None]:
    """One process at a time starts or stops services."""
    with (home.data / "services.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
