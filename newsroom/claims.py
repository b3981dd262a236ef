"""What only one supervisor may hold: its clone, its port; and the end of what a killed one left running."""

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil

from newsroom import services

HOST = "127.0.0.1"
FIRST_PORT, LAST_PORT = 8000, 8099  # tried in this order while PORT is not set
MARK = "MUQABALA_SUPERVISOR"  # in the environment of everything we start: the clone it belongs to
STOP_PATIENCE = 8  # seconds for running tasks and requests to finish
VAR = services.CLONE / "var"
RUNNING = VAR / "running"  # the number of the process that holds the clone, until it begins to stop


class Refusal(Exception):
    """Why the desk does not start, and what to do."""


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the clone; refuse while another supervisor does, but wait for one that is stopping."""
    try:
        VAR.mkdir(mode=0o700, exist_ok=True)
        lock = (VAR / "run.lock").open("ab")
    except PermissionError:
        raise Refusal(f"{VAR} belongs to another account (root?). chown it, or use your own clone.") from None
    with lock:
        begun = time.monotonic()
        while not locked(lock.fileno()):
            waited = time.monotonic() - begun
            if waited > 2 * STOP_PATIENCE or (waited > 2 and RUNNING.exists()):
                number = RUNNING.read_text(encoding="utf-8") if RUNNING.exists() else "unknown"
                raise Refusal(f"Muqabala runs from this clone already. Stop it first (process {number}).")
            time.sleep(0.2)
        RUNNING.write_text(str(os.getpid()), encoding="utf-8")
        yield


def locked(file: int) -> bool:
    """Take a lock if nobody has it."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def end_strangers() -> int:
    """End what a killed predecessor left: we hold its lock, so what carries our mark is an orphan."""
    strangers = [
        process
        for process in psutil.process_iter(["environ"])
        if (process.info["environ"] or {}).get(MARK) == str(services.CLONE) and process.pid != os.getpid()
    ]
    for process in strangers:
        process.terminate()
    for process in psutil.wait_procs(strangers, timeout=3)[1]:
        process.kill()
    return len(strangers)


@contextmanager
def port_of_our_own() -> Iterator[int]:
    """The port to serve on: PORT, or the first free one from 8000. Held against other clones while inside."""
    asked = os.environ.get("PORT", "").strip()
    if asked and not (asked.isdigit() and 0 < int(asked) < 65536):
        raise Refusal(f"PORT is {asked!r}; it takes a number from 1 to 65535.")
    for port in [int(asked)] if asked else range(FIRST_PORT, LAST_PORT + 1):
        guard = claim(port)
        if guard:
            with guard:
                yield port
            return
    raise Refusal(
        f"Port {asked or FIRST_PORT} is taken by another program. Choose another: make run PORT=8010"
    )


def claim(port: int) -> socket.socket | None:
    """Hold a port if it is free.

    The web server's workers share the port (SO_REUSEPORT), so the kernel would let two desks of one person
    share it as well. What we hold is the UDP port of that number: one process can, and a killed one loses it.
    """
    guard = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        guard.bind((HOST, port))
        with socket.socket() as tcp:
            tcp.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tcp.bind((HOST, port))
    except PermissionError:
        guard.close()
        raise Refusal(
            f"Only root may serve on port {port}. Choose one above 1023: make run PORT=8010"
        ) from None
    except OSError:
        guard.close()
        return None
    return guard
