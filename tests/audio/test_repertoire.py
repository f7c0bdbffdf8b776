"""All lines of a scenario can be rendered ahead."""

import json

from audio.repertoire import repertoire
from scenarios.scenario import Scenario

PLAN = {"aim": "a", "criteria": ["03-2.6"], "why_simulated": "high-risk", "length": {"from": "2m", "to": "8m"}}
SCENARIO = Scenario.model_validate(
    {
        "id": "made-for-this",
        "title": "Made for this",
        "family": "test",
        "channel": {"kind": "999", "operator": True},
        "plan": PLAN,
        "caller": {
            "name": "Ellen Marsh",
            "role": "victim",
            "voice": {"kind": "older-woman", "style": "whisper"},
            "mood": {"starts": "frightened", "says_when_calmed": ["calmed-line"]},
        },
        "opening": ["opening-line"],
        "operator_says": ["operator-line"],
        "facts": {"address": {"value": "x", "says": ["says-line"], "again": ["again-line"], "withheld": ["held-line"]}},
        "answers": [{"to": "ASK_WEAPON", "say": "answer-line"}, {"to": "ASK_NAME", "say": ["answer-list"]}],
        "twists": [{"id": "t", "when": {"after": "90s"}, "says": ["twist-line"]}],
        "presses": [{"id": "p", "asks_for": ["r"], "says": ["press-line"], "if_given": ["given-line"]}],
        "questions": [
            {"id": "q", "says": ["asks-line"], "when": {}, "answered_by": ["EMP_ACK"], "thanks": ["thanks-line"]}
        ],
        "marking": [],
    }
)


def test_every_line_of_a_scenario_is_in_its_repertoire() -> None:
    written = {word for word in json.dumps(SCENARIO.model_dump(mode="json")).split('"') if word.endswith("-line")}
    assert written <= {line.text for line in repertoire(SCENARIO)}
    assert "answer-list" in {line.text for line in repertoire(SCENARIO)}


def test_only_the_operator_speaks_in_the_operators_voice() -> None:
    voices = {line.text: (line.kind, line.style) for line in repertoire(SCENARIO)}
    assert voices["operator-line"] == ("operator", "neutral")
    assert {voice for text, voice in voices.items() if text != "operator-line"} == {("older-woman", "whisper")}


def test_no_line_is_there_twice() -> None:
    lines = repertoire(SCENARIO)
    assert len(lines) == len(set(lines))
