"""README's "Run it for real", executed as it stands, against Debian's own PostgreSQL and Redis."""

import http.client
import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from tests import machine
from tests.newsroom.clones import ROOT, bare, clone, running

DATABASE_PASSWORD, QUEUE_PASSWORD = secrets.token_urlsafe(12), secrets.token_urlsafe(12)
ADMINISTRATOR = {"email": "dana@example.org", "password": "the-first-password-of-dana"}


def blocks():
    """The four parts of the section: database, environment, release, processes."""
    section = (
        (ROOT / "README.md").read_text(encoding="utf-8").split("## Run it for real")[1].split("\n## ")[0]
    )
    found = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)
    assert len(found) == 4
    return found


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture(scope="module")
def postgresql():
    """A fresh cluster of the machine's PostgreSQL: the environment its administrator works in."""
    programs = machine.postgresql()
    if not programs:
        pytest.skip(
            "no PostgreSQL of the system here (Debian: apt-get install postgresql); root gets it installed"
        )
    folder, port = Path(tempfile.mkdtemp(dir="/tmp")), str(free_port())
    administrator = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    if administrator:
        shutil.chown(folder, "postgres", "postgres")
    environment = bare({"PGHOST": str(folder), "PGPORT": port, "PGUSER": "postgres"})
    environment["PATH"] = f"{programs}:{environment['PATH']}"
    how = {"cwd": folder, "env": environment, **administrator}
    subprocess.run(
        ["initdb", "-D", folder / "data", "-U", "postgres", "--auth-local=trust", "--auth-host=scram-sha-256", "--no-sync"],
        check=True, stdout=subprocess.DEVNULL, **how,
    )  # fmt: skip
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
    control = ["pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-s"]
    subprocess.run([*control, "-o", options, "start"], check=True, **how)
    yield how
    subprocess.run([*control, "-m", "immediate", "stop"], check=True, **how)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def queue(tmp_path_factory):
    """The machine's Redis on a port of its own."""
    program = machine.redis()
    if not program:
        pytest.skip(
            "no Redis of the system here (Debian: apt-get install redis-server); root gets it installed"
        )
    port = free_port()
    command = [program, "--port", port, "--bind", "127.0.0.1", "--save", "", "--requirepass", QUEUE_PASSWORD]
    with running(tmp_path_factory.mktemp("queue"), *command):
        yield port


@pytest.fixture(scope="module")
def newsroom(postgresql, queue, tmp_path_factory):
    """Parts 1 to 3: a clone, released against these servers, and the environment of its processes."""
    database, environment, release, _ = blocks()
    told = postgresql | {"env": postgresql["env"] | {"DATABASE_PASSWORD": DATABASE_PASSWORD}}
    subprocess.run(["bash", "-euc", database], check=True, **told)
    # The only words that differ from README's: where the servers are.
    environment = environment.replace("db.example.org:5432", f"127.0.0.1:{postgresql['env']['PGPORT']}")
    environment = environment.replace(
        "redis://queue.example.org:6379", f"redis://:{QUEUE_PASSWORD}@127.0.0.1:{queue}"
    )
    with clone(tmp_path_factory.mktemp("production") / "clone") as folder:
        (folder / "secret").write_text(secrets.token_urlsafe(64))
        (folder / "environment").write_text(f"DATABASE_PASSWORD={DATABASE_PASSWORD}\n{environment}")
        assert release.startswith("make setup\n"), "which `make test` has done already"
        (folder / "var").mkdir()  # as it does
        in_newsroom(folder, release.removeprefix("make setup\n"))
        yield folder


