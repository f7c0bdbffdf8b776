"""Words that the log is read for: how somebody sounded, who said it, what is unfit, what is standard."""

import re

from scoring.matching import says

QUOTED = re.compile(r"[\"“”‘']([^\"“”‘’']{6,200}(?:['’][a-z][^\"“”‘’']*)*)[\"“”’']")
DEMEANOUR = (
    "whisper", "crying", "cries", "tearful", "distressed", "calm", "scared", "frightened", "terrified", "upset",
    "angry",
    "shouting", "panicking", "panic", "quiet", "sobbing", "shaking", "slurred", "drunk", "agitated", "background",
    "heard", "noise", "hysterical", "flat voice", "nervous", "hostile", "polite", "pleasant", "charming", "persistent",
    "insistent", "pleading", "banging", "voices", "breathing", "shaken", "shaky",
    "trembling", "weepy", "anxious", "confused",
    "muddled", "flustered", "abusive", "evasive", "guarded", "breathless", "sounded",
)  # fmt: skip
ATTRIBUTION = (
    "reports", "reported", "heard", "believes", "thinks", "according", "caller can", "caller has", "caller is",
    "informant", "per", "pnc", "leds", "previous log", "look-up", "gazetteer", "claims", "claimed", "alleges",
    "alleged",
)  # fmt: skip
# Somebody who said it: `she says`, `Craig shouting, said he will burn it`; `said card not right` names nobody.
_WHO_SAID = re.compile(
    r"\b(?:(?i:callers?|informant|inf|victim|aggrieved|witness|suspect|offender|he|she|they|i|we|who|wom[ae]n|m[ae]n|"
    r"males?|females?|mother|mum|father|dad|son|daughter|wife|husband|partner|ex|friend|neighbours?|sister|brother|"
    r"niece|nephew|girl|boy|child|children|lad|driver|owner|staff|officers?|operator|bank|log|record|somebody|someone|"
    r"nobody)|[A-Z][a-z]+)\b[^.;\n]*?\b(?i:states|stated|says|said|told (?:us|me|police|that))\b"
)
# What a look-up showed; `check other victims` bids, and `intelligence match` tells nothing of what was found where.
_SHOWN = re.compile(
    r"\b(?:per|from|on|via|by|in) (?:\w+ ){0,2}(?:intel|intelligence|checks?)\b"
    r"|\b(?:intel|intelligence|checks?)(?:\W+\w+)? ?(?:shows?|showed|shown|says|said|states|stated|has|have|holds?|"
    r"gives?|gave|reveals?|confirms?|confirmed|report|record|log|marker|:|done|made|completed|no trace|clear|negative|"
    r"positive)",
    re.I,
)
# Who gave it, in so many words: `Caller first gave 14 Mill Lane`, `victim saw him go`.
GAVE_IT = re.compile(
    r"\b(?:caller|victim|informant|witness)(?: \w+)? (?:gave|gives|describe[sd]|mention(?:s|ed)|admit(?:s|ted)|"
    r"confirm(?:s|ed)|explain(?:s|ed)|add(?:s|ed)|correct(?:s|ed)|den(?:ies|ied)|recognise[sd]|saw|sees|asked|asks)\b",
    re.I,
)


def names_a_source(text: str) -> bool:
    """Whether an entry says who said or saw what, or what was looked up that showed it."""
    return says(text, ATTRIBUTION) or any(one.search(text) for one in (GAVE_IT, _WHO_SAID, _SHOWN))


ADVISED = (
    "advised", "advice given", "told to", "told them to", "told her to", "told him to", "told caller to", "told not to",
    "asked to stay", "instructed to",
)  # fmt: skip
UNFIT = (
    "time waster", "timewaster", "nutter", "mental case", "attention seeking", "attention seeker", "drama queen",
    "probably lying", "obviously lying", "liar", "clearly guilty", "druggie", "scum", "idiot", "moron", "crazy", "mad",
    "pain in the", "waste of time", "usual suspect", "asking for it", "hysterical woman",
)  # fmt: skip
TEXT_SPEAK = (
    "u", "ur", "pls", "plz", "plse", "tmrw", "2moro", "2day", "2nite", "gr8", "l8r", "b4", "cuz", "coz", "thx", "thnx",
    "thanx", "lol", "omg", "tbh", "idk", "imo", "btw", "obvs", "defo", "probs", "ppl", "agn", "wud", "cud", "shud",
    "wot", "wiv", "dunno", "gonna",
)  # fmt: skip
STANDARD = frozenset((
    "PNC", "LEDS", "ANPR", "CCTV", "DOB", "VRM", "VIN", "NFA", "RTC", "IC1", "IC2", "IC3", "IC4", "IC5", "IC6", "ETA",
    "ETD", "NHS", "ID", "TV", "UK", "AML", "EISEC", "DA", "DV", "DAU", "MO", "OIC", "ASB", "DVDS", "SAR", "FOI", "PC",
    "PS", "DC", "DS", "FIM", "NPAS", "AFO", "GP", "IP", "OP", "NCND", "BWV", "PIN", "ICU", "HGV", "LGV", "SUV", "USB",
    "IT", "AM", "PM", "OK", "MR", "MRS", "WX", "KX", "EL", "HM", "NMO",
))  # fmt: skip

# How somebody else felt is not how the caller sounded: `door attacked, child frightened`.
_OF_ANOTHER = re.compile(
    r"\b(?:child(?:ren)?|kids?|bab(?:y|ies)|daughters?|sons?|boys?|girls?|mother|mum|father|dad|wife|husband|partner|"
    r"neighbours?|dogs?|suspect|offender)(?: (?:is|was|are|were|both|very|now|also))* "
    r"(?:calm|scared|frightened|terrified|upset|distressed|tearful|angry|nervous|agitated|hostile|quiet)\b",
    re.I,
)


# What the man outside does is no manner of the caller's, unless it is said to be heard: `3 hours outside shouting`.
_SHOUTED_THERE = re.compile(
    r"\b(?:outside|street|hours?|minutes?|man|male|men|lad|suspect|offender|customer|he|him|they)\b"
    r"(?:(?!\b(?:heard|hear|background|caller|informant)\b)[^,.;])*\bshouting\b"
    r"|\bshouting (?:at|outside|abuse|threats|through|in|that)\b(?![^,.;]*\b(?:heard|background)\b)",
    re.I,
)


def notes_manner(text: str) -> bool:
    """Whether a note says how the caller sounded or what was heard. `Child` may be the caller: `child caller upset`."""
    return says(_SHOUTED_THERE.sub(" ", _OF_ANOTHER.sub(" ", text)), DEMEANOUR)
