"""Settings: production refuses what is missing, guessable or loose; what is asked of a newsroom is in the README."""

import re
import subprocess
import sys

import pytest
from django.conf import settings

from newsroom.settings import broker, database
from tests.newsroom.clones import ROOT, bare

PRODUCTION = {
    "SECRET_KEY": "x8Jd0qLrT2mVw5YzA7bNc9eFgH1iKjMnPoQsRtUvWxYz0123456789ab",
    "DATABASE_URL": "postgresql://muqabala:pa%40ss@db.example.org/muqabala",
    "REDIS_URL": "redis://queue.example.org/0",
    "ALLOWED_HOSTS": "news.example.org",
    "SITE_URL": "https://news.example.org",
}


def load(show="''", **environment):
    """Import the settings in a process of their own; what they say and whether they load."""
    program = f"from newsroom import settings; print({show})"
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=bare(environment),
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_with_what_the_readme_asks_for():
    loaded = load("settings.DEBUG, settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE", **PRODUCTION)
    assert loaded.stdout == "False True True\n", loaded.stderr


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY is missing, too short"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY is missing, too short"),
        ({"SECRET_KEY": settings.SECRET_KEY}, "or the demo's"),
        ({"DATABASE_URL": ""}, "DATABASE_URL and REDIS_URL must name"),
        ({"REDIS_URL": ""}, "DATABASE_URL and REDIS_URL must name"),
        ({"DATABASE_URL": "sqlite:///here"}, "no other database is supported"),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS"),
        ({"SITE_URL": "http://news.example.org"}, "Set ALLOWED_HOSTS .* SITE_URL .https"),
        ({"DEBUG": "1"}, "shows secrets to visitors"),
        ({"MUQABALA_MODE": "produktion"}, "it takes production or demo"),
        ({"BEHIND_PROXY": "perhaps"}, "BEHIND_PROXY is 'perhaps'; it takes 1 or 0"),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT is 'smtp'; it takes a whole number"),
    ],
)
def test_production_refuses(change, sentence):
    refused = load(**(PRODUCTION | change))
    assert refused.returncode
    assert re.search(sentence, refused.stderr.splitlines()[-1]), refused.stderr


def test_behind_a_proxy_its_word_on_https_and_addresses_counts_and_otherwise_not():
    show = "settings.SECURE_PROXY_SSL_HEADER, settings.ALLAUTH_TRUSTED_PROXY_COUNT"
    assert load(show, **PRODUCTION).stdout == "None 0\n"
    assert load(show, **PRODUCTION, BEHIND_PROXY="1").stdout == "('HTTP_X_FORWARDED_PROTO', 'https') 1\n"


def test_a_database_url_is_read_in_full():
    entry = database("postgresql://desk:p%40ss%2Fword@db.example.org:5433/news%20room?sslmode=require")
    assert [entry[key] for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "news room", "desk", "p@ss/word", "db.example.org", "5433",
    ]  # fmt: skip
    assert entry["OPTIONS"] == {"sslmode": "require"}
    assert database("postgresql://desk@/news?host=/run/a%20b")["HOST"] == "/run/a b"


def test_the_queue_is_the_same_server_in_celerys_words():
    assert broker("redis://:secret@queue:6379/2") == "redis://:secret@queue:6379/2"
    assert broker("unix:///run/valkey.sock?db=3") == "redis+socket:///run/valkey.sock?virtual_host=3"
    assert broker("unix:///run/valkey.sock") == "redis+socket:///run/valkey.sock?virtual_host=0"


def test_scripts_and_styles_come_from_us_alone():
    rules = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == rules["style-src"] == ["'self'"]
    assert "unsafe" not in str(rules)


def test_every_variable_the_settings_read_is_in_the_readme():
    source = "".join(path.read_text() for path in (ROOT / "newsroom").glob("*.py"))
    read = set(re.findall(r"environment\.(?:text|flag|number|words)\(\s*\"(\w+)\"", source))
    assert len(read) > 15
    section = (
        (ROOT / "README.md").read_text(encoding="utf-8").split("## Run it for real")[1].split("\n## ")[0]
    )
    assert read <= set(re.findall(r"`([A-Z_]+)`", section))


def test_the_application_asks_its_settings_and_never_the_environment():
    files = list((ROOT / "reviews").rglob("*.py"))
    assert files
    reads = re.compile(r"os\.environ(\.get|\.setdefault|\[)|getenv")
    assert not [str(path) for path in files if reads.search(path.read_text(encoding="utf-8"))]
