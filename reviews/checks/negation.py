"""Polarity: what the Arabic denies, the English denies too."""

import re
from functools import lru_cache

from reviews.checks.base import Context, Finding, Findings, Pair, Severity, Span
from reviews.checks.base import gettext_noop as _

# An idiom holds a particle and denies nothing: still, especially, must, no doubt, at least, not only.
IDIOMS = (
    r"[وف]?(?:لا|ما) ?[يتنأ]?زا?ل(?:ت|وا|ون|تا)?|[وف]?لا ?سيّ?ما|[وف]?لا بدّ?|[وف]?لا محالة"
    r"|[وف]?(?:لا|لم) [يت](?:قل|زيد|زد|تجاوز|تعدى?|تردد)\w{0,3}|أم لا|ما لم|[وف]?لا شكّ?"
    r"|[وف]?لم شمل\w{0,3}|(?:بلا|دون|بدون) (?:أي |أدنى )?شكّ?|غير أن\w{0,3}"
    r"|[وف]?(?:ليس|ليست|لا|لم \w+) فقط|دون ال\w+|لا (?!أحد|شيء|شئ|أي|جدال|وجود|حاجة|علاقة|مجال"
    r"|داعي|مفر|أثر|يوجد|توجد|معنى|خلاف)[^يتنأ\W]\w*"
)
# A plain denial: a negated verb or sentence, which English says with not, no, never, without.
PLAIN = r"[وف]?[أا]?لم|[وفس]?لن|[وف]?[أ]?لا|[أو]?ليس(?:ت|وا|ن|ا|تا)?|[وف]?لس(?:ت|تم|نا)"
# A negated word: not, un-, -less, non-, without.
NEAR = (
    r"[وف]?(?:من )?(?:ب?دون(?:ه|ها|هم|هما|ك|نا)?|[وف]?بلا)|[وف]?[بل]?(?:ال)?غير(?! مباشر| متوقع| محدود)"
    r"|[وف]?(?:ب|ل|ك)?(?:ال)?عدم(?! الكشف)|لئلا"
)
# A verb of denial: deny, refuse, fail, or a negated verb.
DENY = (
    r"[وفس]?[يتن]?(?:نفى|نفي|نفت|نفوا|ينفي|رفض|رفضت|رفضوا|رفضون|فشل|فشلت|فشلوا|عجز|عجزت|متنع|متنعت|امتنع\w{0,2}|نكر|أنكر\w{0,2})"
    r"|(?:من ال)?مستحيل"
)
SOFT = r"سوى|[وف]?إلا|إلّا|بالكاد|نادرا|نادرًا|قط|أبد[اًا]{1,2}|كلا|لولا|لما|فليس|[وفلب]?(?:ال)?غير|[وفلب]?عدم"
ARABIC = re.compile(
    rf"(?<!\w)(?:(?P<idiom>{IDIOMS})|(?P<plain>{PLAIN})|(?P<near>{NEAR})|(?P<deny>{DENY})|(?P<soft>{SOFT}))(?![\w\u064b-\u0652])"
)
# English: each group of soft words beside the Arabic it renders; where that stands, it excuses no denial.
ENGLISH_PLAIN = r"\w+n['’]t|cannot|not|no|never|none|nobody|nothing|nowhere|neither|nor|without|no-one"
PREFIXED = (
    r"un(?!der|i[a-z]|til|to\b|animou|cle\b|less\b)\w{4,}|non-?\w{2,}|\w{3,}less(?:ly|ness)?|\w+-free"
    r"|(?:im(?:poss|penet|moral|perfect|polite|probab|proper|matur|mun|balanc|patien|partial|pract)"
    r"|il(?:legal|legit|logic|litera)|ir(?:regul|respons|relev|replac|revers|ration|reconcil)"
    r"|in(?:accura|adequ|appropr|capab|compet|correct|disput|effect|effici|exper|expres|formal|human|justic|secur"
    r"|stabil|suffic|toler|valid|visib|active|consist|access|complete|abil|eligib|evit|defens|surmount|vincib)"
    r"|dis(?:agree|approv|satisf|honest|loyal|proportion|belie|content|trust|allow|prov|regard|abled|miss)|mistrust)\w*"
)
ENGLISH_SOFT = {
    "prefix": (PREFIXED, r"(?!)"),
    "deny": (r"den(?:y|ied|ies|ying|ials?)", r"نفى|نفي|نفت|ينفي|ينكر|نكر"),
    "refuse": (r"refus\w+|reject\w*|declin\w+|forb[ia]\w+", r"رفض"),
    "fail": (r"fail\w*|struggl\w+", r"فشل|إخفاق|أخفق|عجز|نضال|كافح|تعاني|يعاني"),
    "lack": (
        r"lack\w*|absen\w+|short of|zero|nil|too \w+ to|far from",
        r"نقص|افتقار|تفتقر|يفتقر|غياب|انعدام|بعيد",
    ),
    "prevent": (r"prevent\w*|avoid\w*|prohib\w+|ban|bans|banned|barred|stay away", r"منع|تجنب|حظر|حرم"),
    "rare": (r"hardly|barely|scarcely|rarely|seldom|few|fewer|little", r"نادر|قليل|بالكاد|ندر"),
    "only": (r"only", r"فقط|مجرد|وحيد|وحد|إنما|سوى"),
    "rather": (r"instead|rather", r"بدل|عوض|إلى حد"),
    "end": (
        r"stop\w*|away|ignor\w+|contrary|yet to|rule[sd]? out",
        r"توقف|وقف|إيقاف|تجاهل|بعيد|بعاد|ما لم|عكس|استبعد",
    ),
    "unless": (r"unless|lest", r"(?!)"),
    "blank": (r"anonym\w+|random\w*|ain", r"مجهول|عشوائي"),
}
ENGLISH = re.compile(
    rf"\b(?:(?P<plain>{ENGLISH_PLAIN})|"
    + "|".join(f"(?P<{name}>{words})" for name, (words, _arabic) in ENGLISH_SOFT.items())
    + r")\b",
    re.IGNORECASE,
)
PLAIN_WORD = re.compile(r"n[o'’e]")
PARTNERS = {name: re.compile(arabic) for name, (_words, arabic) in ENGLISH_SOFT.items()}


