"""Words parted by whom they are said to: the caller, or a colleague named before, within or behind them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import jellyfish
from rapidfuzz.distance import OSA

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.answers.telling import value_told
from simulator.understanding.question_words import OPENLY
from simulator.understanding.wordlist import listed

# Names that colleagues call each other by and that are no other word of the language, so that they need no capital.
_FIRST_NAMES = frozenset(
    listed(
        "aaron adam adrian aisha alan alex alice ali amy andrea andrew andy anna anne annie anthony ashley barry "
        "becky ben beth billy bob brian callum cath cathy charlotte cheryl chloe chris claire clare claudia colin "
        "craig daisy dan daniel danny darren dave david davey deb debbie debs dec declan denise derek diane donna "
        "doug ed eddie eileen elaine ellie emily emma eric ethan fiona fred gareth gary gavin gaz geoff george "
        "georgia gemma gill gordon graham greg hannah harriet harry hayley heather helen hugh ian imran jackie "
        "jacob jake jamal james jamie jan jane janet jason jayne jen jenny jess jessica jill jim jimmy joan "
        "joanne joe joel john johnny jonathan jon jordan josh judith julia julie karen karl kate katie kath kathy "
        "kay keith kelly kenny kev kevin khalid kim kirsty kyle laura lauren lee leanne len lenny leon lesley "
        "lewis liam linda lisa liz louise lucy luke lynn maggie malcolm mandy margaret maria martin martyn mary "
        "matt matthew maureen megan mel melanie michael michelle mick mike mohammed mo molly nadia naomi natalie "
        "neil nick nicky nicola nigel nikki norman oliver olivia owen paul paula pete peter phil philip priya "
        "rachel raj ralph rebecca richard rick ricky robbie robert rod rodney roger ron ronnie ross roy russell "
        "ruth ryan sally sam samantha sandra sanjay sara sarah scott sean shane sharon shaun sheila shirley simon "
        "sonia sophie stacey stan stefan stella steph stephen steve steven stu stuart susan suzanne tara ted "
        "terry theresa tim tina toby tom tommy tony tracey tracy trevor trish val vera vicky victoria vikram "
        "vince wayne wendy yasmin yusuf yvonne zara zoe"
    )
)
_ROLES = r"sarge|serge|skip|skipper|boss|guv|guvnor|guv'nor|gaffer|supervisor|dispatch(?:er)?|team leader"
_RANKS = r"(?:duty )?(?:sergeant|inspector|superintendent)"
_LETTER = (
    "alpha|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo|"
    "sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu"
)
_FIGURE = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|zero|ten|eleven|twelve|twenty)"
_CALL_SIGN = rf"(?:{_LETTER})(?: (?:{_LETTER}))? {_FIGURE}(?: {_FIGURE}){{0,2}}"
_ON_THE_AIR = re.compile(
    rf"(?:{_CALL_SIGN}|control|dispatch),? (?:from|to|this is) (?:{_CALL_SIGN}|control|dispatch|[a-z]+)\b|"
    rf"control,? (?:from|to) \w+|{_CALL_SIGN},? (?:come in|receiving|are you receiving|over)\b|"
    rf"{_CALL_SIGN},? (?=(?:{OPENLY})(?!'s? (?:next|that|it))\b|(?:are|can|could|have|did|do|will) you\b|show )|"
    r"(?:any|all) (?:units?|patrols?)\b(?! of\b)",
    re.IGNORECASE,
)
_PLATE = re.compile(r"\b(?:plate|reg|registration|letters?|spell|spelled|postcode)\b", re.IGNORECASE)
_LED = (
    r"(?:(?:hey|oi|right|okay|ok|so|and|but|yeah|yes|no|sorry|hang on|hold on|wait|here|listen|look|love|mate|"
    r"(?:just )?(?:one|a) (?:sec|second|moment|minute)|bear with me)[\s,]+)*"
)
_ASKS = (
    rf"(?=(?:{OPENLY})(?:'s|'re)?\b \w+ \w|(?:is|are|was|were|do|does|did|have|has|can|could|will|would) "
    r"(?:you|we|i|they|there|the|any|he|she)\b \w|(?:tell|give|get|send|show|check|run|look) )"
)
_NAME = r"[A-Za-z][a-z]{1,11}"
_BEGINS = re.compile(
    rf"{_LED}(?P<who>(?P<role>{_ROLES}|{_RANKS})|(?P<control>control)|(?P<name>{_NAME}))"
    rf"(?P<mark>\s*[,:]\s*(?=\S)|[\s.!?]*$|\s+{_ASKS})",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf",\s*(?P<who>(?P<role>{_ROLES}|{_RANKS})|(?P<name>{_NAME}))\s*(?:,|[.?!]*$)", re.IGNORECASE)
# Without a comma only what nobody is but to those who call them so: "have you told your line supervisor?" asks.
_ENDS = re.compile(
    r"(?<!\ba)(?<!\bthe)(?<!\byour)(?<!\bmy)(?<!\bhis)(?<!\bher)(?<!\bis)(?<!\bwas)(?<!\bor)(?<!\band)(?<!\bto)"
    r"(?<!\bof)(?<!\bfrom)(?<!\bnew)(?<!\bold)(?<!\bwith)(?<!\bby)(?<!\bthat)(?<!\bwho)(?<!\btheir)(?<!\bour)"
    r"(?<!\bthis)(?<!\bother)(?<!\bbig)(?<!\bgang) (?:sarge|serge|skip|skipper|boss|guv|guvnor|guv'nor|gaffer)[.?!]*$",
    re.IGNORECASE,
)
# "What's his name, Dave?" offers a name.
_OFFERS_NAME = re.compile(
    r"\b(?:who|whose|name|names|called|is (?:that|it|this)|was (?:that|it)|which|or)\b", re.IGNORECASE
)
_PIECE = re.compile(r"(?<=[.?!;])\s+|\s+[-\u2013\u2014]+\s+|\.{2,}\s*|\u2026\s*")
_INTRODUCED = re.compile(
    r"\b(?:name(?:'s| is)|i'm|i am|it's|this is|speaking to|talking to|speaking with) "
    r"(?:(?:pc|police constable|sergeant|call handler|handler) )?(?P<name>[a-z]+)\b|"
    r"\b(?P<here>[a-z]+) (?:here|speaking)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_ALIKE = 3  # letters that a name and its short form begin with: Liz is no stranger where there is an Elizabeth, nor Els
_MISHEARD, _OPEN = 2, "AEIOUH"  # letters that may differ in a name that was misheard, and sounds before it that go lost


@dataclass(frozen=True)
class Addressed:
    """What is said to the caller, and what to somebody at the handler's side of the line."""

    caller: str
    colleague: str = ""


