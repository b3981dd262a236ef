"""What readers get: both pages of a story, and never more than was published."""

from datetime import UTC, datetime
from urllib.parse import quote, unquote

import pytest
from django.test import override_settings

from reviews.people.models import User
from reviews.people.roles import Byline
from reviews.publishing import actions as publishing
from reviews.publishing.models import LivePage
from reviews.stories.models import Section, Topic
from reviews.translations import actions as translations
from reviews.web.clock import at
from reviews.workflow import actions as workflow
from tests import factories
from tests.publishing.pages import SITE, Taken, address, correct, text_of, withdraw

pytestmark = pytest.mark.django_db
REFERENCE = datetime(2018, 3, 27, 16, 47, 31, tzinfo=UTC)  # summer time had begun on the 30th only


def rename(name: str, **fields: str) -> None:
    person = factories.person(name)
    User.objects.filter(pk=person.pk).update(**fields)


@pytest.fixture
def reference():
    """A story by the people, in the section, on the topic and at the time of the reference page."""
    rename("amal", name_ar="محمد الحاج", name_en="Muhammad al-Hajj")
    rename("basil", name_ar="محمد غيث", name_en="Muhammad Ghaith")
    rename("carine", name_ar="Vera Halvorsen", name_en="Vera Halvorsen")
    Section.objects.create(slug="local", name_en="Military news", name_ar="خبر عسكري")
    Topic.objects.create(slug="aid", name_en="Jaysh al-Islam", name_ar="جيش الإسلام")
    translation = factories.approved()
    with override_settings(TIME_ZONE="Asia/Baghdad"), at(REFERENCE):
        publishing.publish(translation, by=factories.person("carine"))
    return translation


def test_the_credit_line_is_the_references_in_both_languages(client, reference) -> None:
    with override_settings(TIME_ZONE="Asia/Baghdad"):
        arabic = client.get(address(reference, "ar")).content.decode()
        english = client.get(address(reference, "en")).content.decode()
    assert text_of(arabic, "credit") == (
        "تحرير محمد الحاج | ترجمة محمد غيث | تحرير الترجمة Vera Halvorsen "
        "🕔 تم النشر بتاريخ : 27 مارس، 2018 7:47:31 م خبر عسكري جيش الإسلام"
    )
    assert text_of(english, "credit") == (
        "Edited by Muhammad al-Hajj | Translated by Muhammad Ghaith | Translation edited by Vera Halvorsen "
        "🕔 Published on: March 27, 2018, 7:47:31 p.m. Military news Jaysh al-Islam"
    )


@pytest.mark.parametrize(("utc", "clock"), [(9, "12:00:00 م"), (21, "12:00:00 ص")])
def test_noon_and_midnight_are_twelve_on_the_newsrooms_clock(client, utc, clock) -> None:
    translation = factories.approved()
    with at(datetime(2023, 5, 1, utc, tzinfo=UTC)):
        publishing.publish(translation, by=factories.person("carine"))
    credit = text_of(client.get(address(translation, "ar")).content.decode(), "credit")
    assert clock in credit
    assert ("2 مايو، 2023" if utc == 21 else "1 مايو، 2023") in credit


def test_who_wants_no_byline_is_the_desk_and_a_pen_name_is_a_name(client) -> None:
    rename("amal", byline=Byline.NONE)
    rename("carine", byline=Byline.NONE)
    rename("basil", byline=Byline.PEN_NAME, pen_name_ar="ب. الكاتب", pen_name_en="B. Writer")
    translation = factories.published()
    arabic = client.get(address(translation, "ar")).content.decode()
    english = client.get(address(translation)).content.decode()
    assert text_of(arabic, "credit").startswith(
        "تحرير قسم التحرير | ترجمة ب. الكاتب | تحرير الترجمة قسم الترجمة 🕔"
    )
    assert text_of(english, "credit").startswith(
        "Edited by the news desk | Translated by B. Writer | Translation edited by the translation desk 🕔"
    )
    for html in (arabic, english):
        for name in ("Amal", "Carine", "Basil", "أمل", "كارين", "باسل"):
            assert name not in html
    assert Taken(english).data["translator"] == [{"@type": "Person", "name": "B. Writer"}]
    assert "editor" not in Taken(english).data


