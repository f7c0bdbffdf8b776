"""The finer kind of an intent, by the words that name it."""

import re

from simulator.understanding.normalise import plain

_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "ASK_LOCATION": (
        ("caller", r"calling from|ringing from|phoning from|speaking from|yourself|where are you|where you are|"
            r"are you at|are you in|are you on|are you now"),
        ("incident", r"."),
    ),
    "ASK_LOCATION_REFINE": (
        ("postcode", r"post ?code"),
        ("direction", r"which way|what direction|driving|heading|travelling|bound|carriageway|junction"),
        ("access", r"gate|code|key|get in|entry|access|door open|unlocked|buzzer|intercom|back way|entrance|to "
            r"the back|(?:which|what) door|way in"),
        ("room", r"room|floor|upstairs|downstairs|part of the house|where in the|hiding|bedroom|front or (?:the "
            r")?back|(?:at|on) the (?:back|front|side)\b"),
        ("landmark", r"."),
    ),
    "ASK_INJURY": (
        ("caller", r"\b(?:are|have|were|did) you\b|\byou (?:have )?(?:not )?been\b|hurt you|hit you|touched you|"
               r"injured you|you hurt|you "
            r"injured|your (?:injur|head|(?:own )?"
            r"(?:arm|leg|hand|foot|knee|ankle|wrist|back|neck|chest|face|shoulder|tummy)s?\b)|"
            r"you need|you bleed|you physically"),
        ("other", r"."),
    ),
    "ASK_CRIME_DETAIL": (
        ("how_many", r"how many"),
        ("words", r"\bsay\b|\bsaid\b|words|message|threat|letter"),
        ("entry", r"get in|got in|break in|broke in|entry|inside|window|\bdoor\b|\block\b|forced|tools|through"),
        ("property", r"taken|stolen|steal|\btake\b|missing|gone|worth|value|money|cash|serial|receipt|describe|"
            r"bag|damage|broken|drawers|account"),
    ),
    "ASK_PERSON_DETAILS": (
        ("email", r"e ?mail"),
        ("date_of_birth", r"date of birth|\bdob\b|\bd o b\b|\bborn\b|birthday"),
        ("age", r"how old|what age|\bage\b"),
        ("phone", r"(?<!on the )(?<!holding the )(?:phone|mobile|telephone)|contact number"),
        ("address", r"address|where do you live|lives? (?:there|at)"),
        ("name", r"name|who am i|call you|called|calling|speaking|talking|and you are|who is (?:that|this)|miss mrs|"
            r"surname|who is it|who (?:are|am i|is) (?:you|i)\b|who are you|who have i got|who i have got"),
    ),
    "VER_ASK_ITEM": (
        ("member_number", r"member(?:ship)? (?:number|id)|candidate number|account number|username|member id|"
            r"\bm number|number (?:on|off|from) (?:your|the) (?:membership |member |learning )?card"),
        ("staff_number", r"(?:staff|collar|warrant|payroll|employee|force|pay) (?:number|id)|badge"),
        ("date_of_birth", r"date of birth|\bdob\b|\bd o b\b|\bborn\b|birthday"),
        ("postcode", r"post ?code"),
        ("email", r"e ?mail"),
        ("registered_device", r"device|(?<!post )\bcode\b|text to|(?:phone|mobile) (?:have you (?:got )?|"
                              r"did you |is |you )(?:set up|link|"
            r"regist|pair)|phone with you|handset|authenticator|app\b"),
        ("phone", r"phone|mobile|telephone|number (?:do we|we) (?:have|hold)"),
        ("address", r"address"),
        ("organisation", r"organisation|which force|what force|\bforce\b|department|employer|work for|station"),
        ("crime_number", r"(?:crime|incident|ticket|log|case) (?:reference|number|ref)|reference"),
        ("security_answer", r"memorable|password|pass ?phrase|security (?:question|word|answer)|maiden|first "
            r"school|first pet"),
        ("full_name", r"name"),
    ),
    "ASK_HEALTH": (
        ("mental", r"mental|feel|anxiety|depress|panic|crisis|cope|coping|support"),
        ("physical", r"."),
    ),
    "DP_ROUTE": (
        ("sar", r"subject access|\bsar\b|own (?:information|data|record)|your own"),
        ("foi", r"freedom of information|\bfoi\b"),
        ("press", r"press office|media"),
        ("dvds", r"clare|disclosure scheme|domestic violence disclosure|\bdvds\b"),
        ("insurer_mou", r"insur"),
        ("legal", r"solicitor|court|legal|lawyer|barrister"),
        ("complaints", r"complain|professional standards"),
        ("dvla", r"dvla"),
    ),
    "SIGNPOST": (
        ("report_fraud", r"fraud|0300 123 2040"),
        ("nhs_111", r"\b111\b|one one one|nhs"),
        ("victim_support", r"victim support"),
        ("domestic_abuse_helpline", r"domestic|women s aid|womens aid|refuge|abuse (?:help)?line"),
        ("samaritans", r"samaritan|116 ?123"),
        ("council", r"council|environmental health|housing|trading standards"),
        ("solicitor", r"solicitor|legal advice|lawyer"),
    ),
}  # fmt: skip
_COMPILED = {intent: tuple((slot, re.compile(pattern)) for slot, pattern in rules) for intent, rules in _RULES.items()}
# Slots that may be asked for in one breath: "your name and date of birth".
_SEVERAL = ("ASK_PERSON_DETAILS", "VER_ASK_ITEM", "DP_ROUTE", "SIGNPOST")
_ANY = re.compile(r"\bname and (?:number|address)\b")


