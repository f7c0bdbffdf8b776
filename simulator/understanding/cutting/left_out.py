"""What a second question leaves out, put back: "are you hurt, or your dad?", "your name, and your dad's?"."""

import re
from collections.abc import Iterable, Iterator

from simulator.understanding.cutting.clauses import Clause, core

_WHO = (
    r"(?:your|the|his|her|my) [a-z]+|him|her|them|you|yourself|mum|mummy|mam|dad|daddy|nan|nanny|"
    r"any(?:one|body) else|[A-Z][a-z]+"
)
# "...or your mum?", "...you or your father?": whom the question is about as well.
_ALSO = re.compile(
    rf"(?:(?:or|and),? )?(?P<one>{_WHO})(?:,? (?:or|and|an') (?P<two>{_WHO}))?(?: at all| too| as well)?"
)
_OF_YOU = re.compile(r"(?:and |so |but )*(?P<verb>are|have|do|were|did|can) you (?P<rest>.+)", re.IGNORECASE)
_OF_ANYONE = re.compile(
    r"(?:and |so |but )*(?P<verb>is|has|was) (?:anyone|anybody|either)(?: else| there| of you)? (?P<rest>.+)",
    re.IGNORECASE,
)
# What can be asked of one person as of another. "Are you with your mum, or your dad?" asks something else.
_STATE = re.compile(
    r"\b(?:hurt|injured|harmed|okay|ok|all right|alright|safe|bleeding|ill|poorly|unwell|in pain|in danger|awake|"
    r"conscious|breathing|frightened|well)\b",
    re.IGNORECASE,
)
_AND_WHOM = re.compile(rf",\s*(?:or|and) (?P<one>{_WHO})\W*$")
# "How old are you, and the baby?"
_HOW_ARE_YOU = re.compile(
    rf"(?:and |so |but )*(?P<asked>how old|where|whereabouts) are you(?: (?:then|now|both))?"
    rf"(?:,? and (?P<one>{_WHO})(?: then)?)?\W*",
    re.IGNORECASE,
)
# "Name? Number?": of whom one asks the name the number is that of a telephone.
_NUMBER = re.compile(r"(?:and )?(?:your )?(?:number|phone|mobile)", re.IGNORECASE)
_ENDS_IN_NAME = re.compile(r"(?:^|\byour )(?:full )?name$", re.IGNORECASE)
# "Are you and Rosie hurt?": each is asked after.
_OF_BOTH = re.compile(
    rf"(?i:(?:(?:and|so|but|right|okay)[, ]+)*(?P<verb>are|have|were) you (?:and|or)) (?P<one>{_WHO}) "
    r"(?P<rest>(?!both\b)(?!.*\bsafe\b).+)"
)
_FEELS = re.compile(r"\b(?:warm|cold|wet|trapped|stuck|comfortable|upset|crying|asleep|shivering)\b", re.IGNORECASE)
# "Are you hurt? Bleeding?": a word at the head of its sentence, and nobody's name.
_NO_NAME = re.compile(rf"{_STATE.pattern}|{_FEELS.pattern}|[a-z]+(?:ing|ed)", re.IGNORECASE)
_OF_ONE = {"are": "is", "have": "has", "do": "does", "were": "was"}
_OF_SEVERAL = {one: several for several, one in _OF_ONE.items()}
# "What's your name, and your dad's?": the same detail of somebody else.
_DETAIL = r"(?:(?:full |first |last |date of )?(?:name|surname|birth|birthday|age|address|number|postcode))"
_ASKS_DETAIL = re.compile(rf"\byour (?:own )?(?P<detail>{_DETAIL}(?:(?:,| and|, and) {_DETAIL})*)", re.IGNORECASE)
_AND_WHOSE = re.compile(r",? (?:and|or) (?P<whose>(?:your|the|his|her) [a-z]+'s|[A-Z][a-z]+'s|his|hers|theirs)\W*$")
_WHOSE = re.compile(r"(?:(?:and|or) )?(?P<whose>(?:your|the|his|her) [a-z]+'s|[A-Z][a-z]+'s|his|hers|theirs)")
_AS = {"hers": "her", "theirs": "their"}
# "What's your name, and Daniel's surname?", "your date of birth, and your daughter's name and how old she is?"
_AND_THEIR_OWN = re.compile(
    rf"(?P<first>[^?]*\b(?i:your) (?:own )?{_DETAIL}\b(?:(?! and | or )[^?])*?),? (?:and|or) (?:then )?"
    rf"(?P<whose>(?:your|the|his|her) [a-z]+'s|[A-Z][a-z]+'s) (?P<detail>{_DETAIL})"
    r"(?:,? and (?P<old>(?:how old|what age) (?:he|she|they)(?: is| are|'s|'re)?|(?:his|her|their) age|age))?\W*"
)
# "Which bank did you take it from, and when?": the rest of the question is asked of the time too.
_DONE = (
    r"(?:(?:and|so|but|right|okay) )*"
    r"(?:(?:what|which|who|where|how|when)(?: (?!(?:did|do|does|have|has)\b)[\w']+){0,3} )?"
    r"(?P<rest>(?:did|do|does|have|has|is|are) [\w']+ [^,]+?)"
)
_ALSO_ASKED = r"(?P<also>when|why|where|how|what for|(?:for )?how long|since when)"
_AND_ALSO = re.compile(rf"(?P<first>{_DONE}),? and {_ALSO_ASKED}\W*", re.IGNORECASE)
_WAS_DONE, _ONLY_ALSO = re.compile(_DONE, re.IGNORECASE), re.compile(rf"(?:and )?{_ALSO_ASKED}", re.IGNORECASE)


