"""What numbers count: units and money, their words in both languages, and how they are kept apart."""

from reviews.text.nationalities import NATIONALITIES

# symbol | dimension | Arabic forms | English forms
_UNITS = """
km | length | كيلومتر كيلومترا كيلومترات كيلومترين كيلومتران كلم كم | km kms kilometer kilometers
km | length | | kilometre kilometres
m | length | متر مترا أمتار متران مترين | meter meters metre metres
cm | length | سنتيمتر سنتيمترا سنتيمترات سنتمتر سنتمترا سنتمترات سم | cm centimeter centimeters
cm | length | | centimetre centimetres
mm | length | مليمتر مليمترا مليمترات ملم ميليمتر مم | mm millimeter millimeters millimetre millimetres
mile | length | ميل ميلا أميال ميلين ميلان | mile miles mi
foot | length | قدم قدما أقدام قدمين قدمان | foot feet ft
inch | length | بوصة بوصات بوصتين إنش إنشات | inch inches
yard | length | ياردة ياردات ياردتين | yard yards
ha | area | هكتار هكتارا هكتارات هكتارين | hectare hectares ha
acre | area | فدان فدانا أفدنة فدادين | acre acres
dunam | area | دونم دونما دونمات دونمين | dunam dunams dunum dunums
km2 | area | كم² | km²
kg | mass | كيلوغرام كيلوغراما كيلوغرامات كيلوغرامين كغ كغم كجم | kg kgs kilogram kilograms kilo kilos
kg | mass | كيلوجرام كيلوجراما كيلوجرامات | kilogramme kilogrammes
g | mass | غرام غراما غرامات جرام جراما جرامات | gram grams gramme grammes
t | mass | طن طنا أطنان طنين طنان | ton tons tonne tonnes
lb | mass | رطل رطلا أرطال رطلين باوند | lb lbs
oz | mass | أونصة أونصات أوقية | ounce ounces oz
l | volume | لتر لترا لترات لترين ليتر ليترا ليترات | liter liters litre litres
bbl | volume | برميل برميلا براميل برميلين | barrel barrels bpd
gal | volume | غالون غالونا غالونات جالون | gallon gallons
degree | temperature | | degree degrees
s | time | ثانية ثواني ثوان ثانيتين | second seconds sec secs
min | time | دقيقة دقائق دقيقتين دقيقتان | minute minutes min mins
h | time | ساعة ساعات ساعتين ساعتان | hour hours hr hrs
day | time | يوم يوما أيام يومين يومان | day days
week | time | أسبوع أسبوعا أسابيع أسبوعين أسبوعان | week weeks
month | time | شهر شهرا أشهر شهور شهرين شهران | month months
year | time | سنة سنوات سنين سنتين سنتان سنويا عام عاما أعوام عامين عامان | year years yr yrs yo
decade | time | عقد عقدا عقود عقدين عقدان | decade decades
century | time | قرن قرنا قرون قرنين قرنان | century centuries
MW | power | ميغاواط ميغاوات ميجاوات ميجاواط | megawatt megawatts mw
kW | power | كيلوواط كيلووات | kilowatt kilowatts kw
GW | power | غيغاواط غيغاوات جيجاوات | gigawatt gigawatts gw
mph | speed | | mph
kmh | speed | | kph km/h kmh
GB | data | غيغابايت جيجابايت | gigabyte gigabytes gb
MB | data | ميغابايت ميجابايت | megabyte megabytes mb
"""

