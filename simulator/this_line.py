"""The caller says yes to the number that they ring on, without its figures, and the fact counts as told."""

from simulator.heard import HeardIntent, Understood
from simulator.telling import brought_out
from simulator.this_number import ASKED, THIS_ONE, asks_if_this_number, is_meant, of_the_line, rests_on
from simulator.turn import Turn


def answer_this_number(turn: Turn, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """Says yes where the words ask if theirs is the number to ring; gives what else was heard and is to be answered."""
    scenario = turn.setting.scenario
    own = of_the_line(scenario)
    asked = asks_if_this_number(heard.text, scenario.channel.number) if own is not None else ()
    asked = tuple(one for one in asked if is_meant(one, heard.text, heard.intents))
    if own is None or not asked or any(value.fact == own for value in heard.values):
        return worth
    brought = brought_out(scenario, turn.mind, turn.setting.moments, ASKED)
    if brought is None or brought.fact != own or brought.key.startswith("withheld:"):
        return worth
    turn.say(turn.setting.caller.manners.get("ASK_CALLBACK") or THIS_ONE, f"this:{own}")
    turn.brought.add(own)
    turn.answers.append("ASK_CALLBACK")
    turn.tell(own, "asked")
    return tuple(one for one in worth if not rests_on(one, asked))
