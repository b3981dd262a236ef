"""What must be done before the desk opens: the schema, the demo newsroom on first run, the static files.

Run as `python -m newsroom.prepare`. Prints the demo accounts, one a line: e-mail, password, role, name, with
tabs between. Whatever else there is to say goes to the other stream.
"""

import hashlib
import os
import sys
from importlib.metadata import distributions
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def main() -> None:
    """Do all of it, skipping what is done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    migrate()
    collect_static_files()
    if settings.DEMO:
        call_command("demo", stdout=sys.stderr)
        call_command("demo", accounts=True)


def migrate() -> None:
    """Bring the schema up to date."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Bringing the database up to date …")
        call_command("migrate", interactive=False, verbosity=0, stdout=sys.stderr)


def collect_static_files() -> None:
    """Hash and compress the static files, unless they are the ones collected before."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    wanted = static_digest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say("Collecting static files …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0, stdout=sys.stderr)
    stamp.write_text(wanted, encoding="utf-8")


def static_digest() -> str:
    """A name for our own static files and the packages that may bring theirs."""
    found = hashlib.sha256()
    for package in sorted(f"{package.name} {package.version}" for package in distributions()):
        found.update(package.encode())
    for folder in settings.STATICFILES_DIRS:
        for file in sorted(Path(folder).rglob("*")):
            if file.is_file():
                found.update(str(file).encode() + file.read_bytes())
    return found.hexdigest()


def say(sentence: str) -> None:
    """One line for the person who waits."""
    sys.stderr.write(f"{sentence}\n")


if __name__ == "__main__":
    main()
