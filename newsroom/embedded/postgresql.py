"""The embedded PostgreSQL: one cluster, one role, one database, one socket in a folder closed to others."""

import shutil
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from newsroom.embedded.home import Home, ServiceError, tail

NAME = "muqabala"  # of the database and of the role that owns it
PATIENCE = 60  # seconds; recovery after a crash needs some
_started: list[subprocess.Popen[bytes]] = []  # so that a server we started is reaped, not left a zombie


def url(home: Home) -> str:
    """The DATABASE_URL of this server."""
    return f"postgresql://{NAME}@/{NAME}?host={quote(str(home.sockets), safe='/')}"


def running(home: Home) -> psutil.Process | None:
    """The server on this home's data, whoever started it."""
    for child in _started:
        child.poll()
    try:
        pid = int((home.data / "postgres" / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
        process = psutil.Process(pid)
        ours = str(home.data / "postgres") in process.cmdline()
        alive = process.status() != psutil.STATUS_ZOMBIE
    except (OSError, ValueError, psutil.Error):
        return None
    return process if ours and alive else None


def start(home: Home) -> None:
    """Have the server running and its database there; what runs already is taken over."""
    if not (home.data / "postgres" / "PG_VERSION").exists():
        create_cluster(home)
    same_version(home)
    give_up = time.monotonic() + PATIENCE
    while not running(home):
        launch(home)
        if wait_until_it_answers(home, give_up):
            break
        if not worth_another_try(home) or time.monotonic() > give_up:
            raise ServiceError(f"PostgreSQL did not start. The end of {log(home)}:\n{tail(log(home))}")
        time.sleep(0.3)
    else:
        if not wait_until_it_answers(home, give_up):
            raise ServiceError(
                f"PostgreSQL runs but does not answer. The end of {log(home)}:\n{tail(log(home))}"
            )
    create_database(home)


def create_cluster(home: Home) -> None:
    """Make the data folder, in a place of its own first: an interrupted start leaves nothing half made."""
    fresh = home.data / "postgres.new"
    shutil.rmtree(fresh, ignore_errors=True)
    command = [home.postgresql / "bin" / "initdb", "-D", fresh, "-U", "postgres", "--auth=trust"]
    # C.UTF-8 reads Arabic letters as letters, which pg_trgm needs; plain C does not.
    command += ["--encoding=UTF8", f"--locale={unicode_locale()}", "--no-instructions"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, **home.run_as())
    if done.returncode:
        raise ServiceError(f"PostgreSQL could not make its data folder:\n{done.stdout}{done.stderr}")
    fresh.rename(home.data / "postgres")


def unicode_locale() -> str:
    """A locale of this machine under which every script's letters are letters."""
    listed = (
        subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
        if shutil.which("locale")
        else None
    )
    names = {name.lower().replace("-", ""): name for name in (listed.stdout.split() if listed else [])}
    return next((names[name] for name in ("c.utf8", "en_us.utf8") if name in names), "C.UTF-8")


def same_version(home: Home) -> None:
    """Refuse data of another major version, before the server does it less clearly."""
    data = (home.data / "postgres" / "PG_VERSION").read_text(encoding="utf-8").strip()
    program = subprocess.run(
        [home.postgresql / "bin" / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[-1]
    if data != program.split(".")[0]:
        raise ServiceError(
            f"{home.data / 'postgres'} was written by PostgreSQL {data}; this is {program}. Go back to the "
            "release that wrote it and dump it with pg_dump, or move the folder away to begin anew."
        )


def launch(home: Home) -> None:
    """Start the server process."""
    data = home.data / "postgres"
    if not running(home):
        # The number in a lock left behind may be another program's by now, and PostgreSQL would believe it.
        for lock in (data / "postmaster.pid", home.sockets / ".s.PGSQL.5432.lock"):
            lock.unlink(missing_ok=True)
    folder = str(home.sockets).replace('"', '""')
    command = [home.postgresql / "bin" / "postgres", "-D", data, "-c", "listen_addresses="]
    command += ["-c", f'unix_socket_directories="{folder}"', "-c", "unix_socket_permissions=0700"]
    with log(home).open("wb") as output:
        _started.append(
            subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **home.run_as())
        )


def wait_until_it_answers(home: Home, give_up: float) -> bool:
    """True once a connection succeeds; False when the server has ended or time is up."""
    while time.monotonic() < give_up:
        try:
            administrator(home).close()
        except psycopg.OperationalError:
            if _started and _started[-1].poll() is not None and not running(home):
                return False
            time.sleep(0.05)
        else:
            return True
    return False


def administrator(home: Home) -> psycopg.Connection[tuple[object, ...]]:
    """A connection that may create roles and databases; nobody else can reach the socket."""
    return psycopg.connect(
        host=str(home.sockets), user="postgres", dbname="postgres", autocommit=True, connect_timeout=5
    )


def create_database(home: Home) -> None:
    """The role and the database, if they are missing. The role is no superuser, as in production."""
    with administrator(home) as connection:
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(sql.Identifier(NAME)))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {0} OWNER {0}").format(sql.Identifier(NAME)))


def worth_another_try(home: Home) -> bool:
    """After a crash the old server's last children hold its memory for a moment."""
    return "shared memory block" in tail(log(home))


def stop(home: Home) -> None:
    """Stop the server and wait until it has gone; sessions still open are closed."""
    process = running(home)
    if not process:
        return
    for how, patience in ((signal.SIGINT, 10), (signal.SIGQUIT, 5)):
        process.send_signal(how)
        give_up = time.monotonic() + patience
        while running(home):
            if time.monotonic() > give_up:
                break
            time.sleep(0.02)
        else:
            return


def log(home: Home) -> Path:
    """The server's log since its last start."""
    return home.data / "postgres.log"
