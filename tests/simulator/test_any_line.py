"""Whatever a trainee does on any line, with whoever holds the phone, the call ends and tells nothing unbidden."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests_support import POLICY, WORLD, scenario_of, started_of

from simulator import actions as a
from simulator.call import Call
from simulator.journal import from_lines, to_lines
from simulator.rehearsal import play_out
from simulator.soundness import unsound
from simulator.understanding.understand import load_understanding

NUMBER = "07700 900111"
FACTS: dict[str, Any] = {
    "address": {
        "value": {"line": "4 Mill Way", "town": "Quayford"}, "field": "location", "says": ["Four Mill Way, Quayford."],
        "told_when": {"asked": ["ASK_LOCATION"]}, "known_by": ["caller", "mum"],
        "said_by": {"mum": ["Number four, Mill Way."]}, "front": ["Deliver it to four Mill Way."],
    },
    "here": {
        "value": "yes", "says": ["He is in the kitchen now."], "closed": "yes",
        "told_when": {"asked": ["ASK_SUSPECT_NOW"]},
        "yes_to": ["Is he there with you?", "Is he still there?"], "no_to": ["Has he gone?", "Are you alone?"],
    },
    "fell": {
        "value": "she fell", "says": ["She fell on the stairs."], "told_when": {"asked": ["ASK_INJURY"]},
        "known_by": ["mum"],
    },
}  # fmt: skip
OTHERS = {"mum": {"name": "Rose Ford", "role": "mother", "voice": {"kind": "woman"}, "named_from": ["comes"]}}
PASSES = [
    {"to": "mum", "asked": ["ASK_SUPPORT_PRESENT"], "says": ["I'll get her."], "takes": ["Hello, her mum here."]},
    {"to": "caller", "asked": ["ASK_ROLE"], "says": ["Here she is."], "takes": ["It's me."]},
]
WAYS: tuple[dict[str, Any], ...] = (
    {"line": "drops"}, {"line": "silent"}, {"line": "poor"}, {"answers_by": "taps"}, {"answers_by": "front"},
    {"phone_to": "mum"}, {"speaker": "mum"}, {"line": "back"},
)  # fmt: skip
WORDS = (
    "Police emergency, what is the address?", "Is he there with you?", "Has he gone?", "Is anybody hurt?", "Say again?",
    "Is it four Mill Way?", "Tap once for yes.", "Who is with you?", "Are you the victim?", "Goodbye.", "go ahead",
    "Hm", "Stupid woman, stop wasting my time.",
)  # fmt: skip

STEPS = st.one_of(
    st.builds(a.Say, text=st.sampled_from(WORDS), source=st.sampled_from(("typed", "spoken")), began_ms=st.none()),
    st.builds(a.Say, text=st.sampled_from(WORDS), began_ms=st.integers(0, 100_000), source=st.just("spoken")),
    st.builds(a.KeysHeard, speech=st.booleans(), voice=st.booleans()),
    st.builds(a.CallBack, number=st.sampled_from((NUMBER, "07700 900999")), source=st.just("network")),
    st.sampled_from((a.Hold(), a.Resume(), a.Grade(to="immediate"), a.Clear(), a.Pause(), a.Continue())),
)


@pytest.mark.parametrize("relay", [False, True], ids=["alone", "through an assistant"])
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(
    ways=st.lists(st.sampled_from(WAYS), max_size=4),
    steps=st.lists(st.tuples(STEPS, st.integers(0, 15_000)), max_size=14),
    seed=st.integers(1, 9),
)
def test_a_call_on_any_line_ends_and_tells_nothing_unbidden(
    relay: bool, ways: list[dict[str, Any]], steps: list[tuple[Any, int]], seed: int
) -> None:
    twists = [
        {"id": f"turn-{number}", "when": {"after": f"{8 + 12 * number}s"}, "says": [f"Oh, number {number}."], **way}
        for number, way in enumerate(ways)
    ] + [{"id": "comes", "when": {"after": "1s", "since": "line:back"}, "says": ["Her mum here."], "phone_to": "mum"}]
    channel: dict[str, Any] = {"kind": "999", "number": NUMBER}
    if relay:
        channel["relay"] = {"introduces": ["Relay assistant. Go ahead."]}
    scenario = scenario_of(channel=channel, facts=FACTS, others=OTHERS, passes=PASSES, twists=twists)
    call = Call(scenario, POLICY, started_of(seed=seed), load_understanding("core"), WORLD)
    call.begin()
    call.do(a.Answer(), 2_000)
    for step, after in steps:
        call.do(step, call.now_ms + after)
    call.do(a.Continue(), call.now_ms)
    play_out(call)
    assert unsound(scenario, call.entries) == ()
    assert from_lines(to_lines(call.entries)) == call.entries
