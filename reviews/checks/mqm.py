"""The MQM tree of error categories as data: checks name them, the issues room offers them to reviewers.

Codes are stable (they are stored with issues); names and explanations are sentences for gettext.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Category:
    """One node of the tree: its code is its parent's code, a slash, and its own word."""

    code: str
    name: str
    explanation: str

    @property
    def parent(self) -> str | None:
        """The code of the dimension this subtype belongs to; None for a dimension."""
        return self.code.rpartition("/")[0] or None


def gettext_noop(message: str) -> str:
    """Mark a sentence for translation; the screen translates it."""
    return message


_ = gettext_noop

TREE = (
    Category("terminology", _("Terminology"), _("A term is not the one the desk has agreed on.")),
    Category(
        "terminology/resource", _("Against the glossary"), _("The glossary prefers or forbids another term.")
    ),
    Category("terminology/inconsistent", _("Inconsistent term"), _("One term is translated in two ways.")),
    Category("terminology/wrong", _("Wrong term"), _("An expert of the field would not use this term.")),
    Category("accuracy", _("Accuracy"), _("The English does not say what the Arabic says.")),
    Category("accuracy/mistranslation", _("Mistranslation"), _("The meaning was changed.")),
    Category("accuracy/number", _("Number"), _("A figure, amount, share or unit was changed.")),
    Category("accuracy/date", _("Date or time"), _("A date, weekday or time was changed.")),
    Category("accuracy/name", _("Name"), _("A person, place or organisation was changed.")),
    Category("accuracy/negation", _("Negation"), _("A statement was turned into its opposite.")),
    Category("accuracy/attribution", _("Attribution"), _("Who says it, or how surely, was changed.")),
    Category(
        "accuracy/quotation", _("Quotation"), _("A person's own words became a report, or the reverse.")
    ),
    Category("accuracy/addition", _("Addition"), _("The English says something the Arabic does not.")),
    Category("accuracy/omission", _("Omission"), _("Something the Arabic says is missing.")),
    Category("accuracy/untranslated", _("Untranslated"), _("Text was left in Arabic.")),
    Category(
        "accuracy/do-not-translate", _("Do not translate"), _("Something that stays as it is was changed.")
    ),
    Category("accuracy/source", _("Fault in the source"), _("The Arabic itself cannot be right.")),
    Category("linguistic", _("Language"), _("The English is not well formed.")),
    Category("linguistic/grammar", _("Grammar"), _("Agreement, tense, article or word order is wrong.")),
    Category(
        "linguistic/punctuation", _("Punctuation"), _("A mark is missing, doubled or of another script.")
    ),
    Category("linguistic/spelling", _("Spelling"), _("A word is misspelled.")),
    Category("linguistic/unintelligible", _("Unintelligible"), _("The sentence cannot be understood.")),
    Category(
        "linguistic/encoding", _("Characters"), _("Characters are damaged, invisible or of another script.")
    ),
    Category(
        "linguistic/textual", _("Cohesion"), _("Pronouns, links or order do not hold the text together.")
    ),
    Category("style", _("Style"), _("The English is correct and still not what the desk would print.")),
    Category("style/house", _("House style"), _("The desk's own rules are not followed.")),
    Category("style/register", _("Register"), _("Too formal or too colloquial for a news item.")),
    Category("style/awkward", _("Awkward"), _("Heavy, wordy or hard to read.")),
    Category("style/unidiomatic", _("Unidiomatic"), _("Grammatical, but nobody would say so.")),
    Category("style/inconsistent", _("Inconsistent style"), _("One thing is written in two ways.")),
    Category("locale", _("Local conventions"), _("A format belongs to another language or place.")),
    Category("locale/number", _("Number format"), _("Digits, separators or signs of another language.")),
    Category("locale/currency", _("Currency format"), _("An amount is written as in another place.")),
    Category("locale/measurement", _("Measurement format"), _("A unit the reader does not use.")),
    Category("locale/date", _("Date format"), _("A date is written as in another place.")),
    Category("locale/time", _("Time format"), _("A time is written as in another place.")),
    Category(
        "locale/address", _("Address format"), _("An address, number or handle is not as it should be.")
    ),
    Category("audience", _("Audience"), _("The text does not suit its readers.")),
    Category("audience/culture", _("Cultural reference"), _("Readers elsewhere need a word of explanation.")),
    Category("audience/offensive", _("Offensive"), _("A word wounds without need.")),
    Category("markup", _("Design and markup"), _("The form of the text is broken.")),
    Category("markup/tag", _("Tag"), _("A tag is missing, doubled or in the wrong place.")),
    Category("markup/missing", _("Missing text"), _("A text that should be there is empty.")),
    Category("markup/order", _("Order"), _("Paragraphs are in another order.")),
    Category("markup/length", _("Length"), _("The text does not fit its place.")),
    Category("markup/link", _("Link"), _("A link or reference leads to another place.")),
)

CATEGORIES = {category.code: category for category in TREE}


def dimensions() -> tuple[Category, ...]:
    """The top of the tree, in its order."""
    return tuple(category for category in TREE if category.parent is None)


def subtypes(code: str) -> tuple[Category, ...]:
    """The children of a dimension, in their order."""
    return tuple(category for category in TREE if category.parent == code)