def slots(intent: str, text: str) -> tuple[str | None, ...]:
    """The finer kinds that the words name, in the order said; (None,) where none is named."""
    words = plain(text).replace("'", " ")
    found = []
    for slot, pattern in _COMPILED.get(intent, ()):
        match = pattern.search(words)
        if match is not None:
            found.append((match.start() if pattern.pattern != "." else 9_999, slot))
    if not found:
        return (None,)
    if intent not in _SEVERAL:
        return (found[0][1],)
    named = [slot for _, slot in sorted(found)]
    named = _email_alone(named, words)
    if intent == "VER_ASK_ITEM":
        named = _without_echoes(named, words)
    return tuple(named)


# What only a member is asked, beside the details anybody is asked: "your full name and your member number".
_OF_MEMBERS = frozenset({"member_number", "staff_number", "registered_device", "crime_number", "security_answer"})


_NAME_TOO = re.compile(r"\byour (?:full |own )?name\b.*\b(?:and|number)\b")
_NUMBER_TOO = re.compile(
    r"\bname\b.*\bnumber (?:i|we|you|that|to|for|where)\b|\bname\b.*\b(?:best|contact|phone|your|good) number\b"
)


def slotted(intent: str, text: str, expected: tuple[str, ...] = ()) -> tuple[tuple[str, str | None], ...]:
    """The intent with its finer kinds, and beside it what the same breath asks that only a member is asked."""
    named = [(intent, slot) for slot in slots(intent, text)]
    if intent == "ASK_CALLBACK" and _NAME_TOO.search(plain(text)):
        return (("ASK_PERSON_DETAILS", "name"), *named)
    if intent != "ASK_PERSON_DETAILS":
        return tuple(named)
    if _NUMBER_TOO.search(plain(text)):
        named = [*(one for one in named if one[1] != "phone"), ("ASK_CALLBACK", None)]
    member = [slot for slot in slots("VER_ASK_ITEM", text) if slot]
    of_members = [slot for slot in member if slot in _OF_MEMBERS or slot == "postcode"]
    if of_members and named == [(intent, None)]:
        return tuple(("VER_ASK_ITEM", slot) for slot in of_members)
    return (*named, *(("VER_ASK_ITEM", slot) for slot in of_members))


def _email_alone(named: list[str], words: str) -> list[str]:
    """An `email address` tells nobody where somebody lives."""
    if "email" in named and not re.search(r"(?<!mail )address", words):
        return [slot for slot in named if slot != "address"]
    return named


def _without_echoes(named: list[str], words: str) -> list[str]:
    """`registered phone` and `mother's maiden name` are one item, not two."""
    for strong, weak in (
        ("registered_device", "phone"), ("security_answer", "full_name"), ("member_number", "full_name"),
        ("security_answer", "crime_number"), ("staff_number", "organisation"), ("postcode", "registered_device"),
    ):  # fmt: skip
        if strong in named and weak in named and not re.search(r"\band\b|\bname your\b", words):
            named = [slot for slot in named if slot != weak]
    return named