# noun | Arabic forms | English forms and signs | ISO codes it may mean
_MONEY = """
dollar | دولار دولارا دولارات دولاران دولارين دولاري | dollar dollars $ buck bucks | USD CAD AUD NZD HKD SGD
euro | يورو أورو | euro euros € | EUR
pound | جنيه جنيها جنيهات جنيهين جنيهان جنيهي | pound pounds £ quid | GBP EGP SDG SSP LBP SYP IEP
ليرة | ليرة ليرات ليرتين ليرتان ليرتي | | SYP TRY LBP ITL
lira | | lira liras lire | TRY SYP LBP ITL
TRY | | ₺ | TRY
dinar | دينار دينارا دنانير دينارين ديناران | dinar dinars | IQD JOD KWD BHD DZD TND LYD RSD
dirham | درهم درهما دراهم درهمين درهمان | dirham dirhams | AED MAD
riyal | ريال ريالا ريالات ريالين ريالان | riyal riyals rial rials | SAR QAR OMR YER IRR BRL
toman | تومان تومانا تومانات | toman tomans | IRR
real | | real reais | BRL
ruble | روبل روبلا روبلات | ruble rubles rouble roubles ₽ | RUB BYN
yen | ين ينا | yen ¥ | JPY
yuan | يوان يوانا | yuan renminbi rmb | CNY
won | وون | won ₩ | KRW KPW
rupee | روبية روبيات روبيتين | rupee rupees ₹ | INR PKR LKR NPR
rupiah | | rupiah rupiahs | IDR
shekel | شيكل شيكلا شيقل شيقلا شواكل شيكلات | shekel shekels ₪ nis | ILS
franc | فرنك فرنكا فرنكات | franc francs | CHF XAF XOF DJF RWF CDF
krona | كرونة كرونا كرونات كرون | krona kronor krone kroner koruna | SEK NOK DKK ISK CZK
zloty | زلوتي | zloty zlotys | PLN
forint | فورنت فورينت | forint forints | HUF
hryvnia | هريفنيا غريفنا | hryvnia hryvnias ₴ | UAH
peso | بيزو | peso pesos | MXN ARS CLP COP CUP PHP UYU
rand | راند | rand rands | ZAR
naira | نيرة نايرا | naira ₦ | NGN
shilling | شلن شلنا شلنات | shilling shillings | KES SOS TZS UGX
birr | بر بير | birr | ETB
afghani | أفغانية | afghani afghanis | AFN
cent | سنت سنتا سنتات | cent cents | USD EUR CAD AUD
piastre | قرش قرشا قروش | piastre piastres piaster piasters | EGP SYP LBP
pence | بنس بنسا بنسات | penny pence | GBP
"""


def _rows(table: str) -> list[list[list[str]]]:
    return [[cell.split() for cell in line.split("|")] for line in table.strip().splitlines()]


_UNIT_ROWS = _rows(_UNITS)
_MONEY_ROWS = _rows(_MONEY)


def _words(rows: list[list[list[str]]], column: int) -> dict[str, str]:
    """Word to the row's name; an initial alef may have lost its hamza."""
    found = {word: row[0][0] for row in rows for word in row[column]}
    return found | {"ا" + word[1:]: name for word, name in found.items() if word[0] in "أإآ"}


ARABIC_UNITS: dict[str, str] = _words(_UNIT_ROWS, 2)
ENGLISH_UNITS: dict[str, str] = _words(_UNIT_ROWS, 3)
ARABIC_MONEY: dict[str, str] = _words(_MONEY_ROWS, 1)
ENGLISH_MONEY: dict[str, str] = _words(_MONEY_ROWS, 2)
SIGNS: dict[str, str] = {word: noun for word, noun in ENGLISH_MONEY.items() if not word.isalpha()}
"""Signs of money that stand before or after a number."""

DIMENSIONS: dict[str, str] = {row[0][0]: row[1][0] for row in _UNIT_ROWS}
"""Symbol of a unit to its dimension: km to length."""

CURRENCY_FAMILIES: dict[str, frozenset[str]] = {row[0][0]: frozenset(row[3]) for row in _MONEY_ROWS}
"""A bare noun of money to every ISO code it may mean."""

ISO_CODES: dict[str, str] = {code.lower(): code for row in _MONEY_ROWS for code in row[3]}
_CURRENCY_OF: dict[str, str] = {
    adjective.lower(): nationality.currency
    for nationality in NATIONALITIES
    for adjective in nationality.arabic + nationality.english
}


def currency(noun: str, adjective: str = "") -> str:
    """The ISO code for a noun of money with its adjective (`pound`, `syrian`: SYP), else the noun itself.

    An Arabic adjective comes as it stands, with or without its article and feminine ending.
    """
    codes = CURRENCY_FAMILIES[noun]
    stem = adjective.removeprefix("ال").removesuffix("ة").removesuffix("اً").removesuffix("ا")
    code = _CURRENCY_OF.get(adjective) or _CURRENCY_OF.get(stem, "")
    if code in codes:
        return code
    return next(iter(codes)) if len(codes) == 1 else noun
