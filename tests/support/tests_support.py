"""A small call to play in tests: a scenario, a policy, an understanding that knows fixed words."""

from typing import Any

from scenarios.policy import Policy
from scenarios.scenario import Row, Scenario
from simulator.events import CallStarted
from simulator.heard import HeardIntent, Understood
from simulator.understanding.situation import Situation


class WordUnderstanding:
    """Understands an utterance that is written as intent names; anything else is not understood."""

    mode = "core"

    def understand(self, text: str, situation: Situation) -> Understood:
        """Words in capitals are intents, with a slot after a colon."""
        intents = []
        for word in text.split():
            name, _, slot = word.partition(":")
            if name.isupper() and "_" in name:
                intents.append(HeardIntent(id=name, confidence=0.9, slot=slot or None))
        return Understood(text=text, understood=bool(intents), intents=tuple(intents))

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        """Nothing is known of sense here."""
        return None


POLICY = Policy.model_validate(
    {
        "id": "test",
        "force": "Test Police",
        "contact_centre": "Test desk",
        "version": "1",
        "grades": [
            {"id": "immediate", "name": "Immediate", "rank": 1, "target": "15 min", "set_within": "30s"},
            {"id": "scheduled", "name": "Scheduled", "rank": 3, "target": "48 h", "set_within": "90s"},
        ],
        "greetings": {},
        "verification": {"reset": {"label": "Reset", "needed": 2, "items": ["postcode", "full_name", "email"]}},
        "purposes": [{"id": "live_incident", "name": "Live incident"}],
        "categories": [{"id": "burglary_dwelling", "name": "Burglary dwelling"}],
        "ticket_types": [],
        "qualifiers": [{"id": "vulnerable", "name": "Vulnerable"}],
        "routes": [],
        "reset_channels": ["registered_device"],
        "pass_rules": {"shares": {}, "criticals": {}},
    }
)


def scenario_of(**changes: Any) -> Scenario:
    """The small scenario, with changes at its top level."""
    plain: dict[str, Any] = {
        "id": "small-call",
        "title": "A small call",
        "family": "test",
        "channel": {"kind": "999", "number": "07700 900111"},
        "plan": {
            "aim": "Test.",
            "criteria": ["03-4.7"],
            "why_simulated": "high-risk",
            "length": {"from": "1m", "to": "4m"},
        },
        "caller": {
            "name": "Ann Ford",
            "role": "victim",
            "voice": {"kind": "woman"},
            "mood": {"starts": "frightened", "calmed_by": ["EMP_ACK"], "upset_by": ["NEG_RUDE_BLAME"]},
        },
        "opening": ["There is someone at the door."],
        "facts": {
            "address": {
                "value": {"line": "4 Mill Way", "town": "Quayford", "postcode": "WX4 1AA"},
                "field": "location",
                "told_when": {"asked": ["ASK_LOCATION"]},
                "says": ["Four Mill Way."],
                "again": ["I said, four Mill Way."],
            },
            "name": {
                "value": "Ann Ford",
                "field": "name",
                "told_when": {"asked": ["ASK_PERSON_DETAILS:name"]},
                "says": ["Ann Ford."],
                "spelled": ["F, O, R, D."],
            },
            "number": {
                "value": "07700 900111",
                "field": "callback",
                "told_when": {"asked": ["ASK_PERSON_DETAILS:phone", "ASK_CALLBACK"], "trust": 1},
                "says": ["Oh seven seven hundred, nine hundred, one one one."],
                "withheld": ["Why do you need that?"],
            },
            "gone": {"value": "gone", "says": ["They've gone."], "tags": ["release"]},
        },
        "answers": [{"to": "ASK_WEAPON", "say": "I can't see."}],
        "twists": [
            {
                "id": "they-go",
                "when": {"after": "60s", "since": "address", "or_by": "3m"},
                "says": ["They've gone."],
                "reveals": ["gone"],
                "release": True,
            }
        ],
        "records": {"previous": [{"id": "log-1", "title": "4 Mill Way, alarm", "details": {"Result": "No trace"}}]},
        "marking": [],
    }
    return Scenario.model_validate({**plain, **changes})


def started_of(**changes: Any) -> CallStarted:
    """The first entry of a test run."""
    plain = {
        "scenario": "small-call",
        "fingerprint": "f" * 64,
        "policy": "test",
        "policy_fingerprint": "p" * 64,
        "app_version": "0",
        "trainee": "T1",
        "mode": "practice",
        "seed": 1,
    }
    return CallStarted.model_validate({**plain, **changes})


WORLD = {"previous": (Row(id="log-9", title="9 Mill Way, noise", party=False),)}
