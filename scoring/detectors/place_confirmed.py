"""How a place was confirmed once it was told: read back, put in words, narrowed down, or described."""

import re

from scenarios.scenario import Place
from scoring.happenings import Happened
from scoring.matching import content_words
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import FactTold
from simulator.heard import HeardValue

PLACE_FIELDS = ("location",)
_STREETS = "way|drive|road|street|lane|close|court|avenue|gardens|rise|row|place|hill|terrace|crescent|walk"
# Of two streets that sound alike, which it is: `Way, not Drive?`
_WHICH_STREET = re.compile(rf"\b({_STREETS})\b[^.!]{{0,6}}\b(?:not|or)\b[^.!?]{{0,12}}\b({_STREETS})\b[^.!]*\?", re.I)
MOST_OF_A_PLACE = 0.75


def place_facts(reading: Reading) -> tuple[str, ...]:
    """The facts that say where it is happening; on a ticket desk, the address."""
    return reading.for_field(*PLACE_FIELDS) or (
        reading.for_field("address") if reading.scenario.channel.desk == "ticket" else ()
    )


def refined_by(reading: Reading, told: Happened[FactTold]) -> Turn | None:
    """The question after it was told that goes further into the place, or asks which of two streets it is."""
    asked = reading.speech.said("ASK_LOCATION_REFINE", after=told.t_ms - 1)
    return next((turn for turn in asked if _of_the_place(reading, turn)), None) or next(
        (t for t in reading.turns if t.began_ms >= told.t_ms and _WHICH_STREET.search(t.said.text)), None
    )


def _of_the_place(reading: Reading, turn: Turn) -> bool:
    """Whether a question heard as one further into the place is that. Where the scenario has a question of its own for
    the words (`Is the front door locked?`), it is only if that one brings out something of the place."""
    heard = reading.speech.intent_of(turn, "ASK_LOCATION_REFINE")
    topics = {f"topic:{one.slot}" for one in turn.said.intents if one.id == "topic"}
    if heard is None or not heard.beside or not topics:
        return True
    return bool(_of_the_whereabouts(reading) & {*reading.answering(*topics)})


def _of_the_whereabouts(reading: Reading) -> set[str]:
    """The facts that tell more of where the place is; which room, and how to get in, tell nothing of that."""
    inside = reading.answering("ASK_LOCATION_REFINE:room", "ASK_LOCATION_REFINE:access")
    return {*reading.answering("ASK_LOCATION_REFINE")} - {*inside}


def described(reading: Reading, before: Happened[FactTold] | None = None) -> tuple[Turn, Happened[FactTold]] | None:
    """A question further into a place that the caller cannot name (yet), and what of it they could tell when asked."""
    names = _of_the_whereabouts(reading)
    told = next(
        (
            t
            for t in reading.told_facts
            if t.event.fact in names and t.event.how == "asked" and (before is None or t.n < before.n)
        ),
        None,
    )
    if told is None:
        return None
    until = before.t_ms if before else None
    turn = reading.speech.first("ASK_LOCATION_REFINE", before=until) or _asks_on_about(reading, told, until)
    return (turn, told) if turn is not None else None


def _asks_on_about(reading: Reading, told: Happened[FactTold], until: int | None) -> Turn | None:
    """A later question about the very thing that was seen: `are there any words on that sign?`."""
    thing = set(content_words(told.event.value))
    later = (turn for turn in reading.turns if turn.n > told.n and (until is None or turn.began_ms < until))
    asks = (turn for turn in later if "?" in turn.said.text and not turn.crowded)
    return next((turn for turn in asks if thing & set(content_words(turn.said.text))), None)


def place_read_back(reading: Reading, facts: tuple[str, ...]) -> tuple[Turn, HeardValue] | None:
    """The read-back of the place that confirms it: a right one, or a wrong one that the caller put right. What was
    read back wrongly and passed over confirms nothing."""
    back = reading.read_back(facts)
    if back is None:
        return _put_in_words(reading, facts)
    if back[1].agreement != "wrong":
        return back
    told = [(turn, value) for turn, value in reading.speech.values_of(facts, "told") if value.agreement != "none"]
    put_right = {line.event.corrects for line in reading.caller_lines}
    return next((one for one in told if one[1].agreement != "wrong" or one[1].fact in put_right), None)


def _put_in_words(reading: Reading, facts: tuple[str, ...]) -> tuple[Turn, HeardValue] | None:
    """Words that say a house's number and most of the rest of its place after it was told, fillers and pauses between
    them: `so that's, um, nine Linnet... Way, not Drive?`"""
    for name in facts:
        told, place = reading.told(name), reading.scenario.facts[name].value
        if told is None or not isinstance(place, Place):
            continue
        wanted = content_words(f"{place.line} {place.town}")
        numbers = {word for word in wanted if word.isdigit()}
        for turn in reading.turns:
            has = wanted & content_words(turn.said.text)
            said = numbers and numbers <= has and len(has) >= MOST_OF_A_PLACE * len(wanted)
            if said and turn.began_ms > told.t_ms and not turn.crowded:
                return turn, HeardValue(kind="place", value="", fact=name, agreement="right", standing="told")
    return None


def second_identifier(reading: Reading) -> Happened[FactTold] | None:
    """A postcode that was told when the place was asked further into."""
    names = set(reading.for_field("postcode")) & set(reading.answering("ASK_LOCATION_REFINE"))
    return next((t for t in reading.told_facts if t.event.fact in names and t.event.how == "asked"), None)