def with_what_was_left_out(found: Iterable[Clause]) -> tuple[Clause, ...]:
    """The clauses, those that only name somebody else asked again of them."""
    told: list[Clause] = []
    for clause in found:
        parted = _parted(clause)
        if parted:
            told += parted
        elif told and (asked := _asked_of_others(told[-1], clause)):
            told[-1:] = asked
        else:
            told.append(clause)
    return tuple(told)


def _parted(clause: Clause) -> tuple[Clause, ...]:
    """ "What's your name and your dad's?", "are you hurt, or your dad?": each as two questions."""
    two = _HOW_ARE_YOU.fullmatch(clause.core)
    if two is not None and two["one"] and two["one"] not in ("you", "yourself"):
        asks = f"{two['asked']} are you"
        return Clause(f"{asks}?", asks, clause.start), _how_is(two["asked"], two["one"], clause.start)
    both = _OF_BOTH.fullmatch(clause.core) if clause.asks else None
    if both is not None and (_STATE.search(both["rest"]) or _FEELS.search(both["rest"])):
        asked = f"{both['verb'].lower()} you {both['rest']}"
        first = Clause(f"{asked}?", asked, clause.start)
        return first, _of(both["one"], both, clause)
    whom = _AND_WHOM.search(clause.text) if clause.asks else None
    if whom is not None:
        text = clause.text[: whom.start()]
        first = Clause(f"{text}?", core(text), clause.start)
        return _asked_of_others(first, Clause(whom.group().strip(", "), whom["one"], clause.start + whom.start()))
    also = _AND_ALSO.fullmatch(clause.core)
    if also is not None:
        first = Clause(f"{also['first']}?", core(also["first"]), clause.start)
        return first, _also(also["also"], also["rest"], clause.start)
    theirs = _AND_THEIR_OWN.fullmatch(clause.text) if clause.asks else None
    if theirs is not None:
        return tuple(_yours_and_theirs(theirs, clause.start))
    whose, detail = _AND_WHOSE.search(clause.text), _ASKS_DETAIL.search(clause.core)
    if whose is None or detail is None:
        return ()
    text = clause.text[: whose.start()]
    first = Clause(f"{text}?", core(text), clause.start)
    return first, _detail_of(whose["whose"], detail["detail"], clause.start + whose.start())


def _yours_and_theirs(both: re.Match[str], start: int) -> Iterator[Clause]:
    yield Clause(f"{both['first']}?", core(both["first"]), start)
    yield _detail_of(both["whose"], both["detail"], start + both.start("whose"))
    if both["old"]:
        asked = "how old is " + both["whose"].removesuffix("'s")
        yield Clause(f"{asked}?", asked, start + both.start("old"))


def _how_is(asked: str, whom: str, start: int) -> Clause:
    who = {"him": "he", "her": "she", "them": "they"}.get(whom, whom)
    asked = f"{asked} {'are' if who == 'they' else 'is'} {who}"
    return Clause(f"{asked}?", asked, start)


def _also(asks: str, rest: str, start: int) -> Clause:
    asked = f"{asks} {rest}"
    return Clause(f"{asked}?", asked, start)


def _detail_of(whose: str, detail: str, start: int) -> Clause:
    asked = f"what is {_AS.get(whose, whose)} {detail}"
    return Clause(f"{asked}?", asked, start)


def _asked_of_others(one: Clause, other: Clause) -> tuple[Clause, ...]:
    """The question and the same of whom the other names; nothing where it names nobody."""
    whose, detail = _WHOSE.fullmatch(other.core), _ASKS_DETAIL.search(one.core)
    if whose is not None and detail is not None:
        return one, _detail_of(whose["whose"], detail["detail"], other.start)
    done, only = _WAS_DONE.fullmatch(one.core), _ONLY_ALSO.fullmatch(other.core)
    if done is not None and only is not None:
        return one, _also(only["also"], done["rest"], other.start)
    if _NUMBER.fullmatch(other.core) and _ENDS_IN_NAME.search(one.core):
        return one, Clause(other.text, "your phone number", other.start)
    also = _ALSO.fullmatch(other.core) if not _NO_NAME.fullmatch(other.core) else None
    how = _HOW_ARE_YOU.fullmatch(one.core)
    if also is not None and how is not None and not how["one"] and also["one"] not in ("you", "yourself"):
        return one, _how_is(how["asked"], also["one"], other.start)
    if also is None or not one.asks or not _STATE.search(one.core):
        return ()
    whom = tuple(name for name in (also["one"], also["two"]) if name)
    if question := _OF_YOU.fullmatch(one.core):
        return (one, *(_of(name, question, other) for name in whom if not name.startswith("you") or " " in name))
    if question := _OF_ANYONE.fullmatch(one.core):
        return tuple(_of(name, question, other) for name in whom)
    return ()


def _of(name: str, question: re.Match[str], other: Clause) -> Clause:
    verb, rest = question["verb"].lower(), question["rest"].replace("yourself ", "").removesuffix(" yourself")
    if name in ("you", "yourself", "them"):
        whom, verb = ("they" if name == "them" else "you"), _OF_SEVERAL.get(verb, verb)
    else:
        whom, verb = {"him": "he", "her": "she"}.get(name, name), _OF_ONE.get(verb, verb)
    asked = f"{verb} {whom} {rest}"
    return Clause(f"{asked}?", asked, other.start)
