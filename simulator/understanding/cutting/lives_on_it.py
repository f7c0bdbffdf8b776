"""A question that lives on the one before it in the same breath, made whole: "did he give you one?"."""

import re
from collections.abc import Iterable
from itertools import pairwise

from simulator.understanding.cutting.clauses import Clause
from simulator.understanding.cutting.plain_order import asked_directly
from simulator.understanding.cutting.question_begins import first_word_asks
from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.question_words import LEAD_IN, OPENLY, VERB

# "What number did he ring from? Did he give you one?"
_ASKED_FOR = re.compile(
    rf"\b(?:what|which|any|a|an|your|the) (?P<thing>(?!(?:{VERB}|{OPENLY}|of|to)\b)[a-z]+)(?= (?:{VERB})\b|\W*$)",
    re.IGNORECASE,
)
_ANY_ONE = re.compile(
    rf"{LEAD_IN}(?:{VERB}) (?:you|he|she|they|there|it)(?: (?!one\b)[\w']+){{0,4}} (?P<one>one)"
    r"(?: (?:for me|there|then|yet|at all|with you|by you|on you))?\W*",
    re.IGNORECASE,
)
# "Which clinic is it, and how long have you been going?"
_A_PLACE = re.compile(rf"\b(?:what|which|a|the|your|that) (?P<thing>(?!(?:{VERB}|{OPENLY})\b)[a-z]+)\b", re.IGNORECASE)
# "What time is the exam, and which one is it?"
_WHICH_ONE = re.compile(rf"{LEAD_IN}which (?:one )?(?P<rest>(?:is|was) (?:it|that))\W*", re.IGNORECASE)
_NAMED_THING = re.compile(r"\b(?:the|your|that|this|his|her|their|a|an) (?P<thing>[a-z]+)\b", re.IGNORECASE)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)
_WENT = re.compile(
    rf"{LEAD_IN}(?:how long|how often|since when|when|what time|why|how) (?:{VERB}) (?:you|he|she|they) "
    r"(?:(?:first|last|usually|been) )*(?:going|go|gone|went|starts? going|started going)\W*",
    re.IGNORECASE,
)
# "Is there a neighbour who could sit with you? What are they called?"
_SOMEBODY = (
    rf"{ANY_KIN}|family|relatives?|relations?|carer|landlord|colleague|manager|boss|supervisor|inspector|"
    "solicitor|lawyer|doctor|nurse|lodger|guest|grown-up|adult|teacher|landlady|driver|passenger"
)
_WHETHER = re.compile(
    rf"{LEAD_IN}(?:(?:is|are|was|were) there|(?:can|could|would|will|might)(?= (?:a|an|any|some|your) )"
    r"|(?:have|has|do|does|did|can|could|would) (?:you|he|she|they|any\w*)"
    rf"(?: got| have| know| ring| ask)?|any)\b[^?]*?\b(?:(?:a|an|any|some|your|or|of) )?(?:\w+ )?"
    rf"(?P<who>{_SOMEBODY})s?\b",
    re.IGNORECASE,
)
# "How did they get in?" and "what are they saying to each other?" ask of those who are there, not of who might be.
_OF_KNOWN_ONES = re.compile(
    r"\b(?:each other|one another|(?:get|got|getting|break|broke|come|came) in)\b", re.IGNORECASE
)
_ANYBODY = re.compile(
    rf"{LEAD_IN}(?:(?:{VERB})(?: (?:there|you|he|she|they)(?: got| have| know)?)?|with) (?:any|some)(?:one|body)\b",
    re.IGNORECASE,
)
_ALSO_WHO = re.compile(rf"\b(?:or|and) (?:a |an |any )?(?P<who>{_SOMEBODY})s?\b", re.IGNORECASE)
_OF_THEM = re.compile(
    r"\b(?P<whose>their)\b|\b(?:they|them)\b"
    r"|\b(?P<his>his|her)(?= (?:(?:full|first|last) )?(?:name|number|surname|age)\b)"
    r"|(?<=\b(?:know|meet|seen|told|call|ring) )(?:him|her)(?=(?: well| at all| too| then| yet| about it)?\W*$)"
    r"|\b(?:he|she)(?= called\b)|(?<=how old is )(?:he|she)\b",
    re.IGNORECASE,
)
# "He said he'd burn it? When was that?": the time of what the handler has just named, not of the caller's own story.
_WHEN_THAT = re.compile(
    rf"{LEAD_IN}(?:(?:when|what time|how long ago)(?:'s| is| was| were)? (?:that|this|it)|how long (?:since|ago))"
    r"(?: (?:then|exactly|roughly|about|said|again))*\W*",
    re.IGNORECASE,
)
_WHY_THAT = re.compile(
    rf"{LEAD_IN}(?:why(?:'s| is| was) (?:that|this)|how come)(?: (?:then|exactly|so|again))*\W*", re.IGNORECASE
)
_YOU_SAID = re.compile(
    rf"{LEAD_IN}(?:i see |i hear )?(?:you(?:'ve)? (?:said|say|told me|mentioned)(?: that)? )?", re.IGNORECASE
)
_DONE = re.compile(
    r"(?:(?:how|why|where|who|what|which)(?: [\w']+)? )?"
    r"(?P<asked>(?:did|have|has|was|were|had|do|does) (?!(?:that|this|it)\b)[\w']+ .+)",
    re.IGNORECASE,
)
# "Who set it up, and when was it?": the deed of somebody, asked of its time.
_WHO_DID = re.compile(rf"{LEAD_IN}who (?:else )?(?P<done>(?!(?:{VERB})\b)[\w']+(?: [\w']+)+)", re.IGNORECASE)
_DID = re.compile(rf"{LEAD_IN}(?:(?:{OPENLY}) )?(?:did|have|has|had)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:was|were|ago)\b", re.IGNORECASE)
# "Whose shed was that, and when did it go?"
_OF_A_THING = re.compile(
    rf"{LEAD_IN}(?:whose|which|what) (?P<thing>(?!(?:{VERB}|{OPENLY}|one|ones|time|day|else|of)\b)[a-z]+) "
    r"(?:is|was|were|are|has|have|had|did|does|do)\b.*",
    re.IGNORECASE,
)
_WHEN_DID_IT = re.compile(
    rf"(?P<asks>{LEAD_IN}(?:when|what time|how long ago) (?:did|was|has|is|does|will)) (?:it|that|this) "
    r"(?P<rest>\w+.*)",
    re.IGNORECASE,
)
# "Has anybody told you not to ring her, and who was that?"
_ANYBODY_DID = re.compile(
    rf"{LEAD_IN}(?P<has>has|did|had|have) (?:anyone|anybody|someone|somebody)(?: else| ever)? (?P<done>[^?]+)",
    re.IGNORECASE,
)
_WHO_WAS_THAT = re.compile(rf"{LEAD_IN}who (?:is|was|were|are) (?:it|that|they|those)\W*", re.IGNORECASE)
# "When did you go in there, and was that before or after the order?": asked of what they did.
_WAY = r"(?:before|after|face|in|by|on|over|at|with|to|from|during)\b[^,?]*"
_WHICH_WAY = re.compile(
    rf"{LEAD_IN}(?:is|was) (?:that|it|this) (?P<way>{_WAY} or {_WAY})\W*",
    re.IGNORECASE,
)
_WHAT_THEY_DID = re.compile(
    rf"{LEAD_IN}(?:(?:{OPENLY})(?: time| day| date| long ago)? )?(?P<did>did (?:you|he|she|they|[A-Z][a-z]+) [^,?]+)",
    re.IGNORECASE,
)
# "Is there a neighbour who can help, and what is the name?"
_THEIR_NAME = re.compile(
    rf"{LEAD_IN}what(?:'s| is) (?P<the>the|a) (?P<detail>name|number|phone number|telephone number)\W*", re.IGNORECASE
)
_SHORT = 9  # words; a longer question says itself whom it is about
_WHO_THEY_ARE = re.compile(
    rf"{LEAD_IN}(?:(?:{OPENLY})(?: \w+)?(?:'s|'re)?|(?:{VERB})|(?:what|how) about)\b.*", re.IGNORECASE
)


