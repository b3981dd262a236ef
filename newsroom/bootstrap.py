"""Make .venv hold what requirements.lock says, and compile the translations; skip what is current.

`make setup` runs this with whatever Python the machine has and nothing installed, so it uses the standard
library alone, and asks for the right Python before anything else.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        newer = shutil.which(name)
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 - this very script, under the Python it needs
    sys.exit(
        "Muqabala needs Python 3.11 or newer; {} is {}.{}. "
        "Install one and name it: make setup PYTHON=/path/to/it".format(sys.executable, *sys.version_info[:2])
    )

CLONE = Path(__file__).resolve().parent.parent
VENV = CLONE / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = CLONE / "requirements.lock"
LOCALE = CLONE / "reviews" / "locale"
UNFINISHED = "setup-unfinished"  # in .venv while packages are going in
NO_VENV = """
This Python ({python}) cannot make virtual environments: its venv or ensurepip module is missing.
Debian and Ubuntu keep them in a package of their own: apt-get install python3-venv
"""


def main() -> None:
    """Bring .venv and the translations up to date, one process at a time."""
    (CLONE / "var").mkdir(mode=0o700, exist_ok=True)
    with (CLONE / "var" / "setup.lock").open("ab") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        set_up_packages()
        set_up_translations()


def set_up_packages() -> None:
    """Install the lock into .venv unless .venv says that this very lock is in it."""
    wanted = digest(LOCK)
    stamp = VENV / "setup-lock"
    if works(PYTHON) and read(stamp) == wanted:
        return
    if VENV.exists() and ((VENV / UNFINISHED).exists() or not works(PYTHON)):
        say("The last set-up was interrupted, or its Python has gone: beginning anew.")
        remove(VENV)
    if not VENV.exists():
        make_venv()
    (VENV / UNFINISHED).touch()
    say("Installing packages into .venv (once; a minute or two) …")
    command = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--only-binary", ":all:", "--require-hashes", "-r", LOCK]
    if subprocess.run(command, check=False).returncode:
        sys.exit(
            "Packages could not be installed (see above). Is the package registry within reach? Try again."
        )
    stamp.write_text(wanted, encoding="utf-8")
    (VENV / UNFINISHED).unlink()


def make_venv() -> None:
    """Create the virtual environment; where Debian split venv off and we may install it, do so."""
    say(f"Making a virtual environment in .venv with {sys.executable} …")
    command = [sys.executable, "-m", "venv", VENV]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode and os.geteuid() == 0 and shutil.which("apt-get"):
        say("Its venv module is missing: apt-get install python3-venv …")
        for words in ("update -qq", "install -y -qq python3-venv"):
            subprocess.run(
                ["apt-get", *words.split()],
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                stdout=subprocess.DEVNULL,
                check=False,
            )
        remove(VENV)
        made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        remove(VENV)
        sys.exit(made.stdout + made.stderr + NO_VENV.format(python=sys.executable))


def set_up_translations() -> None:
    """Compile each .po to the .mo beside it, unless these very files were compiled before."""
    sources = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    stamp = CLONE / "var" / "translations"
    wanted = digest(*sources)
    if read(stamp) == wanted and all(source.with_suffix(".mo").exists() for source in sources):
        return
    if sources:
        command = [PYTHON, "-m", "babel.messages.frontend", "-q", "compile", "-D", "django", "-d", LOCALE]
        if subprocess.run(command, check=False).returncode:
            sys.exit("The translations in reviews/locale do not compile (see above).")
    stamp.write_text(wanted, encoding="utf-8")


def digest(*files: Path) -> str:
    """A name for the content of these files under this Python."""
    found = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for file in files:
        found.update(file.read_bytes())
    return found.hexdigest()


def works(python: Path) -> bool:
    """Whether this interpreter is there and of our version."""
    ask = [python, "-c", "import sys; print(sys.version_info[:2])"]
    try:
        answer = subprocess.run(ask, capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == repr(sys.version_info[:2])


def read(file: Path) -> str:
    """The text of a file, or nothing."""
    return file.read_text(encoding="utf-8") if file.exists() else ""


def remove(folder: Path) -> None:
    """Remove our virtual environment; one that is only linked here is not ours to remove."""
    if folder.is_symlink():
        sys.exit(
            f"{folder} is a link to {folder.resolve()}, which does not work. Remove the link and try again."
        )
    shutil.rmtree(folder, ignore_errors=True)


def say(sentence: str) -> None:
    """One line for the person who waits."""
    print(sentence, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
