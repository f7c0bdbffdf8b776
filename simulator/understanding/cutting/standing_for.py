"""What "it" stands for in a question: the thing named just before it in the same breath."""

import re
from collections.abc import Iterable, Sequence

from simulator.understanding.cutting.clauses import Clause, is_tag
from simulator.understanding.cutting.lives_on_it import asks_when_a_deed_was
from simulator.understanding.cutting.question_begins import first_word_asks
from simulator.understanding.question_words import LEAD_IN, VERB
from simulator.understanding.wordlist import listed

# "Don't open that door. Is it locked?": the second question is about the door.
_OF_IT = re.compile(
    r"^(?:(?:and|so|but|then|now|also|just|please) )*(?:"
    rf"(?:{VERB}) (?:it|that)\b"
    r"|(?:where|when|what time|how long|how big|how far|who|which|what)(?: colour| make| sort)?"
    r"(?:'s|'re| is| was| are| were| has| did| does) (?:it|that)\b"
    r"|(?:whereabouts |where |what part )in it"
    r"|what(?:'s| is| was)(?: written| printed)? (?:on|in|inside|under) it"
    r"|(?:have|has|did|do|does|can|could|is) (?:you|he|she|they|anyone|anybody)(?: \w+){1,2} "
    r"(?:it\b|that(?=(?: (?:too|as well|and all|off you))?$))"
    rf"|who (?:else )?(?!(?:{VERB})\b)\w+(?: you)? it\b"
    r"|is (?:anyone|anybody) else able to \w+ it\b"
    r")(?: [\w']+){0,4}$",
    re.IGNORECASE,
)
# "Is it Collins himself", "was it you": nothing that was named before.
_WHO_IT_IS = re.compile(
    rf"{LEAD_IN}(?:is|was) (?:it|that) (?:how|you|him|them|me|us|(?-i:[A-Z][a-z]+) \w+)\b(?!')", re.IGNORECASE
)
# "How long is it since you slept", "what time is it": nothing stands behind it.
_NOTHING_MEANT = re.compile(
    rf"{LEAD_IN}(?:how (?:long|many \w+) (?:is|was|has) it (?:been )?since\b.*"
    r"|what (?:time|day) (?:is|was) (?:it|that)\b.*|(?:is|was) it (?:true|right|possible|just|only)\b.*)",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|that)\b", re.IGNORECASE)
