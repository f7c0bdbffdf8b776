"""A name, age, birthday or number asked of another: a topic of the call, and never the caller's own. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence

from scenarios.scenario import Scenario
from simulator.heard import HeardIntent, Understood
from simulator.understanding.people_words import ANY_KIN, KIN

_DETAILS = {
    "name": re.compile(r"\b(?:sur|first |last |full )?names?\b|\bcalled\b", re.IGNORECASE),
    "age": re.compile(r"\bage\b|\bhow old\b", re.IGNORECASE),
    "date_of_birth": re.compile(r"\b(?:date of birth|d\.?o\.?b|birthday|born)\b", re.IGNORECASE),
}
_NUMBER = re.compile(r"\b(?:number|phone|telephone|mobile|ring|reach|get hold of)\b", re.IGNORECASE)
_THEIR_NUMBER = re.compile(
    r"\b(?:number|phone|telephone|mobile)\b[^.?!]{0,20}"
    rf"\b(?:for|of) (?:(?:your|the) (?P<kin>{ANY_KIN})|(?P<his>him|her|them))\b"
    rf"|\b(?:(?:your|the) (?P<whose>{ANY_KIN})'s|(?P<theirs>his|her|their)"
    r"|(?P<name>(?-i:(?!(?:What|Who|Where|How|When|That|It|There|Here|He|She|Let)')[A-Z][a-z]+))'s)"
    r" (?:\w+ ){0,2}(?:number|phone|mobile)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    rf"\b(?:(?i:your) (?P<kin>(?i:{ANY_KIN}))(?:'s)?\b|(?P<name>[A-Z][a-z]+)'s\b(?! (?:your|the|a|an|is)\b)"
    r"|(?P<his>(?i:his|her|their))\b(?! own))"
)
_NOT_NAMES = frozenset(("what", "who", "where", "how", "when", "that", "it", "there", "here", "he", "she", "let"))
_YOURS_TOO = re.compile(r"\b(?i:your) (?:\w+ ){0,2}(?i:names?|surname|age|date of birth|dob)\b(?P<rest>[^.?!]*)")
_AND_THEIRS = re.compile(
    rf",? (?:and|or) (?:(?i:your) (?P<kin>(?i:{ANY_KIN}))'s|(?P<name>[A-Z][a-z]+)'s"
    r"|(?P<his>(?i:his|hers|theirs)))"
    r"(?=[,.?!]|$| so\b| as\b| please\b)"
)
_PRONOUNS = {"his": ("his", "he"), "her": ("her", "she"), "their": ("their", "they")}
_PERSONAL = ("ASK_PERSON_DETAILS", "VER_ASK_ITEM", "topic")


def of_whom(scenario: Scenario, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """What is to be answered, with each detail asked of another as the topic it is, and none as the caller's own."""
    asked: list[HeardIntent] = []
    for one in worth:
        asked += _of_another(scenario, one) if one.id in _PERSONAL else _number_of(scenario, one)
    for topic in _and_theirs(scenario, heard.text):
        if all((topic.id, topic.slot) != (one.id, one.slot) for one in asked):
            asked.append(topic)
    return tuple(dict.fromkeys(asked))


def asks_a_detail(span: str) -> bool:
    """Whether it asks for a name, an age or a birthday."""
    return any(pattern.search(span) for pattern in _DETAILS.values())


def detail_of(scenario: Scenario, span: str, owner: str) -> HeardIntent | None:
    """The topic of what the words ask of this person, their name, age, birthday or number, where the call has one."""
    details = [name for name, pattern in _DETAILS.items() if pattern.search(span)]
    of_them = next(_topics(scenario, span, owner, details), None)
    if of_them is None and not details and _NUMBER.search(span):
        of_them = next(_numbers(scenario, span, owner), None)
    return of_them


def _numbers(scenario: Scenario, span: str, owner: str) -> Iterator[HeardIntent]:
    fitting = [
        slot
        for slot, topic in scenario.topics.items()
        if any(_NUMBER.search(one) and _names(one, owner) for one in topic.examples)
    ]
    if len(fitting) == 1 or (fitting and owner not in _PRONOUNS):
        most = max(fitting, key=lambda slot: _share(scenario.topics[slot].examples))
        yield HeardIntent(id="topic", slot=most, confidence=0.9, span=span)


