"""A part of a line that borrows its beginning from the question before it: "did he ask for your PIN, or any cards?"."""

import re
from collections.abc import Iterator

from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.question_words import LEAD_IN, OPENLY, PRONOUN, VERB

_SET = "any|a|an|another|some|the|your|his|her|their|my"  # what a thing that is asked for begins with
_SOMEBODY = (
    r"(?:you|he|she|they|we|it|that|anyone|anybody|someone|somebody|(?:the|your|his|her) [\w']+|(?-i:[A-Z][a-z]+))"
)
_TAKES_A_THING = (
    r"(?:(?:give|given|tell|told|send|sent|show|shown|ask|asked) (?:you|him|her|them|anyone|anybody)|ask(?:ed)? for|"
    r"look(?:ed)? at|hear(?:d)? from|see|seen|hear|heard|smell|find|found|get|got|have|had|notice|noticed|want|need|"
    r"bring|brought|take|took|taken|give|given|lose|lost|break|broken|use|used|touch|touched|open|opened|lock|locked|"
    r"hit|hurt|buy|bought|change|changed|check|checked|try|tried)"
)
# "Did he ask for | your PIN", "can you see | any houses", "is there | a dog": the next thing is asked so as well.
_UNDER = tuple(
    re.compile(rf"{LEAD_IN}(?P<under>{under}) (?=\w)", re.IGNORECASE)
    for under in (
        rf"(?:{VERB}) {_SOMEBODY}(?: (?:ever|also|just|still|actually))?(?: {_TAKES_A_THING})",
        rf"(?:{VERB}) (?!(?:it|that) ){_SOMEBODY}(?: (?!(?:{_SET})\b)[\w']+){{0,4}}?(?= (?:{_SET}|any\w+|some\w+)\b)",
        r"(?:is|are|was|were) there",
    )
)
# "Can you give me your name, and your address": asked for as a list already.
_ASKS_TO_SAY = re.compile(
    r"\b(?:can|could|will|would) you(?: \w+)* (?:tell|give|confirm|spell|say|let|repeat|explain|describe)\b",
    re.IGNORECASE,
)
_A_THING = re.compile(
    rf"{LEAD_IN}(?P<thing>(?:{_SET}|any(?:one|body|thing)(?! else)) (?:[\w'-]+,? ?){{1,9}})", re.IGNORECASE
)
_ANOTHER = re.compile(rf",? (?:and|or) (?=(?:{_SET})\b)|, (?=(?:{_SET})\b)", re.IGNORECASE)
# "The Weir Gardens you mentioned" and "the site that's locked" say more than a thing.
_SAYS_MORE = re.compile(
    rf"\b(?:{VERB}|please|you|he|she|they|we|i)\b|'(?:m|re|d|ll|ve)\b|\b(?:that|who|it|there|what|where)'s\b",
    re.IGNORECASE,
)
# "Would you know his voice, the young man?": whom the question was about all along.
_OF_ONE_NAMED = re.compile(
    rf"(?:the|your|that) (?:\w+ )?(?:{ANY_KIN}|man|men|woman|women|lady|bloke|fella|chap|people|caller|police|others?|"
    r"two|one)s?",
    re.IGNORECASE,
)

