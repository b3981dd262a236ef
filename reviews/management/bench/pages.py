"""Queries and server milliseconds of pages, and requests a second of the published one."""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

ROUNDS = 30


def measured(ask: Callable[[int], Any], *, status: int = 200) -> dict[str, float]:
    """Queries of one request, and milliseconds of a request at the median and the 95th percentile.

    `ask` makes request number n and answers the response.
    """
    for warm in range(3):
        assert ask(warm).status_code == status, ask(warm).status_code
    with CaptureQueriesContext(connection) as queries:
        ask(3)
    count = len(queries)
    taken = []
    for number in range(4, 4 + ROUNDS):
        begun = time.perf_counter()
        ask(number)
        taken.append(1000 * (time.perf_counter() - begun))
    taken.sort()
    return {
        "queries": count,
        "p50_ms": round(statistics.median(taken), 2),
        "p95_ms": round(taken[int(0.95 * len(taken))], 2),
    }


def signed_in(user: object) -> Client:
    """A browser with a session."""
    client = Client(headers={"host": "localhost"})
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


@contextmanager
def server() -> Any:
    """The real server over the bench's database; gives its port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    command += [
        "--workers",
        "1",
        "--blocking-threads",
        "2",
        "--log-level",
        "warning",
        "newsroom.wsgi:application",
    ]
    process = subprocess.Popen(command, env=os.environ)  # noqa: S603 - our own server
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(10)


async def _ask(port: int, path: str, headers: str, until: float) -> int:
    """Ask over one kept connection until the time is up; answers how many came back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n".encode()
    count = 0
    while time.perf_counter() < until:
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        await reader.readexactly(length)
        assert head[9:12] in {b"200", b"304"}, head[:80]
        count += 1
    writer.close()
    return count


def requests_per_second(
    port: int, path: str, *, headers: str = "", seconds: float = 4, at_once: int = 8
) -> float:
    """How often the server answers when `at_once` connections ask without a pause."""

    async def run(length: float) -> int:
        until = time.perf_counter() + length
        return sum(await asyncio.gather(*[_ask(port, path, headers, until) for _ in range(at_once)]))

    asyncio.run(run(1))
    return round(asyncio.run(run(seconds)) / seconds, 1)
