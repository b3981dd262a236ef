"""Rule 5 at publication, over real connections: two clicks, two sweeps, a worker killed in the middle."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from reviews.publishing import actions as publishing
from reviews.publishing.actions import SITE_LOCK, lock_the_site
from reviews.publishing.models import LivePage, Publication
from reviews.publishing.tasks import publish_due
from reviews.translations.models import State
from reviews.web.clock import now
from tests import factories
from tests.rules.test_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]


def make_due(*pks: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE reviews_translation SET publish_at = %s WHERE id = ANY (%s)",
            [now() - timedelta(minutes=1), list(pks)],
        )


def published_once(translation) -> None:
    translation.refresh_from_db()
    assert translation.state == State.PUBLISHED
    assert translation.publications.count() == 1
    assert translation.story.pages.count() == 2
    assert translation.story.events.filter(verb="published").count() == 1
    assert (
        Client().get("/en/feed.xml").content.count(b"<entry>")
        == LivePage.objects.filter(language="en").count()
    )


def test_publish_clicked_twice_at_once() -> None:
    """C49: two requests on two connections; one edition, one line, one entry, and neither answer is an error."""
    translation = factories.approved()
    clients = [Client() for _ in range(3)]
    for client in clients:
        client.force_login(factories.person("carine"))
    path = reverse("publish", args=[translation.pk])
    answers = at_once(*[lambda c=c: c.post(path) for c in clients])
    assert [answer.status_code for answer in answers] == [302, 302, 302]
    published_once(translation)
    assert Client().get("/en/feed.xml").content.count(b"<entry>") == 1


@pytest.mark.parametrize("moment", range(1, 12))
def test_a_click_that_another_overtakes_anywhere_is_harmless(moment) -> None:
    """The other click publishes just before this request's nth query: whichever, no error and one edition."""
    translation, carine = factories.approved(), factories.person("carine")
    client, asked = Client(), []
    client.force_login(carine)

    def overtaken(execute, sql, params, many, context):
        asked.append(sql)
        if len(asked) == moment and not connection.in_atomic_block:
            at_once(lambda: publishing.publish(translation, by=carine))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(overtaken):
        assert client.post(reverse("publish", args=[translation.pk])).status_code == 302
    published_once(translation)


def test_a_second_persons_click_is_told_and_harmless() -> None:
    translation = factories.approved()
    clients = {name: Client() for name in ("carine", "ghada")}
    for name, client in clients.items():
        client.force_login(factories.person(name))
    path = reverse("publish", args=[translation.pk])
    answers = at_once(*[lambda c=c: c.post(path) for c in clients.values()])
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    published_once(translation)


def test_sweeps_at_once_publish_each_once() -> None:
    stories = [factories.scheduled(headline=f"خبر {n}") for n in range(4)]
    make_due(*[translation.pk for translation in stories])
    assert sum(at_once(*[publish_due] * 3)) == 4
    for translation in stories:
        published_once(translation)
    assert publish_due() == 0


def test_a_sweep_and_a_click_at_once() -> None:
    translation, carine = factories.scheduled(), factories.person("carine")
    make_due(translation.pk)
    at_once(publish_due, lambda: publishing.publish(translation, by=carine), publish_due)
    published_once(translation)


def other_process(code: str) -> subprocess.Popen:
    """A process of its own on the same test database."""
    name = connection.settings_dict["NAME"]
    script = (
        "import django; from django.conf import settings; django.setup();"
        f"settings.DATABASES['default']['NAME'] = {name!r};"
        f"from reviews.publishing.tasks import publish_due; {code}"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "newsroom.settings_test"}
    return subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )


def waits_for_the_site() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted",
            [SITE_LOCK],
        )
        return cursor.fetchone()[0] > 0


def until(holds, seconds: int = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def test_a_worker_killed_in_the_middle_leaves_everything_to_the_next() -> None:
    """The worker has moved the state and written its line, and waits for the site's lock: then it is killed."""
    translation = factories.scheduled()
    make_due(translation.pk)
    with transaction.atomic():
        lock_the_site()
        worker = other_process("publish_due()")
        try:
            until(waits_for_the_site)
        finally:
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    until(lambda: not waits_for_the_site())
    assert worker.returncode == -signal.SIGKILL
    translation.refresh_from_db()
    assert translation.state == State.SCHEDULED, "half a publication is none"
    assert not Publication.objects.exists()
    assert Client().get("/en/feed.xml").content.count(b"<entry>") == 0
    assert publish_due() == 1
    published_once(translation)


def test_a_worker_killed_after_the_commit_is_not_repeated() -> None:
    translation = factories.scheduled()
    make_due(translation.pk)
    worker = other_process("print(publish_due(), flush=True); import time; time.sleep(60)")
    try:
        assert worker.stdout.readline().strip() == "1"
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert publish_due() == 0
    published_once(translation)


def test_the_sweep_is_on_the_schedule() -> None:
    from newsroom.celery import app

    sweep = app.conf.beat_schedule["publish-due"]
    assert sweep["task"] == publish_due.name
    assert sweep["schedule"] <= 5
    assert settings.CELERY_TASK_ACKS_LATE
    assert settings.CELERY_TASK_REJECT_ON_WORKER_LOST
