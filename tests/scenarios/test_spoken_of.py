"""Somebody who is spoken of becomes topics: the author writes what is said of them, not how it is asked."""

from pathlib import Path

import pytest

from scenarios.compile import compile_text, compiled
from scenarios.lint import lint
from scenarios.scenario import Scenario
from scenarios.vocabulary.about import aspects

DAD = """\
spoken_of:
  dad:
    called: [Daddy, your dad, your father]
    pronoun: he
    about:
      age: ["He's got grey bits."]
"""
UNKNOWN = '    unknown: ["I don\'t know about Daddy."]\n'


def played(small: str, people: str, topics: str = "") -> Scenario:
    """The first surface of the small call with these people, and further topics of its author's."""
    text = small.replace("records:\n", f"{topics}{people}records:\n", 1)
    return compile_text(text, "small.yaml").for_seed(1)


def said_to(scenario: Scenario, topic: str) -> list[str]:
    """Every line that is written for a topic."""
    return [line for answer in scenario.answers if answer.to == f"topic:{topic}" for line in answer.say]


def test_what_is_written_of_a_person_answers_every_way_of_asking_it(small: str) -> None:
    scenario = played(small, DAD)
    asked = scenario.topics["dad.age"].examples
    assert "How old is Daddy?" in asked
    assert "How old is your dad?" in asked
    assert said_to(scenario, "dad.age") == ["He's got grey bits."]


def test_without_a_line_for_the_unknown_nothing_else_becomes_a_topic(small: str) -> None:
    assert [name for name in played(small, DAD).topics if name.startswith("dad.")] == ["dad.age"]


def test_the_unknown_answers_every_other_aspect(small: str) -> None:
    scenario = played(small, DAD + UNKNOWN)
    assert {f"dad.{name}" for name in aspects()} <= set(scenario.topics)
    assert said_to(scenario, "dad.job") == ["I don't know about Daddy."]


def test_what_stands_elsewhere_is_left_to_the_call(small: str) -> None:
    scenario = played(small, DAD + UNKNOWN + "    elsewhere: [job]\n")
    assert "dad.job" not in scenario.topics
    assert "dad.key" in scenario.topics


def test_what_a_topic_of_the_author_asks_already_is_not_answered_as_unknown(small: str) -> None:
    own = "  his-job: {examples: [What is your dad's job?, Where does he earn his money?, Is he a plumber?]}\n"
    scenario = played(small, DAD + UNKNOWN, topics=own)
    assert "dad.job" in played(small, DAD + UNKNOWN).topics
    assert "dad.job" not in scenario.topics


def test_the_author_may_answer_an_aspect_otherwise_once_something_has_happened(small: str) -> None:
    text = small.replace("answers:\n", "answers:\n  - {to: 'topic:dad.age', if: [van-back], say: ['Not now.']}\n", 1)
    assert said_to(played(text, DAD), "dad.age") == ["Not now.", "He's got grey bits."]  # the first that is due is said


@pytest.mark.parametrize("line", ["    about: {shoe_size: ['Nine.']}\n", "    elsewhere: [shoe_size]\n"])
def test_an_aspect_that_nobody_knows_is_told_to_the_author(small: str, line: str) -> None:
    people = f"spoken_of:\n  dad:\n    called: [Daddy]\n{line}"
    found = compiled(small.replace("records:\n", f"{people}records:\n", 1), "small.yaml")
    assert [problem.code for problem in found.problems] == ["R62"]


def test_lint_doubts_an_answer_to_an_aspect_that_nothing_asks_for(small: str, tmp_path: Path) -> None:
    answer = "answers:\n  - {to: 'topic:dad.job', if: [van-back], say: ['Not now.']}\n"
    path = tmp_path / "scenario.yaml"
    for people, doubted in ((DAD, True), (DAD + UNKNOWN, False)):
        text = small.replace("records:\n", f"{people}records:\n", 1).replace("answers:\n", answer, 1)
        path.write_text(text, encoding="utf-8")
        found = [str(problem) for problem in lint([path]) if problem.code == "L64"]
        assert bool(found) is doubted
        assert all("`dad.job`" in one for one in found)


def test_every_aspect_asks_by_name_in_every_question() -> None:
    for aspect in aspects().values():
        assert len(aspect.questions) >= 3, aspect.id  # a topic needs as many
        assert all("{name}" in question for question in aspect.questions), aspect.id
        assert "{" not in "".join(aspect.asked_of("your dad")), aspect.id
