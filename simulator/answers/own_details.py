"""The caller says yes to the number that they ring on and to their own name; the fact counts as told."""

from simulator.anew import replace
from simulator.answers.own_name import named_rightly, own_name
from simulator.answers.telling import brought_out, willing
from simulator.answers.this_number import (
    ASKED,
    THIS_ONE,
    asks_if_this_number,
    asks_which_line,
    is_about_the_line,
    is_meant,
    of_the_line,
    rests_on,
)
from simulator.answers.turn import Turn
from simulator.answers.very_words import asks_in_very_words
from simulator.heard import HeardIntent, Understood


def answered_at_once(turn: Turn, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """Says yes to their own name where they are asked by it; gives what else is to be answered, their number too."""
    return _answer_own_name(turn, heard, _answer_which_line(turn, heard, _this_number_for(turn, heard, worth)))


def says_this_one(turn: Turn, intent: HeardIntent) -> bool:
    """Says yes to the number of the line, where the intent asks for that; whether it did."""
    own = of_the_line(turn.setting.scenario)
    if intent.slot != ASKED.slot or own is None:
        return False
    turn.answers[-1:] = [ASKED.id]
    turn.say(turn.setting.caller.manners.get("ASK_CALLBACK") or THIS_ONE, f"this:{own}")
    turn.brought.add(own)
    turn.tell(own, "asked")
    return True


def _this_number_for(turn: Turn, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """What is to be answered, with the question about the line's own number as what it is, in its place."""
    scenario = turn.setting.scenario
    own = of_the_line(scenario)
    asked = asks_if_this_number(heard.text, scenario.channel.number) if own is not None else ()
    asked = tuple(one for one in asked if is_meant(one, heard.text, heard.intents))
    asked = tuple(one for one in asked if not asks_in_very_words(scenario, one))
    if own is None or not asked or any(value.fact == own for value in heard.values):
        return worth
    brought = brought_out(scenario, turn.mind, turn.setting.moments, ASKED.model_copy(update={"slot": None}))
    if brought is None or brought.fact != own or brought.key.startswith("withheld:"):
        return worth
    at = heard.text.find(asked[0].rstrip("?"))
    others = tuple(one for one in worth if not rests_on(one, asked))
    before = tuple(one for one in others if one.span and -1 < heard.text.find(one.span.rstrip("?")) < at)
    return (*before, ASKED, *(one for one in others if one not in before))


def _answer_which_line(turn: Turn, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """Says what kind of line it is, or whose, where that is asked and no topic of the call is about it."""
    found = asks_which_line(turn.setting.scenario, heard.text)
    if found is None or turn.mind.holds != "caller":
        return worth
    rests = tuple(one for one in worth if rests_on(one, (found[0],)))
    about = tuple(one for one in rests if is_about_the_line(turn.setting.scenario, one))
    if about:
        return tuple(one for one in worth if one not in rests or one in about)
    turn.say(found[1], "which_line")
    return tuple(one for one in worth if one not in rests)


def _answer_own_name(turn: Turn, heard: Understood, worth: tuple[HeardIntent, ...]) -> tuple[HeardIntent, ...]:
    """Says yes where they are asked by their own name; gives what else was heard and is to be answered."""
    scenario = turn.setting.scenario
    own, asked = own_name(scenario, turn.mind), named_rightly(scenario, turn.mind, heard.text)
    if own is None or not asked or turn.parts or own in turn.mind.unsettled:
        return worth
    if not willing(scenario.facts[own], turn.mind, turn.setting.moments):
        return worth
    turn.say(("Yes.", "Yes, it is."), f"named:{own}")
    turn.brought.add(own)
    turn.line = replace(turn.line, confirms=own)
    turn.tell(own, "offered")
    return tuple(one for one in worth if not any(one.span.strip(" .?!") in sentence for sentence in asked))
