"""A question that is hardly more than its question word, "why is that?", heard as one of what the caller just said.

Alone it resembles whatever is asked in few words ("are you sure?" a slight, "why?" a motive). What it is about stands
in the caller's line: of the call's topics that ask in the same way, the one whose questions are most like that line is
meant, where one is like it at all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal

from scenarios.once import once
from scenarios.scenario import Scenario
from simulator.answers.follow_on import telling
from simulator.answers.taken_up import tells_what_happens
from simulator.answers.very_words import asks_in_very_words
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.sentences import sentences, sentences_of_line
from simulator.understanding.question_words import VERB

Way = Literal["why", "known", "who", "when", "since", "sure", "meant", "said", "replied"]
Alike = Callable[[str, tuple[str, ...]], tuple[float, ...] | None]

_SAYING = telling("call calls called say tell told")  # what is said may be said back as told or called
LIKE_THE_QUESTION = 0.5  # the same of the question's own words, where they are the caller's
LIKE_IT = 0.38  # how like the caller's line one of a topic's questions must be
_SAID_TO_IT: tuple[Way, ...] = ("said", "replied")
SURE, CLEARLY = 0.9, 0.8
_LEAD = (
    r"(?:(?:and|so|but|okay|ok|right|well|oh|sorry|now|then|yes|yeah|no|um+|er+m?|thank you|thanks|i see|hang on"
    r"|really)[\s,.!-]+)*"
)
_AFTER = (
    r"(?:,? (?:exactly|roughly)| then| now| please| again| though)*"
    r"(?:,? (?:love|pet|dear|(?:mr|mrs|ms|miss) \w+|(?-i:[A-Z])\w+))?\W*"
)
_THAT = r"(?:it|that|this|so)"
_FORMS: tuple[tuple[Way, str], ...] = (
    ("why", rf"why(?:(?:'s| is| was| would) {_THAT}(?: be)?| not| so)?|how come|how so|for what reason"),
    (
        "known",
        rf"how (?:do|did|can|could|would) (?:you|he|she|they) (?:know|tell)(?: {_THAT}| for sure)?"
        rf"|what makes you (?:think|say|so sure of) {_THAT}|what makes you so sure",
    ),
    ("who", rf"who (?:told|said|gave)(?: you)? {_THAT}|who (?:says|said) {_THAT}"),
    (
        "when",
        rf"(?:when|what time|what day|how long ago)(?:'s| is| was| were) (?:{_THAT}|those)|when did {_THAT} happen",
    ),
    ("since", r"since when|for how long|how long for|how long has (?:it|that|this) been(?: going on| happening)?"),
    (
        "sure",
        r"(?:(?:and )?(?:are )?you(?:'re| are)? )?(?:quite |really |absolutely |completely |definitely )*"
        rf"(?:sure|certain)(?: (?:about|of) {_THAT})?|how (?:sure|certain) are you(?: (?:about|of) {_THAT})?",
    ),
    ("meant", rf"(?:what|how) (?:do|did) you mean(?: by {_THAT})?|meaning what|in what way"),
    ("said", rf"what did (?:he|she|they) (?:say|answer|reply)(?: back)? to {_THAT}"),
    ("replied", rf"what did you (?:say|answer|reply)(?: back)? to {_THAT}"),
)
_ASKED = tuple((way, re.compile(rf"{_LEAD}(?:{form}){_AFTER}", re.IGNORECASE)) for way, form in _FORMS)
# The same of what the caller said, in the caller's own words: "why did you say you were sure?", "who calls him Craig?".
_RETOLD: tuple[tuple[Way, re.Pattern[str]], ...] = (
    ("known", re.compile(rf"{_LEAD}(?:why do|what makes|how do) you (?:think|say|believe|reckon|know)\b.*", re.I)),
    ("why", re.compile(rf"{_LEAD}(?:why|how come) (?:{VERB})?\b.*", re.IGNORECASE)),
    (
        "who",
        re.compile(rf"{_LEAD}who (?:else )?(?:calls?|called|says?|said|tells?|told|gave|gives?)\b.*", re.IGNORECASE),
    ),
)
# "They call him Craig. Who's they?"
_WHO_THEY = re.compile(rf"{_LEAD}who(?:'s| is| are| were) (?:this |these )?[\"']?they[\"']?{_AFTER}", re.IGNORECASE)
_THEY_SAY = re.compile(
    r"\bthey(?:'ve)? (?:all )?(?:calls?|called|says?|said|tells?|told|reckon|want|wanted|ask|asked)\b", re.I
)
# How the questions of a topic begin that ask in the same way.
_LED = r"(?:(?:and|so|but|then|okay|sorry) )*"
_WRITTEN: dict[Way, re.Pattern[str]] = {
    "why": re.compile(rf"{_LED}(?:why|how come|what made|what makes|for what reason)\b", re.IGNORECASE),
    "known": re.compile(
        rf"{_LED}(?:how (?:do|did|can|could|would|come) (?:you|he|she|they)\b.* (?:know|tell|sure)\b|what makes you)",
        re.IGNORECASE,
    ),
    "who": re.compile(rf"{_LED}(?:who (?:told|said|gave|says)|where did you (?:hear|get))\b", re.IGNORECASE),
    "when": re.compile(
        rf"{_LED}(?:when(?:'s|'d| (?:\w+ )?(?:{VERB}))|what (?:time|day|date|month|year)|how long ago)\b", re.IGNORECASE
    ),
    "since": re.compile(rf"{_LED}(?:since when|how long (?:have|has|is|are|did)|when did .* (?:start|begin))\b", re.I),
    "replied": re.compile(rf"{_LED}what did you (?:say|answer|reply)\b", re.IGNORECASE),
    "said": re.compile(
        rf"{_LED}what (?:did|was) (?!you\b|i\b|it\b|that\b|the (?:note|screen|letter|message)\b).*"
        r"\b(?:say|said|reply)\b",
        re.IGNORECASE,
    ),
}
_HEDGED = re.compile(
    r"\b(?:i think|maybe|perhaps|i'm not sure|i suppose|about|must be|might|could be|as far as)\b", re.I
)
IM_SURE = ("Yes. I'm sure.", "Yes, I'm sure.")
I_THINK_SO = ("I think so.", "I can't be certain. I think so.")
I_JUST_KNOW = ("I just do.", "I just know.")


def way_asked(text: str, told: str) -> Way | None:
    """In which way the words ask of what was just told; None where they are more than a bare question.

    What stands before the question may only be taken from the caller's own line: "the bread bin? Why?".
    """
    asked = _last_asked(text, told)
    return next((way for way, form in _ASKED if form.fullmatch(asked)), None) or _retold(asked, told)


def _last_asked(text: str, told: str) -> str:
    """The words without the sentences before them that only say back what was told."""
    said = list(sentences(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip()))
    while len(said) > 1 and telling(said[0]) <= telling(told):
        said.pop(0)
    return " ".join(said)


def _in_full(text: str, told: str) -> str:
    """What a question of the caller's own words asks, "who's they?" as who called or told; empty where it is barer."""
    asked = _last_asked(text, told)
    if _WHO_THEY.fullmatch(asked) is None:
        return asked if _retold(asked, told) is not None else ""
    they_say = next((one for one in sentences_of_line(told) if _THEY_SAY.search(one)), "")
    return re.sub(r"\bthey\b", "who", they_say, flags=re.IGNORECASE)


