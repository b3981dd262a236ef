"""Every address asked as everybody: an explicit table, and a new address without a row fails."""

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from reviews.issues import actions as issues
from reviews.people.models import User
from reviews.people.queries import invitation_token
from reviews.translations import actions as translations
from tests import factories

pytestmark = pytest.mark.django_db

# Who asks: the letter of each column. a editor, t translator, e translation editor, d administrator,
# n signed in without a role, x deactivated since, o nobody (signed out).
WHO = {"a": "amal", "t": "basil", "e": "carine", "d": "dana", "n": "eve", "x": "farid", "o": ""}
STAFF = {"a": 200, "t": 200, "e": 200, "d": 200, "n": 404, "x": 302, "o": 302}
PUBLIC = dict.fromkeys(WHO, 200)
ONLY_POST = {"a": 405, "t": 405, "e": 405, "d": 405, "n": 405, "x": 302, "o": 302}
ADMINISTRATORS = {"a": 403, "t": 403, "e": 403, "d": 200, "n": 403, "x": 302, "o": 302}
EDITORS = {"a": 200, "t": 403, "e": 403, "d": 403, "n": 403, "x": 302, "o": 302}
TABLE: dict[str, dict[str, int]] = {
    # for everybody
    "root": dict.fromkeys(WHO, 302),
    "robots": PUBLIC,
    "sitemap": PUBLIC,
    "sitemap_part": PUBLIC,
    "front": PUBLIC,
    "feed": PUBLIC,
    "topic": PUBLIC,
    "section": PUBLIC,
    "page": PUBLIC,
    "invitation": PUBLIC,
    "preferences": dict.fromkeys(WHO, 405),
    # the staff's own
    "profile": STAFF | {"n": 200},
    "staff": ADMINISTRATORS,
    "invite": ADMINISTRATORS,
    "person": ADMINISTRATORS,
    "audit": ADMINISTRATORS,
    "rules": ADMINISTRATORS,
    # stories
    "story_new": EDITORS,
    "story_edit": EDITORS | {"n": 404},
    "story_upload": EDITORS,
    "story_preview": ONLY_POST,
    "story_paste": ONLY_POST,
    "story": STAFF,
    "story_history": STAFF,
    "compare": STAFF,
    "release": ONLY_POST,
    "withdraw": STAFF | {"t": 403, "d": 403},
    # translations
    "desk": STAFF | {"n": 403},
    "workspace": STAFF,
    "live": STAFF,
    "note_save": ONLY_POST,
    "segment_save": ONLY_POST,
    "segment_history": STAFF,
    "segment_since": STAFF,
    "suggestions": STAFF,
    "suggestion_decide": ONLY_POST,
    "issues": STAFF,
    "issue_answer": ONLY_POST,
    "issue_move": ONLY_POST,
    "segment_check": ONLY_POST,
    "finding_dismiss": ONLY_POST,
    "dismissals": STAFF | {"n": 200},
    "dismissal_restore": ONLY_POST,
    "ledger": STAFF,
    "step": ONLY_POST,
    "assign": STAFF | {"t": 403, "d": 403, "n": 403},
    "approve": STAFF | {"d": 403},
    "publishing": STAFF,
    "publish": dict.fromkeys(WHO, 302),  # to the panel that holds its form
    "schedule": dict.fromkeys(WHO, 302),
    "drop": ONLY_POST,
}


def our_patterns(resolver: URLResolver | None = None) -> dict[str, URLPattern]:
    """Every address of the rooms by its name."""
    found = {}
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            found |= our_patterns(pattern)
        elif pattern.callback.__module__.startswith("reviews."):
            found[pattern.name] = pattern
    return found


