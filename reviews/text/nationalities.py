"""Adjectives of nationality in both languages, with the country and its money: سوري, Syrian, SY, SYP."""

from typing import NamedTuple


class Nationality(NamedTuple):
    """One country: ISO 3166 code, ISO 4217 code, Arabic masculine adjectives, English adjectives."""

    country: str
    currency: str
    arabic: tuple[str, ...]
    english: tuple[str, ...]


_TABLE = """
AE AED إماراتي | Emirati UAE
AF AFN أفغاني أفغانستاني | Afghan
AL ALL ألباني | Albanian
AM AMD أرميني أرمني | Armenian
AO AOA أنغولي | Angolan
AR ARS أرجنتيني | Argentine Argentinian Argentinean
AT EUR نمساوي | Austrian
AU AUD أسترالي استرالي | Australian Aussie
AZ AZN أذربيجاني أذري | Azerbaijani Azeri
BA BAM بوسني | Bosnian
BD BDT بنغالي بنغلاديشي بنجلاديشي | Bangladeshi Bengali
BE EUR بلجيكي | Belgian
BG BGN بلغاري | Bulgarian
BH BHD بحريني | Bahraini
BI BIF بوروندي | Burundian
BO BOB بوليفي | Bolivian
BR BRL برازيلي | Brazilian
BY BYN بيلاروسي | Belarusian Belarussian
CA CAD كندي | Canadian
CD CDF كونغولي | Congolese
CF XAF أفريقي-أوسطي | Central-African
CH CHF سويسري | Swiss
CI XOF إيفواري عاجي | Ivorian
CL CLP تشيلي شيلي | Chilean
CM XAF كاميروني | Cameroonian
CN CNY صيني | Chinese
CO COP كولومبي | Colombian
CU CUP كوبي | Cuban
CY EUR قبرصي | Cypriot
CZ CZK تشيكي | Czech
DE EUR ألماني | German
DJ DJF جيبوتي | Djiboutian
DK DKK دنماركي دانماركي دانمركي | Danish Dane
DZ DZD جزائري | Algerian
EC USD إكوادوري | Ecuadorian Ecuadorean
EE EUR إستوني | Estonian
EG EGP مصري | Egyptian
ER ERN إريتري | Eritrean
ES EUR إسباني أسباني | Spanish Spaniard
ET ETB إثيوبي أثيوبي حبشي | Ethiopian
FI EUR فنلندي | Finnish Finn
FR EUR فرنسي | French
GB GBP بريطاني إنجليزي إنكليزي إسترليني استرليني | British English Briton sterling
GE GEL جورجي | Georgian
GH GHS غاني | Ghanaian
GR EUR يوناني | Greek
HK HKD هونغ-كونغي | Hong-Kong
HR EUR كرواتي | Croatian Croat
HU HUF مجري هنغاري | Hungarian
ID IDR إندونيسي أندونيسي | Indonesian
IE EUR إيرلندي أيرلندي | Irish
IL ILS إسرائيلي اسرائيلي | Israeli
IN INR هندي | Indian
IQ IQD عراقي | Iraqi
IR IRR إيراني ايراني | Iranian
IS ISK آيسلندي أيسلندي | Icelandic
IT EUR إيطالي ايطالي | Italian
JM JMD جامايكي | Jamaican
JO JOD أردني اردني | Jordanian
JP JPY ياباني | Japanese
KE KES كيني | Kenyan
KG KGS قيرغيزي قرغيزي | Kyrgyz
KP KPW كوري-شمالي | North-Korean
KR KRW كوري كوري-جنوبي | Korean South-Korean
KW KWD كويتي | Kuwaiti
KZ KZT كازاخستاني كازاخي | Kazakh Kazakhstani
LB LBP لبناني | Lebanese
LK LKR سريلانكي سيرلانكي | Sri-Lankan
LR LRD ليبيري | Liberian
LT EUR ليتواني | Lithuanian
LV EUR لاتفي | Latvian
LY LYD ليبي | Libyan
MA MAD مغربي | Moroccan
MD MDL مولدوفي مولدافي | Moldovan
ME EUR مونتينيغري | Montenegrin
MG MGA مدغشقري | Malagasy
MK MKD مقدوني | Macedonian
ML XOF مالي | Malian
MM MMK بورمي ميانماري | Burmese
MR MRU موريتاني | Mauritanian
MT EUR مالطي | Maltese
MV MVR مالديفي | Maldivian
MX MXN مكسيكي | Mexican
MY MYR ماليزي | Malaysian
MZ MZN موزمبيقي | Mozambican
NE XOF نيجري | Nigerien
NG NGN نيجيري | Nigerian
NL EUR هولندي | Dutch
NO NOK نرويجي | Norwegian
NP NPR نيبالي | Nepali Nepalese
NZ NZD نيوزيلندي نيوزلندي | New-Zealand
OM OMR عماني | Omani
PA PAB بنمي | Panamanian
PE PEN بيروفي | Peruvian
PH PHP فلبيني فليبيني | Filipino Philippine
PK PKR باكستاني | Pakistani
PL PLN بولندي | Polish Pole
PS ILS فلسطيني | Palestinian
PT EUR برتغالي | Portuguese
PY PYG باراغواي | Paraguayan
QA QAR قطري | Qatari
RO RON روماني | Romanian
RS RSD صربي | Serbian Serb
RU RUB روسي | Russian
RW RWF رواندي | Rwandan
SA SAR سعودي | Saudi Saudi-Arabian
SD SDG سوداني | Sudanese
SE SEK سويدي | Swedish Swede
SG SGD سنغافوري | Singaporean Singapore
SI EUR سلوفيني | Slovenian Slovene
SK EUR سلوفاكي | Slovak Slovakian
SN XOF سنغالي | Senegalese
SO SOS صومالي | Somali
SS SSP جنوب-سوداني | South-Sudanese
SY SYP سوري | Syrian
TD XAF تشادي | Chadian
TH THB تايلاندي تايلندي | Thai
TJ TJS طاجيكي | Tajik
TM TMT تركماني | Turkmen
TN TND تونسي | Tunisian
TR TRY تركي | Turkish Turk
TW TWD تايواني | Taiwanese
TZ TZS تنزاني | Tanzanian
UA UAH أوكراني | Ukrainian
UG UGX أوغندي | Ugandan
US USD أمريكي أميركي امريكي اميركي | American US U.S
UY UYU أوروغواي | Uruguayan
UZ UZS أوزبكي | Uzbek
VE VES فنزويلي | Venezuelan
VN VND فيتنامي | Vietnamese
YE YER يمني | Yemeni
ZA ZAR جنوب-أفريقي | South-African
ZW ZWL زيمبابوي | Zimbabwean
"""


def _read(line: str) -> Nationality:
    left, _, right = line.partition("|")
    country, currency, *arabic = left.split()
    words = [tuple(word.replace("-", " ") for word in side) for side in (arabic, right.split())]
    return Nationality(country, currency, words[0], words[1])


NATIONALITIES: tuple[Nationality, ...] = tuple(_read(line) for line in _TABLE.strip().splitlines())