def _retold(asked: str, told: str) -> Way | None:
    """The way in which a question asks that says the caller's own words back."""
    if _WHO_THEY.fullmatch(asked) is not None and _THEY_SAY.search(told) is not None:
        return "who"
    names = telling(asked)
    if not names or not names <= telling(told) | _SAYING:
        return None
    return next((way for way, form in _RETOLD if form.fullmatch(asked)), None)


def with_bare_question(scenario: Scenario, mind: Mind, heard: Understood, alike: Alike) -> Understood:
    """The words as understood; a bare question as what it asks of the caller's last line."""
    told = mind.last_line
    way = way_asked(heard.text, told)
    if way is None and _may_be(mind, told):
        return _with_first_retold(scenario, mind, heard, alike)
    if way is None or not (_may_be(mind, told) or way == "sure") or asks_in_very_words(scenario, heard.text):
        return heard
    if way in (*_SAID_TO_IT, "since") and _heard_of_it(scenario, mind, way, heard):
        return heard
    topic = _meant(scenario, mind, way, alike, _in_full(heard.text, told))
    if not topic and _retold(_last_asked(heard.text, told), told) and _heard_clearly(heard):
        return heard
    if topic:
        return _as(heard, HeardIntent(id="topic", slot=topic, confidence=SURE, span=heard.text))
    if way in ("when", "since") and not _heard_of_it(scenario, mind, way, heard):
        return _as_the_time(heard, of_it_all=tells_what_happens(scenario, mind))
    itself = way not in _SAID_TO_IT and any(_asks_so_itself(scenario, way, one) for one in heard.intents)
    if way in ("when", "since") or itself:
        return heard  # the hour of it all, or what the words mean by themselves
    name = "ASK_REPEAT" if way == "meant" else "LISTEN_CLARIFY"
    return _as(heard, HeardIntent(id=name, confidence=SURE, span=heard.text))


def _heard_clearly(heard: Understood) -> bool:
    return any(one.confidence >= CLEARLY for one in heard.intents if one.asks)


