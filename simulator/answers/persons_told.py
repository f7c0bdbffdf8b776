"""Whom "she" or "he" means where a person of this call was named just before: "is Rosie hurt?", then "is she crying?".

The questions of a call that say only "she" are mostly about one of two women, and would be answered of that one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import jellyfish
from rapidfuzz.distance import OSA

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.understanding.cutting.persons_named import ASKS_OF_ONE, PIECES
from simulator.understanding.cutting.question_begins import question_places
from simulator.understanding.people_words import MEN, WOMEN
from simulator.understanding.question_words import LEAD_IN, OPENLY, VERB

FEWEST = 2  # questions that ask of a name before it is a person's
LONGEST = 12  # words of a question, some of them run together with the next
FAR_BACK = 3  # utterances of the handler's in which "she" stays the same
SHORTEST, SLIPS = 4, 2  # letters of a name that is only like one, and how many of them may differ
MOSTLY = 1.5  # times more often she than he
_ASKED_OF = re.compile(
    r"\b(?i:is|has|does|did|can|could|was|will|how's|how is|who is|who's|what is|what's|about|reach|touch|hold) "
    r"(?P<name>[A-Z][a-z]+)\b(?!'s| [A-Z])"
)
_SHE, _HE = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE), re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE)
_BABY = re.compile(r"\b(?:baby|little one)\b", re.IGNORECASE)
_A_BABY = re.compile(r"\b(?:the|your|you're|that) (?:\w+ )?(?:baby|little one)\b(?!')", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"\b(?:is|was|does|did|has|can|could|how's|where's|what's|who's|about|with|on|and|see|hear|reach|touch|hold|wake|"
    r"tell|sister|brother|baby|called|hello|hi)\s+$",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"\b(?:{WOMEN}|{MEN}|man|men|woman|lady|gentleman|driver|partner|ex|officers?|somebody|someone)\b", re.IGNORECASE
)
_BEGINS = re.compile(rf"{LEAD_IN}(?:(?:{VERB}|{OPENLY}|whether|if)\b|any\b)", re.IGNORECASE)
# "Can you tell me how old she is?", "whether she's breathing": asked by way of another question.
_INDIRECTLY = re.compile(
    rf"{LEAD_IN}(?:(?:(?:can|could|do|would|will) you (?:please |just )*(?:tell(?: me)?|say|know|see|remember|check)"
    r"|(?:please |just )*(?:tell me|check|see)|any idea|(?:i|we) (?:need|want|have) to know)(?: roughly| exactly)?,? )?"
    rf"(?:{OPENLY}|whether|if)\b(?: (?!(?:she|he|her|his|him|they|you|it)\b)\w+){{0,2}} (?P<who>she|he|her|his)\b",
    re.IGNORECASE,
)
_OF_HER = re.compile(
    r"\b(?P<of>on|with|to|near|beside|see|hear|reach|touch|hold|wake) (?P<who>her|him)\b(?=\s*(?:$|at\b|from\b|now\b))",
    re.IGNORECASE,
)
# "Is Rosie hurt, can you see any blood?": on the one who was named.
_BLOOD = re.compile(r"\b(?:blood|bleeding|cuts|bruises|marks)\b", re.IGNORECASE)
_ANY_BLOOD = re.compile(
    rf"{LEAD_IN}(?:(?:can|could|do) you (?:see|sea)|is there|are there|any sign of)(?: (?:any|some))? "
    rf"(?:{_BLOOD.pattern})"
    r"(?: (?:or|and) \w+)?(?: at all| anywhere)?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:she|her|he|him|his)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Person:
    """Somebody the call's questions ask of by name: whether a woman, and whether plain "she" is mostly this one."""

    name: str
    called: tuple[str, ...]  # the name, and whatever else they go by: "your dad"
    she: bool
    main: bool
    baby: bool


def of_person_told(scenario: Scenario, text: str, told: str, earlier: Sequence[str]) -> str:
    """The words with the name instead of "she" or "he" in short questions of a person who was named just before.

    `told` is the caller's last line, `earlier` what the handler said before. Nothing changes where it may be another,
    nor where it is the one whom plain "she" means in this call anyway.
    """
    people = _people(scenario)
    text = _with_names_as_known(people, text)
    if not (_PRONOUN.search(text) or _BLOOD.search(text)) or all(one.main for one in people):
        return text
    named = _meant_before(people, told, earlier)
    out = []
    for piece in _pieces(text):
        found = _named_in(people, piece)
        if named is not None and not found and not _OTHERS.search(piece) and len(piece.split()) <= LONGEST:
            piece = _of(named, piece)
        elif found:
            named = found[-1]
        elif _OTHERS.search(piece):
            named = None
        out.append(piece)
    return "".join(out)


def _pieces(text: str) -> Iterator[str]:
    """The words cut at their marks and joining words, and where another question begins without any."""
    for piece in PIECES.split(text):
        places = [0, *question_places(piece), len(piece)]
        yield from (piece[one:other] for one, other in pairwise(places))


def _with_names_as_known(people: tuple[Person, ...], text: str) -> str:
    """The words with a name of this call instead of what a recogniser wrote for it: "is rosy hurt" of Rosie.

    Only where a person may stand: as whom a question asks of, or is told to. Nothing is changed in a line that says
    the name itself.
    """
    for one in people:
        if re.search(rf"\b{one.name}\b", text, re.IGNORECASE):
            continue
        for word in _words_like(one.name, text):
            if _OF_SOMEBODY.search(text[: word.start()]):
                text = f"{text[: word.start()]}{one.name}{text[word.end() :]}"
                break
    return text


