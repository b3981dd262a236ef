"""One supervised process: started in a group of its own, started again when it ends, stopped as a group."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field

LONGEST_PAUSE = 30  # seconds between attempts to start what keeps ending
LIVED_WELL = 60  # seconds after which an end is no longer part of a series
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


def end_with_parent() -> None:
    """Linux ends us when the supervisor is killed; elsewhere the next supervisor does (see strangers)."""
    if LIBC:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    """A command that should be running."""

    name: str
    command: list[str]
    environment: dict[str, str]
    folder: str
    failures: int = 0
    due: float = 0.0  # when to start it, on the monotonic clock
    started: float = 0.0
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def keep(self) -> str:
        """Have it running, now or after a pause; returns a sentence when it ended, else nothing."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.due:
                self.start(now)
            return ""
        code = self.process.poll()
        if code is None:
            return ""
        self.kill()  # what it started and left behind
        self.process = None
        self.failures = 1 if now - self.started > LIVED_WELL else self.failures + 1
        pause = min(LONGEST_PAUSE, 2 ** (self.failures - 1))
        self.due = now + pause
        how = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return f"{self.name} ended ({how}); starting it again in {pause} s."

    def start(self, now: float) -> None:
        """Start it, as the leader of its own session: Ctrl-C reaches the supervisor alone."""
        self.started = now
        self.process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=end_with_parent,  # noqa: PLW1509 - the supervisor has one thread
        )

    def ask_to_stop(self) -> None:
        """Let it finish what it is doing and end."""
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def gone(self) -> bool:
        """Whether it has ended."""
        return self.process is None or self.process.poll() is not None

    def kill(self) -> None:
        """End it and everything in its group, at once."""
        if self.process:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
