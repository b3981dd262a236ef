"""What the tests need of the machine: a Chromium that can draw Arabic, and real servers for the production test.

`make test` runs this first. Root on Debian or Ubuntu gets installed whatever is missing, without anything being
started; elsewhere the missing things are named. Without a Chromium there is no test run: it would skip the screens
in silence. Without the servers the production test skips and says so.
"""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
POLICY = Path("/usr/sbin/policy-rc.d")  # Debian asks it before starting what was just installed
NO_CHROMIUM = f"""
The browser tests need a Chromium, and none was found (looked for {", ".join(BROWSERS)} and Playwright's own).
  Debian, Ubuntu as root:  apt-get install chromium fonts-noto-core
  anywhere, no root:       .venv/bin/python -m playwright install chromium
"""


def chromium() -> str | None:
    """The path of a Chromium that starts, or None."""
    for name in BROWSERS:
        found = shutil.which(name)
        if found and runs(found):
            return found
    try:
        with sync_playwright() as playwright:
            own = playwright.chromium.executable_path
    except Error:
        return None
    return own if Path(own).exists() else None


def postgresql() -> Path | None:
    """The folder of the newest installed PostgreSQL's programs (Debian's layout), or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return found[-1].parent if found else None


def redis() -> str | None:
    """The path of a Redis or Valkey server, or None."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


def draws_arabic() -> bool:
    """Whether some installed font has the Arabic letters."""
    if not shutil.which("fc-list"):
        return False
    return bool(subprocess.run(["fc-list", ":lang=ar"], capture_output=True, check=False).stdout.strip())


def runs(program: str) -> bool:
    """Whether a browser starts at all; Ubuntu's chromium-browser is a note that says to use snap."""
    return subprocess.run([program, "--version"], capture_output=True, check=False).returncode == 0


def missing_packages() -> list[str]:
    """Debian's names of what is not there."""
    wanted = {
        "chromium": chromium(),
        "fonts-noto-core": draws_arabic(),
        "postgresql": postgresql(),
        "redis-server": redis(),
    }
    return [package for package, found in wanted.items() if not found]


def install(packages: list[str]) -> None:
    """Install each package by itself, so that one that does not exist here hinders no other."""
    say(f"Installing for the tests: {', '.join(packages)} …")
    with nothing_started():
        apt("update")
        for package in packages:
            apt("install", "-y", "--no-install-recommends", package)
        if not chromium():
            subprocess.run(
                [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False
            )


def apt(*words: str) -> None:
    """Run apt-get; what it prints is shown only when it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *words]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def nothing_started():
    """Forbid services to start while packages go in, unless the machine has a policy already."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def say(sentence):
    """One line for the person who waits."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    missing = missing_packages()
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        install(missing)
        missing = missing_packages()
    if "chromium" in missing:
        sys.exit(NO_CHROMIUM)
    if missing:
        say(
            f"Not here: {', '.join(missing)} (as Debian calls them). Tests that need them will say that they skip."
        )
