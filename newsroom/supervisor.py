"""Web, worker and beat under one process, with the services they need; Ctrl-C stops them all."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from http import HTTPStatus
from pathlib import Path
from types import FrameType

from newsroom import services
from newsroom.child import Child
from newsroom.claims import (
    FIRST_PORT,
    HOST,
    MARK,
    RUNNING,
    STOP_PATIENCE,
    VAR,
    Refusal,
    end_strangers,
    only_one,
    port_of_our_own,
)


class StopSignal(Exception):
    """Ctrl-C, SIGTERM, or the terminal has gone."""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer too."""

    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


class Supervisor:
    """Starts everything, keeps it running, stops everything."""

    def __init__(self) -> None:
        os.environ.setdefault("MUQABALA_MODE", "demo")
        self.children: list[Child] = []
        self.parent = os.getppid()
        self.port = 0
        self.accounts = ""

    def run(self) -> None:
        """Work until told to stop; raises Refusal when it cannot begin."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)
        with ExitStack() as held:
            try:
                held.enter_context(only_one())
                if end_strangers():
                    say("Stopped what an earlier run had left behind.")
                self.port = held.enter_context(port_of_our_own())
                if self.port != FIRST_PORT and not os.environ.get("PORT"):
                    say(f"Port {FIRST_PORT} is taken; this desk uses {self.port}. PORT= chooses another.")
                self.prepare()
                self.watch()
            except StopSignal:
                say("\nStopping …")
            finally:
                self.stop()
        say("Stopped.")

    def prepare(self) -> None:
        """Services, schema, demo newsroom, static files."""
        services.ensure()
        command = [sys.executable, "-m", "newsroom.prepare"]
        done = subprocess.run(
            command,
            cwd=services.CLONE,
            stdout=subprocess.PIPE,
            env=self.environment(),
            text=True,
            check=False,
        )
        if done.returncode:
            raise Refusal("The desk could not be prepared; the reason stands above.")
        self.accounts = done.stdout

    def environment(self) -> dict[str, str]:
        """What every child is told."""
        given = {"SITE_URL": f"http://{HOST}:{self.port}", "LOG_LEVEL": "WARNING"}
        return {**given, **os.environ, MARK: str(services.CLONE), "PYTHONUNBUFFERED": "1"}

    def watch(self) -> None:
        """Keep everything running until a signal comes or whoever started us has gone."""
        # Celery's paragraph about root is for production; README says what `make run` does as root.
        python = [sys.executable, "-W", "ignore:You're running the worker with superuser privileges", "-m"]
        self.children = [
            Child(name, [*python, *words], self.environment(), str(services.CLONE))
            for name, words in commands(self.port).items()
        ]
        announced = False
        while True:
            for child in self.children:
                ended = child.keep()
                if ended:
                    say(ended)
            for service in services.revive():
                say(f"{service} had ended; it runs again.")
            if not announced and answers(self.port):
                announced = True
                say(welcome(self.port, self.accounts))
            # make, killed outright, would leave us behind unseen.
            if os.environ.get("MAKELEVEL") and os.getppid() != self.parent:
                raise StopSignal
            time.sleep(0.5)

    def stop(self) -> None:
        """Stop the children, then the services if nobody else uses them. A second signal means at once."""
        RUNNING.unlink(missing_ok=True)
        try:
            for child in self.children:
                child.ask_to_stop()
            give_up = time.monotonic() + STOP_PATIENCE
            while not all(child.gone() for child in self.children) and time.monotonic() < give_up:
                time.sleep(0.05)
        except StopSignal:
            pass
        for child in self.children:
            child.kill()
        services.leave()


def commands(port: int) -> dict[str, list[str]]:
    """The three kinds of process, as arguments of `python -m`."""
    web = f"granian --interface wsgi --host {HOST} --port {port} --no-ws --log-level warning"
    # Two processes fill two cores; four threads each keep a slow page from holding up the one-second polls.
    web += " --workers 2 --blocking-threads 4 --blocking-threads-idle-timeout 600"
    web += " --respawn-failed-workers --workers-kill-timeout 3 newsroom.wsgi:application"
    worker = "celery --quiet -A newsroom worker --concurrency 2"
    worker += " --without-gossip --without-mingle"
    beat = "celery --quiet -A newsroom beat --pidfile="
    return {
        "web": web.split(),
        "worker": worker.split(),
        "beat": [*beat.split(), "--schedule", str(VAR / "beat-schedule")],
    }


def answers(port: int) -> bool:
    """Whether the site answers, and not with an error of its own."""
    try:
        urllib.request.build_opener(NoRedirect).open(f"http://{HOST}:{port}/", timeout=5).close()
    except urllib.error.HTTPError as answer:
        return answer.code < HTTPStatus.INTERNAL_SERVER_ERROR
    except OSError:
        return False
    return True


def welcome(port: int, accounts: str) -> str:
    """The address, and who can sign in."""
    lines = [f"\nMuqabala is open at http://{HOST}:{port}  (Ctrl-C stops it)\n"]
    rows = [line.split("\t") for line in accounts.splitlines() if line.count("\t") == 3]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for email, password, role, name in rows:
        lines.append(f"  {email:<{widths[0]}}  {password:<{widths[1]}}  {role:<{widths[2]}}  {name}")
    return "\n".join(lines) + "\n"


def stop(_number: int, _frame: FrameType | None) -> None:
    """What a signal does."""
    raise StopSignal


def say(sentence: str) -> None:
    """One line on the terminal; a terminal that has gone is no reason to fail."""
    try:
        print(sentence, flush=True)  # noqa: T201
    except OSError:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for as long as we live
