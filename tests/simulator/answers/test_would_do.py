"""Asked what they would do, somebody for whom nothing is written says that they would do as they are told."""

from asked_by_hand import surface

from simulator.answers.would_do import I_WOULD, WHAT_SHOULD_I, YOU_TELL_ME
from simulator.caller import Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

OPENED = Mind("calm", opened=True)


def answered(call: str, words: str, *intents: HeardIntent, mind: Mind = OPENED) -> str:
    known = Understood(text=words, understood=bool(intents), intents=intents, values=(), mode="core", unheard=(words,))
    return reply(Setting(surface(call, 1), 1, Moments()), mind, known).text


def test_a_caller_in_danger_would_do_what_they_are_told() -> None:
    assert answered("noises-downstairs", "if you can't hear me, what do you do?") in I_WOULD
    assert answered("noises-downstairs", "if somebody knocks, who do you open it to?") in YOU_TELL_ME
    assert answered("noises-downstairs", "what if he comes back?") in WHAT_SHOULD_I


def test_who_rings_about_no_danger_does_not_know() -> None:
    scenario = surface("locked-out-member", 1)
    assert answered("locked-out-member", "what if it asks for the old one?") in scenario.caller.does_not_know


def test_behind_a_front_nothing_of_it_is_said() -> None:
    said = answered("a-large-order", "what happens if he comes in?", mind=Mind("calm", opened=True, answers_by="front"))
    assert said not in (*I_WOULD, *WHAT_SHOULD_I, *YOU_TELL_ME)