@pytest.fixture
def addresses(db: None) -> dict[str, str]:
    """A real thing behind every address: a published story, and one in review with an issue and a change."""
    page = factories.published().story.pages.get(language="en")
    review = factories.in_review(headline="قيد المراجعة")
    segment = review.segments.get(position=3)
    translations.edit_segment(
        segment.pk, text="A convoy of 12 trucks came.", base_version=1, by=factories.person("carine")
    )
    issue = issues.raise_issue(
        review, by=factories.person("carine"), category="style", severity=1, text="Short."
    )
    invited = User.objects.create_user("invited@example.org", name_en="I", name_ar="م", roles=["editor"])
    things = {
        "person": invited.pk,
        "invitation": invitation_token(invited),
        "story": review.story_id,
        "translation": review.pk,
        "segment": segment.pk,
        "suggestion": segment.suggestions.first().pk,
        "issue": issue.pk,
    }
    special = {
        "person": [things["person"]],
        "invitation": [things["invitation"]],
        "suggestion_decide": [things["suggestion"], "accept"],
        "issue_answer": [things["issue"]],
        "issue_move": [things["issue"], "resolved"],
        "step": [review.pk, "return"],
        "sitemap_part": [0],
        "front": ["en"],
        "feed": ["en"],
        "topic": ["en", "aid"],
        "section": ["en", "local"],
        "page": ["en", "local", page.story_id, page.slug],
    }
    kinds = {
        "dismissals": [0],
        "stories": [review.story_id],
        "translations": [review.pk],
        "segments": [segment.pk],
    }
    found = {}
    for name, pattern in our_patterns().items():
        route = str(pattern.pattern)
        by_kind = next((args for word, args in kinds.items() if f"desk/{word}/<" in route), [])
        found[name] = reverse(name, args=special.get(name, by_kind))
    return found


def client_of(letter: str) -> Client:
    """A browser of that person; a deactivated one was signed in before."""
    client = Client()
    if WHO[letter]:
        person = factories.person(WHO[letter])
        client.force_login(person)
        if letter == "x":
            User.objects.filter(pk=person.pk).update(is_active=False)
    return client


def test_every_address_has_its_row() -> None:
    assert set(our_patterns()) == set(TABLE)


@pytest.mark.parametrize("letter", WHO)
def test_who_gets_what(addresses: dict[str, str], letter: str) -> None:
    client = client_of(letter)
    got = {name: client.get(address).status_code for name, address in addresses.items()}
    assert got == {name: row[letter] for name, row in TABLE.items()}


@pytest.mark.parametrize("letter", ["x", "o"])
def test_who_is_signed_out_is_sent_to_sign_in_and_shown_nothing(
    addresses: dict[str, str], letter: str
) -> None:
    client = client_of(letter)
    for name, address in addresses.items():
        if TABLE[name][letter] == 302 and name != "root":
            response = client.post(address)
            assert response.url.startswith(reverse("account_login")), name


def test_nothing_is_posted_without_the_token(addresses: dict[str, str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.person("carine"))
    for name, address in addresses.items():
        if TABLE[name] is not PUBLIC and name != "root":
            assert client.post(address).status_code == 403, name


@pytest.mark.parametrize("letter", ["a", "t", "e", "d", "n"])
def test_what_one_may_not_see_is_as_if_it_never_was(addresses: dict[str, str], letter: str) -> None:
    """The body of a refused draft is the body of a number that was never given out."""
    draft = factories.draft(headline="مسودة سرية")
    client = client_of(letter)

    def hide(text: str) -> str:
        return text.replace("888888/", "N/").replace(f"/{draft.pk}/", "/N/")

    for name in ("story", "story_edit", "story_history", "compare", "withdraw"):
        seen = client.get(reverse(name, args=[draft.pk]))
        never = client.get(reverse(name, args=[888888]))
        assert never.status_code == 404, name
        if letter != "a":
            assert seen.status_code == 404, name
            assert hide(seen.content.decode()) == hide(never.content.decode()), name


def test_a_draft_is_invisible_outside() -> None:
    story, waiting = factories.draft(), factories.waiting(headline="منتظر")
    for pk in (story.pk, waiting.story_id, 888888):
        for language in ("ar", "en"):
            response = Client().get(f"/{language}/local/{pk}-anything/")
            assert response.status_code == 404
            assert "قافلة" not in response.content.decode()


def test_djangos_admin_is_for_looking_and_for_superusers_alone() -> None:
    translation = factories.in_review()
    address = reverse("admin:reviews_translation_change", args=[translation.pk])
    for letter in "atedno":
        assert client_of(letter).get(address).status_code == 302
    root = User.objects.create_superuser("root@example.org", "x", name_en="R", name_ar="ج")
    client = Client()
    client.force_login(root)
    assert client.get(address).status_code == 200
    assert client.post(address, {"state": "approved"}).status_code == 403
    assert client.post(reverse("admin:reviews_approval_add"), {}).status_code == 403
    assert client.post(reverse("admin:reviews_segment_delete", args=[1]), {"post": "yes"}).status_code == 403
    translation.refresh_from_db()
    assert translation.state == "in_review"
