"""The calls of the library as a whole: surfaces with the same truth, a sibling without the twist, enough to mark."""

import pytest

from scenarios.catalogue import Catalogue, load_policy, load_world
from scenarios.scenario import CompiledScenario, Scenario
from scenarios.vocabulary import vocabulary

CALLS = ("ex-after-an-address", "hiding-upstairs", "locked-out-member", "noises-downstairs")


@pytest.fixture(scope="module")
def library() -> dict[str, CompiledScenario]:
    catalogue = Catalogue()
    return {name: catalogue.get(name) for name in catalogue.ids()}


def test_the_four_calls_are_there(library: dict[str, CompiledScenario]) -> None:
    assert set(CALLS) <= set(library)


def test_the_policy_and_the_world_load() -> None:
    assert load_policy().policy.grade("Resolution at source") is not None
    assert sum(len(rows) for rows in load_world().values()) >= 40


@pytest.mark.parametrize("name", CALLS)
def test_the_surfaces_of_a_call_keep_its_truth(name: str, library: dict[str, CompiledScenario]) -> None:
    """Handbook 4.7.6, principle 5: a range for the same aspect; what is tested stays the same."""

    def truth(surface: Scenario) -> object:
        facts = {fact: (known.tags, known.told_when, known.field) for fact, known in surface.facts.items()}
        twists = [(twist.id, twist.when, twist.reveals, twist.release) for twist in surface.twists]
        presses = [(press.id, press.asks_for) for press in surface.presses]
        return facts, twists, presses, surface.marking, surface.accepts.grade

    first, *others = library[name].surfaces
    assert others
    assert all(truth(other) == truth(first) for other in others)
    assert len({surface.caller.name for surface in library[name].surfaces}) == len(library[name].surfaces)


@pytest.mark.parametrize("name", CALLS)
def test_a_call_answers_whatever_a_sensible_handler_would_ask(name: str, library: dict[str, CompiledScenario]) -> None:
    for surface in library[name].surfaces:
        answered = {asked for fact in surface.facts.values() for asked in fact.told_when.asked}
        for answer in surface.answers:
            answered |= {answer.to} if isinstance(answer.to, str) else set(answer.to)
        intents = {asked.partition(":")[0] for asked in answered} - {"topic"}
        assert len(intents) >= 35
        assert all(topic.examples for topic in surface.topics.values())


def test_the_calls_use_forty_points_in_all_six_dimensions(library: dict[str, CompiledScenario]) -> None:
    used = {choice.point for name in CALLS for choice in library[name].for_seed(1).marking}
    dimensions = {vocabulary().points[point].dimension for point in used}
    assert len(used) >= 40
    assert dimensions == {"verification", "accuracy", "confidentiality", "grading", "communication", "risk"}


def test_the_sibling_sounds_the_same_and_ends_lower(library: dict[str, CompiledScenario]) -> None:
    """Principle 5 and DOMAIN section 6: nobody passes by grading everything Immediate."""
    call, sibling = library["hiding-upstairs"].for_seed(1), library["noises-downstairs"].for_seed(1)
    policy = load_policy().policy

    def ranks(surface: Scenario) -> list[int]:
        return [grade.rank for name in surface.accepts.grade if (grade := policy.grade(name)) is not None]

    assert sibling.sibling_of == call.id
    assert (sibling.channel.kind, sibling.channel.whisper, sibling.caller.mood.starts) == (
        call.channel.kind,
        call.channel.whisper,
        call.caller.mood.starts,
    )
    assert max(ranks(call)) < min(ranks(sibling))
    assert any("release" in fact.tags for fact in sibling.facts.values())


@pytest.mark.parametrize("name", CALLS)
def test_every_restricted_value_says_why(name: str, library: dict[str, CompiledScenario]) -> None:
    for surface in library[name].surfaces:
        for secret in surface.restricted:
            assert secret.why
            assert secret.phrases or secret.confirms
