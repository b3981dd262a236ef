"""Who says it, and how surely: attribution and hedging of the Arabic against the English."""

import re

from reviews.checks.base import Context, Finding, Findings, Pair, Severity
from reviews.checks.base import gettext_noop as _

CLAIM = re.compile(
    r"(?<!\w)[وف]?(?:[يت]?زعم(?:ت|وا|ون)?|مزاعم\w{0,2}|المزاعم|المزعوم\w?|ادعى|ادعت|[يت]دعي|ادعاء\w{0,3}|الادعاءات|المشتبه|مشتبه|يشتبه)(?!\w)"
)
CLAIMED = re.compile(
    r"\b(?:alleg|claim|purport|suppos|assert|accus|reported|suspect|so-called|contend|maintain"
    r"|insist|believ|said to|sa(?:y|id)s?\b"
    r"|argu|fals|pretend|profess|charg|complain|prosecut|presum|apparent|according)",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?<!\w)[وف]?(?:بحسب|وفقا|وفقًا|وفق|نقلا عن|نقلًا عن|على حد قول|حسب (?!ال(?:حاجة|طلب)))(?!\w)"
)
CREDITED = re.compile(
    r"\b(?:accord|sa(?:y|id|ys|ying)\b|report|told|tell|cit|quot|as per|per |announc|stat|add"
    r"|claim|explain|not(?:e|ed|es|ing)\b"
    r"|follow|suggest|show|under |based|by |in line|depend|in keeping|through|from|estimat|writ"
    r"|wrote|learn|account|pursuant"
    r"|reveal|confirm|warn|describ|indicat|view|think|thought|believ|found|agree|declar|in \w+'s"
    r"|with|as )|[-–—] ?[A-Z]|[\"”],? [A-Z]",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing))\b", re.IGNORECASE)
DENIES = re.compile(
    r"نف|نكر|رفض|حرم|منع|دحض|كذب|تنصل|ليس|لم|لا|لن|حجب|يأبى|أبى|استنكر|غير|عدم|بطل|طعن|تجرد|جرد"
)
AFFIRMED = re.compile(r"\b(?:confirm|affirm)(?:s|ed|ing)?\b", re.IGNORECASE)
DENIES_ONLY = re.compile(r"(?<!\w)[وف]?(?:نفى|نفت|نفوا|ينفي|تنفي|أنكر|أنكرت|ينكر)(?!\w)")


def hedge_lost(pair: Pair, _context: Context) -> Findings:
    """The Arabic reports a claim as a claim; the English states it as a fact."""
    found = CLAIM.search(pair.source)
    if found and pair.target.strip() and not CLAIMED.search(pair.target):
        yield Finding(
            "hedge_lost",
            Severity.WARN,
            "accuracy/attribution",
            _("“%(word)s” makes this a claim; the English states it as a fact."),
            (("word", found.group()),),
            source=(found.span(),),
        )


def attribution_lost(pair: Pair, _context: Context) -> Findings:
    """The Arabic names its source; the English names none."""
    found = SOURCE.search(pair.source)
    if found and pair.target.strip() and not CREDITED.search(pair.target):
        yield Finding(
            "attribution_lost",
            Severity.WARN,
            "accuracy/attribution",
            _("“%(word)s” names who says this; the English does not."),
            (("word", found.group().strip()),),
            source=(found.span(),),
        )


def denial_changed(pair: Pair, _context: Context) -> Findings:
    """Somebody denies in one text what the other has them confirm, or does not deny at all."""
    low = pair.target.lower()
    if not ("firm" in low or "den" in low or "refut" in low):  # nearly always; quicker than the patterns
        return
    denied = DENIED.search(pair.target)
    affirmed = AFFIRMED.search(pair.target)
    if denied and not DENIES.search(pair.source):
        message, span, source = _("The English denies this; the Arabic does not."), denied.span(), ()
    elif affirmed and not denied and (denies := DENIES_ONLY.search(pair.source)) and "أكد" not in pair.source:
        message, span, source = (
            _("The Arabic denies this; the English confirms it."),
            affirmed.span(),
            (denies.span(),),
        )
    else:
        return
    yield Finding(
        "denial_changed", Severity.WARN, "accuracy/attribution", message, source=source, target=(span,)
    )