def _with_first_retold(scenario: Scenario, mind: Mind, heard: Understood, alike: Alike) -> Understood:
    """The words as understood, their first question as what it asks of the caller's line where it says that back."""
    first = next((one.span for one in heard.intents if one.asks and one.span), "")
    if not first or not telling(heard.text.partition(first)[0]) <= telling(mind.last_line):
        return heard
    bare = way_asked(first, mind.last_line)
    way = bare if bare == "sure" else _retold(first.strip(" ,"), mind.last_line)
    if way is None or asks_in_very_words(scenario, first):
        return heard
    of_it = [one for one in heard.intents if one.span == first]
    if bare is None and any(_asks_so_itself(scenario, way, one) for one in of_it):
        return heard
    topic = _meant(scenario, mind, way, alike, first)
    if bare is None and not topic and any(one.confidence >= CLEARLY for one in of_it):
        return heard
    name, slot = ("topic", topic) if topic else ("LISTEN_CLARIFY", None)
    asks = HeardIntent(id=name, slot=slot, confidence=SURE, span=first)
    others = [asks if one is of_it[0] else one for one in heard.intents if one is of_it[0] or one not in of_it]
    return heard.model_copy(update={"intents": tuple(others), "decided_by": (*heard.decided_by, "context")})


def says_of_it(way: Way, told: str) -> tuple[str, ...]:
    """What is said to such a question of what was told, for which nothing was written; empty where nothing fits."""
    match way:
        case "sure":
            return I_THINK_SO if _HEDGED.search(told) else IM_SURE
        case "known":
            return I_JUST_KNOW
        case _:
            return ()


def _may_be(mind: Mind, told: str) -> bool:
    return mind.opened and mind.answers_by == "speech" and bool(told) and not told.rstrip().endswith("?")


def _as(heard: Understood, intent: HeardIntent) -> Understood:
    decided = (*heard.decided_by, "context")
    return heard.model_copy(update={"understood": True, "intents": (intent,), "unheard": (), "decided_by": decided})


def _meant(scenario: Scenario, mind: Mind, way: Way, alike: Alike, asked: str = "") -> str:
    """The topic that asks in that way of what the caller's line tells; empty where none does."""
    if way in ("when", "since") and "ASK_WHAT_HAPPENED" in mind.about:
        return ""  # of what has happened it is the time of that
    if way == "meant":
        return next((one.removeprefix("topic:") for one in mind.about if one.startswith("topic:")), "")
    asking = [
        (topic, example)
        for topic, examples in _asking(scenario).get(way, ())
        if f"topic:{topic}" not in mind.about and not _tells_something_new(scenario, mind, topic)
        for example in examples
    ]
    if not asking:
        return ""
    lines = dict.fromkeys((mind.last_line, *list(sentences_of_line(mind.last_line))[-1:]))
    of_line = LIKE_THE_QUESTION if way in _SAID_TO_IT else LIKE_IT
    return (asked and _likest(asking, (asked,), alike, LIKE_THE_QUESTION)) or _likest(asking, lines, alike, of_line)


def _likest(asking: Sequence[tuple[str, str]], lines: Iterable[str], alike: Alike, least: float) -> str:
    """The topic one of whose questions is most like one of the lines; empty where none is like it at all."""
    examples = tuple(example for _, example in asking)
    best, meant = least, ""
    for line in lines:  # all questions at once: the line is weighed but once
        for (topic, _), near in zip(asking, alike(line, examples) or (), strict=False):
            if near >= best:
                best, meant = near, topic
    return meant


def _asks_so_itself(scenario: Scenario, way: Way, intent: HeardIntent) -> bool:
    """Whether a topic that asks in the same way was heard in the words, and clearly."""
    asking = [topic for topic, _ in _asking(scenario).get(way, ())]
    return intent.id == "topic" and intent.confidence >= CLEARLY and (intent.slot or "") in asking


def _heard_of_it(scenario: Scenario, mind: Mind, way: Way, heard: Understood) -> bool:
    """Whether a topic heard is of what was told: "what did she say to that?" has nothing in it but that."""
    told = telling(mind.last_line) - _SAYING
    slots = {one.slot for one in heard.intents if one.id == "topic"}
    asking = (topic for topic, _ in _asking(scenario).get(way, ()) if topic in slots)
    about = {one.removeprefix("topic:") for one in mind.about}
    return any(
        topic in about or telling(example) & told for topic in asking for example in scenario.topics[topic].examples
    )


def _as_the_time(heard: Understood, *, of_it_all: bool) -> Understood:
    """The words without a topic that only asks in the same way: the time of it all, or of what nobody wrote for."""
    time = next((one for one in heard.intents if one.id == "ASK_WHEN" and one.beside), None)
    if time is None:
        return heard
    asks = time if of_it_all else time.model_copy(update={"id": "LISTEN_CLARIFY", "slot": None})
    return _as(heard, asks.model_copy(update={"beside": False}))


def _tells_something_new(scenario: Scenario, mind: Mind, topic: str) -> bool:
    """Whether the topic brings out a fact that nobody has asked for in words of its own."""
    return any(
        name not in mind.told and f"topic:{topic}" in fact.told_when.asked for name, fact in scenario.facts.items()
    )


@once
def _asking(scenario: Scenario) -> dict[Way, tuple[tuple[str, tuple[str, ...]], ...]]:
    return {way: tuple(_asking_so(scenario, form)) for way, form in _WRITTEN.items()}


def _asking_so(scenario: Scenario, form: re.Pattern[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, topic in scenario.topics.items():
        examples = tuple(one for one in topic.examples if form.match(one))
        if examples:
            yield name, examples
