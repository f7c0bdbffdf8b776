"""All lines of a scenario can be rendered ahead."""

import json

from audio.repertoire import SPOKEN, repertoire
from scenarios.contact import Relay
from scenarios.facts import Answer, CallerQuestion, Fact, FirstTelling, Press, Told, Twist
from scenarios.person import Caller, Mood, OtherPerson, Panic, PhonePass
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


def _with(**changes: object) -> Scenario:
    return Scenario.model_validate(SCENARIO.model_dump(mode="json", by_alias=True) | changes)


OTHERS = {
    "gran": {
        "name": "Marian Adeyemi",
        "role": "witness",
        "voice": {"kind": "older-woman", "style": "crying"},
        "does_not_know": ["gran-knows-not"],
    }
}


def test_another_person_on_the_phone_speaks_in_their_own_voice() -> None:
    facts = {
        "who": {
            "value": "x",
            "says": ["says-it"],
            "known_by": ["caller", "gran"],
            "said_by": {"gran": ["gran-says-it"]},
            "first": {"kind": "partial", "value": "y", "says": ["half-of-it"], "put_right": ["all-of-it"]},
        }
    }
    scenario = _with(
        others=OTHERS,
        facts=facts,
        answers=[{"to": "ASK_WEAPON", "say": "gran-answers", "by": ["gran"]}],
        twists=[{"id": "t", "when": {"after": "90s"}, "says": ["gran-calls-out"], "speaker": "gran"}],
    )
    voices = {line.text: (line.kind, line.style) for line in repertoire(scenario)}
    for text in ("gran-knows-not", "gran-says-it", "gran-answers", "gran-calls-out"):
        assert voices[text] == ("older-woman", "crying"), text
    for text in ("says-it", "half-of-it", "all-of-it"):
        assert voices[text] == ("older-woman", "whisper"), text


def test_whoever_the_phone_is_passed_to_takes_it_in_their_own_voice() -> None:
    passes = [{"to": "gran", "asked": ["ASK_NAME"], "says": ["here-she-is"], "takes": ["gran-speaking"]}]
    voices = {line.text: line.style for line in repertoire(_with(others=OTHERS, passes=passes))}
    assert (voices["here-she-is"], voices["gran-speaking"]) == ("whisper", "crying")


def test_with_a_relay_the_assistant_says_the_callers_words() -> None:
    relay = {"introduces": ["relay-introduces"], "voice": "operator"}
    scenario = _with(channel={"kind": "999", "relay": relay})
    kinds = {line.text: line.kind for line in repertoire(scenario) if line.kind == "operator"}
    assert {"relay-introduces", "opening-line", "says-line", "Go ahead."} <= set(kinds)


def test_sounds_in_brackets_are_no_words_to_be_made_ready() -> None:
    texts = {line.text for line in repertoire(_with(opening=["(crying) It's him. (door shuts) He's back.", "(tap)"]))}
    assert {"It's him.", "He's back."} <= texts
    assert not any("(" in text for text in texts)


def test_what_is_never_said_aloud_is_not_in_it() -> None:
    texts = {line.text for line in repertoire(SCENARIO)}
    assert not texts & {"Ellen Marsh", "victim", "Made for this", "older-woman", "frightened", "ASK_WEAPON"}


def test_every_field_of_the_plan_that_holds_lines_is_known_to_be_said_or_not() -> None:
    """A new field with words in it must be put among those that are spoken, or here."""
    not_said = {
        "calmed_by", "upset_by", "named_from", "asked", "needs", "unless", "known_by", "also_fields", "tags", "yes_to",
        "no_to", "sounds_like", "reveals", "asks_for", "answered_by", "if_", "by", "opening_tells", "recorded_by",
        "operator_says", "said_by", "to",
    }  # fmt: skip
    assert _texts_of_models() - set(SPOKEN) == not_said


def _texts_of_models() -> set[str]:
    found = set()
    for model in (Scenario, Caller, Mood, Panic, OtherPerson, PhonePass, Fact, Told, FirstTelling, Answer, Twist,
                  Press, CallerQuestion, Relay):  # fmt: skip
        for name, field in model.model_fields.items():
            if "str, ..." in str(field.annotation).replace("typing.", ""):
                found.add(name)
    return found
