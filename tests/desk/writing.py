"""What tests of the story form share: a signed-in client, and what a browser sends."""

from django.test import Client

from tests import factories
from tests.factories import person

JSON = {"HTTP_ACCEPT": "application/json"}


def client_of(name):
    client = Client()
    client.force_login(person(name))
    return client


def posted(**fields):
    section = factories.section()
    values = {
        "headline": "قافلة إغاثة تصل إلى الزيتون",
        "dateline": "الزيتون - مقابلة",
        "body": factories.BODY,
        "section": section.pk,
        "urgency": 3,
        "base": 0,
        "act": "save",
    }
    return values | fields


def posted_of(story, /, **fields):
    current = story.current
    texts = {name: getattr(current, name) for name in ("headline", "dateline", "summary", "body")}
    return posted(base=current.number, topics=[t.pk for t in story.topics.all()], **(texts | fields))