def in_newsroom(folder, commands, **environment):
    """Run shell commands as README's reader would; they must succeed."""
    script = f". ./environment\n{commands}"
    done = subprocess.run(
        ["bash", "-euc", script],
        cwd=folder,
        env=bare(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def process(folder, line, **environment):
    return running(folder, "bash", "-euc", f". ./environment\nexec {line}", LOG_LEVEL="DEBUG", **environment)


def ask(port, method, path, body="", **headers):
    """One request, as the proxy passes it on."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    forwarded = {"Host": "news.example.org", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9"}
    line.request(
        method, path, body, forwarded | {name.replace("_", "-"): value for name, value in headers.items()}
    )
    answer = line.getresponse()
    answer.body = answer.read().decode()
    return answer


@pytest.fixture(scope="module")
def web(newsroom):
    line, port = blocks()[3].splitlines()[0], free_port()
    with process(newsroom, line.replace("--port 8000", f"--port {port}")) as server:
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up:
            try:
                ask(port, "GET", "/accounts/login/")
                break
            except OSError:
                time.sleep(0.1)
        server.port = port
        yield server


def test_a_page_comes_with_every_protection(web):
    page = ask(web.port, "GET", "/accounts/login/")
    assert page.status == 200
    assert page.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "script-src 'self';" in page.headers["Content-Security-Policy"] + ";"
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["X-Frame-Options"] == "DENY"
    for cookie in page.headers.get_all("Set-Cookie"):
        assert "; Secure" in cookie, cookie
        assert "SameSite=Lax" in cookie


def test_plain_http_and_strange_hosts_get_nothing(web):
    assert ask(web.port, "GET", "/accounts/login/", X_Forwarded_Proto="http").status == 301
    assert ask(web.port, "GET", "/accounts/login/", Host="evil.example.org").status == 400


def test_static_files_are_served_with_names_that_may_be_kept(web):
    page = ask(web.port, "GET", "/accounts/login/").body
    found = re.search(r'"(/static/[^"]+\.[0-9a-f]{12}\.css)"', page)
    assert found, page
    style = ask(web.port, "GET", found[1])
    assert style.status == 200
    assert "immutable" in style.headers["Cache-Control"]


def test_somebody_signs_in_and_no_log_of_any_process_tells_a_secret(newsroom, web):
    command = ".venv/bin/python manage.py createsuperuser --noinput --email dana@example.org --name_en Dana --name_ar دانا"
    said = in_newsroom(
        newsroom, command, DJANGO_SUPERUSER_PASSWORD=ADMINISTRATOR["password"], LOG_LEVEL="DEBUG"
    )
    form = ask(web.port, "GET", "/accounts/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form.body)[1]
    cookie = re.search(r"csrftoken=(\w+)", str(form.headers))[1]
    post = {"Cookie": f"csrftoken={cookie}", "Referer": "https://news.example.org/accounts/login/"}
    post |= {"Origin": "https://news.example.org", "Content-Type": "application/x-www-form-urlencoded"}
    fields = f"csrfmiddlewaretoken={token}&login=dana%40example.org&password="
    assert ask(web.port, "POST", "/accounts/login/", f"{fields}a-wrong-password", **post).status == 200
    signed_in = ask(web.port, "POST", "/accounts/login/", fields + ADMINISTRATOR["password"], **post)
    assert signed_in.status == 302, signed_in.body
    session = re.search(r"sessionid=(\w+)", str(signed_in.headers))[1]
    ask(web.port, "POST", "/accounts/login/", fields + ADMINISTRATOR["password"])  # refused: no cookie
    logs = said + web.said()
    assert "Forbidden" in logs, "something is logged at all"
    told = {"session": session, "csrf": cookie, "token": token, "password": ADMINISTRATOR["password"]}
    told |= {"wrong password": "a-wrong-password", "database": DATABASE_PASSWORD, "queue": QUEUE_PASSWORD}
    told |= {"secret": (newsroom / "secret").read_text()}
    assert not [name for name, secret in told.items() if secret in logs]


def test_beat_and_worker_do_the_sweep(newsroom):
    worker, beat = (line.strip() for line in blocks()[3].splitlines()[1:])
    with process(newsroom, worker) as working, process(newsroom, beat) as ticking:
        working.wait_for(r"Task reviews\.publishing\.publish_due\[.+\] succeeded")
        logs = working.said() + ticking.said()
    assert QUEUE_PASSWORD not in logs
    assert DATABASE_PASSWORD not in logs


def test_the_demo_accounts_cannot_exist_here(newsroom):
    for words in ("", " --accounts"):
        script = f". ./environment; .venv/bin/python manage.py demo{words}"
        refused = subprocess.run(
            ["bash", "-uc", script], cwd=newsroom, env=bare({}), capture_output=True, text=True, check=False
        )
        assert refused.returncode
        assert "only with MUQABALA_MODE=demo" in refused.stderr
        assert refused.stdout == ""
    people = "from reviews.people.models import User; print(User.objects.exclude(is_superuser=True).count())"
    assert (
        in_newsroom(newsroom, f'.venv/bin/python manage.py shell --no-imports -c "{people}"').strip() == "0"
    )


def test_the_database_is_the_machines_and_reads_arabic_letters_as_letters(newsroom):
    program = """
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SHOW server_encoding")
    encoding = cursor.fetchone()[0]
    cursor.execute("SELECT 'حلب' ~ '^[[:alpha:]]+$'")
    print(connection.pg_version, connection.settings_dict["HOST"], encoding, cursor.fetchone()[0])
"""
    (newsroom / "question.py").write_text(program, encoding="utf-8")
    answer = in_newsroom(newsroom, ".venv/bin/python manage.py shell --no-imports < question.py")
    version, *rest = answer.split()[-4:]
    assert int(version) >= 150000
    assert rest == ["127.0.0.1", "UTF8", "True"]
