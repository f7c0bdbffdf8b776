"""Asked how they know, for which nothing is written, they are sure of what they said and of nothing put to them."""

from asked_by_hand import surface

from simulator.answers.bare_question import I_JUST_KNOW, IM_SURE
from simulator.answers.known_how import NOT_CERTAIN
from simulator.caller import Setting, reply
from simulator.heard import Understood
from simulator.mind import Mind
from simulator.moments import Moments


def answered(words: str) -> str:
    mind = Mind("calm", opened=True, last_line="They came by the lane.", lately=("They came by the lane.",))
    known = Understood(text=words, understood=False, intents=(), values=(), mode="core", unheard=(words,))
    return reply(Setting(surface("noises-downstairs", 1), 1, Moments()), mind, known).text


def test_of_what_they_said_they_are_sure() -> None:
    assert answered("how do you know they came by the lane?") in I_JUST_KNOW
    assert answered("are you sure they came by the lane?") in IM_SURE


def test_of_what_is_put_to_them_they_are_not() -> None:
    assert answered("how do you know it was a lorry?") in NOT_CERTAIN
