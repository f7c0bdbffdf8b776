"""The choice between the topic that a clause is likest and what its words mean in general."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.understanding.choosing import WEIGHTS, Standing, is_meant, likely
from simulator.understanding.modes import Mode
from simulator.understanding.situation import KnownFact, Situation
from simulator.understanding.understand import load_understanding, loaded

MODES: tuple[Mode, ...] = ("core", "semantic")
share = st.floats(0, 1)
standings = st.builds(
    Standing, alike=share, apart=share, sure=share, asks=st.booleans(), answered=st.booleans(), words=st.integers(0, 60)
)
LADDER = Situation(topics=(("ladder", ("Was the ladder left out?", "Did you leave the ladder out?")),))


@pytest.mark.parametrize("mode", MODES)
@given(standings, share)
def test_more_like_the_topic_is_never_less_likely_to_ask_it(mode: Mode, one: Standing, more: float) -> None:
    nearer = replace(one, alike=max(one.alike, more), apart=max(one.apart, more))
    assert likely(nearer, mode) >= likely(one, mode)


@pytest.mark.parametrize("mode", MODES)
@given(standings, share)
def test_a_surer_general_meaning_never_speaks_for_the_topic(mode: Mode, one: Standing, more: float) -> None:
    assert likely(replace(one, sure=max(one.sure, more)), mode) <= likely(one, mode)


@pytest.mark.parametrize("mode", MODES)
def test_an_example_in_its_very_words_asks_its_topic_whatever_it_means_in_general(mode: Mode) -> None:
    certain = Standing(alike=1.0, apart=0.0, sure=1.0, asks=False, answered=True, words=1)
    assert is_meant(certain, mode)


@pytest.mark.parametrize("mode", MODES)
def test_a_certain_question_that_a_fact_answers_gives_way_only_to_what_is_clearly_a_topic(mode: Mode) -> None:
    weapon = Standing(alike=0.83, apart=0.05, sure=0.99, asks=True, answered=True, words=6)
    assert not is_meant(weapon, mode)
    assert is_meant(replace(weapon, alike=0.96, apart=0.4, words=12), mode)


@pytest.mark.parametrize("mode", MODES)
@given(standings)
def test_what_is_enough_beside_a_sure_meaning_is_enough_beside_none(mode: Mode, one: Standing) -> None:
    alone = replace(one, sure=0.0)
    assert is_meant(alone, mode) or not is_meant(replace(one, sure=max(one.sure, 0.7)), mode)


@pytest.mark.parametrize("mode", MODES)
def test_a_statement_is_not_the_question_it_resembles_unless_it_is_all_but_said(mode: Mode) -> None:
    said = Standing(alike=0.9, apart=0.6, sure=0.85, asks=False, answered=False, words=12)
    assert is_meant(said, mode)
    assert not is_meant(replace(said, resembles=True), mode)
    assert is_meant(replace(said, resembles=True, alike=0.94), mode)


@pytest.mark.parametrize("mode", MODES)
def test_there_is_a_weight_for_every_sign(mode: Mode) -> None:
    assert len(WEIGHTS[mode]) == len(Standing(0, 0, 0, asks=False, answered=False, words=0).signs)


def test_what_the_choice_rests_on_is_told_whatever_is_chosen() -> None:
    heard = load_understanding()
    ((topic, near),) = heard.standings("Did someone leave a ladder standing outside?", LADDER)
    ((_, far),) = heard.standings("What is your date of birth?", LADDER)
    assert topic == "ladder"
    assert near.alike > far.alike
    assert near.asks
    assert far.sure > near.sure


def test_without_topics_there_is_nothing_to_choose() -> None:
    assert load_understanding().standings("Did someone leave a ladder outside?", Situation()) == ()


@pytest.mark.parametrize("mode", MODES)
def test_reading_a_number_back_asks_nothing_of_the_topic_that_it_resembles(mode: Mode) -> None:
    caller = KnownFact("callback", "phone", "07700 900746", told=True)
    streets = ("street", ("Way, is that right?", "Is it Fold or Lane, is that right?"))
    told = Situation(facts=(caller,), topics=(streets,), asked=frozenset({"ASK_CALLBACK"}))
    heard = loaded(mode).understand("Oh double seven double oh, nine double oh, seven four six, is that right?", told)
    assert [(one.id, one.slot) for one in heard.intents] == [("READBACK", "callback")]


@pytest.mark.parametrize("mode", MODES)
def test_a_statement_that_is_certain_gives_way_only_to_what_is_clearly_a_topic(mode: Mode) -> None:
    sent = Standing(alike=0.8, apart=0.26, sure=0.99, asks=False, answered=False, words=7)
    assert not is_meant(sent, mode)
    assert is_meant(replace(sent, alike=0.96, apart=0.4, words=12), mode)
