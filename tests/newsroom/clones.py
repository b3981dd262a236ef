"""Copies of this repository, so that a test can start and kill a whole desk without touching yours."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

from newsroom.embedded import postgresql, valkey
from newsroom.embedded.home import home_of

ROOT = Path(__file__).resolve().parent.parent.parent
NOT_COPIED = (".git", ".venv", "var", "staticfiles", "__pycache__", ".*_cache", ".hypothesis", "shots")


@contextmanager
def clone(folder: Path):
    """A copy with this one's .venv; its servers are stopped and their data removed afterwards."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    (folder / ".venv").symlink_to(ROOT / ".venv")
    try:
        yield folder
    finally:
        home = home_of(folder)
        postgresql.stop(home)
        valkey.stop(home)
        shutil.rmtree(home.sockets)
        if os.geteuid() == 0:
            shutil.rmtree(home.data)


def python(folder: Path, *words: str, check: bool = True, **environment: str) -> subprocess.CompletedProcess:
    """Run Python in a clone with only this environment, to its end."""
    done = subprocess.run(
        [sys.executable, *words],
        check=False,
        cwd=folder,
        env=bare(environment),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert not (check and done.returncode), done.stdout + done.stderr
    return done


def bare(environment: dict[str, str]) -> dict[str, str]:
    """An environment that nothing of the test run leaks into."""
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8", **environment}


class Running:
    """A process in a session of its own, and what it has said so far."""

    def __init__(self, folder: Path, words: list[str], **environment: str) -> None:
        self.log = folder / f"{time.monotonic_ns()}.out"
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                words,
                cwd=folder,
                env=bare(environment),
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, pattern: str, seconds: float = 60) -> re.Match[str]:
        """What it says that matches; a failure shows everything it said."""
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up:
            found = re.search(pattern, self.said(), re.MULTILINE)
            if found:
                return found
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(f"never said {pattern!r} (exit code {self.process.poll()}):\n{self.said()}")

    def send(self, number: int) -> None:
        """To the whole session, as a terminal does on Ctrl-C."""
        os.killpg(self.process.pid, number)

    def end(self, number: int = signal.SIGTERM, seconds: float = 30) -> int:
        """Its exit code after this signal."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)
        return self.process.wait(seconds)


@contextmanager
def running(folder: Path, *words: str, **environment: str):
    """A process that does not outlive its test."""
    process = Running(folder, [str(word) for word in words], **environment)
    try:
        yield process
    finally:
        if process.process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.end()
        with suppress(ProcessLookupError, PermissionError):
            process.send(signal.SIGKILL)
        process.process.wait()
