"""What the newsroom mails to people, in the language of the interface they asked from."""

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def asked_for(email: str, language: str) -> mail.EmailMessage:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    client.post(reverse("account_reset_password"), {"email": email})
    (message,) = mail.outbox
    return message


def test_a_forgotten_password_in_english():
    message = asked_for(factories.person("basil").email, "en")
    assert message.subject == "Muqabala: a new password"
    assert message.body.startswith("Somebody, probably you, asked for a new password for your account.")
    assert "/accounts/password/reset/key/" in message.body


def test_a_forgotten_password_in_arabic():
    message = asked_for(factories.person("basil").email, "ar")
    assert message.subject == "مقابلة: كلمة مرور جديدة"
    assert message.body.startswith("طُلبت كلمة مرور جديدة لحسابك")
    assert "/accounts/password/reset/key/" in message.body


def test_an_unknown_address_is_told_so_and_not_invited_to_sign_up():
    message = asked_for("nobody@example.org", "en")
    assert message.subject == "Muqabala: no account with this address"
    assert "Accounts are by invitation" in message.body
    assert "/accounts/signup/" not in message.body
    mail.outbox.clear()
    message = asked_for("nobody@example.org", "ar")
    assert message.subject == "مقابلة: لا حساب بهذا العنوان"
    assert "nobody@example.org" in message.body
