"""The interface speaks Arabic in full: nothing untranslated, no placeholder lost, no English left on a page.

The messages are found as `makemessages` finds them, by Babel and Django's own reading of templates, so that no
GNU gettext is needed. What is missing is written into reviews/locale/ar; `make setup` compiles it.
"""

import importlib
import io
import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation.template import templatize
from lxml import html

from tests import factories
from tests.test_urls import TABLE, WHO, addresses  # noqa: F401 - a fixture

ROOT = settings.BASE_DIR
PO = ROOT / "reviews" / "locale" / "ar" / "LC_MESSAGES" / "django.po"
KEYWORDS = (
    DEFAULT_KEYWORDS
    | {"gettext_noop": None}
    | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")}
)
PLACEHOLDER = re.compile(r"%{1,2}\((\w+)\)[sd]|%(d)")
COUNTS = {"count", "counter", "n"}  # "one", "two" and "none" are words of their own and need no number

# Latin words that are the same in an Arabic text: products, formats, keys, zones, the name of this newsroom's clock.
ALLOWED = set("Word HTML PDF RTF UTF docx txt html Ctrl Alt Shift Enter Esc Tab UTC Asia Damascus".split())
WORD = re.compile(r"[A-Za-z]{2,}")
ADDRESS = re.compile(r"\S+@\S+|https?://\S+")
SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-key-label", "data-key-group", "data-confirm")
# What people wrote, what is a key or a code, and what says that it is English.
NOT_OURS = ".//script|.//style|.//kbd|.//code|.//*[@lang='en']|.//bdi[@dir='auto']|.//textarea|.//blockquote[@dir='auto']"


def sources() -> list[Path]:
    """Every file whose words a person may read."""
    python = [path for room in ("reviews", "newsroom") for path in sorted((ROOT / room).rglob("*.py"))]
    return python + [path for path in sorted((ROOT / "templates").rglob("*")) if path.is_file()]


