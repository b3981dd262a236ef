"""The embedded Valkey: queue and cache in memory, one socket in a folder closed to others."""

import socket
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

from newsroom.embedded.home import Home, ServiceError, tail

PATIENCE = 15  # seconds
_started: list[subprocess.Popen[bytes]] = []  # so that a server we started is reaped, not left a zombie


def address(home: Home) -> Path:
    """Where the server listens. There is no TCP port: any local user could write to that."""
    return home.sockets / "valkey.sock"


def url(home: Home) -> str:
    """The REDIS_URL of this server."""
    return f"unix://{quote(str(address(home)), safe='/')}"


def ask(home: Home, command: str) -> bytes:
    """Send one command and read the first of the answer; empty when nobody is there.

    Not through redis-py: its retries turn "nobody is there" into seconds of waiting.
    """
    for child in _started:
        child.poll()
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(5)
            line.connect(str(address(home)))
            line.sendall(f"{command}\r\n".encode())
            return line.recv(64)
    except OSError:
        return b""


def running(home: Home) -> bool:
    """Whether a server answers there, whoever started it."""
    return ask(home, "PING").startswith(b"+PONG")


def start(home: Home) -> None:
    """Have the server running; one that runs already is taken over."""
    if running(home):
        return
    log = home.data / "valkey.log"
    command = [home.valkey, "--port", "0", "--unixsocket", address(home), "--unixsocketperm", "700"]
    command += ["--dir", home.data, "--save", "", "--appendonly", "no", "--daemonize", "no"]
    with log.open("wb") as output:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **home.run_as()
        )
    _started.append(child)
    give_up = time.monotonic() + PATIENCE
    while not running(home):
        if child.poll() is not None or time.monotonic() > give_up:
            raise ServiceError(f"Valkey did not start. The end of {log}:\n{tail(log)}")
        time.sleep(0.02)


def stop(home: Home) -> None:
    """Stop the server and wait until it has gone."""
    ask(home, "SHUTDOWN NOSAVE")
    give_up = time.monotonic() + PATIENCE
    while running(home) and time.monotonic() < give_up:
        time.sleep(0.02)
