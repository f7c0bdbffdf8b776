"""All that a scenario may cause to be said aloud, and by whom, so that it can be made before it is wanted."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from audio.bracketed import parts_of
from audio.voice import SpokenLine
from scenarios.scenario import Scenario

CALLER, RELAY = "caller", "relay"
# The fields of a scenario that hold words said aloud, the likeliest first; found wherever in the plan they stand.
SPOKEN = (
    "opening", "introduces", "says", "say", "takes", "put_right", "front", "not_understood", "does_not_know", "defers",
    "acknowledges", "silence", "goodbye", "says_yes", "says_no", "fillers", "corrects", "again", "spelled", "withheld",
    "refuses", "thanks", "if_given", "manners", "impatient", "after_hold", "interrupted", "eased", "warns",
    "says_when_upset", "says_when_calmed", "says_when_shut", "reconnects", "reminds", "asks_to_be_spoken_past",
    "asks_back", "asks_for_less",
)  # fmt: skip
_OF_THE_PLAN = ("plan", "marking", "accepts", "never", "records", "topics", "restricted", "verification")


def repertoire(scenario: Scenario) -> tuple[SpokenLine, ...]:
    """Every line of a scenario's people and its operator, each once, the likeliest first."""
    spoken = [SpokenLine(text, kind="operator") for text in scenario.operator_says]
    said = sorted(_said(scenario, CALLER), key=lambda one: one[0])
    # What stands in brackets is a sound; what stands between is said as a line of its own.
    words = ((who, part.words) for _, who, text in said for part in parts_of(text) if part.words)
    spoken += [SpokenLine(text, *voice_of(scenario, who)) for who, text in words]
    return tuple(dict.fromkeys(spoken))


def voice_of(scenario: Scenario, who: str) -> tuple[str, str]:
    """Kind and style of somebody on this line: "caller", a person of `others`, or "relay"; else the caller's."""
    if who == RELAY and scenario.channel.relay is not None:
        return scenario.channel.relay.voice, "neutral"
    person = scenario.others.get(who)
    voice = person.voice if person is not None else scenario.caller.voice
    return voice.kind, voice.style


def _said(part: BaseModel, who: str) -> Iterator[tuple[int, str, str]]:
    """How likely (0 first), who, and the words: of this part of the plan and all within it."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name in _OF_THE_PLAN and isinstance(part, Scenario):
            continue
        if name in SPOKEN:
            for speaker in _speakers(part, name, who):
                yield from ((SPOKEN.index(name), speaker, text) for text in _texts(value))
        elif name == "turn_ends":
            yield SPOKEN.index("says"), RELAY, f"{value[:1].upper()}{value[1:]}."  # ends each line that is passed on
        elif name == "others":
            for other, person in value.items():
                yield from _said(person, other)
        elif name == "said_by":
            for other, texts in value.items():
                yield from ((SPOKEN.index("says"), other, text) for text in texts)
        else:
            yield from _within(value, who)
    if isinstance(part, Scenario) and part.channel.relay is not None and who == CALLER:
        # What the caller says is passed on by the assistant, in the assistant's own voice.
        bare = part.channel.model_copy(update={"relay": None})
        yield from _said(part.model_copy(update={"channel": bare, "others": {}}), RELAY)


def _within(value: Any, who: str) -> Iterator[tuple[int, str, str]]:
    if isinstance(value, BaseModel):
        speaker = RELAY if type(value).__name__ == "Relay" else who
        yield from _said(value, speaker)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _within(each, who)
    elif isinstance(value, tuple):
        for each in value:
            yield from _within(each, who)


def _speakers(part: BaseModel, name: str, who: str) -> tuple[str, ...]:
    """Who says the words of a field: the part may name somebody, or several."""
    if who != CALLER:
        return (who,)
    if name == "takes":
        return (str(getattr(part, "to", who)),)
    several = getattr(part, "by", None)
    if isinstance(several, tuple) and several:
        return several
    return (getattr(part, "speaker", None) or who,)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
