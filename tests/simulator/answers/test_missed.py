"""A question of several that brought nothing is asked back for: not every time, and never by who may not speak."""

from dataclasses import replace

import pytest
from tests_support import scenario_of

from scenarios.scenario import Scenario
from simulator.answers.missed import DEFAULT, EVERY, MOST_TIMES, asks_back, missed
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

WHERE = HeardIntent(id="ASK_LOCATION", confidence=0.95, span="Where are you")
OPENED = Mind("calm", opened=True)


def words(text: str, *intents: HeardIntent, unheard: tuple[str, ...] = ()) -> Understood:
    return Understood(text=text, understood=bool(intents), intents=intents, unheard=unheard)


def said(heard: Understood, mind: Mind = OPENED, seed: int = 1, scenario: Scenario | None = None) -> Line:
    return reply(Setting(scenario or scenario_of(), seed, Moments({"answered": 0})), mind, heard)


@pytest.mark.parametrize(
    ("clause", "lost"),
    [
        ("and did he smash the window?", True),
        ("What colour was the ladder?", True),
        ("how far away is the river", True),
        ("who else lives there", True),
        ("what shoes has he on", True),
        ("I've got a car coming.", False),
        ("can I put you on hold?", False),
        ("Will you do that for me?", False),
        ("thanks a lot now", False),
        ("do sit down for me", False),
    ],
)
def test_what_plainly_asks_and_brought_nothing_is_missed(clause: str, lost: bool) -> None:
    heard = words(f"Where are you? {clause}", WHERE, unheard=(clause,))
    assert missed(heard, (WHERE,)) == ((clause,) if lost else ())


def test_a_question_heard_too_faintly_to_be_answered_was_missed() -> None:
    faint = HeardIntent(id="topic", slot="ladder", confidence=0.6, span="what colour was the ladder?")
    heard = words("Where are you, and what colour was the ladder?", WHERE, faint)
    assert missed(heard, (WHERE,)) and not missed(heard, (WHERE, faint))


def test_what_the_hearing_heard_is_not_missed() -> None:
    assert missed(words("Where are you, and did he smash the window?", WHERE), (WHERE,)) == ()


def test_they_answer_what_they_caught_and_ask_for_the_rest() -> None:
    heard = words("Where are you, and did he smash the window?", WHERE, unheard=("did he smash the window?",))
    lines = [said(heard, seed=seed).text for seed in range(12)]
    back = [line for line in lines if line.endswith(DEFAULT)]
    assert all(line.startswith("Four Mill Way.") for line in lines) and 0 < len(back) < len(lines)


def test_nobody_asks_back_every_time_nor_for_ever() -> None:
    caller = scenario_of().caller
    asked = [seed for seed in range(30) if asks_back(caller, OPENED, seed)]
    assert 0 < len(asked) < 30
    assert not any(asks_back(caller, replace(OPENED, lines=EVERY, asked_back_at=1), seed) for seed in range(30))
    tired = replace(OPENED, lines=99, said={"asks_back": MOST_TIMES})
    assert not any(asks_back(caller, tired, seed) for seed in range(30))


def test_who_may_not_speak_does_not_ask_back() -> None:
    caller = scenario_of().caller
    whispering = caller.model_copy(update={"can_speak_freely": False})
    tapping = replace(OPENED, answers_by="taps")
    assert not any(asks_back(whispering, OPENED, seed) or asks_back(caller, tapping, seed) for seed in range(30))


def test_a_word_of_thanks_does_not_pass_for_an_answer() -> None:
    praise = HeardIntent(id="EMP_REASSURE", confidence=0.95, span="That's really good.")
    lost = "What colour was the ladder?"
    line = said(words(f"That's really good. {lost}", praise, unheard=(lost,)))
    assert line.text in scenario_of().caller.not_understood and not line.understood


@pytest.mark.parametrize(
    ("text", "caught", "unheard"),
    [
        ("Is it pouring, or has it slowed?", "Is it pouring", "has it slowed?"),
        ("is it pouring right now or has it slowed", "has it slowed", "is it pouring right now"),
    ],
)
def test_one_side_of_a_choice_is_not_missed_where_the_other_was_heard(text: str, caught: str, unheard: str) -> None:
    bleeding = HeardIntent(id="topic", slot="bleeding", confidence=0.9, span=caught)
    assert missed(words(text, bleeding, unheard=(unheard,)), (bleeding,)) == ()
    apart = text.replace(" or", " and")
    assert missed(words(apart, bleeding, unheard=(unheard,)), (bleeding,)) == (unheard,)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Can you climb out, how high up is the sill?", True),
        ("Where is he, how high up is the sill?", False),
        ("Is the sill high, how high up is the sill?", False),
    ],
)
def test_behind_a_comma_only_an_open_question_of_another_thing_is_one_of_its_own(text: str, lost: bool) -> None:
    first, clause = text.split(",")[0], "how high up is the sill?"
    caught = HeardIntent(id="topic", slot="sill", confidence=0.95, span=first)
    assert bool(missed(words(text, caught, unheard=(clause,)), (caught,))) is lost


def test_a_question_hardly_heard_as_something_that_asks_nothing_was_missed() -> None:
    bye = HeardIntent(id="CLOSE_PROPER", confidence=0.46, span="was everything switched off?")
    heard = words("Where are you, and was everything switched off?", WHERE, bye)
    assert missed(heard, (WHERE,)) == ("was everything switched off?",)
