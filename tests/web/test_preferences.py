"""Language and theme are kept in cookies; nobody is sent to a foreign site."""

import pytest


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_a_theme_is_kept(client, theme) -> None:
    response = client.post("/desk/preferences/", {"theme": theme, "next": "/accounts/login/"})
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/")
    cookie = response.cookies["theme"]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == (theme, "Lax", True)


@pytest.mark.parametrize(
    ("chosen", "attribute"), [("dark", True), ("light", True), ("auto", False), ("pink", False)]
)
def test_the_first_paint_has_the_theme(client, db, chosen, attribute) -> None:
    client.cookies["theme"] = chosen
    html = client.get("/accounts/login/").content.decode()
    assert (f'data-bs-theme="{chosen}"' in html) is attribute
    assert ("data-bs-theme" in html) is attribute


@pytest.mark.parametrize(
    ("language", "opening", "sheet"),
    [
        ("ar", '<html lang="ar" dir="rtl">', "bootstrap.rtl.min.css"),
        ("en", '<html lang="en" dir="ltr">', "bootstrap.min.css"),
    ],
)
def test_a_language_turns_the_page_round(client, db, language, opening, sheet) -> None:
    client.post("/desk/preferences/", {"language": language, "next": "/accounts/login/"})
    html = client.get("/accounts/login/").content.decode()
    assert opening in html
    assert sheet in html


@pytest.mark.parametrize("posted", [{"theme": "pink"}, {"language": "fr"}, {"language": "../ar"}, {}])
def test_what_is_not_ours_is_not_kept(client, posted) -> None:
    response = client.post("/desk/preferences/", posted)
    assert response.status_code == 302
    assert not response.cookies


@pytest.mark.parametrize("away", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_a_foreign_way_back_leads_to_the_desk(client, away) -> None:
    assert client.post("/desk/preferences/", {"theme": "dark", "next": away})["Location"] == "/desk/"


def test_looking_changes_nothing(client) -> None:
    assert client.get("/desk/preferences/").status_code == 405
