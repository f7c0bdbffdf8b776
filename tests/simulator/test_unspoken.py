"""Who cannot speak freely answers with taps, behind a front, or with a yes or no first."""

from collections.abc import Callable
from typing import Any

import pytest
from tests_support import POLICY, WORLD, scenario_of, started_of

from simulator import actions, events
from simulator.answers.cover_words import INVITES
from simulator.call import Call
from simulator.heard import HeardValue, Understood
from simulator.journal import of_kind
from simulator.understanding.situation import Situation
from simulator.understanding.understand import load_understanding

FACTS: dict[str, Any] = {
    "address": {
        "value": {"line": "4 Mill Way", "town": "Quayford", "postcode": "WX4 1AA"},
        "field": "location",
        "told_when": {"asked": ["ASK_LOCATION"]},
        "says": ["Four Mill Way."],
        "front": ["It's for delivery. Four Mill Way."],
    },
    "here": {
        "value": "yes",
        "told_when": {"asked": ["ASK_SUSPECT_NOW"]},
        "says": ["He's in the kitchen."],
        "closed": "yes",
        "yes_to": ["Is he there with you?", "Is he still there?", "Is he in the house?"],
        "no_to": ["Has he gone?", "Are you alone?"],
    },
}
FRONT = {"says_yes": ["Yes please, a large one."], "says_no": ["No, no olives."], "front": ["Just the one pizza."]}


class Heard:
    """The project's own understanding, with values put in by hand."""

    mode = "core"

    def __init__(self) -> None:
        self.real = load_understanding("core")
        self.values: tuple[HeardValue, ...] = ()

    def understand(self, text: str, situation: Situation) -> Understood:
        """As understood, and with the values."""
        return self.real.understand(text, situation).model_copy(update={"values": self.values})

    def alike(self, text: str, examples: tuple[str, ...]) -> tuple[float, ...] | None:
        """Nothing is known of sense here."""
        return None


def caller(**more: Any) -> dict[str, Any]:
    """A caller with more to them."""
    return {
        "name": "Ann Ford", "role": "victim", "voice": {"kind": "woman"}, "mood": {"starts": "frightened"},
        "can_speak_freely": False, **more,
    }  # fmt: skip


@pytest.fixture
def call_with() -> Callable[..., tuple[Call, Heard]]:
    """Hands over a live call with such a caller, greeted."""

    def make(**more: Any) -> tuple[Call, Heard]:
        heard = Heard()
        call = Call(scenario_of(caller=caller(**more), facts=FACTS, twists=[]), POLICY, started_of(), heard, WORLD)
        call.begin()
        call.do(actions.Answer(), 2_000)
        asks(call, "Police emergency, what is the address of the emergency?")
        return call, heard

    return make


def asks(call: Call, words: str) -> str:
    """The answer to some words, or nothing."""
    before = len(list(of_kind(call.entries, events.CallerSaid)))
    call.do(actions.Say(text=words), call.now_ms + 2_000)
    while call.awaits_reply:
        call.let_pass(call.next_due_ms() or call.now_ms)
    lines = [event for _, event in of_kind(call.entries, events.CallerSaid)][before:]
    return " ".join(line.text for line in lines)


def told(call: Call) -> list[str]:
    """The facts told."""
    return [event.fact for _, event in of_kind(call.entries, events.FactTold)]


def test_taps_answer_yes_or_no_and_nothing_else(call_with: Callable[..., tuple[Call, Heard]]) -> None:
    call, _ = call_with(answers_by="taps")
    assert asks(call, "Where are you?") == "(nothing)"
    assert asks(call, "Tap once for yes and twice for no.") == "(one tap)"
    assert told(call) == []
    assert asks(call, "Has he gone?") == "(two taps)"
    assert told(call) == ["here"]
    assert asks(call, "Is he upstairs or downstairs?") == "(nothing)"
    manners = {event.text: event.manner for _, event in of_kind(call.entries, events.CallerSaid)}
    assert (manners["(two taps)"], manners["(nothing)"]) == ("taps", "silence")


def test_taps_confirm_an_address_that_is_right_and_deny_one_that_is_not(
    call_with: Callable[..., tuple[Call, Heard]],
) -> None:
    call, heard = call_with(answers_by="taps")
    heard.values = (
        HeardValue(kind="place", value="9 Mill Way", fact="address", agreement="wrong", standing="offered"),
    )
    assert asks(call, "Is it nine Mill Way?") == "(two taps)"
    assert told(call) == []
    heard.values = (
        HeardValue(kind="place", value="4 Mill Way", fact="address", agreement="right", standing="offered"),
    )
    assert asks(call, "Is it four Mill Way?") == "(one tap)"
    assert told(call) == ["address"]


def test_a_statement_waits_for_no_tap(call_with: Callable[..., tuple[Call, Heard]]) -> None:
    call, _ = call_with(answers_by="taps")
    assert asks(call, "Officers are on their way to you now.") == ""


def test_behind_a_front_only_what_fits_it_is_said_and_yes_and_no_are_hidden_in_it(
    call_with: Callable[..., tuple[Call, Heard]],
) -> None:
    call, _ = call_with(answers_by="front", **FRONT)
    assert asks(call, "Where is he now?") in INVITES
    assert told(call) == []
    assert asks(call, "Is he there with you?") == "Yes please, a large one."
    assert told(call) == ["here"]
    assert asks(call, "Are you alone?") == "No, no olives."
    assert asks(call, "What's the address?") == "It's for delivery. Four Mill Way."


def test_a_frightened_caller_says_yes_or_no_before_anything_else(call_with: Callable[..., tuple[Call, Heard]]) -> None:
    call, _ = call_with()
    assert asks(call, "Has he gone?").startswith("No.")
    assert told(call)[-1] == "here"


def test_a_calm_caller_answers_as_ever(call_with: Callable[..., tuple[Call, Heard]]) -> None:
    call, _ = call_with(can_speak_freely=True, mood={"starts": "calm"})
    assert not asks(call, "Has he gone?").startswith("No.")


def test_a_twist_may_leave_them_nothing_but_taps() -> None:
    twist = {"id": "in", "when": {"after": "20s"}, "says": ["He's coming."], "answers_by": "taps"}
    call = Call(scenario_of(caller=caller(), facts=FACTS, twists=[twist]), POLICY, started_of(), Heard(), WORLD)
    call.begin()
    call.do(actions.Answer(), 2_000)
    asks(call, "Police emergency, what is happening?")
    call.let_pass(30_000)
    assert asks(call, "Is he still there?") == "(one tap)"


def test_a_yes_or_no_question_is_kept_as_the_question_that_it_asks(
    call_with: Callable[..., tuple[Call, Heard]],
) -> None:
    call, _ = call_with(answers_by="taps")
    asks(call, "Is he there with you?")
    last = [event for _, event in of_kind(call.entries, events.HandlerSaid)][-1]
    assert any(intent.id == "ASK_SUSPECT_NOW" for intent in last.intents)
