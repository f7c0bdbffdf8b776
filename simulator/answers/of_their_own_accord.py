"""What the caller says of their own accord: their opening, a fact at its moment, what they ask for and may not have."""

from scenarios.scenario import Press, Scenario
from simulator.anew import replace
from simulator.answers.manners import REFUSALS
from simulator.answers.telling import unasked
from simulator.answers.turn import Line, Setting, Turn
from simulator.heard import Understood
from simulator.mind import Mind


def opening(setting: Setting, mind: Mind) -> Line:
    """The caller speaks first, unasked."""
    turn = Turn(setting, mind)
    open_with_it(turn)
    return turn.done()


def volunteer(setting: Setting, mind: Mind, fact: str) -> Line:
    """A fact comes out at its own moment."""
    turn = Turn(setting, mind)
    lines, key = unasked(setting.scenario.facts[fact], mind, fact)
    turn.say(lines, key)
    turn.tell(fact, "volunteered")
    return turn.done()


def press(setting: Setting, mind: Mind, wanted: Press) -> Line:
    """The caller asks for what may not be given."""
    turn = Turn(setting, mind)
    _press(turn, wanted)
    return turn.done()


def next_press(scenario: Scenario, mind: Mind) -> Press | None:
    """The press whose turn it is, or None when all were made."""
    return next((p for p in scenario.presses if p.id not in mind.presses_made), None)


def open_with_it(turn: Turn) -> None:
    """Says why they ring."""
    turn.say(turn.setting.scenario.opening, "opening")
    for fact in turn.setting.scenario.opening_tells:
        turn.tell(fact, "opening")
    turn.mind = replace(turn.mind, opened=True)


def press_on(turn: Turn, heard: Understood) -> None:
    """Asks for it where it is time to: at first, and again when they are refused."""
    wanted = next_press(turn.setting.scenario, turn.mind)
    if wanted is None or wanted.when is not None or turn.setting.moments.happened("disclosed"):
        return
    first = not turn.mind.presses_made
    refused = any(intent.id in REFUSALS for intent in heard.intents)
    if (first and turn.line.mind.opened) or (not first and refused):
        _press(turn, wanted)
        if len(turn.parts) == 1 and turn.written_courtesies:
            turn.parts.insert(0, turn.written_courtesies[0])  # who presses on says first what they say to an offer


def _press(turn: Turn, wanted: Press) -> None:
    turn.say(wanted.says, f"press:{wanted.id}")
    turn.mind = replace(
        turn.mind,
        presses_made=(*turn.mind.presses_made, wanted.id),
        press_open=wanted.id,
        mood=wanted.mood or turn.mind.mood,
    )
    turn.line = replace(turn.line, press=wanted.id)