def test_two_translators_are_named_with_a_waw(client) -> None:
    translation = factories.in_translation()
    factories.translate_all(translation)
    farid, segment = factories.person("farid"), translation.segments.get(position=3)
    translations.edit_segment(segment.pk, text="Twelve trucks came.", base_version=1, by=farid, confirm=True)
    workflow.advance(translation, verb="submit", by=farid)
    workflow.advance(translation, verb="review", by=factories.person("carine"))
    workflow.approve(translation, by=factories.person("carine"))
    publishing.publish(translation, by=factories.person("carine"))
    assert "| ترجمة باسل خوري وفريد منصور |" in text_of(
        client.get(address(translation, "ar")).content.decode(), "credit"
    )
    assert "| Translated by Basil Khoury and Farid Mansour |" in text_of(
        client.get(address(translation)).content.decode(), "credit"
    )


def test_both_pages_say_their_language_and_hold_the_whole_text(client) -> None:
    translation = factories.published(summary="موجز")
    english = client.get(address(translation)).content.decode()
    arabic = client.get(address(translation, "ar")).content.decode()
    assert (Taken(english).root["lang"], Taken(english).root["dir"]) == ("en", "ltr")
    assert (Taken(arabic).root["lang"], Taken(arabic).root["dir"]) == ("ar", "rtl")
    for line in factories.ENGLISH:
        assert line in english
    for line in ("قافلة إغاثة تصل إلى الزيتون", "الزيتون - مقابلة", *factories.BODY.split("\n\n")):
        assert line in arabic
    assert "script src" not in english


def test_machines_get_the_same(client) -> None:
    translation = factories.published()
    page = Taken(client.get(address(translation)).content.decode())
    assert page.canonical == SITE + address(translation)
    assert page.meta["og:title"] == page.data["headline"] == factories.ENGLISH[0]
    assert page.meta["og:url"] == page.data["mainEntityOfPage"] == page.canonical
    assert page.data["@type"] == "NewsArticle"
    assert page.data["inLanguage"] == "en"
    assert page.data["translationOfWork"][0]["@id"] == SITE + address(translation, "ar")
    assert page.data["datePublished"].startswith(f"{translation.publications.get().published_at:%Y-%m-}")


def test_no_headline_ends_the_data_block_or_reverses_the_title(client) -> None:
    translation = factories.published(headline="عنوان </script><b>x</b> \u202eمقلوب")
    html = client.get(address(translation, "ar")).content.decode()
    assert Taken(html).data["headline"] == "عنوان </script><b>x</b> مقلوب"
    assert "</script><b>" not in html
    assert "\u202e" not in html.split("</head>")[0]
    assert "\u202e" in html, "the text itself is shown as it was written, in a block of its own"


def test_a_draft_is_nothing_at_all(client) -> None:
    """Rule 6, C51: the same body as a thing that never was, in every state before publication."""
    never = client.get("/en/local/999999-anything/")
    assert never.status_code == 404
    for scene in (factories.waiting, factories.in_review, factories.approved, factories.scheduled):
        translation = scene(headline="سر لم ينشر")
        for language in ("en", "ar"):
            found = client.get(f"/{language}/local/{translation.story_id}-anything/")
            other = client.get(f"/{language}/local/999999-anything/")
            assert (found.status_code, found.content, found.headers) == (404, other.content, other.headers)
    draft = factories.draft(headline="مسودة")
    assert client.get(f"/en/local/{draft.pk}-x/").content == never.content
    for page in ("/ar/", "/ar/local/", "/ar/feed.xml", "/sitemap.xml"):
        assert "سر لم ينشر" not in client.get(page).content.decode()
    assert client.get("/ar/topic/aid/").status_code == 404, "a topic of drafts alone is not known outside"


def test_a_404_speaks_the_language_of_its_path(client) -> None:
    assert 'lang="ar" dir="rtl"' in client.get("/ar/nothing/").content.decode()
    assert 'lang="en" dir="ltr"' in client.get("/en/nothing/", HTTP_ACCEPT_LANGUAGE="ar").content.decode()


