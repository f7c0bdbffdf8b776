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
from simulator.follow_on import telling
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.sentences import sentences, sentences_of_line
from simulator.very_words import asks_in_very_words

Way = Literal["why", "known", "who", "when", "since", "sure", "meant"]
Alike = Callable[[str, tuple[str, ...]], tuple[float, ...] | None]

LIKE_IT = 0.38  # how like the caller's line one of a topic's questions must be
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
        rf"(?:sure|certain)(?: (?:about|of) {_THAT})?",
    ),
    ("meant", rf"(?:what|how) (?:do|did) you mean(?: by {_THAT})?|meaning what|in what way"),
)
_ASKED = tuple((way, re.compile(rf"{_LEAD}(?:{form}){_AFTER}", re.IGNORECASE)) for way, form in _FORMS)
# How the questions of a topic begin that ask in the same way.
_LED = r"(?:(?:and|so|but|then|okay|sorry) )*"
_WRITTEN: dict[Way, re.Pattern[str]] = {
    "why": re.compile(rf"{_LED}(?:why|how come|what made|what makes|for what reason)\b", re.IGNORECASE),
    "known": re.compile(
        rf"{_LED}(?:how (?:do|did|can|could|would|come) (?:you|he|she|they)\b.* (?:know|tell|sure)\b|what makes you)",
        re.IGNORECASE,
    ),
    "who": re.compile(rf"{_LED}(?:who (?:told|said|gave|says)|where did you (?:hear|get))\b", re.IGNORECASE),
    "when": re.compile(rf"{_LED}(?:when|what (?:time|day|date|month|year)|how long ago)\b", re.IGNORECASE),
    "since": re.compile(rf"{_LED}(?:since when|how long (?:have|has|is|are|did)|when did .* (?:start|begin))\b", re.I),
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
    said = list(sentences(text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").strip()))
    while len(said) > 1 and telling(said[0]) <= telling(told):
        said.pop(0)
    return next((way for way, form in _ASKED if form.fullmatch(" ".join(said))), None)


def with_bare_question(scenario: Scenario, mind: Mind, heard: Understood, alike: Alike) -> Understood:
    """The words as understood; a bare question as what it asks of the caller's last line."""
    told = mind.last_line
    way = way_asked(heard.text, told)
    if way is None or not (_may_be(mind, told) or way == "sure") or asks_in_very_words(scenario, heard.text):
        return heard
    topic = _meant(scenario, mind, way, alike)
    if topic:
        return _as(heard, HeardIntent(id="topic", slot=topic, confidence=SURE, span=heard.text))
    if way in ("when", "since") or any(_asks_so_itself(scenario, way, one) for one in heard.intents):
        return heard  # the hour of it all, or what the words mean by themselves
    name = "ASK_REPEAT" if way == "meant" else "LISTEN_CLARIFY"
    return _as(heard, HeardIntent(id=name, confidence=SURE, span=heard.text))


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


def _meant(scenario: Scenario, mind: Mind, way: Way, alike: Alike) -> str:
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
    lines = dict.fromkeys((mind.last_line, *list(sentences_of_line(mind.last_line))[-1:]))
    return _likest(asking, lines, alike) if asking else ""


def _likest(asking: Sequence[tuple[str, str]], lines: Iterable[str], alike: Alike) -> str:
    """The topic one of whose questions is most like one of the lines; empty where none is like it at all."""
    examples = tuple(example for _, example in asking)
    best, meant = LIKE_IT, ""
    for line in lines:  # all questions at once: the line is weighed but once
        for (topic, _), near in zip(asking, alike(line, examples) or (), strict=False):
            if near >= best:
                best, meant = near, topic
    return meant


def _asks_so_itself(scenario: Scenario, way: Way, intent: HeardIntent) -> bool:
    """Whether a topic that asks in the same way was heard in the words, and clearly."""
    asking = [topic for topic, _ in _asking(scenario).get(way, ())]
    return intent.id == "topic" and intent.confidence >= CLEARLY and (intent.slot or "") in asking


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
