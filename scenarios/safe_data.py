"""The checks that keep every number, address and name fictional (DOMAIN section 9): text in, unsafe words out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenarios.spoken_digits import spoken_numbers

TOWNS = (
    "Harrowmere", "Quayford", "Saltreach", "Brindlemouth", "Oxenhythe", "Ravensholt", "Kelbourne", "Corvale",
)  # fmt: skip

# Published service numbers that anybody may say.
PUBLISHED = ("999", "112", "101", "111", "105", "116123", "03001232040", "08081689111")

_CITIES = ("0113", "0114", "0115", "0116", "0117", "0118", "0121", "0131", "0141", "0151", "0161")
# Ofcom's ranges for drama, as national numbers; `x` is any figure.
FICTIONAL_PHONES = (
    "07700900xxx", "01632960xxx", *(f"{city}4960xxx" for city in _CITIES), "01914980xxx", "02079460xxx",
    "02920180xxx", "02896496xxx", "08081570xxx", "09098790xxx", "03069990xxx",
)  # fmt: skip
_FICTIONAL = re.compile("|".join(shape.replace("x", r"\d") for shape in FICTIONAL_PHONES))

# Every allocated postcode area, and ZZ, which stands for "no fixed abode" in real records.
_REAL_AREAS = (
    "AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN"
    " EX FK FY G GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML"
    " N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF"
    " TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ZZ"
)
REAL_AREAS = frozenset(_REAL_AREAS.split())

# Places and forces that no fictional call needs; names that are also words or surnames are left out.
REAL_PLACES = (
    "London", "Manchester", "Birmingham", "Liverpool", "Leeds", "Sheffield", "Bristol", "Newcastle upon Tyne",
    "Nottingham", "Leicester", "Southampton", "Portsmouth", "Plymouth", "Norwich", "Swansea", "Cardiff", "Glasgow",
    "Edinburgh", "Aberdeen", "Dundee", "Belfast", "Coventry", "Bradford", "Wolverhampton", "Sunderland", "Brighton",
    "Bournemouth", "Middlesbrough", "Huddersfield", "Blackpool", "Peterborough", "Cambridge", "Oxford", "Ipswich",
    "Colchester", "Chelmsford", "Southend", "Basildon", "Gloucester", "Cheltenham", "Worcester", "Canterbury",
    "Metropolitan Police", "Essex Police", "Kent Police", "Thames Valley Police", "Greater Manchester Police",
    "West Midlands Police", "Police Scotland", "Devon and Cornwall Police", "Merseyside Police",
)  # fmt: skip


@dataclass(frozen=True)
class Unsafe:
    """A word that may belong to somebody real, and the code of its problem."""

    code: str
    word: str


def unsafe_in(text: str, published: Mapping[str, str] | None = None) -> tuple[Unsafe, ...]:
    """Everything in a text that is not kept for fiction; `published` are a policy's own service numbers."""
    found = (
        *(Unsafe("D01", word) for word in _phones(text) if not _is_published(word, published or {})),
        *(Unsafe("D02", word) for word in _postcodes(text)),
        *(Unsafe("D03", word) for word in _registrations(text)),
        *(Unsafe("D04", word) for word in _emails(text)),
        *(Unsafe("D05", word) for word in _web_addresses(text)),
        *(Unsafe("D06", word) for word in _insurance_numbers(text)),
        *(Unsafe("D07", word) for word in _three_words(text)),
        *(Unsafe("D08", word) for word in _references(text)),
        *(Unsafe("D10", word) for word in _places(text)),
    )
    return tuple(dict.fromkeys(found))


def _is_published(number: str, more: Mapping[str, str]) -> bool:
    return _digits(number) in {_digits(known) for known in (*PUBLISHED, *more.values())}


def _digits(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    for prefix in ("0044", "44"):
        if digits.startswith(prefix) and len(digits) >= 12 - (prefix == "44"):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits


_PHONE = re.compile(r"(?<![\w/.-])\+?\(?\d(?:[ ().-]{0,2}\d){8,14}(?![\w/])")


def _phones(text: str) -> Iterator[str]:
    for match in _PHONE.finditer(text):
        word = match[0].strip(" .-")
        if is_phone(word) and not is_fictional_phone(word):
            yield word
    for spoken, digits in spoken_numbers(text):
        if is_phone(digits) and not is_fictional_phone(digits):
            yield spoken


def is_phone(text: str) -> bool:
    """True when the figures could be dialled as a British or international number."""
    import phonenumbers  # a large package that only this question needs

    digits = _digits(text)
    if re.fullmatch(r"7\d{9}", digits):
        digits = "0" + digits  # a mobile number without its nought
    if not re.match(r"0[1-9]", digits) and not text.strip().startswith("+"):
        return False
    try:
        number = phonenumbers.parse(digits if digits.startswith("0") else text, "GB")
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_possible_number(number))


