"""Wording varies by seed and persona; what is told under the same questions never does."""

from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_support import POLICY, WORLD, WordUnderstanding, scenario_of, started_of

from scenarios.persona_file import persona_names
from scenarios.persona_fill import with_persona
from scenarios.scenario import Scenario
from simulator import actions, events
from simulator.call import Call
from simulator.journal import of_kind

QUESTIONS = ("ASK_LOCATION", "ASK_PERSON_DETAILS:name", "ASK_CALLBACK", "EMP_ACK", "ASK_WEAPON", "NEG_RUDE_BLAME",
             "gibberish", "HOLD_EXPLAIN", "ADV_SAFETY")  # fmt: skip


def small_call_of(persona: str | None) -> Scenario:
    plain = scenario_of().model_dump(by_alias=True, mode="json")
    mood = {"starts": "frightened", "trust": 2}
    plain["caller"] = {"name": "Ann Ford", "role": "victim", "voice": {"kind": "woman"}, "mood": mood}
    if persona is not None:
        plain["caller"]["persona"] = persona
    data, faults = with_persona(plain)
    assert not faults
    # The same treatment moves everybody alike here: what is tried is the wording.
    data["caller"]["mood"] |= {"calmed_by": [], "upset_by": []}
    return Scenario.model_validate(data)


def played(persona: str | None, seed: int, asked: list[str]) -> Call:
    call = Call(small_call_of(persona), POLICY, started_of(seed=seed), WordUnderstanding(), WORLD)
    call.begin()
    call.do(actions.Answer(), 2_000)
    for number, words in enumerate(asked):
        call.do(actions.Say(text=words), 4_000 + number * 12_000)
    call.do(actions.Stop(), 4_000 + len(asked) * 12_000)
    return call


def told(call: Call) -> list[tuple[str, str, str]]:
    return [(one.fact, one.value, one.how) for _, one in of_kind(call.entries, events.FactTold)]


@given(st.sampled_from(persona_names()), st.integers(1, 10_000), st.lists(st.sampled_from(QUESTIONS), max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_seed_and_persona_change_the_words_and_never_the_facts(persona: str, seed: int, asked: list[str]) -> None:
    assert told(played(persona, seed, asked)) == told(played(None, 1, asked))


def test_people_sound_different() -> None:
    lines = set()
    for name in persona_names():
        call = played(name, 1, ["OPEN_GREET", "gibberish", "NEG_JARGON"])
        lines.add(tuple(one.text for _, one in of_kind(call.entries, events.CallerSaid)))
    assert len(lines) > len(persona_names()) * 0.9


def test_fillers_come_now_and_then_and_never_twice_running() -> None:
    begun, of = 0, 0
    for name in persona_names():
        fillers = small_call_of(name).caller.fillers
        if not fillers:
            continue
        for seed in range(1, 9):
            call = played(name, seed, ["OPEN_GREET", *["ASK_LOCATION"] * 6])
            texts = [one.text for _, one in of_kind(call.entries, events.CallerSaid)]
            marked = [text.startswith(tuple(fillers)) for text in texts]
            assert not any(one and other for one, other in pairwise(marked)), texts
            begun, of = begun + sum(marked), of + len(marked)
    assert 0 < begun < of / 3
