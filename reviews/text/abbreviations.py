"""The short forms whose dot ends no sentence, and the words that tell whether a new sentence has begun."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Always lean on the next word: "Dr. Samer", "e.g. Homs".
NEVER_END = _words(
    "mr mrs ms messrs mme dr prof gen lt col maj capt cmdr cdr adm sgt cpl pvt brig sen rep gov pres hon "
    "rev fr st mt ft vs cf e.g i.e approx est ave blvd dept assoc govt min sq amb atty supt det insp "
    "sens reps govs gens profs drs"
)

# Short only before a figure: "No. 5", "Jan. 3", "p. 12".
NUMBERED = _words(
    "no nos art arts sec para paras vol fig ch p pp res jan feb mar apr jun jul aug sep sept oct nov dec"
)

# May close a sentence, and do so when the next word is one that opens sentences.
MAY_END = _words("inc ltd co corp bros plc jr sr etc al a.m p.m ph.d m.d")

ENGLISH_STARTS = _words(
    "The He She It They We You A An This That These Those There Here Its His Her Their Our My But And In "
    "On At For From As After Before During By When While With Without However Meanwhile Earlier Later "
    "Since Some Many Most Both No Not If Or So According Such Among Although Though Despite Following "
    "Once Until Now Then What Who Why How Where Which Other Another Several All Each One Two Three "
    "Because To Under Over Today Yesterday Also"
)

# Verbs that attribute a question just quoted: "Why?" Alloush asked.
SAYING = "said|says|asked|asks|added|wondered|wrote|shouted|cried|told|replied|demanded|tweeted|exclaimed"

# Verbless or finite, these open an Arabic sentence; a word that begins with و or ف does too.
ARABIC_STARTS = _words(
    "هذا هذه هؤلاء لكن ثم كما إلا أما إن إنه إنها لقد قد كان كانت من في بدوره بدورها يذكر يشار جاء جاءت"
)

# After a closing quotation mark these carry the sentence on; accusative participles (مضيفا، مؤكدا) do too.
ARABIC_CONTINUES = _words(
    "قال قالت يقول تقول قالوا صرح صرحت أكد أكدت أضاف أضافت كتب كتبت سأل سألت تساءل تساءلت بحسب حسب حسبما "
    "وفق وفقا طبقا نقلا قائلا قائلة لافتا لافتة داعيا داعية نافيا نافية واصفا واصفة"
)

# Titles with a joined و or ل: "ود. سامر".
ARABIC_TITLES = _words("ود وأ وم لد")
