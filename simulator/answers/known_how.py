"""What they say who are asked how they know, or whether they are sure, where nothing is written for it."""

from simulator.answers.bare_question import I_JUST_KNOW, IM_SURE
from simulator.answers.follow_on import telling
from simulator.answers.turn import MOST_PARTS, Turn
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.understanding.of_knowing import asks_if_sure, what_is_known

NOT_CERTAIN = ("I can't be certain.", "I couldn't swear to it.")


def lost_of_knowing(heard: Understood) -> tuple[str, ...]:
    """The questions of how they know something that brought nothing."""
    return tuple(one for one in heard.unheard if what_is_known(one))


def says_how_they_know(turn: Turn, before: Mind, heard: Understood) -> bool:
    """Whether it was asked how they know something, and is answered now.

    Of what they have just said they are sure; what the handler put to them they cannot be certain of.
    """
    lost = lost_of_knowing(heard)
    if not lost or turn.mind.answers_by != "speech" or len(turn.parts) >= MOST_PARTS:
        return False
    said = telling(" ".join((*before.lately, before.last_line)))
    named = telling(what_is_known(lost[0]))
    if not named or not named <= said:
        turn.say(NOT_CERTAIN, "known:not_certain")
    else:
        turn.say(IM_SURE if asks_if_sure(lost[0]) else I_JUST_KNOW, "known:told")
    return True
