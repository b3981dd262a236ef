"""Commands that read files and print need nothing: no configuration, no database, no time."""

import subprocess
import sys

import pytest

from tests.newsroom.clones import ROOT, bare


@pytest.mark.parametrize("command", ["check_pairs", "evaluate"])
def test_a_command_over_files_starts_bare_and_loads_no_model(command):
    words = [sys.executable, "-X", "importtime", "manage.py", command, "--help"]
    done = subprocess.run(words, cwd=ROOT, env=bare({}), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"usage: manage.py {command}")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "django" in loaded
    assert not loaded & {"psycopg", "redis", "reviews.models", "newsroom.settings", "newsroom.services"}


def test_any_other_command_wants_its_configuration():
    words = [sys.executable, "manage.py", "check"]
    done = subprocess.run(words, cwd=ROOT, env=bare({}), capture_output=True, text=True, check=False)
    assert done.returncode
    assert "SECRET_KEY is missing" in done.stderr