def messages_of(path: Path) -> set[tuple[str, object]]:
    """(context, msgid or (singular, plural)) of everything a file asks gettext for."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is left is no program: only its lines' indentation would disturb the reader of Python.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
    found = extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS, options={"encoding": "utf-8"})
    return {(context or "", words) for _line, words, _comments, context in found}


def catalogue() -> Catalog:
    with PO.open(encoding="utf-8") as file:
        return read_po(file, locale="ar", abort_invalid=True)


def key(message: Message) -> tuple[str, object]:
    return message.context or "", message.id


def entries() -> list[Message]:
    return [message for message in catalogue() if message.id]


def strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def test_every_word_of_ours_is_in_the_catalogue_and_none_is_left_over():
    asked = {found for path in sources() for found in messages_of(path)}
    known = {key(message) for message in entries()}
    mended = {
        key(message)
        for name in ("django.conf", "django.contrib.auth", "allauth")
        for message in package(name)
    }
    assert len(asked) > 800
    assert asked - known == set()
    assert known - asked - mended == set(), "nobody asks for these any more"


def test_gettext_goes_by_names_that_makemessages_knows():
    """`gettext as _t` works on the page and hides its words from whoever collects them."""
    other = re.compile(r"import \w*gettext\w* as (?!_$)", re.MULTILINE)
    assert [path.name for path in sources() if other.search(path.read_text(encoding="utf-8"))] == []


def package(name: str) -> list[Message]:
    """What a package asks gettext for; our catalogue may say it too, where its Arabic is missing or wrong."""
    folder = Path(importlib.import_module(name).__file__).parent / "locale"
    found = []
    for language in ("ar", "en"):
        with (folder / language / "LC_MESSAGES" / "django.po").open(encoding="utf-8") as file:
            found += [message for message in read_po(file, locale=language) if message.id]
    return found


def test_everything_is_translated_and_nothing_fuzzy():
    assert [key(message) for message in entries() if message.fuzzy or not all(strings(message))] == []


def names_in(text: str) -> set[str]:
    return {name or bare for name, bare in PLACEHOLDER.findall(text)}


def test_placeholders_agree():
    wrong = []
    for message in entries():
        plural = isinstance(message.id, tuple)
        wanted = names_in(message.id[-1] if plural else message.id)
        for number, text in enumerate(strings(message)):
            has = names_in(text)
            optional = COUNTS if plural and number <= 2 else set()
            bare = "%" in PLACEHOLDER.sub("", text).replace("%%", "")
            if not (wanted - optional <= has <= wanted) or (bare and wanted):
                wrong.append((message.id, text))
    assert wrong == []


def test_plurals_have_arabic_s_six_forms():
    arabic = catalogue()
    assert arabic.num_plurals == 6
    index = arabic.plural_expr
    forms = {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 111: 4}
    chosen = {n: int(eval(python(index), {"n": n})) for n in forms}
    assert chosen == forms
    plurals = [message for message in entries() if isinstance(message.id, tuple)]
    assert plurals
    assert [message.id for message in plurals if len(strings(message)) != 6] == []


def python(expression: str) -> str:
    """The plural rule of a catalogue, `a ? b : c` and so on, as Python says it."""
    words = expression.replace("&&", " and ").replace("||", " or ").strip("; ()")
    if "?" not in words:
        return words
    condition, _, rest = words.partition("?")
    yes, _, no = rest.partition(":")
    return f"({yes} if {condition} else {python(no)})"


def test_arabic_quotes_are_guillemets():
    assert [text for message in entries() for text in strings(message) if re.search('[“”"]', text)] == []


def english_on(page: str) -> set[str]:
    """English words of ours on an Arabic page: in its text, in what screen readers say, in what scripts say."""
    document = html.document_fromstring(page)
    blocks = document.xpath("//script[@id='strings' or @id='workspace-strings']")
    said = [text for block in blocks for text in json.loads(block.text).values()]
    for element in document.xpath(NOT_OURS):
        element.drop_tree()
    said += [value for name in SPOKEN for value in document.xpath(f"//@{name}")]
    said = [text.replace(factories.ENGLISH[0], "") for text in [document.text_content(), *said]]  # in <title>
    text = ADDRESS.sub(" ", PLACEHOLDER.sub(" ", " ".join(said)))
    return set(WORD.findall(text)) - ALLOWED


def arabic(letter: str) -> Client:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"
    if WHO[letter]:
        client.force_login(factories.person(WHO[letter]))
    return client


def left_over(asked: list[tuple[str, str]]) -> dict[tuple[str, str], set[str]]:
    """(who, address) of each HTML page that answers with English words, and the words."""
    found = {}
    clients = {letter: arabic(letter) for letter, _address in asked}
    for letter, address in asked:
        response = clients[letter].get(address)
        if response.headers["Content-Type"].startswith("text/html") and response.content.strip():
            words = english_on(response.content.decode())
            if words:
                found[letter, address] = words
    return found


@pytest.mark.django_db
def test_no_address_speaks_english_to_an_arabic_reader(addresses):  # noqa: F811
    asked = [
        (letter, address.replace("/en/", "/ar/"))
        for name, address in addresses.items()
        for letter in "ateo"[: None if TABLE[name]["o"] == 200 else 3] + "d"
        if TABLE[name][letter] in {200, 403} and name not in {"live", "page", "section", "topic"}
    ]
    assert len(asked) > 60
    assert left_over(asked) == {}


@pytest.mark.django_db
@pytest.mark.parametrize("state", factories.SCENES)
def test_no_state_speaks_english(state):
    translation = factories.in_state(state)
    asked = [(letter, reverse("workspace", args=[translation.pk])) for letter in "ated"]
    asked += [("e", reverse(name, args=[translation.pk])) for name in ("publishing", "approve", "assign")]
    asked += [("a", reverse(name, args=[translation.story_id])) for name in ("story", "story_history")]
    asked += [("e", f"/desk/?queue={state}")]
    assert left_over(asked) == {}


@pytest.mark.django_db
def test_what_forms_answer_is_arabic():
    for letter, name, args, data in [
        ("o", "account_login", [], {"login": "amal@example.org", "password": "no"}),
        ("o", "account_login", [], {"login": "amal", "password": ""}),
        ("o", "account_reset_password", [], {"email": "amal"}),
        ("d", "invite", [], {"email": "x", "roles": ["رئيس"]}),
        ("d", "person", [factories.person("basil").pk], {"act": "roles"}),
        ("d", "rules", [], {"reviewer_share": "900"}),
        ("d", "profile", [], {"byline": "pen_name"}),
        ("a", "story_new", [], {"deadline": "yesterday", "section": "0", "urgency": "9"}),
        ("e", "account_change_password", [], {"oldpassword": "no", "password1": "1", "password2": "2"}),
    ]:
        response = arabic(letter).post(reverse(name, args=args), data)
        assert response.status_code in {200, 422}, name
        assert english_on(response.content.decode()) == set(), name


def test_neighbours_in_a_line_do_not_touch():
    """Arabic letters join across the border of two elements: «محلي» before «وادي» would lose its last letter."""
    touching = '</span><span class="meta">'
    assert [path.name for path in sources() if touching in path.read_text(encoding="utf-8")] == []
