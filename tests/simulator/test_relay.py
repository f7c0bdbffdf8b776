"""What a relay assistant passes on, and what a caller on a relay sends back unread (issue 3)."""

from collections.abc import Callable

import pytest

from scenarios.catalogue import Catalogue
from scenarios.scenario import Scenario
from simulator import actions, events, relay
from simulator.call import Call
from simulator.journal import of_kind

Live = Callable[..., Call]
NUMBER = "07700 900111"
RELAY = {"introduces": ["Relay assistant here. Go ahead."], "longest_turn": 15, "asks_for_less": ["Short, please."]}


@pytest.fixture(scope="module")
def relayed() -> Scenario:
    return Catalogue().get("lamp-by-the-door").for_seed(1)


@pytest.mark.parametrize(
    ("said", "passed_on"),
    [
        ("Can you ask her if she is safe? Go ahead.", "are you safe?"),
        ("Okay. Ask him if he's hurt", "Okay. are you hurt"),
        ("Could you please ask the caller where they are? go ahead", "where are you?"),
        ("Please ask her what her name is. GA", "what your name is."),
        ("Can you ask the lady what her address is? Go ahead.", "what your address is?"),
        ("Let her know officers are coming. Go ahead.", "officers are coming."),
        ("Go ahead.", "Go ahead."),
    ],
)
def test_what_is_asked_of_the_assistant_is_typed_to_the_caller(relayed: Scenario, said: str, passed_on: str) -> None:
    assert relay.for_the_caller(relayed, said).rstrip(".") == passed_on.rstrip(".")
    assert relay.speaks_to_the_assistant(said) == (said != "Go ahead.")


@pytest.mark.parametrize(
    "said",
    [
        "I'll tell them to use a torch.",
        "Don't let him in.",
        "Did you tell him to go?",
        "Let him go, stay where you are.",
        "Let them break the glass, stay hidden.",
        "What is he saying on the paper?",
        "Does he want to ask them for money?",
    ],
)
def test_words_about_others_are_said_to_the_caller_and_lose_nothing(relayed: Scenario, said: str) -> None:
    assert relay.for_the_caller(relayed, f"{said} Go ahead.").rstrip(".") == said.rstrip(".")
    assert not relay.speaks_to_the_assistant(said)


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("Where? Go ahead.", True),
        ("Where? GA", True),
        ("Goodbye.", True),
        ("Where?", False),
        ("He drove a saga.", False),
    ],
)
def test_a_turn_is_given_with_its_words_or_their_short_form(relayed: Scenario, said: str, given: bool) -> None:
    assert relay.ends_turn(relayed, said) == given
    waits = relay.on_its_way_ms(relayed, said) - relay.takes_ms(relay.for_the_caller(relayed, said))
    assert waits == (0 if given else relay.WAITS_FOR_THE_TURN_MS)


def test_a_line_that_breaks_off_and_a_goodbye_give_no_turn(relayed: Scenario) -> None:
    assert relay.handed_on(relayed, "The whole door moves, he", "link-drops") == "The whole door moves, he"
    assert relay.handed_on(relayed, "Thank you. Bye.") == "Thank you. Bye."
    assert relay.handed_on(relayed, "Yes.") == "Yes. Go ahead."


def test_a_long_turn_comes_back_unread_twice_and_is_answered_then(live: Live) -> None:
    call = live(channel={"kind": "999", "number": NUMBER, "relay": RELAY}, twists=[], questions=[])
    call.let_pass(8_000)
    told = []
    for _ in range(3):
        call.do(actions.Say(text=f"ASK_LOCATION {'and so on ' * 5}go ahead"), call.now_ms + 2_000)
        while call.awaits_reply:
            call.let_pass(call.next_due_ms() or call.now_ms)
        told.append([event.fact for _, event in of_kind(call.entries, events.FactTold)])
    assert told == [[], [], ["address"]]
    lines = [event.text for _, event in of_kind(call.entries, events.CallerSaid)]
    assert lines.count("Short, please. Go ahead.") == 2


def test_what_happens_does_not_wait_for_the_assistants_typing(live: Live) -> None:
    twist = {"id": "shakes", "when": {"after": "20s"}, "says": ["The floor shakes."]}
    call = live(channel={"kind": "999", "number": NUMBER, "relay": RELAY}, twists=[twist], questions=[])
    call.let_pass(16_000)
    call.do(actions.Say(text="ASK_LOCATION and nothing more than that just now, go ahead"), 18_000)
    while call.awaits_reply:
        call.let_pass(call.next_due_ms() or call.now_ms)
    at = {event.text: entry.t_ms for entry, event in of_kind(call.entries, events.CallerSaid)}
    assert at["The floor shakes. Go ahead."] < 24_000 < at["Four Mill Way. Go ahead."]
