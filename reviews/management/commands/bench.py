"""Measure what the budgets speak of, and print one JSON object."""

import json
import os
import platform
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections
from django.urls import reverse

from reviews.management.bench.newsroom import fill
from reviews.management.bench.pages import measured, requests_per_second, server, signed_in
from reviews.people.models import User
from reviews.publishing.models import LivePage
from reviews.stories import actions as stories
from reviews.stories.models import Section
from reviews.translations import actions as translations
from reviews.translations.models import Translation
from reviews.workflow import actions as workflow

SEGMENTS = 60


class Command(BaseCommand):
    """`make bench`: over a database of its own (newsroom.settings_bench), made anew each time."""

    help = "Measure the budgets and print one JSON object."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How large the newsroom is."""
        parser.add_argument("--stories", type=int, default=1000)

    def handle(self, **options: Any) -> None:
        """Fill, measure, print."""
        if not settings.DATABASES["default"]["NAME"].endswith("_bench"):
            raise CommandError(
                "This empties its database; it runs with newsroom.settings_bench (make bench)."
            )
        make_database()
        call_command("migrate", verbosity=0)
        people = fill(options["stories"])
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        report = {
            "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        }
        report |= {"stories": options["stories"]} | screens(people) | published()
        self.stdout.write(json.dumps(report, indent=2))


def make_database() -> None:
    """An empty database in place of the last bench's."""
    name = settings.DATABASES["default"]["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')


def long_story(people: dict[str, User]) -> Translation:
    """A story of SEGMENTS segments in translation, half of it typed."""
    body = "\n\n".join(
        f"قال المجلس المحلي إن {n} شاحنة وصلت يوم الثلاثاء من دون تأخير." for n in range(SEGMENTS - 2)
    )
    text = stories.Text(headline="خبر طويل من ستين مقطعاً", dateline="الزيتون - مقابلة", body=body)
    story = stories.create(text, stories.Details(Section.objects.first()), by=people["editor"])
    workflow.release(story, by=people["editor"])
    translation = workflow.advance(story.translations.get(), verb="start", by=people["translator"])
    for segment in translation.segments.order_by("position")[: SEGMENTS // 2]:
        translations.edit_segment(
            segment.pk,
            text=f"Text {segment.position}.",
            base_version=0,
            by=people["translator"],
            confirm=True,
        )
    return translation


def screens(people: dict[str, User]) -> dict[str, Any]:
    """The desk, the workspace and the saving of a segment."""
    translator, reviewer = signed_in(people["translator"]), signed_in(people["reviewer"])
    translation = long_story(people)
    segment = translation.segments.get(position=3)
    save = reverse("segment_save", args=[segment.pk])

    def save_segment(number: int) -> Any:
        body = {"text": f"The council said that {number} trucks had arrived.", "base": number + 1}
        return translator.post(save, body, headers={"accept": "application/json"})

    return {
        "desk": measured(lambda _n: reviewer.get(reverse("desk"), {"queue": "mine"})),
        "desk_published": measured(lambda _n: reviewer.get(reverse("desk"), {"queue": "published"})),
        "desk_text_filter": measured(
            lambda n: reviewer.get(reverse("desk"), {"queue": "published", "text": f"شاحنة {n}"})
        ),
        "workspace": measured(lambda _n: translator.get(reverse("workspace", args=[translation.pk])))
        | {"segments": SEGMENTS},
        "segment_save": measured(save_segment),
    }


def published() -> dict[str, Any]:
    """The published page: in the process, and under the real server beside a view that does nothing."""
    page = LivePage.objects.filter(language="en").order_by("-first_published_at")[3]
    path = reverse("page", args=["en", page.section.slug, page.story_id, page.slug])
    reader = signed_in(User.objects.first()).__class__(headers={"host": "localhost"})
    asked = measured(lambda _n: reader.get(path))
    etag = reader.get(path)["ETag"]
    connections.close_all()
    with server() as port:
        bare = requests_per_second(port, "/bare/")
        full = requests_per_second(port, path)
        known = requests_per_second(port, path, headers=f"If-None-Match: {etag}\r\n")
    rates = {"requests_per_second": full, "not_modified_per_second": known, "bare_view_per_second": bare}
    return {"public_page": asked | rates | {"ratio_to_bare": round(full / bare, 3)}}
