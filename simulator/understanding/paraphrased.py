"""Other words for what a secret's phrases say: that somebody moved, was in touch with the police, or is well."""

import re
from functools import lru_cache

from simulator.understanding.normalise import plain
from simulator.understanding.phrases import Said, guarded
from simulator.understanding.spoken import figured

# Words that may stand between who it is and what is said of them; no `may` or `would`, which only suppose.
_BETWEEN = (
    r"(?:(?:is|has|was|had|have|been|being|did|got|just|already|now|only|really|absolutely|certainly|definitely|"
    r"actually|since|recently|gone|and|long|quite|all|very|perfectly|still|also|even|totally|completely|"
    r"probably|all of|"
    r"would(?= (?:moved|relocated|left|rung|been|told|gone|reported|phoned|called|contacted|complained|"
    r"spoken|made|given)\b)|"
    r"herself|himself|themselves|safely|happily|then|finally|indeed|so|pretty|keeping|feeling|doing|both|does) )*"
)
_NEW_PLACE = (
    r"(?:(?:a|an|her|his|some|somewhere) )?(?:brand )?(?:new|own|different|another|other|"
    r"nice)(?: (?:little|wee|own|new|"
    r"rented|council))* (?:place|home|house|flat|address|digs|spot|accommodation)|"
    r"a (?:place|home|house|flat|room) of (?:her|his) own|somewhere (?:new|else|different|safe|nice)"
)
_POLICE = (
    r"(?:us|me|the police|police|101|999|1 0 1|9 9 9|(?:my|a|our|1 of my|1 of our|the) (?:colleagues?|team|sergeant)|"
    r"(?:an?|the|our|1 of (?:our|the|my)) officers?|officers|somebody here|someone here|the station|the desk|the force)"
)
_REPORT = r"(?:a|an|her|his|the|that|this|another) (?:\w+ )?(?:complaint|report|statement|allegation|call|account)"
_MOVED = (
    rf"SHE {_BETWEEN}(?:moved|moving|relocated|flitted|shifted|cleared out|upped sticks|up sticks|up and left|"
    r"long gone|flown the nest|set up (?:home|house)|packed up|moved away|"
    r"left (?:the|that|your|her|his) (?:marital|family|old|shared|matrimonial)? ?(?:home|house|place|"
    r"address|area|county))\b",
    r"SHE (?:is|was|does|has|will be)? ?(?:not|no longer) (?:been )?(?:(?:living|live|lives|staying|stay|stopping|"
    r"residing|reside|registered|based|found) )?(?:there(?! with you| now with you)|at (?!all|risk|liberty|fault|any|"
    r"home|work)\w+|in that|in the (?:house|home|same))\b",
    r"SHE no longer (?:lives|stays|resides)\b",
    rf"SHE {_BETWEEN}(?:(?:in|at|found|bought|rented|renting|rents|settled in(?:to)?|living (?:in|at)|lives (?:in|at)|"
    rf"living|lives|staying|stays|stopping|moved to|gone to|based at|took|taken) (?:herself |himself )?)?"
    rf"(?:{_NEW_PLACE})\b",
)
_IN_TOUCH = (
    rf"SHE {_BETWEEN}(?:rang|rung|ringing|called|phoned|telephoned|contacted|told|informed|emailed|texted|messaged|"
    rf"notified|alerted|approached|reported (?:it|this|that|you|him|everything) to|asked|dialled|went to|came to|"
    rf"come to|turned to|visited) (?:up )?(?:in to |in |into )?{_POLICE}\b",
    rf"SHE {_BETWEEN}(?:rang|rung|called|phoned) in\b",
    rf"SHE {_BETWEEN}(?:reported|shopped|grassed on|grassed up|dobbed in|made the report|complained)\b",
    rf"SHE {_BETWEEN}(?:on|in touch|on the (?:phone|line|blower)|in contact|speaking|talking|spoke|spoken|talked|"
    rf"chatted|been through) (?:up )?(?:to|with) {_POLICE}\b",
    rf"SHE {_BETWEEN}(?:put|made|gave|given|lodged|filed|raised|submitted|make) (?:in )?(?:{_POLICE} )?{_REPORT}\b",
    rf"SHE {_BETWEEN}(?:came|come|been|walked|called|popped) (?:in|into|down|round) (?:to )?(?:see )?{_POLICE}\b",
    rf"\b(?:we|i|{_POLICE}) (?:have |had |did |just |only |already )*(?:heard from|spoke (?:to|with)|"
    rf"spoken (?:to|with)|"
    r"talked to|took a (?:call|report|statement) (?:from|off)|had a (?:call|report|visit|"
    r"statement) (?:from|off)|seen|saw) SHE\b",
    r"\b(?:it|report|call|complaint|that|information|allegation) (?:came|comes|was made|is|was|has come) "
    r"(?:straight |all )?(?:from|by|down to) SHE\b",
)
# What she rang for, where that is no matter of the police: it keeps a secret call secret.
_AN_ORDER = re.compile(
    r"\b(?:pizzas?|pepperoni|toppings?|chips|takeaway|curry|food|deliver\w*|booking|refund|ordering|to order|"
    r"(?:with|about|for|in|of|me|us) (?:an|the|her|his|your|some) order)\b"
)
_OF_POLICE = re.compile(r"\b(?:police|999|101|help|officers?|court|bail|against|complain\w*|report\w*)\b")
_WELL = (
    rf"SHE (?:is|was|has|looks|seems|sounded|sounds|feels|keeps|s|are|not|never|"
    rf"comes) {_BETWEEN}(?:not )?(?:a lot |much |"
    r"absolutely |in )?(?:safe|fine|okay|all right|grand|unharmed|unhurt|unscathed|great|sound|better|healthy|"
    r"alive|protected|secure|comfortable|settled|champion|thriving|well(?! aware| known| within| over)|"
    r"good(?! at)|happy|in (?:good|safe) hands|good hands|safe hands|looked after|(?:being )?taken care of|"
    r"out of (?:danger|harm|reach|harms way|trouble)|coping|bearing up|getting on|no danger|come to no harm|"
    r"not come to (?:any )?harm)\b(?! (?:with|to|about|by|for|that|from you|enough)\b)",
    r"SHE (?:is|has) (?:got )?(?:\w+ )?(?:protection|support|people (?:round|around|with)|somebody (?:with|looking)|"
    r"an alarm|a panic alarm)\b",
    r"\b(?:looking after|keeping an eye on|supporting|taking care of|protecting|caring for|watching over) SHE\b",
    r"\b(?:nothing|no harm|nothing bad) (?:is |has )?(?:happened|come|happening) to SHE\b",
    r"\b(?:do not|no need to|need not|nothing to|try not to) (?:you )?(?:be )?(?:worry|fret|fash|"
    r"worried) (?:yourself )?"
    r"(?:about|over|for) SHE\b",
)
# What the ways listed in a scenario have to say for its secret to be of the kind.
_KINDS = (
    (re.compile(r"\b(?:she|he) (?:is |has )?moved\b|\bnew address\b"), _MOVED),
    (re.compile(r"\b(?:she|he) (?:has )?(?:rang|called|told|reported|rung|complained)\b"), _IN_TOUCH),
    (re.compile(r"\b(?:she|he) is (?:safe|fine|okay|all right|well)\b"), _WELL),
)
_ONLY_AIMED_AT = re.compile(
    r"\b(?:so long as|as long as|once|when|until|unless|make sure|making sure|check|checking|to see|in case|ensure|"
    r"whenever|after|before|want|wish|prefer)\b(?! you to know)[^,]*$"
)