def with_what_it_lives_on(found: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, each question that would mean something else alone with what was asked about just before it."""
    return found[:1] + tuple(_made_whole(before, one) for before, one in pairwise(found))


def asks_when_a_deed_was(before: str, clause: str) -> bool:
    """Whether it asks when that was which was asked of before it: "did they call at the house, when was that"."""
    deed = _DID.match(before) is not None or _WHO_DID.fullmatch(before) is not None
    return deed and _WAS.search(clause) is not None and _WHEN_THAT.fullmatch(clause) is not None


def asks_whether_anybody(clause: str) -> bool:
    """Whether it asks if there is somebody: "is there a neighbour", "have you a friend who"."""
    return _WHETHER.match(clause.strip()) is not None or _ANYBODY.match(clause.strip()) is not None


def asks_of_them(clause: str) -> bool:
    """Whether it is a short question of somebody who was only named before it."""
    said = clause.strip()
    if _OF_KNOWN_ONES.search(said):
        return False
    return len(said.split()) <= _SHORT and _OF_THEM.search(said) is not None and _WHO_THEY_ARE.match(said) is not None


def _made_whole(before: Clause, one: Clause) -> Clause:
    if one.unnamed or not one.asks:
        return one
    if (any_one := _ANY_ONE.fullmatch(one.core)) is not None and (thing := _last(_ASKED_FOR, before.core)):
        return _as(one, f"{one.core[: any_one.start('one')]}a {thing}{one.core[any_one.end('one') :]}")
    which = None if _CHOICE.search(before.core) else _WHICH_ONE.fullmatch(one.core)
    if which is not None and (thing := _last(_NAMED_THING, before.core)):
        return _as(one, f"which {thing} {which['rest']}")
    by, who_was = _ANYBODY_DID.fullmatch(before.core), _WHO_WAS_THAT.fullmatch(one.core)
    if by is not None and who_was is not None:
        has = "" if by["has"].lower() == "did" else f"{by['has'].lower()} "
        return _as(one, f"who {has}{by['done'].rstrip(' ?')}")
    way, did = _WHICH_WAY.fullmatch(one.core), _WHAT_THEY_DID.fullmatch(before.core)
    if way is not None and did is not None:
        return _as(one, f"{did['did'].rstrip(' ?')} {way['way']}")
    if _WENT.fullmatch(one.core) is not None and (place := _last(_A_PLACE, before.core)):
        return _as(one, f"{one.core.rstrip(' ?.')} to the {place}")
    if _WHEN_THAT.fullmatch(one.core) is not None and (of_that := _when_of(before.core)):
        return Clause(f"{of_that}?", of_that, one.start)
    if _WHY_THAT.fullmatch(one.core) is not None and (of_that := _why_of(before)):
        return Clause(f"{of_that}?", of_that, one.start)
    when, of_what = _WHEN_DID_IT.fullmatch(one.core), _OF_A_THING.fullmatch(before.core)
    if when is not None and of_what is not None:
        of_that = f"{when['asks']} the {of_what['thing']} {when['rest']}"
        return Clause(f"{of_that.rstrip(' ?')}?", of_that, one.start)
    whether = _WHETHER.match(before.core)
    theirs = _THEIR_NAME.fullmatch(one.core) if whether is not None else None
    if whether is not None and theirs is not None:
        who = _ends_with(before.core) or whether["who"]
        return _as(one, one.core[: theirs.start("the")] + f"the {who}'s {theirs['detail']}")
    if whether is not None and asks_of_them(one.core):
        asked = _of_that_one(_ends_with(before.core) or whether["who"], one.core)
        return Clause(one.text, asked, one.start)  # of them alone: "they" may be others of the call
    return one


def _when_of(said: str) -> str:
    """What is said or asked before, asked of its time: "he rang you" as "when did he ring you"."""
    told = said[_end(_YOU_SAID.match(said)) :].strip(" ,.?!")
    if (who := _WHO_DID.fullmatch(told)) is not None:
        return f"when was it that they {who['done']}"
    done = _DONE.fullmatch(told)
    return f"when {done['asked'][0].lower()}{done['asked'][1:]}" if done is not None else asked_directly("when", told)


def _why_of(before: Clause) -> str:
    """The reason of what the handler said before: "she left" as "why did she leave"; none of what was only asked."""
    told = before.core[_end(_YOU_SAID.match(before.core)) :].strip(" ,.?!")
    if first_word_asks(told):
        return ""
    return asked_directly("why", told) or asked_directly(
        "why", f"they {told[:1].lower()}{told[1:]}"
    )  # "left in a hurry"


def _end(found: re.Match[str] | None) -> int:
    return 0 if found is None else found.end()


def _ends_with(core: str) -> str:
    return next((found["who"] for found in reversed(list(_ALSO_WHO.finditer(core)))), "")


def _of_that_one(who: str, core: str) -> str:
    them = _OF_THEM.search(core)
    if them is None:
        return core
    whom = f"the {who}'s" if them["whose"] or them["his"] else f"the {who}"
    asked = f"{core[: them.start()]}{whom}{core[them.end() :]}"
    return asked.replace(f"are {whom}", f"is {whom}").replace(f"do {whom}", f"does {whom}")


def _as(one: Clause, core: str) -> Clause:
    return Clause(one.text, core, one.start, unnamed=one.core)


def _last(form: re.Pattern[str], text: str) -> str:
    found: Iterable[re.Match[str]] = form.finditer(text)
    return next((one["thing"] for one in reversed(list(found))), "")