# Words of the Arabic that may stand behind a "not" of the English without being a denial themselves.
ANY_DENIAL = re.compile(
    r"لا|لم|لن|ليس|غير|عدم|دون|ما|قبل|خارج|ضد|فقد|قليل|نادر|غياب|وقف|منع|محظور|بعيد|صعب|نقص|فشل|رفض|نف|خل[وا]|كلا|سوى|إلا|أبدا|عجز"
)


@lru_cache(maxsize=50_000)
def _may_deny(word: str) -> bool:
    """Whether a word of the Arabic can be a denial: a quick look before the text is read."""
    return "مستحيل" in word or any(m.lastgroup in {"plain", "near", "deny"} for m in ARABIC.finditer(word))


@lru_cache(maxsize=32)
def denials(text: str, language: str) -> dict[str, tuple[Span, ...]]:
    """The places that deny something, by group: plain, near, deny, soft, idiom, or a soft English one."""
    found: dict[str, tuple[Span, ...]] = {}
    for match in (ARABIC if language == "ar" else ENGLISH).finditer(text):
        group = match.lastgroup or ""
        found[group] = (*found.get(group, ()), match.span())
    return found


def negation_lost(pair: Pair, _context: Context) -> Findings:
    """The Arabic denies, and nothing in the English does: the statement says the opposite."""
    if not any(map(_may_deny, pair.source.split())):
        return
    source = denials(pair.source, "ar")
    plain, near, deny = (source.get(name, ()) for name in ("plain", "near", "deny"))
    if not (plain or near or deny) or not pair.target.strip():
        return
    target = denials(pair.target, "en")
    said = sum(len(spans) for spans in target.values())
    free = sum(
        len(spans)
        for name, spans in target.items()
        if name == "plain" or not PARTNERS[name].search(pair.source)
    )
    if len(plain) > free or (near and not free) or not said:
        yield Finding(
            "negation_lost",
            # A negated word often has an English adjective of its own: then it is a remark.
            Severity.WARN if len(plain) > free or deny or len(near) > 1 else Severity.INFO,
            "accuracy/negation",
            _("The Arabic denies this; the English does not."),
            source=plain or near or deny,
            expected="not",
        )
    elif len(plain) + len(near) + len(deny) > said:
        yield Finding(
            "negation_lost",
            Severity.INFO,
            "accuracy/negation",
            _("The Arabic denies more often than the English."),
            source=tuple(sorted(plain + near + deny)),
            expected="not",
        )


def negation_added(pair: Pair, _context: Context) -> Findings:
    """The English denies what the Arabic states: surely where the Arabic has no denial at all."""
    if ANY_DENIAL.search(pair.source):
        if not PLAIN_WORD.search(pair.target):
            return
        target = denials(pair.target, "en").get("plain", ())
        said = sum(len(spans) for spans in denials(pair.source, "ar").values())
        if len(target) > said:
            yield Finding(
                "negation_added",
                Severity.INFO,
                "accuracy/negation",
                _("The English denies more often than the Arabic."),
                target=target,
            )
        return
    target = denials(pair.target, "en").get("plain", ())
    if target:
        yield Finding(
            "negation_added",
            Severity.WARN,
            "accuracy/negation",
            _("The English denies this; the Arabic does not."),
            target=target,
        )