_HAS_HE = re.compile(
    rf"{LEAD_IN}(?:has|does|did|had|have) (?P<who>he|she|they) (?:(?:got|have) )?(?:a|an|any) ", re.IGNORECASE
)
_THEIRS = {"he": "his", "she": "her", "they": "their"}
_MINE = re.compile(r"\b(?:my|our) ", re.IGNORECASE)
_OF_THE_SAME = re.compile(r"\b(?:at|on|through|over|read|find|get|fetch|see) it\b", re.IGNORECASE)
_ITSELF = re.compile(r"\bit\b", re.IGNORECASE)
# "Which doors are there? Were they both locked?": "they" of what can be locked or lit are the things.
_OF_THEM = re.compile(
    r"(?P<verb>(?:(?:and|so|but|then|now|also) )*(?:are|were|aren't|weren't)) "
    r"(?:(?:they|those|these)(?: both| all)?|both(?: of them)?) (?P<state>(?:(?:still|usually|definitely|all|both) )?"
    r"(?:locked|shut|open|closed|bolted|on|off|lit|drawn|broken|secure)\b(?: [\w']+){0,4})",
    re.IGNORECASE,
)
_THINGS = re.compile(
    r"\b(?:doors|windows|gates|locks|bolts|curtains|blinds|shutters|lights|lamps)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\b(?:the|that|this|your|his|her|their|those|these|any|an?) "
    r"(?:(?:\w+ )?(?:bit|piece|scrap|slip|sheet|pair|set|copy|page) of )?(?P<thing>(?:[a-z]+ )?[a-z]+)\b",
    re.IGNORECASE,
)
# "That new place of yours, did you tell anyone about it?": who or what the question is about is said before it.
_ONLY_NAMED = re.compile(
    r"(?:(?:and|so|but|now|then|no|sorry|what about|how about|i mean|i meant|i was asking about) )*"
    # "Your mum, eighty-six, the one in the front room": what is said of them beside it names them again.
    r"(?P<named>(?:that|the|this|those|these|your|his|her|their) [\w' ]+)(?P<also>(?:, [\w' -]+)*)",
    re.IGNORECASE,
)
# "That time in February, with the torch, did you report it?": it is the torch.
_A_TIME = re.compile(
    r"(?:that|the|this) (?:(?:last|first|other) )?(?:time|day|night|morning|evening|week|occasion)\b", re.I
)
_WITH_IT = re.compile(
    r", (?:with|about|over) (?P<thing>(?:that|the|this|those|these|your|his|her|their) [\w' ]+)", re.IGNORECASE
)
_MEANT = re.compile(r"(?:(?:and|so|but|no|sorry) )*i (?:mean|meant|was asking about)\b", re.IGNORECASE)
# "Have you done it?" asks of what they were told to do: "put the chain on".
_DONE_IT = re.compile(
    r"(?:(?:and|so|but|now|then|okay|right) )*(?:(?:have|did) you (?:done|do) (?:it|that|this|so)|is (?:it|that) done)"
    r"(?: (?:yet|now|then|already|for me|all))*",
    re.IGNORECASE,
)
_DEEDS = (
    "put|lock|bolt|shut|close|go|get|move|turn|switch|hide|take|push|bring|unlock|press|find|fetch|check|block|pull|"
    "draw|step|sit|lie|ring|leave|pick|write"
)
_BIDS = re.compile(
    rf"(?:^|[.!?;,:] |\b(?:and|then|you|please|just|now|to) )(?P<deed>(?:{_DEEDS}) [^,.!?;]+)",
    re.IGNORECASE,
)
_COURTESY = re.compile(r"\b(?:for me|please|right now|now|if you can|quietly|very|straight away)\b ?", re.IGNORECASE)
_MOST_NAMED = 7  # words
# "The phone we have" only names.
_ANY_VERB = re.compile(
    rf"\b(?!have\b)(?:{VERB}|be|please|yes|no|knows?|wants?|needs?|says?|said|thinks?|stays?)\b|'(?:s|m|d|ll)\b|"
    r"^that (?:helps?|helped|sounds?|means|makes|made|matters|counts|explains|works?|happens|happened|fits|changes)\b",
    re.IGNORECASE,
)
_LISTS = re.compile(
    r", (?:and|or|a|an|your|my|his|her|their|any|some)\b", re.IGNORECASE
)  # more things, not the same again
_STANDS_FOR = re.compile(r"\b(?:it|that|them|they|he|she|him|her)\b", re.IGNORECASE)
# "Your name what did he want": a detail of somebody is no "he".
_DETAIL = re.compile(r"\b(?:name|surname|number|address|postcode|age|dob|birth|email)$", re.IGNORECASE)
# "Which form is it? What's it called?"
_WHICH_IT_IS = re.compile(
    rf"{LEAD_IN}(?:which|what) (?P<thing>(?!(?:{VERB}|one|time|kind|sort|about|else|way)\b)[a-z]+) "
    r"(?:is|was) (?:it|that)(?: (?:then|exactly|again))?\W*",
    re.IGNORECASE,
)
# What follows "the" here is no thing that a question would be about.
_NO_THING = frozenset(
    listed(
        "police line moment minute second way time same other one two most right left first last next "
        "call night day morning evening officer officers question place best rest idea bit lot little voice "
        "name surname address postcode date map emergency first second third change changes update "
        "gander peek glance squint"
    )
)
_NUMBERED = re.compile(r"fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+(?:teenth|tieth)")
_ENDS_THING = frozenset(
    listed(
        "is was are were has have had do does did can could will would and or but so with for to from in on at of that "
        "which who where when what how now then there here he she they you it i we as if because locked open shut "
        "by near look looks sound sounds say says still yet already just once"
    )
)