_ENDS = re.compile(r"[.!?;]\s*$")
_STATE = (
    r"(?:locked|unlocked|shut|open|closed|bolted|on|off|lit|broken|secure|working|parked|running|checked|received|"
    r"charged|drawn|safe|hurt|okay|ok|all right|alright|calm|quiet|awake|asleep|conscious|alone|drunk|sober|armed|"
    r"upset|frightened|scared|friendly|angry|aggressive|violent|gone|warm|cold|"
    r"(?!(?:morning|evening|nothing|something|anything|everything|king|thing|spelling|building)\b)[a-z]{2,}ing)"
)
_HOW_NOW = r"(?:(?:still|now|all|both|quite|definitely) )?"
# "Is the back door locked, and the front?": the same is asked of another thing.
_IS_SO = re.compile(
    rf"{LEAD_IN}(?:is|are|was|were) (?:the|your|his|her|that) (?:[\w']+ )??[\w']+ (?P<so>{_HOW_NOW}{_STATE})",
    re.IGNORECASE,
)
_OF_A_STATE = re.compile(r"(?:(?:,? (?:and |or )?)?(?:the|your|his|her|their) [\w'-]+(?: [\w'-]+)?)+", re.IGNORECASE)
# "Bracken calm?", "seat belt still on?": only the verb is left out.
_NO_NAME = (
    rf"{OPENLY}|{VERB}|{PRONOUN}|{_SET}|anyone|anybody|anything|no|not|nobody|and|or|so|but|all|just|still|ever|hold|hang|"
    r"get|go|come|carry|keep|stay|at|in|on|with|of|to|for|from|about|like|by"
)
_VERBLESS = re.compile(
    rf"{LEAD_IN}(?P<who>(?:(?:the|your|his|her|their) )?(?!(?:{_NO_NAME})\b)[\w']+(?: (?!(?:{_NO_NAME})\b)[\w']+)?)"
    rf" (?P<so>{_HOW_NOW}{_STATE})",
    re.IGNORECASE,
)
# "Ever reported it?", "been drinking?": subject and verb are left out.
_DONE = (
    r"(?:been|seen|heard|told|had|rung|tried|spoken|taken|given|left|lost|changed|reported|moved|noticed|checked|"
    r"touched|drunk|eaten|used|met|asked|called|phoned|got)"
)
_TO_IT = r"(?:the|your|a|an|any|anything|anyone|anybody|it|that|this|them|him|her|everything|another)"
_HAS_DONE = re.compile(
    rf"{LEAD_IN}(?!\w+ (?:{PRONOUN}|what|who|where|when)\b)(?P<done>(?:(?:ever|already|never|also) )?"
    rf"(?:{_DONE} [\w' ]+|[a-z]{{3,}}ed {_TO_IT}\b[\w' ]*))",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:him|her|them|he|she|they)\b", re.IGNORECASE)
_STILL = re.compile(rf"{LEAD_IN}(?P<so>still {_STATE}(?: [\w']+){{0,3}})", re.IGNORECASE)
# "Where's Darren now? On foot?"
_LIKE = re.compile(
    rf"{LEAD_IN}(?P<so>(?:on foot|alone|asleep|awake|drunk|sober|armed|violent|calm|angry|aggressive|masked|local|"
    r"known to you|by (?:him|her)self|on (?:his|her) own|in (?:a|the|his|her) (?:car|van|vehicle|truck|taxi)|"
    r"on a (?:bike|motorbike|moped)|(?:still )?(?:breathing|conscious|crying|moving|talking|shouting|bleeding)))",
    re.IGNORECASE,
)
# "Is your mum downstairs? Hurt?": behind "is he there?" it may be the caller.
_HURT = re.compile(rf"{LEAD_IN}(?P<so>(?:hurt|injured|safe|okay|ok|all right|alright)(?: at all)?)", re.IGNORECASE)
_OF_KIN = re.compile(rf"(?:your|the) (?:{ANY_KIN})", re.IGNORECASE)
_WHO = r"(?:he|she|they|(?:your|the|his|her) (?!door\b|car\b|house\b|name\b|number\b)[a-z]+|(?-i:[A-Z][a-z]+))"
_ABOUT = re.compile(
    rf"{LEAD_IN}(?:(?:{OPENLY})(?: (?!(?:{VERB})\b)[\w-]+){{0,3}}(?:'s| (?:{VERB}))|(?:{VERB})) (?P<who>{_WHO})\b",
    re.IGNORECASE,
)
# "What does Darren look like? Surname?"
_SURNAME = re.compile(rf"{LEAD_IN}(?P<detail>surname|last name|second name)", re.IGNORECASE)
_DETAIL = re.compile(
    rf"{LEAD_IN}(?P<detail>(?:full |first |last )?(?:name|surname)|age|date of birth|dob|address)", re.IGNORECASE
)
_WHO_THEY_ARE = re.compile(
    r"\b(?:look like|looks like|wearing|called|how old|how tall|who(?:'s| is) (?!with\b|in\b|at\b)|describe|'s name|"
    r"(?:his|her|their) (?:name|surname|age))\b",
    re.IGNORECASE,
)
# "Have you got any cameras, or has your neighbour?"
_ASKS_OF = re.compile(rf"{LEAD_IN}(?:{VERB}) (?P<who>{_SOMEBODY}) (?P<rest>\w.*)", re.IGNORECASE)
_OF_ANOTHER_TOO = re.compile(
    rf"{LEAD_IN}(?P<verb>{VERB}) (?P<who>(?:your|his|her|their|the) [\w']+|(?:anyone|anybody) else|(?-i:[A-Z][a-z]+))"
    r"(?: too| as well)?",
    re.IGNORECASE,
)
_WHOSE = {"he": "his", "she": "her", "they": "their"}


