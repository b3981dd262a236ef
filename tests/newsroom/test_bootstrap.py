"""`make setup`: what is current is skipped, what was interrupted begins anew, what is not ours is left alone."""

import subprocess
import sys

import pytest

from newsroom import bootstrap
from tests.newsroom.clones import bare

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Desk"\nmsgstr "{}"\n'


def set_up(folder):
    done = subprocess.run(
        [sys.executable, "newsroom/bootstrap.py"],
        cwd=folder,
        env=bare({}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_set_up_skips_what_is_current_and_mends_what_was_interrupted(tmp_path):
    (tmp_path / "newsroom").mkdir()
    (tmp_path / "newsroom" / "bootstrap.py").write_bytes(
        (bootstrap.CLONE / "newsroom" / "bootstrap.py").read_bytes()
    )
    lock = tmp_path / "requirements.lock"
    lock.write_text("# nothing\n")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / bootstrap.UNFINISHED).touch()
    said = set_up(tmp_path)
    assert "interrupted" in said
    assert "Making a virtual environment" in said
    assert set_up(tmp_path) == ""
    lock.write_text("# nothing, said otherwise\n")
    said = set_up(tmp_path)
    assert "Installing packages" in said
    assert "Making" not in said
    assert set_up(tmp_path) == ""


def test_a_python_that_has_gone_does_not_count(tmp_path):
    (tmp_path / "python").symlink_to(tmp_path / "uninstalled")
    assert not bootstrap.works(tmp_path / "python")
    assert bootstrap.works(bootstrap.Path(sys.executable))


def test_a_linked_environment_is_not_removed(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".venv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SystemExit, match="is a link"):
        bootstrap.remove(tmp_path / ".venv")
    assert (tmp_path / "elsewhere").exists()


def test_translations_are_compiled_again_when_their_words_change(tmp_path, monkeypatch):
    folder = tmp_path / "locale" / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "var").mkdir()
    monkeypatch.setattr(bootstrap, "CLONE", tmp_path)
    monkeypatch.setattr(bootstrap, "LOCALE", tmp_path / "locale")
    (folder / "django.po").write_text(PO.format("المكتب"), encoding="utf-8")
    bootstrap.set_up_translations()
    compiled = (folder / "django.mo").read_bytes()
    assert "المكتب".encode() in compiled
    made = (folder / "django.mo").stat().st_mtime_ns
    bootstrap.set_up_translations()
    assert (folder / "django.mo").stat().st_mtime_ns == made
    (folder / "django.po").write_text(PO.format("الديسك"), encoding="utf-8")
    bootstrap.set_up_translations()
    assert "الديسك".encode() in (folder / "django.mo").read_bytes()
    (folder / "django.mo").unlink()
    bootstrap.set_up_translations()
    assert (folder / "django.mo").exists()
