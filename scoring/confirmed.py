"""Places that the handler said rightly and the caller confirmed, though understanding did not see the read-back."""

from collections.abc import Iterator
from itertools import pairwise

from scenarios.scenario import Place, Scenario
from scoring.happenings import Happened, Happenings
from scoring.matching import run_of, words_of
from simulator.events import CallerSaid, FactTold, HandlerSaid

YES = ("yes", "yeah", "yep", "aye", "that's right", "that's it", "correct", "it is")
_PUT_TO_THE_CALLER = ("READBACK", "LISTEN_SUMMARISE", "LISTEN_CLARIFY", "NEG_LEAD_DATA", "ASK_LOCATION")


def confirmed_places(scenario: Scenario, seen: Happenings) -> Iterator[Happened[FactTold]]:
    """A telling for each place whose own line the handler said, however spelled or run together (`rope walk lane`),
    and to which the caller's very next words were yes. What is agreed to so is known."""
    talk = seen.of((HandlerSaid, CallerSaid))
    for said, line in pairwise(talk):
        if not isinstance(said.event, HandlerSaid) or not isinstance(line.event, CallerSaid) or not _agreed(line.event):
            continue
        run = run_of(words_of(said.event.text))
        for name, fact in scenario.facts.items():
            place = fact.value
            if isinstance(place, Place) and fact.told_as is None and _holds(run, place):
                value = f"{place.line}, {place.town}"
                told = FactTold(fact=name, value=value, how="read_back", tags=fact.tags)
                yield Happened(line.n, line.t_ms + line.event.lasts_ms, told)


def _agreed(line: CallerSaid) -> bool:
    answered = {answer.partition(":")[0] for answer in line.answers}
    put = bool(answered & set(_PUT_TO_THE_CALLER)) or line.confirms is not None
    return put and line.corrects is None and line.text.lower().startswith(YES)


def _holds(run: str, place: Place) -> bool:
    """Whether a text run together holds a place's line with its number, and its town."""
    line = run_of(words_of(place.line))
    return any(mark.isdigit() for mark in line) and line in run and run_of(place.town) in run