def by_addressee(scenario: Scenario, text: str, earlier: Sequence[str] = (), last_line: str = "") -> Addressed:
    """The words by whom they are said to. A colleague is known by a rank, a call sign, or a name of nobody in the call.

    The handler's own name, as they gave it, is no colleague's; "control" opens a call as the name of the service.
    """
    known = _Known(scenario, (*earlier, text), last_line, opened=bool(earlier))
    to_caller, to_colleague, goes_on = [], [], False
    for piece in filter(None, map(str.strip, _PIECE.split(text))):
        at = _place(piece, known)
        if at is None and not goes_on:
            to_caller.append(piece)
            continue
        begins = 0 if at is None else at[0]
        to_caller += [led] if (led := piece[:begins].strip(" ,")) else []
        to_colleague.append(piece[begins:])
        goes_on = at is not None and at[1]
    if not to_colleague:
        return Addressed(text)
    return Addressed(" ".join(to_caller), " ".join(to_colleague))


class _Known:
    """The names that are nobody's at the handler's side of the line."""

    def __init__(self, scenario: Scenario, said: Sequence[str], last_line: str, *, opened: bool) -> None:
        self.opened = opened
        self._last = last_line.lower()
        self._roles = " ".join((scenario.caller.role, *(one.role for one in scenario.others.values()))).lower()
        self._call, self._named = _words(scenario), _named(scenario)
        self._said = said

    @cached_property
    def _own(self) -> set[str]:
        """The handler's own names, as they introduced themselves."""
        return {(one["name"] or one["here"]).lower() for text in self._said for one in _INTRODUCED.finditer(text)}

    def is_colleague(self, found: re.Match[str], *, marked: bool) -> bool:
        groups = found.groupdict()
        marked_off = (groups.get("mark") or ",").strip() in (",", ":")
        if groups.get("role"):
            role = groups["role"].lower()
            echoed = found.string.rstrip().endswith("?") and role in self._call  # "Sergeant? Which one was it?"
            return role not in self._roles and (marked_off or not echoed)
        if groups.get("control"):
            return self.opened and marked
        name = found["who"]
        small = name.lower()
        if small not in _FIRST_NAMES or (not name[0].isupper() and not marked and len(small) <= _ALIKE):
            return False
        alike = any(one.startswith(small[:_ALIKE]) or _misheard(one, small) for one in self._named)
        return small not in self._own and small not in self._call and not alike

    def says_plate(self, text: str) -> bool:
        letters = set(_WORD.findall(text.lower())) & set(_LETTER.split("|"))
        return _PLATE.search(text) is not None or any(one in self._last for one in letters)


def _misheard(name: str, said: str) -> bool:
    """Whether one name may have been heard for the other: Helen for Ellen."""
    alike = min(len(name), len(said)) > _ALIKE and OSA.distance(name, said) <= _MISHEARD
    return alike and jellyfish.metaphone(name).lstrip(_OPEN) == jellyfish.metaphone(said).lstrip(_OPEN)


def _place(piece: str, known: _Known) -> tuple[int, bool] | None:
    """Where words to a colleague begin, and whether they go on in the next sentence; None where there are none."""
    led = re.match(_LED, piece, re.IGNORECASE)
    start = led.end() if led else 0
    if _ON_THE_AIR.match(piece, start) and not known.says_plate(piece):
        return start, False
    begins = _BEGINS.match(piece)
    if begins is not None:
        alone = begins.end() == len(piece)
        if known.is_colleague(begins, marked=bool(begins["mark"].strip()) or alone):
            return begins.start("who"), alone
    within = _WITHIN.search(piece)
    offered = within is not None and within["name"] is not None and _OFFERS_NAME.search(piece) is not None
    if within is not None and not offered and known.is_colleague(within, marked=True):
        return start, False
    return (start, False) if _ENDS.search(piece) else None


@once
def _words(scenario: Scenario) -> frozenset[str]:
    """Every word of the call: the names of all that it knows of are among them."""
    return frozenset(_WORD.findall(scenario.model_dump_json().lower()))


@once
def _named(scenario: Scenario) -> frozenset[str]:
    """The names of the people of the call, part by part."""
    facts = (value_told(fact) for name, fact in scenario.facts.items() if scenario.fact_kind(name) == "name")
    names = (
        scenario.caller.name,
        scenario.channel.subscriber or "",
        *(one.name for one in scenario.others.values()),
        *facts,
    )
    return frozenset(_WORD.findall(" ".join(names).lower()))