@pytest.mark.parametrize(
    "path",
    ["/en/local/%00-x/", "/en/topic/%00/", "/en/local/99999999999999999999-x/", "/fr/", "/en/no-section/"],
)
def test_what_cannot_be_is_404(client, path) -> None:
    factories.section()
    assert client.get(path).status_code == 404


def test_a_withdrawn_story_says_why_and_leaves_every_list(client) -> None:
    kept, translation = factories.published(headline="باق"), factories.published(headline="زائل")
    paths = {language: address(translation, language) for language in ("en", "ar")}
    stays = address(kept, "ar")
    assert "زائل" in client.get(stays).content.decode()
    withdraw(translation)
    for language, reason in {"en": "The report was wrong.", "ar": "كان الخبر خطأ."}.items():
        gone = client.get(paths[language])
        assert gone.status_code == 410
        assert reason in gone.content.decode()
        assert "زائل" not in gone.content.decode()
        assert client.get(f"/{language}/local/{translation.story_id}-any/").status_code == 410
    for page in (stays, "/ar/", "/ar/local/", "/ar/topic/aid/", "/ar/feed.xml", "/sitemap-0.xml"):
        text = unquote(client.get(page).content.decode())
        assert "زائل" not in text, page
    assert "باق" in client.get("/ar/").content.decode()


def test_older_addresses_lead_to_the_new_one(client) -> None:
    """C52: the number stays, the words follow the headline."""
    translation = factories.published()
    old = address(translation)
    arabic = address(translation, "ar")
    assert unquote(arabic).endswith("-قافلة-إغاثة-تصل-إلى-الزيتون/")
    assert arabic.isascii()
    assert "%25" not in arabic
    correct(translation, headline="Aid convoy enters al-Zaytoun")
    assert address(translation).endswith("-aid-convoy-enters-al-zaytoun/")
    moved = client.get(old)
    assert (moved.status_code, moved.headers["Location"]) == (301, address(translation))
    assert "max-age=30" in moved.headers["Cache-Control"], (
        "a headline may return: no browser keeps this for ever"
    )
    assert client.get(f"/en/other/{translation.story_id}-x/").headers["Location"] == address(translation)
    assert client.get(address(translation)).status_code == 200


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("مقتل مدنيين بقصف على دوما", "مقتل-مدنيين-بقصف-على-دوما"),
        ("قُتِلَ مَدَنِيٌّ محـــمد", "قتل-مدني-محمد"),
        ("؟!…", "story"),
        ("كلمة " * 40, "-".join(["كلمة"] * 16)),
    ],
)
def test_an_arabic_headline_has_an_address(client, headline, words) -> None:
    translation = factories.published(headline=headline.strip())
    path = address(translation, "ar")
    assert path == quote(f"/ar/local/{translation.story_id}-{words}/")
    assert client.get(path).status_code == 200


def test_hreflang_names_the_pages_that_exist(client) -> None:
    """C53: both list both, themselves included, and one x-default."""
    translation = factories.published()
    paths = {language: unquote(address(translation, language)) for language in ("ar", "en")}
    wanted = [("ar", paths["ar"]), ("en", paths["en"]), ("x-default", paths["en"])]
    for language in ("ar", "en"):
        page = Taken(client.get(address(translation, language)).content.decode())
        assert page.alternates == wanted
        assert next(path for code, path in wanted[:2] if code != language) in page.hrefs