def _share(examples: Sequence[str]) -> float:
    return sum(map(bool, map(_NUMBER.search, examples))) / len(examples)


def names_them(scenario: Scenario, intent: HeardIntent, owner: str) -> bool:
    """Whether it is a topic whose own questions name this person."""
    topic = scenario.topics.get(intent.slot or "") if intent.id == "topic" else None
    return topic is not None and any(_names(one, owner) for one in topic.examples)


def _of_another(scenario: Scenario, intent: HeardIntent) -> tuple[HeardIntent, ...]:
    owner = next(filter(None, map(_owner, _OWNER.finditer(intent.span))), "")
    details = [name for name, pattern in _DETAILS.items() if pattern.search(intent.span)]
    if not owner or not details or re.search(r"\byour (?:own |full )?(?:name|age|date|sur)", intent.span.lower()):
        return (intent,)
    if intent.id == "topic":
        about = scenario.topics.get(intent.slot or "")
        covered = [] if about is None else [one for one in details if _mostly(about.examples, one)]
        further = () if not covered else (one for one in details if one not in covered)
        return (intent, *_topics(scenario, intent.span, owner, further))
    if intent.slot not in ("name", "full_name", "first_name", "last_name", "age", "date_of_birth", "dob"):
        return (intent,)
    found = tuple(_topics(scenario, intent.span, owner, details))
    return found or (intent.model_copy(update={"slot": None}),)


def _number_of(scenario: Scenario, intent: HeardIntent) -> tuple[HeardIntent, ...]:
    """A number asked for somebody else: the topic it is, where the call has one, and never the caller's own number."""
    found = _THEIR_NUMBER.search(intent.span) if intent.id == "ASK_CALLBACK" else None
    if found is None:
        return (intent,)
    kin = found["kin"] or found["whose"]
    said = (found["his"] or found["theirs"] or found["name"] or "").lower()
    if said in _NOT_NAMES:
        return (intent,)
    owner = KIN[kin.lower()] if kin else {"him": "his", "them": "their"}.get(said, said)
    if (theirs := next(_numbers(scenario, intent.span, owner), None)) is not None:
        return (theirs,)
    return (HeardIntent(id="ASK_PERSON_DETAILS", confidence=intent.confidence, span=intent.span),)


def _mostly(examples: Sequence[str], detail: str) -> bool:
    return 2 * sum(map(bool, map(_DETAILS[detail].search, examples))) >= len(examples)


def _and_theirs(scenario: Scenario, text: str) -> Iterator[HeardIntent]:
    """The same details of another: "your name and date of birth, and Daniel's"."""
    for yours in _YOURS_TOO.finditer(text):
        theirs = _AND_THEIRS.search(yours["rest"])
        owner = _owner(theirs)
        if theirs is not None and owner:
            said = yours[0][: len(yours[0]) - len(yours["rest"]) + theirs.start()]
            details = [name for name, pattern in _DETAILS.items() if pattern.search(said)]
            yield from _topics(scenario, theirs[0].strip(" ,"), owner, details)


def _owner(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    if found["kin"]:
        return KIN[found["kin"].lower()]
    if found["name"]:
        return "" if found["name"].lower() in _NOT_NAMES else found["name"].lower()
    return {"hers": "her", "theirs": "their"}.get(found["his"].lower(), found["his"].lower())


def _topics(scenario: Scenario, span: str, owner: str, details: Iterable[str]) -> Iterator[HeardIntent]:
    """The topic of each detail of its owner, where the call has one; of "his" only where it can be but one."""
    for detail in details:
        fitting = [
            slot
            for slot, topic in scenario.topics.items()
            if any(_DETAILS[detail].search(one) and _names(one, owner) for one in topic.examples)
        ]
        if len(fitting) == 1 or (fitting and owner not in _PRONOUNS):
            yield HeardIntent(id="topic", slot=fitting[0], confidence=0.9, span=span)


def _names(example: str, owner: str) -> bool:
    words = re.findall(r"[a-z]+", example.lower())
    return any(KIN.get(word, word) == owner or word in _PRONOUNS.get(owner, ()) for word in words)