def persons_of(scenario: Scenario) -> tuple[str, ...]:
    """The names of those whom the call's questions ask of."""
    return tuple(one.name for one in _people(scenario))


def _fits(named: Person, who: str) -> bool:
    return not named.main and named.she == (who.lower() in ("she", "her"))


def _of(named: Person, piece: str) -> str:
    """The piece with the name where it asks of "her": as its subject, or as whom something is about."""
    asks = ASKS_OF_ONE.match(piece) or _INDIRECTLY.match(piece)
    if asks is not None and _fits(named, asks["who"]):
        owns = asks["who"].lower() in ("her", "his") and re.match(r" [a-z]", piece[asks.end("who") :], re.IGNORECASE)
        piece = f"{piece[: asks.start('who')]}{named.name}{chr(39) + 's' if owns else ''}{piece[asks.end('who') :]}"
    said = piece.rstrip(" ?.!")
    if asks is None and not named.main and _ANY_BLOOD.fullmatch(said.strip()):
        return f"{said} on {named.name}{piece[len(said) :]}"
    if asks is None and not _BEGINS.match(piece):
        return piece
    return _OF_HER.sub(
        lambda found: f"{found['of']} {named.name}" if _fits(named, found["who"]) else found.group(), piece
    )


def _meant_before(people: tuple[Person, ...], told: str, earlier: Sequence[str]) -> Person | None:
    """Who was named last before these words, and alone where the caller named them."""
    in_line = _named_in(people, told)
    if in_line or _OTHERS.search(told):
        return in_line[0] if len(set(in_line)) == 1 else None
    for said in list(reversed(earlier))[:FAR_BACK]:
        found = _named_in(people, said)
        if found:
            return found[-1]
        if _OTHERS.search(said) or not _PRONOUN.search(said):
            return None
    return None


def _named_in(people: tuple[Person, ...], text: str) -> list[Person]:
    """Who is named in the words, in order: by name, by what sounds the same ("rosy"), or as the baby."""
    found = [
        (at.start(), one)
        for one in people
        for at in (*_naming(one, text), *(_A_BABY.finditer(text) if one.baby else ()))
    ]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _naming(one: Person, text: str) -> Iterator[re.Match[str]]:
    if one.name[:1].isupper():
        yield from _words_like(one.name, text)
    for other in one.called:
        if other != one.name or not one.name[:1].isupper():
            yield from re.finditer(rf"\b{re.escape(other)}\b(?!'s (?:{WOMEN}|{MEN})\b)", text, re.IGNORECASE)


def _words_like(name: str, text: str) -> Iterator[re.Match[str]]:
    for word in re.finditer(r"[A-Za-z]+", text):
        said = word.group().lower()
        if said == name.lower() or (
            len(said) >= SHORTEST
            and OSA.distance(said, name.lower()) <= SLIPS
            and said[0] == name[0].lower()
            and jellyfish.metaphone(said) == jellyfish.metaphone(name)
        ):
            yield word


@once
def _people(scenario: Scenario) -> tuple[Person, ...]:
    """Those whom the author says are spoken of; where none are, those whom the call's own questions name."""
    told = {name: _examples_about(scenario, called) for name, called in _known(scenario).items()}
    sexed = {name: sex for name in told if (sex := _is_she(scenario, name, told[name])) is not None}
    every = [form for called in _known(scenario).values() for form in called]
    bare = {name: sum(_only_pronoun(one, every) for one in told[name]) for name in sexed}
    return tuple(
        Person(
            name,
            called=_known(scenario)[name],
            she=she,
            main=bare[name] == max(count for other, count in bare.items() if sexed[other] == she),
            baby=4 * sum(_BABY.search(one) is not None for one in told[name]) > len(told[name]),
        )
        for name, she in sexed.items()
    )


@once
def _known(scenario: Scenario) -> Mapping[str, tuple[str, ...]]:
    """What each person is called, by the name that questions of them are put with."""
    if scenario.spoken_of:
        return {one.called[0]: one.called for one in scenario.spoken_of.values()}
    names = Counter(
        name
        for topic in scenario.topics.values()
        for name in {found["name"] for one in topic.examples for found in _ASKED_OF.finditer(one)}
        for _ in range(_times(name, topic.examples))
    )
    own = scenario.caller.name.split()
    return {name: (name,) for name, times in names.items() if times >= FEWEST and name not in own}


def _times(name: str, examples: Iterable[str]) -> int:
    return sum(any(found["name"] == name for found in _ASKED_OF.finditer(one)) for one in examples)


def _examples_about(scenario: Scenario, called: tuple[str, ...]) -> tuple[str, ...]:
    """The examples of the topics that are about somebody who is called so."""
    word = re.compile(rf"\b(?:{'|'.join(map(re.escape, called))})\b")
    return tuple(
        one for topic in scenario.topics.values() if any(map(word.search, topic.examples)) for one in topic.examples
    )


def _is_she(scenario: Scenario, name: str, examples: tuple[str, ...]) -> bool | None:
    stated = next((one.pronoun for one in scenario.spoken_of.values() if one.called[0] == name), None)
    return _sex(examples) if stated is None else {"she": True, "he": False}.get(stated)


def _sex(examples: Iterable[str]) -> bool | None:
    """True of a woman, False of a man, None where the questions do not say."""
    told = tuple(examples)
    she, he = (sum(pattern.search(one) is not None for one in told) for pattern in (_SHE, _HE))
    if she > MOSTLY * he:
        return True
    return False if he > MOSTLY * she else None


def _only_pronoun(example: str, names: Sequence[str]) -> bool:
    return _PRONOUN.search(example) is not None and not any(name in example for name in names)