@override_settings(LANGUAGES=[("en", "English"), ("ar", "Arabic"), ("fr", "French")])
def test_the_arabic_page_may_be_out_through_another_language(client) -> None:
    """C53: Arabic and French are live, English is still in review."""
    english = factories.in_review()
    french = translations.open_translation(english.story, language="fr")
    workflow.advance(french, verb="start", by=factories.person("farid"))
    factories.translate_all(french, "farid")
    workflow.advance(french, verb="submit", by=factories.person("farid"))
    workflow.advance(french, verb="review", by=factories.person("carine"))
    workflow.approve(french, by=factories.person("carine"))
    publishing.publish(french, by=factories.person("carine"))
    arabic = Taken(client.get(address(french, "ar")).content.decode())
    assert [code for code, _path in arabic.alternates] == ["ar", "fr", "x-default"]
    assert not any(path.startswith("/en/local/") for path in arabic.hrefs if f"/{french.story_id}-" in path)
    assert client.get(f"/en/local/{french.story_id}-x/").status_code == 404
    assert client.get(address(french, "fr")).status_code == 200
    workflow.approve(english, by=factories.person("carine"))
    publishing.publish(english, by=factories.person("carine"))
    for language in ("ar", "en", "fr"):
        page = Taken(client.get(address(english, language)).content.decode())
        assert [code for code, _path in page.alternates] == ["ar", "en", "fr", "x-default"]


def test_a_language_without_public_pages_is_not_pointed_to(client) -> None:
    translation = factories.published()
    LivePage.objects.filter(story=translation.story, language="en").update(language="fr")
    page = Taken(client.get(address(translation, "ar")).content.decode())
    assert [code for code, _path in page.alternates] == ["ar", "x-default"]


def test_corrections_stand_on_the_page_with_their_time(client) -> None:
    translation = factories.published()
    first = translation.publications.get().published_at
    assert 'class="correction"' not in client.get(address(translation)).content.decode()
    correct(translation, headline="Aid convoy enters al-Zaytoun")
    correct(translation, body="A convoy of 12 lorries reached the town of al-Zaytoun on Tuesday.")
    html = client.get(address(translation)).content.decode()
    arabic = client.get(address(translation, "ar")).content.decode()
    assert html.count("A figure was wrong.</p>") == 0
    assert text_of(html, "correction").count("A figure was wrong.") == 2
    assert text_of(arabic, "correction").count("صُحح رقم.") == 2
    assert text_of(html, "correction").endswith(("a.m.", "p.m."))
    page = LivePage.objects.get(story=translation.story, language="en")
    assert page.first_published_at == first, "a correction does not make old news new"


def test_neighbours_and_related_stories(client) -> None:
    first, second, third = [factories.published(headline=name) for name in ("الأول", "الثاني", "الثالث")]
    third_page = LivePage.objects.get(story=third.story, language="ar")
    third_page.topics.clear()
    html = client.get(address(second, "ar")).content.decode()
    related = text_of(html, "related")
    assert "الأول" in related
    assert "الثالث" not in related
    assert "الأول" in text_of(html, "previous")
    assert "الثالث" in text_of(html, "next")
    assert 'class="previous"' not in client.get(address(first, "ar")).content.decode()
    assert 'class="next"' not in client.get(address(third, "ar")).content.decode()


def test_lists_go_on_by_position(client) -> None:
    assert "No story has been published yet." in client.get("/en/").content.decode()
    factories.section()
    assert "Nothing has been published here yet." in client.get("/en/local/").content.decode()
    made = factories.published()
    page = LivePage.objects.get(story=made.story, language="en")
    for n in range(59):
        story = factories.draft(headline=f"خبر {n}")
        LivePage.objects.create(
            story=story,
            language="en",
            publication=page.publication,
            slug="x",
            headline=f"Story {n}",
            section=page.section,
            first_published_at=page.first_published_at,
        ).topics.set(page.topics.all())
    for start in ("/en/", "/en/local/", "/en/topic/aid/"):
        seen, path, pages = [], start, 0
        while path:
            taken = Taken(client.get(path).content.decode())
            seen += [href for href in taken.hrefs if "-x/" in href or f"/{made.story_id}-" in href]
            path = next((href for href in taken.hrefs if "?after=" in href), "")
            pages += 1
        assert (len(seen), len(set(seen)), pages) == (60, 60, 3), start
    assert client.get("/en/?after=nonsense").status_code == 200


def test_the_root_picks_a_language(client) -> None:
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="ar-SY").headers["Location"] == "/ar/"
    assert client.get("/", HTTP_ACCEPT_LANGUAGE="de").headers["Location"] == "/en/"
    assert "Accept-Language" in client.get("/").headers["Vary"]
