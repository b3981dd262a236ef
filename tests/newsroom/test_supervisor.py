"""`make run`: one process that opens the desk, keeps it open whatever dies, and leaves nothing behind."""

import re
import signal
import socket
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import psutil
import pytest

from newsroom.claims import MARK, claim
from newsroom.embedded import postgresql, valkey
from newsroom.embedded.home import home_of
from newsroom.supervisor import welcome
from tests.newsroom.clones import clone, running

OPEN = r"^Muqabala is open at (http://\S+)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    with clone(tmp_path_factory.mktemp("desk") / "clone") as copy:
        yield copy


@pytest.fixture
def port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return str(free.getsockname()[1])


def desk(folder, port, **environment):
    return running(folder, sys.executable, "-m", "newsroom", PORT=port, **environment)


def status(port, path="/accounts/login/"):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code
    except OSError:
        return None


def signs_in(port, email, password):
    """Where somebody lands who fills in the form."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    address = f"http://127.0.0.1:{port}/accounts/login/"
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.open(address).read().decode())[1]
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "login": email, "password": password})
    try:
        return browser.open(address, form.encode()).url
    except urllib.error.HTTPError as answer:
        return answer.url


def eventually(question, seconds=30):
    """The first true answer; fails when there is none in time."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        answer = question()
        if answer:
            return answer
        time.sleep(0.1)
    raise AssertionError("it never came true")


def left_behind(folder):
    """Processes that carry the clone's mark."""
    marks = [
        (process, process.info["environ"] or {}) for process in psutil.process_iter(["environ", "status"])
    ]
    return [p for p, environ in marks if environ.get(MARK) == str(folder) and p.info["status"] != "zombie"]


def child(supervisor, word):
    """The supervised process with this word in its command."""
    children = psutil.Process(supervisor.process.pid).children()
    alive = [process for process in children if process.status() != psutil.STATUS_ZOMBIE]
    return next((process for process in alive if word in process.cmdline()), None)


def test_it_opens_and_ctrl_c_stops_all_of_it(folder, port):
    with desk(folder, port) as supervisor:
        assert supervisor.wait_for(OPEN)[1] == f"http://127.0.0.1:{port}"
        assert status(port) == 200
        listed = supervisor.wait_for(r"^  (\S+@\S+)  (\S+)  \S+")
        assert signs_in(port, listed[1], listed[2]).endswith("/desk/")
        supervisor.send(signal.SIGINT)
        assert supervisor.process.wait(15) == 0
    assert "Stopped." in supervisor.said()
    assert not left_behind(folder)
    assert not postgresql.running(home_of(folder))
    assert not valkey.running(home_of(folder))


def test_whatever_is_killed_comes_back_and_a_killed_supervisor_has_an_heir(folder, port):
    with desk(folder, port) as supervisor:
        supervisor.wait_for(OPEN)
        web = child(supervisor, "granian")
        for name in ("worker", "beat"):
            child(supervisor, name).kill()
        for name in ("worker", "beat"):
            supervisor.wait_for(rf"^{name} ended \(killed by SIGKILL\); starting it again in 1 s")
        assert status(port) == 200
        worker, beat = (eventually(lambda name=name: child(supervisor, name)) for name in ("worker", "beat"))
        assert child(supervisor, "granian") == web, "the others work on"

        servers = web.children()
        assert servers
        web.kill()
        supervisor.wait_for(r"^web ended \(killed by SIGKILL\); starting it again in 1 s")
        assert eventually(lambda: status(port) == 200)
        assert (child(supervisor, "worker"), child(supervisor, "beat")) == (worker, beat)
        assert not any(server.is_running() for server in servers), "the dead one's own go with it"

        postgresql.running(home_of(folder)).kill()
        supervisor.wait_for("^postgresql had ended; it runs again")
        assert eventually(lambda: status(port) == 200)
        valkey.ask(home_of(folder), "SHUTDOWN NOSAVE")
        supervisor.wait_for("^valkey had ended; it runs again")
        assert eventually(lambda: status(port) == 200)

        web = child(supervisor, "granian")
        web.suspend()  # the worst orphan: one that hears nothing, and holds the port
        supervisor.process.kill()
        supervisor.process.wait()
        with desk(folder, port) as heir:
            heir.wait_for("^Stopped what an earlier run had left behind")
            heir.wait_for(OPEN)
            assert not web.is_running()
            assert status(port) == 200
            with desk(folder, port) as second:
                assert second.process.wait(20) == 1
                assert (
                    f"runs from this clone already. Stop it first (process {heir.process.pid})"
                    in second.said()
                )
            assert status(port) == 200
            assert heir.end() == 0
    assert not left_behind(folder)


def test_when_make_is_killed_the_desk_closes(folder, port):
    as_make = (
        f"MAKELEVEL=1 {sys.executable} -m newsroom; true"  # a shell in between, which is what gets killed
    )
    with running(folder, "sh", "-c", as_make, PORT=port) as shell:
        shell.wait_for(OPEN)
        shell.process.kill()
        eventually(lambda: "Stopped." in shell.said())
        assert not left_behind(folder)


def test_a_port_that_is_taken_is_refused_with_the_way_out(folder, port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(port)))
        taken.listen()
        with desk(folder, port) as refused:
            assert refused.process.wait(20) == 1
    assert f"Port {port} is taken by another program. Choose another: make run PORT=8010" in refused.said()


def test_two_desks_that_start_at_once_never_share_a_port(port):
    """The web server's workers share theirs, so the kernel would let two desks of one person share it too."""
    with claim(int(port)) as held:
        assert held
        assert claim(int(port)) is None
    with socket.socket() as shared:
        shared.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        shared.bind(("127.0.0.1", int(port)))
        shared.listen()
        assert claim(int(port)) is None
    with claim(int(port)) as again:
        assert again, "a port given up is free"


@pytest.mark.parametrize(("asked", "reason"), [("http", "takes a number"), ("70000", "takes a number")])
def test_a_port_that_is_no_port_is_refused(folder, asked, reason):
    with desk(folder, asked) as refused:
        assert refused.process.wait(20) == 1
    assert re.search(rf"PORT is '{asked}'; it {reason}", refused.said())


def test_the_welcome_lists_who_can_sign_in():
    told = welcome(8010, "amal@example.org\tlong-word\teditor\tAmal Haddad\nnoise\n")
    assert "http://127.0.0.1:8010" in told
    assert "  amal@example.org  long-word  editor  Amal Haddad" in told
    assert "noise" not in told
