"""What is got ready before the phone rings is all that the trainee's words are compared with."""

import pytest

from scenarios.catalogue import Catalogue
from simulator.answers.truth import questions_of_the_line
from simulator.mind import Mind
from simulator.setting import situation
from simulator.to_be_sensed import to_be_sensed


@pytest.mark.parametrize("name", ["hiding-upstairs", "locked-out-member"])
def test_the_topics_of_every_surface_are_among_it_and_what_every_caller_answers(name: str) -> None:
    call = Catalogue().get(name)
    ready = to_be_sensed(call)
    assert len(ready) == len(set(ready))
    for surface in call.surfaces:
        topics = situation(surface, Mind(surface.caller.mood.starts), ()).topics
        assert {example for _, examples in topics for example in examples} <= set(ready)
        assert {text for fact in surface.facts.values() for text in (*fact.yes_to, *fact.no_to)} <= set(ready)
    assert set(questions_of_the_line()) <= set(ready)
