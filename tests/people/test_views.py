"""The staff screens: who gets in, what each form does, and what bad input meets."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from reviews.history.models import Event
from reviews.history.verbs import Verb
from reviews.people import actions
from reviews.people.models import User
from reviews.people.queries import invitation_token
from reviews.people.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db
NEW = {"email": "Hala@Example.org", "name_en": "Hala Aziz", "name_ar": "هالة عزيز", "roles": ["translator"]}


@pytest.fixture
def dana() -> Client:
    client = Client()
    client.force_login(factories.person("dana"))
    return client


@pytest.mark.parametrize("name", ["amal", "basil", "carine", "farid"])
@pytest.mark.parametrize("url", ["staff", "invite", "audit"])
def test_only_administrators_manage_the_staff(name: str, url: str) -> None:
    client = Client()
    client.force_login(factories.person(name))
    response = client.get(reverse(url))
    assert response.status_code == 403
    assert "Only an administrator" in response.content.decode()


def test_an_invited_person_joins_once(dana: Client) -> None:
    assert dana.post(reverse("invite"), NEW).status_code == 302
    hala = User.objects.get(email="hala@example.org")
    assert mail.outbox[0].to == ["hala@example.org"]
    url = reverse("invitation", args=[invitation_token(hala)])
    assert url in mail.outbox[0].body
    anonymous = Client()
    choice = {"password": "a-very-fine-secret", "again": "a-very-fine-secret"}
    assert anonymous.post(url, choice).status_code == 302
    assert anonymous.session["_auth_user_id"] == str(hala.pk)
    assert Client().post(url, choice).status_code == 410
    login = Client().post(
        reverse("account_login"), {"login": "hala@example.org", "password": choice["password"]}
    )
    assert login.status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("email", "dana@example.org", "works here already"),
        ("email", "no address", "valid email"),
        ("name_ar", "", "required"),
        ("roles", [], "at least one role"),
        ("roles", ["king"], "not one of the available choices"),
        ("name_en", "Ha\0la", "Null characters"),
    ],
)
def test_a_bad_invitation_says_why_and_invites_nobody(
    dana: Client, field: str, value: object, said: str
) -> None:
    response = dana.post(reverse("invite"), NEW | {field: value})
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not mail.outbox
    assert not User.objects.filter(name_en="Hala Aziz").exists()


def test_deactivation_ends_every_session_at_once_and_for_good(dana: Client) -> None:
    basil = factories.person("basil")
    session = Client()
    session.force_login(basil)
    assert session.get(reverse("profile")).status_code == 200
    dana.post(reverse("person", args=[basil.pk]), {"what": "deactivate"})
    assert session.get(reverse("profile")).status_code == 302
    dana.post(reverse("person", args=[basil.pk]), {"what": "reactivate"})
    assert session.get(reverse("profile")).status_code == 302, "the old session must not come back"
    assert [e.verb for e in Event.objects.filter(subject_id=basil.pk)] == [Verb.REACTIVATED, Verb.DEACTIVATED]


def test_the_last_administrator_stays(dana: Client) -> None:
    me = factories.person("dana")
    for sent in ({"what": "deactivate"}, {"what": "roles", "roles": ["editor"]}):
        response = dana.post(reverse("person", args=[me.pk]), sent)
        assert response.status_code == 409
        assert "last administrator" in response.content.decode()
    me.refresh_from_db()
    assert me.is_active
    assert me.roles == [Role.ADMINISTRATOR]


def test_roles_change_with_a_line_of_history(dana: Client) -> None:
    basil = factories.person("basil")
    dana.post(reverse("person", args=[basil.pk]), {"what": "roles", "roles": ["editor", "translator"]})
    basil.refresh_from_db()
    assert basil.roles == ["editor", "translator"]
    event = Event.objects.get(verb=Verb.ROLES_CHANGED)
    assert event.data == {"before": ["translator"], "after": ["editor", "translator"]}


def test_a_pen_name_is_needed_in_both_languages() -> None:
    client = Client()
    basil = factories.person("basil")
    client.force_login(basil)
    sent = {"name_en": "B", "name_ar": "ب", "byline": "pen_name", "pen_name_en": "Nobody", "pen_name_ar": ""}
    assert client.post(reverse("profile"), sent).status_code == 422
    assert client.post(reverse("profile"), sent | {"pen_name_ar": "لا أحد"}).status_code == 302
    basil.refresh_from_db()
    assert (basil.credit("en"), basil.credit("ar")) == ("Nobody", "لا أحد")


def test_repeated_failures_lock_the_account_out(settings: object) -> None:
    factories.person("basil")
    client, url = Client(), reverse("account_login")
    for _ in range(5):
        client.post(url, {"login": "basil@example.org", "password": "wrong"})
    response = client.post(url, {"login": "basil@example.org", "password": factories.PASSWORD})
    assert "_auth_user_id" not in client.session
    assert "Too many failed" in response.content.decode()


def test_a_forgotten_password_is_reset_by_mail() -> None:
    basil = factories.person("basil")
    client = Client()
    client.post(reverse("account_reset_password"), {"email": basil.email})
    link = next(word for word in mail.outbox[0].body.split() if "/accounts/password/reset/key/" in word)
    page = client.get(link[link.index("/accounts") :], follow=True)
    new = "another-fine-secret"
    client.post(page.redirect_chain[-1][0], {"password1": new, "password2": new})
    basil.refresh_from_db()
    assert basil.check_password(new)


@pytest.mark.parametrize(("url", "queries"), [("staff", 3), ("audit", 4)])
def test_lists_take_a_constant_number_of_queries(
    dana: Client, django_assert_num_queries: object, url: str, queries: int
) -> None:
    for names in (["amal"], ["basil", "carine", "farid", "ghada"]):
        for name in names:
            actions.change_roles(
                factories.person(name), roles=["editor", "administrator"], by=factories.person("dana")
            )
        with django_assert_num_queries(queries):
            dana.get(reverse(url))