def is_fictional_phone(text: str) -> bool:
    """True for a number in the ranges kept for drama, however it is written."""
    digits = _digits(text)
    return bool(_FICTIONAL.fullmatch(digits) or _FICTIONAL.fullmatch("0" + digits))


_POSTCODE = re.compile(r"(?<![\w-])([A-Z]{1,2})\d[A-Z\d]? ?\d[A-Z]{2}(?![\w-])", re.IGNORECASE)


def _postcodes(text: str) -> Iterator[str]:
    return (match[0] for match in _POSTCODE.finditer(text) if match[1].upper() in REAL_AREAS)


# Two letters, two figures, three letters; or one letter and figures before, or after, three letters.
_REGISTRATION = re.compile(
    r"(?<![\w-])(?:(?P<area>[A-Z]{2})\d{2} ?(?P<last>[A-Z]{3})|[A-Z]\d{1,3} ?(?P<prefix>[A-Z]{3})"
    r"|(?P<suffix>[A-Z]{3}) ?\d{1,3}[A-Z])(?![\w-])"
)
_CLOSE_REGISTRATION = re.compile(r"(?<![\w-])(?P<area>[a-zA-Z]{2})\d{2}(?P<last>[a-zA-Z]{3})(?![\w-])")


def _registrations(text: str) -> Iterator[str]:
    for pattern in (_REGISTRATION, _CLOSE_REGISTRATION):
        for match in pattern.finditer(text):
            if not _never_issued({key: (part or "").upper() for key, part in match.groupdict().items()}):
                yield match[0]


def _never_issued(parts: Mapping[str, str]) -> bool:
    letters = parts.get("last") or parts.get("prefix") or parts.get("suffix") or ""
    return bool(set(parts.get("area", "")) & set("IQZ")) or bool(set(letters) & set("IQ"))


_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@([\w-]+(?:\.[\w-]+)*)")
_ENDINGS = "com|org|net|info|biz|io|app|co|uk|eu|gov|police|ac|ie|tv|me"
_WEB = re.compile(
    rf"(?:https?://|\bwww\.)([^\s/:?#]+)|(?<![\w@.-])((?:[a-z0-9-]+\.)+(?:{_ENDINGS}))(?![\w-]|\.\w)", re.IGNORECASE
)
_RESERVED = re.compile(r"(?:.+\.)?(?:example\.(?:com|org|net)|example|test|invalid|localhost)", re.IGNORECASE)


def _emails(text: str) -> Iterator[str]:
    return (m[0] for m in _EMAIL.finditer(text) if not _RESERVED.fullmatch(m[1].rstrip(".-")))


def _web_addresses(text: str) -> Iterator[str]:
    for match in _WEB.finditer(_EMAIL.sub(" ", text)):
        if not _RESERVED.fullmatch((match[1] or match[2]).strip(".,;)")):
            yield match[0]


_INSURANCE = re.compile(r"(?<![\w-])([A-Z]{2}) ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\w-])")


def _insurance_numbers(text: str) -> Iterator[str]:
    return (match[0] for match in _INSURANCE.finditer(text) if match[1] != "QQ")


_THREE_WORDS = re.compile(r"(?:///|(?<![\w./@-]))([a-z]{3,})\.([a-z]{3,})\.([a-z]{3,})(?![\w-]|\.\w)")


def _three_words(text: str) -> Iterator[str]:
    for match in _THREE_WORDS.finditer(_EMAIL.sub(" ", text)):
        if match[1] != "training" and match[1] != "www" and not _RESERVED.fullmatch(match[0].lstrip("/")):
            yield match[0]


_REFERENCE = re.compile(
    r"(?<![\w/-])(?:(?P<crime>[A-Z]{2,3}|\d{2})/\d{4,7}/\d{2}|(?P<log>[A-Z]{2,3})-\d{3,5}-\d{6})(?![\w/-])"
)


def _references(text: str) -> Iterator[str]:
    return (match[0] for match in _REFERENCE.finditer(text) if (match["crime"] or match["log"]) != "HM")


_PLACES = re.compile(rf"\b(?:{'|'.join(map(re.escape, REAL_PLACES))})\b")


def _places(text: str) -> Iterator[str]:
    return (match[0] for match in _PLACES.finditer(text))