def with_what_it_borrows(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, each part that leaves out how it begins made a whole question; as it was said it is tried too."""
    told: list[Clause] = []
    before: Clause | None = None
    for one in found:
        whole = _whole(before, one)
        told += whole
        if whole == (one,):
            before = one  # what borrows lends nothing
    return tuple(told)


def _also_asked(before: Clause, one: Clause) -> str:
    """The same asked of another by the verb alone: "do you owe him money, or does your wife?"."""
    first, also = _ASKS_OF.fullmatch(before.core), _OF_ANOTHER_TOO.fullmatch(one.core)
    if first is None or also is None or also["who"].lower() == first["who"].lower():
        return ""
    return f"{also['verb']} {also['who']} {first['rest']}"


def _whole(before: Clause | None, one: Clause) -> tuple[Clause, ...]:
    if one.unnamed or not one.core:
        return (one,)
    things = tuple(_more_things(before, one)) if before is not None and before.asks else ()
    if things:
        return things
    if before is not None and before.asks and (also := _also_asked(before, one)):
        return (Clause(f"{also}?", also, one.start),)
    if not one.text.rstrip().endswith("?") or (before is not None and not _ENDS.search(before.text)):
        return (one,)
    said = f"{one.core[0].lower()}{one.core[1:]}"
    asked = _of_the_same(before, said) if before is not None else ""
    if asked:
        return (Clause(f"{asked}?", asked, one.start),)  # his name, as whose it is told by the words
    asked = _verb_put_back(before, said)
    return (Clause(one.text, asked, one.start, unnamed=one.core) if asked else one,)


def _more_things(before: Clause, one: Clause) -> Iterator[Clause]:
    """What is asked for beside the thing before it, in the same sentence, under the same beginning."""
    thing = _A_THING.fullmatch(one.core)
    if (
        thing is None
        or _ENDS.search(before.text)
        or _OF_ONE_NAMED.fullmatch(one.core)
        or _SAYS_MORE.search(thing["thing"])
    ):
        return
    so = _IS_SO.fullmatch(before.core)
    if so is not None and not _OF_A_STATE.fullmatch(thing["thing"].strip()):
        return
    under = "" if so is not None else _under(before.core)
    if so is None and not under:
        return
    named = _ANOTHER.split(thing["thing"].strip())
    for each in named:
        asked = f"{under} {each}" if so is None else f"{_be(each)} {each} {so['so']}"
        asks = one.text if each == one.core and one.text.rstrip().endswith("?") else f"{each}?"
        yield Clause(asks, asked, one.start, unnamed=each)


def _under(asked: str) -> str:
    """The beginning that another thing is asked under as well; none where it is asked to be told."""
    begins = [one["under"] for under in _UNDER if (one := under.match(asked)) is not None]
    shortest = min(begins, key=len, default="")
    return "" if _ASKS_TO_SAY.search(shortest) else shortest


def _of_the_same(before: Clause, said: str) -> str:
    """What is asked more of the person whom the question before is about: "on foot?" behind "where's Darren?"."""
    about = _ABOUT.match(before.core)
    if about is None:
        return ""
    who = about["who"]
    like = _LIKE.fullmatch(said) or (_HURT.fullmatch(said) if _OF_KIN.fullmatch(who) else None)
    if like is not None:
        return f"{'are' if who.lower() == 'they' else 'is'} {who} {like['so']}"
    named = who[0].isupper() and who.lower() not in _WHOSE
    detail = _SURNAME.fullmatch(said) if named else None
    detail = detail or (_DETAIL.fullmatch(said) if _WHO_THEY_ARE.search(before.core) else None)
    whose = _WHOSE.get(who.lower()) or f"{who}'s"
    return f"what is {whose} {detail['detail']}" if detail is not None else ""


def _verb_put_back(before: Clause | None, said: str) -> str:
    about = _ABOUT.match(before.core) if before is not None else None
    if (done := _HAS_DONE.fullmatch(said)) is not None:
        of_them = about is not None and not _OF_ANOTHER.search(said)
        who = about["who"] if about is not None and of_them else "you"
        return f"{'have' if who.lower() in ('you', 'they') else 'has'} {who} {done['done']}"
    if (still := _STILL.fullmatch(said)) is not None:
        return f"is {about['who']} {still['so']}" if about is not None else f"are you {still['so']}"
    verbless = _VERBLESS.fullmatch(said)
    return f"{_be(verbless['who'])} {verbless['who']} {verbless['so']}" if verbless is not None else ""


def _be(named: str) -> str:
    """ "Is" or "are", as what is named is one or several."""
    last = named.split()[-1].lower() if named.split() else ""
    return "are" if last in ("children", "people") or (last.endswith("s") and not last.endswith("ss")) else "is"
