"""Personas: they can be read, fill what a scenario leaves out, and never say what is true of a call."""

from pathlib import Path

import pytest

from scenarios.checks.telling import telling_doubts
from scenarios.compile import compiled
from scenarios.paths import CALLS
from scenarios.persona_file import compile_persona, load_persona, persona_names
from scenarios.persona_fill import with_persona
from scenarios.persona_page import PAGE, page
from scenarios.problems import ProblemsFound


def test_there_are_at_least_twenty_of_many_kinds() -> None:
    people = [load_persona(name) for name in persona_names()]
    assert len(people) >= 20
    assert len({one.first_language for one in people}) >= 4 and sum(bool(one.need) for one in people) >= 5
    assert min(one.ages[0] for one in people) < 12 and max(one.ages[1] for one in people) > 80


def test_the_page_of_personas_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m scenarios.persona_page"


def test_no_two_personas_speak_alike() -> None:
    for part in ("not_understood", "goodbye", "says_when_upset", "after_hold"):
        lines = [line for name in persona_names() for line in getattr(load_persona(name), part)]
        assert len(lines) - len(set(lines)) <= 1, part


def test_the_persona_fills_what_is_left_out_and_the_scenario_goes_first() -> None:
    data = {"caller": {"persona": "chatty-pensioner", "goodbye": ["Cheerio."], "manners": {"EMP_ACK": ["Ta."]},
                       "mood": {"starts": "calm", "calmed_by": ["ADV_SAFETY"]}}}  # fmt: skip
    filled, faults = with_persona(data)
    caller, persona = filled["caller"], load_persona("chatty-pensioner")
    assert faults == () and caller["goodbye"] == ["Cheerio."] and caller["manners"]["EMP_ACK"] == ["Ta."]
    assert tuple(caller["not_understood"]) == persona.not_understood
    assert caller["manners"]["EXPL_NEXT"] == list(persona.manners["EXPL_NEXT"])
    assert caller["mood"]["calmed_by"] == ["ADV_SAFETY", "EMP_ACK", "EMP_REASSURE"]
    assert caller["mood"]["starts"] == "calm" and caller["mood"]["says_when_calmed"]


def test_a_caller_without_a_persona_stays_as_written() -> None:
    data = {"caller": {"name": "Ann Ford"}}
    assert with_persona(data) == (data, ())


def test_a_persona_that_is_not_there_is_told_at_its_line() -> None:
    text = (CALLS / "hiding-upstairs" / "scenario.yaml").read_text(encoding="utf-8")
    made = compiled(text.replace("caller:\n  name:", "caller:\n  persona: chaty-pensioner\n  name:", 1), "x.yaml")
    (problem,) = (one for one in made.problems if one.code == "R80")
    assert "chatty-pensioner" in str(problem) and problem.line > 1


def test_a_persona_may_differ_by_variant() -> None:
    text = (CALLS / "hiding-upstairs" / "scenario.yaml").read_text(encoding="utf-8")
    text = text.replace("caller:\n  name:", "caller:\n  persona: $persona\n  name:", 1)
    blocks = text.split("\n  - name: ")
    made = "\n  - name: ".join(
        [blocks[0], *(block.replace("\n", f"\n    persona: {who}\n", 1) for block, who in
                      zip(blocks[1:], ("chatty-pensioner", "brusque-farmer"), strict=True))]
    )  # fmt: skip
    scenario = compiled(made, "x.yaml").scenario
    assert scenario is not None
    assert [one.caller.words_a_minute for one in scenario.surfaces] == [150, 175]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("id: chatty-pensioner", "id: somebody-else"), "R81"),
        (("ages: [66, 90]", "ages: [90, 66]"), "R82"),
        (("EMP_ACK, EMP_REASSURE]", "EMP_ACC, EMP_REASSURE]"), "R01"),
        (("title: Chatty pensioner\n", ""), "M01"),
    ],
)
def test_a_faulty_persona_says_what_is_wrong(change: tuple[str, str], code: str, tmp_path: Path) -> None:
    text = (CALLS.parent / "personas" / "chatty-pensioner.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    file = tmp_path / "chatty-pensioner.yaml"
    file.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        compile_persona(file)
    assert code in {problem.code for problem in found.value.problems}


def test_a_scenario_with_a_faulty_persona_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    monkeypatch.setattr("scenarios.persona_file.PERSONAS", tmp_path)
    _, faults = with_persona({"caller": {"persona": "broken"}})
    assert [one.code for one in faults] == ["R83"]


def drafted(change: tuple[str, str]) -> set[str]:
    text = (CALLS / "hiding-upstairs" / "scenario.yaml").read_text(encoding="utf-8")
    assert change[0] in text
    made = compiled(text.replace(*change, 1), "x.yaml")
    return {one.code for draft in made.drafts for one in telling_doubts(draft)}


NAME = "    value: $caller\n    field: name\n"


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ((NAME, NAME + "    first: {kind: partial, value: $caller, says: [a.], put_right: [b.]}\n"), {"L60"}),
        ((NAME, NAME + "    told_as: x\n    first: {kind: partial, value: y, says: [a.], put_right: [b.]}\n"), {"L61"}),
        (("    answered_by: [ADV_SAFETY", "    again: [x.]\n    most_times: 1\n    answered_by: [ADV_SAFETY"), {"L62"}),
        (("  name: $caller\n", "  name: $caller\n  persona: teenager\n"), {"L63"}),
        (("  name: $caller\n", "  name: $caller\n"), set()),
    ],
)
def test_what_is_told_first_and_who_tells_it_must_fit(change: tuple[str, str], codes: set[str]) -> None:
    assert drafted(change) == codes