def with_things_named(found: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses, each short question of "it" with the thing that was named before it in the same breath.

    What only names whom or what the next question is about is no clause of its own.
    """
    told: list[Clause] = []
    for clause in found:
        if told and _only_meant(told[-1], clause):
            told.pop()
        if _says_what_it_was(told):
            told.pop()
        named = _named_for(told[-1], clause) if told else ""
        if named:
            first = told.pop()
            while told and (earlier := _only_named(told[-1])):  # "the bank card itself, the plastic one, have you it?"
                first, named = told.pop(), earlier
            core = _STANDS_FOR.sub(named, clause.core, count=1)
            told.append(Clause(f"{first.text}, {clause.text}", core, first.start))
            continue
        thing = _last_thing(told[-1]) if told else ""
        if thing and _asks_of_it(clause.core) and not asks_when_a_deed_was(told[-1].core, clause.core):
            core = _IT.sub(f"{_whose(told[-1].core)} {thing}", clause.core, count=1)
            clause = Clause(clause.text, core, clause.start, unnamed=clause.core)
        told.append(_of_them(clause, told[-1]) if told else clause)
    return tuple(told)


def _says_what_it_was(told: Sequence[Clause]) -> bool:
    """Whether what was named last only says what "it" was in the question before: "when does it shut, the shop"."""
    if len(told) < 2 or not _only_named(told[-1]):
        return False
    asked = told[-2]
    return asked.asks and not asked.text.endswith("?") and _ITSELF.search(asked.core) is not None


def _asks_of_it(core: str) -> bool:
    if _OF_IT.fullmatch(core) is None:
        return False
    return _WHO_IT_IS.match(core) is None and _NOTHING_MEANT.fullmatch(core) is None and not is_tag(core)


def _of_them(clause: Clause, before: Clause) -> Clause:
    """The clause with the things just named for its "they": "were they both locked" of doors."""
    asked = None if clause.unnamed else _OF_THEM.fullmatch(clause.core)
    things = _THINGS.findall(before.core) if asked is not None else []
    if asked is None or not things:
        return clause
    named = f"{asked['verb']} the {things[-1].lower()} {asked['state']}"
    return Clause(clause.text, named, clause.start, unnamed=clause.core)


def with_thing_told(found: tuple[Clause, ...], *told: str) -> tuple[Clause, ...]:
    """The clauses, a first short question of "it" with what was named last before it was asked: "is it on?" of a chain.

    `told` is what was said before, the latest first.
    """
    first = found[0] if found else None
    if first is not None and (bidden := _bidden(told[-1]) if told[1:] and _DONE_IT.fullmatch(first.core) else ""):
        return (Clause(first.text, f"have you {bidden}", first.start, unnamed=first.core), *found[1:])
    at = _first_of_it(found)
    thing = next((thing for text in told if (thing := _last_thing_in(_MINE.sub("your ", text)))), "") if at > -1 else ""
    if not thing:
        return found
    one = found[at]
    named = _IT.sub(f"the {thing}", one.core, count=1)
    return (*found[:at], Clause(one.text, named, one.start, unnamed=one.core), *found[at + 1 :])


def _first_of_it(found: tuple[Clause, ...]) -> int:
    """Where the question stands whose "it" was named before the utterance; -1 where none does.

    It is the first clause, or the one behind words of the same "it": "have a look at it for me. What does it say?"
    """
    for at, one in enumerate(found):
        if (at == 0 or _of_the_same(found[at - 1].core)) and not one.unnamed and _asks_of_it(one.core):
            return at
    return -1


def _of_the_same(core: str) -> bool:
    return _OF_THE_SAME.search(core) is not None and not _things(core)


def _named_for(one: Clause, question: Clause) -> str:
    """What the one names and nothing more, where the question is about it."""
    stands = _STANDS_FOR.search(question.core) if question.asks else None
    named = _only_named(one) if stands is not None else ""
    if stands is not None and _DETAIL.search(named) and stands.group().lower() not in ("it", "that"):
        return ""
    return named


def _bidden(text: str) -> str:
    """What they were told or asked to do first in the words: "put the chain on"; nothing where it is nothing."""
    found = _BIDS.search(text)
    return _COURTESY.sub("", f"{found['deed'][0].lower()}{found['deed'][1:]}").strip() if found else ""


def _only_meant(one: Clause, question: Clause) -> bool:
    """Whether the one only says who is meant, and the question names them itself: "I mean your mother. Is your mother
    well?"."""
    meant = _only_named(one) if question.asks and _MEANT.match(one.core) else ""
    return bool(meant) and meant.lower() in question.core.lower()


def _only_named(one: Clause) -> str:
    """What the clause names, where it says nothing of it and asks nothing."""
    said = one.core.rstrip(" :")
    only = _ONLY_NAMED.fullmatch(said)
    if first_word_asks(one.text):
        return ""  # "could you tell me your date of birth, and is that...": it is asked for
    if only is None or _ANY_VERB.search(said) or len(only["named"].split()) > _MOST_NAMED or one.text.endswith("?"):
        return ""
    also = only["also"]
    if also and (_DETAIL.search(only["named"]) or len(also.split()) > _MOST_NAMED or _LISTS.search(also)):
        return ""
    with_it = _WITH_IT.match(also) if _A_TIME.match(only["named"]) else None
    return with_it["thing"] if with_it is not None else only["named"]


def _whose(asked: str) -> str:
    """Whose the thing is that was asked for: "has he a job" of his; "the" where the words name nobody."""
    owner = _HAS_HE.match(asked)
    return _THEIRS[owner["who"].lower()] if owner is not None else "the"


def _last_thing(clause: Clause) -> str:
    if (asked := _WHICH_IT_IS.fullmatch(clause.core)) is not None:
        return asked["thing"].lower()
    if _ITSELF.search(clause.core):
        return ""  # "is it still in the bread bin, and did he give you it": the same thing, which was named earlier
    return next(iter(_things(clause.core)), "")


def _last_thing_in(text: str) -> str:
    return next(reversed(_things(text)), "")


def _things(text: str) -> list[str]:
    return [thing for match in _THING.finditer(text) if (thing := _bare(match["thing"].lower()))]


def _bare(thing: str) -> str:
    """One or two words that name a thing: without a verb behind it, and nothing where it is none."""
    first, _, second = thing.partition(" ")
    if first in _NO_THING or _NUMBERED.fullmatch(first) or first in _ENDS_THING or len(first) < 3:
        return ""
    return first if not second or second in _ENDS_THING or second.endswith(("ed", "ing")) else f"{first} {second}"
