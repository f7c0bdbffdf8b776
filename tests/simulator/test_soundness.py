"""What no call may do is found wherever it is done, and nothing else is."""

import pytest

from commands.sweep_plays import Stage, Surface, stage
from simulator import actions, events
from simulator.journal import Journal
from simulator.rehearsal import listen, play_out
from simulator.soundness import unsound


@pytest.fixture(scope="module")
def on() -> Stage:
    return stage(Surface("locked-out-member", 1))


def played(on: Stage, *lines: str) -> Journal:
    call = on.new_call()
    call.begin()
    call.do(actions.Answer(), 1_000)
    for line in lines:
        listen(call)
        call.do(actions.Say(text=line), call.now_ms + 1_000)
    listen(call)
    call.do(actions.Stop(), call.now_ms + 1_000)
    play_out(call)
    return call.entries


def told(journal: Journal, fact: str) -> bool:
    return any(isinstance(entry.event, events.FactTold) and entry.event.fact == fact for entry in journal)


def with_other_words(journal: Journal, text: str) -> Journal:
    """The same call, had the handler said something else that means nothing."""
    return tuple(
        entry.model_copy(update={"event": entry.event.model_copy(update={"text": text, "intents": (), "values": ()})})
        if isinstance(entry.event, events.HandlerSaid)
        else entry
        for entry in journal
    )


def test_a_fact_that_was_asked_for_may_be_told(on: Stage) -> None:
    journal = played(on, "What's your member number?")
    assert told(journal, "member_number")
    assert not unsound(on.scenario, journal)


def test_a_fact_that_nobody_asked_for_is_found(on: Stage) -> None:
    journal = with_other_words(played(on, "What's your member number?"), "Good afternoon.")
    assert any("member_number" in fault for fault in unsound(on.scenario, journal))


def test_the_number_of_the_line_is_asked_for_by_asking_after_this_phone(on: Stage) -> None:
    journal = played(on, "What number are you ringing on?")
    assert told(journal, "callback")
    assert not unsound(on.scenario, with_other_words(journal, "Is the phone you're on the registered one?"))
    assert unsound(on.scenario, with_other_words(journal, "Is it raining where you are?"))


def test_entries_out_of_their_order_are_found(on: Stage) -> None:
    journal = played(on, "What's your member number?")
    assert any("numbered" in fault for fault in unsound(on.scenario, (*journal[:3], *journal[4:])))
    assert any("does not end" in fault for fault in unsound(on.scenario, journal[:-1]))