def only_aimed_at(text: str, start: int) -> bool:
    """Whether what begins at this word is only wanted, or waited for: `to make sure she is safe`."""
    return _ONLY_AIMED_AT.search(" ".join(figured(plain(text)).split()[:start])) is not None


@lru_cache(maxsize=256)
def _patterns(phrases: tuple[str, ...], pronoun: str) -> tuple[re.Pattern[str], ...]:
    said = " / ".join(plain(phrase) for phrase in phrases)
    who = r"\\b(?:she|her)" if pronoun == "she" else r"\\b(?:he|him)"
    return tuple(
        re.compile(re.sub(r"\bSHE", who, pattern))
        for telling, patterns in _KINDS
        if telling.search(said)
        for pattern in patterns
    )


def paraphrased(phrases: tuple[str, ...], pronoun: str, text: str, last_line: str = "") -> str:
    """The words that say in another way what the phrases say, of the person named as she or he; empty where none do,
    where they are refused or only supposed, or where the caller has just said as much."""
    words = figured(plain(text))
    before = figured(plain(last_line))
    if not pronoun or (_AN_ORDER.search(words) and not _OF_POLICE.search(words)):
        return ""
    for pattern in _patterns(phrases, pronoun):
        found = pattern.search(words)
        if found is None or pattern.search(before):
            continue
        start = len(words[: found.start()].split())
        place = Said(start, start + len(found.group().split()))
        if not guarded(words, place) and not only_aimed_at(words, start):
            return found.group()
    return ""
