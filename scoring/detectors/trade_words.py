"""Jargon: whether words hold an abbreviation or a word of the trade that a caller need not know."""

import re

# What everybody knows, though it is an abbreviation.
_EVERYDAY = frozenset(("OK", "TV", "UK", "ID", "PIN", "GP", "NHS", "CCTV", "SIM", "USB", "PC", "DVD", "AM", "PM", "II"))
_CAPITALS = re.compile(
    r"\b(?=[A-Za-z0-9]*[A-Z][a-z]*[A-Z])[A-Za-z]{2,}\d*\b|\b[A-Z]{1,4}\d{1,2}[A-Z]?\b|\b[A-Z]{2,}'[ds]\b"
)
# Postcodes, road numbers and what else is written so without being jargon.
_NO_JARGON = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b|\b[AMB]\d{1,4}\b")
_LETTERS = re.compile(r"\b(?:[a-z] ){2,}[a-z]\b")  # a recogniser writes initials apart: "v r m", "p n c"
_NUMBERED = re.compile(
    r"\b(?:(?:grade|code|section|schedule|state|priority|ic|cat|p) ?(?:\d+[a-z]?|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven)|cat [ab]|[ps] grade|part three)\b"
)
_TERMS = re.compile(
    r"\b(?:aggrieved|all ports|anpr|arv|asb|bilking|bolo|bwv|cad|cid|complainant|contain and call ?out|crasbo|cro|csi|"
    r"dara|dash|ddo|decamp(?:ed|s|ing)?|desktop closure|dmm|dob|dpa|dpo|dvds|fim|flo|hocr|icp|idp|idva|in drink|inf|"
    r"informant|intel|ip|irt|itsm|ldap|leds|lines of enquiry|locus|marac|mash|merlin|mfa|misper(?:s)?|mo|mosovo|msf|"
    r"nfa|nominal|non[- ]mol|npas|npt|oic|offender|on plot|ooc[dr]|pace|pnc|pnd|ppn|psw|qas|qsk|rcrp|ras|resource it|"
    r"response unit|risk assessed deferral|rj|rp|rpu|rtc|rtk|rui|rvp|rwd|saml|sar|sio|soco|spoc|sso|storm|strat|"
    r"subject|tasked?|thrive(?:d)?|token|totp|tpac|triage[d]?|twoc|tx|uprn|urn|uvp|vaf|vin|visor|vrm|vulnerability "
    r"assessment|warning markers?|we'?ll crime it)\b"
)


# Abbreviations that are nothing else, so that hearing need not have flagged them.
_SURELY = re.compile(
    r"\b(?:our |the |a |on |your )?(?:CAD|PNC|NFA|VRM|RTC|RTA|MARAC|MASH|IDVA|ANPR|ARV|NPAS|OIC|DVPN|DVPO|DASH|ABH|GBH|"
    r"THRIVE|BWV|IC ?[1-6]|DV job|DV|IPV|NCND|DPA|GDPR|SOCO|CSI|FLO|VAF|UVP|[Gg]rade (?:one|two|three|four|[1-5]))\b"
)


def surely_jargon(text: str) -> bool:
    """Whether a text that is not all in capitals holds an abbreviation of the trade that is nothing else."""
    return any(letter.islower() for letter in text) and _SURELY.search(text) is not None


def of_the_trade(text: str) -> bool:
    """Whether a text holds jargon: an abbreviation in capitals or spelled apart, or a word of the trade. A text all
    in capitals is read in lower case."""
    plain = _NO_JARGON.sub(" ", text)
    shouted = not any(letter.islower() for letter in plain)
    capitals = () if shouted else (found.group().rstrip("'ds") for found in _CAPITALS.finditer(plain))
    if any(word not in _EVERYDAY and word.upper() not in _EVERYDAY for word in capitals):
        return True
    low = plain.lower()
    return any(pattern.search(low) for pattern in (_LETTERS, _NUMBERED, _TERMS))
