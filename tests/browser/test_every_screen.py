"""Every screen of the demo newsroom under axe, in both languages, light and dark, wide and narrow."""

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page

from reviews.management.demo import play
from reviews.people.models import User
from reviews.people.queries import invitation_token
from reviews.publishing.models import LivePage
from reviews.stories.models import Story, StoryState
from reviews.translations.models import Translation

# Every screen in the first two; every third one, another third each, at phone width and at 200 % zoom.
LOOKS = [
    ("en", "light", 1440, None),
    ("ar", "dark", 1440, None),
    ("ar", "light", 390, 0),
    ("en", "dark", 640, 1),
]


def signed_in(screen, email: str, path: str, **look: object) -> Page:
    """A page of one of the demo's people."""
    page = screen.open("/robots.txt", **look)
    client = Client()
    client.force_login(User.objects.get(email=email))
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": screen.address}])
    page.goto(f"{screen.address}{path}")
    return page


def of_translators() -> list[str]:
    """The workspace in every state, and what leads there."""
    return [reverse("desk"), *[reverse("workspace", args=[t.pk]) for t in Translation.objects.order_by("pk")]]


def of_translation_editors() -> list[str]:
    """Queues, workspaces under review, approval, assignment, publication."""
    found = [f"{reverse('desk')}?queue={name}" for name in ("waiting", "review", "scheduled", "published")]
    for translation in Translation.objects.filter(
        state__in=["in_review", "approved", "correcting", "published"]
    ):
        found += [reverse("workspace", args=[translation.pk]), reverse("approve", args=[translation.pk])]
    some = Translation.objects.get(state="approved")
    found += [reverse("assign", args=[some.pk]), reverse("publishing", args=[some.pk])]
    return [*found, reverse("withdraw", args=[some.story_id])]


def of_editors() -> list[str]:
    """Writing, stories, history, comparison."""
    draft = Story.objects.get(state=StoryState.DRAFT)
    updated = Story.objects.filter(current__number__gt=1).first()
    found = [reverse("story_new"), f"{reverse('desk')}?queue=drafts", f"{reverse('desk')}?text=nothing+fits"]
    for story in (draft, updated):
        found += [
            reverse(name, args=[story.pk]) for name in ("story", "story_edit", "story_history", "compare")
        ]
    return found


def of_administrators() -> list[str]:
    """The staff."""
    names = ("staff", "invite", "audit", "rules", "profile")
    return [*[reverse(name) for name in names], reverse("person", args=[User.objects.first().pk])]


def of_readers() -> list[str]:
    """Public pages, sign-in, an invitation, what is not there."""
    invited = User.objects.create_user("new@demo.example", name_en="N", name_ar="ن", roles=["editor"])
    found = [page.get_absolute_url() for page in LivePage.objects.all()]
    for language in ("en", "ar"):
        found += [
            f"/{language}/",
            f"/{language}/local/",
            f"/{language}/topic/water/",
            f"/{language}/no/such/page/",
        ]
    return [*found, reverse("account_login"), reverse("invitation", args=[invitation_token(invited)])]


WHO = {
    "basil@demo.example": of_translators,
    "carine@demo.example": of_translation_editors,
    "amal@demo.example": of_editors,
    "dana@demo.example": of_administrators,
    "": of_readers,
}


@pytest.mark.parametrize(("language", "theme", "width", "third"), LOOKS)
def test_every_screen_is_accessible(
    screen, axe, language: str, theme: str, width: int, third: int | None
) -> None:
    play()
    faults = []
    for email, screens in WHO.items():
        look = {"language": language, "theme": theme, "width": width}
        paths = screens() if third is None else screens()[third::3]
        page = signed_in(screen, email, paths[0], **look) if email else screen.open(paths[0], **look)
        for path in paths:
            page.goto(f"{screen.address}{path}")
            page.wait_for_load_state("load")
            faults += [f"{path}: {fault}" for fault in axe(page)]
            extra = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            if extra > 0:
                faults.append(f"{path}: {extra} pixels wider than its window")
    assert not faults, "\n".join(faults)
