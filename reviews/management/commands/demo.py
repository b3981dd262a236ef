"""Fill an empty newsroom with the demo: people, stories in every state, published editions."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from reviews.management.demo import book, play


class Command(BaseCommand):
    """`manage.py demo`; with --accounts it prints e-mail, password, roles and name, tab-separated."""

    help = "Fill an empty newsroom with the demo. Only with MUQABALA_MODE=demo."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """One flag."""
        parser.add_argument(
            "--accounts", action="store_true", help="list the demo accounts and do nothing else"
        )

    def handle(self, **options: Any) -> None:
        """Play the book once; a newsroom with people or stories is left alone."""
        if not settings.DEMO:
            raise CommandError(
                "The demo accounts have a public password; they exist only with MUQABALA_MODE=demo."
            )
        if options["accounts"]:
            data = book()
            for person in data["people"]:
                row = (person["email"], data["password"], ", ".join(person["roles"]), person["en"])
                self.stdout.write("\t".join(row))
            return
        with transaction.atomic():
            play()
