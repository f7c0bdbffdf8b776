"""Robots: they hear what they say, leave out what they are told to, write down only what they heard, and listen."""

import pytest

from commands.sweep_plays import Surface, stage
from simulator import actions, events
from simulator.chance import Chance
from simulator.random_walk import Walks
from simulator.robot_changes import Change, slip
from simulator.robot_ears import Ears
from simulator.robot_plan import Planned
from simulator.robots import Robot, Unfit, play_parrot, play_robot, track_of
from simulator.soundness import unsound

UPSTAIRS = Surface("hiding-upstairs", 1)
MEMBER = Surface("locked-out-member", 1)


def played(change: Change) -> tuple[events.Event, ...]:
    on = stage(UPSTAIRS)
    robot = Robot("test", change)
    return tuple(entry.event for entry in play_robot(on.new_call(), robot, robot.plans(on.plan, on.scenario)))


def intents(happened: tuple[events.Event, ...]) -> set[str]:
    return {heard.id for event in happened if isinstance(event, events.HandlerSaid) for heard in event.intents}


def test_words_left_out_are_not_said_and_the_rest_of_the_utterance_is() -> None:
    ideal, change = played(Change()), played(Change(unsaid=("ASK_WEAPON",)))
    assert "ASK_WEAPON" in intents(ideal)
    assert "ASK_WEAPON" not in intents(change)
    assert "ASK_HOW_MANY" in intents(change)  # asked in the same sentence


def test_a_robot_that_does_not_ask_does_not_write_the_answer_down() -> None:
    fields = {
        event.field for event in played(Change(unsaid=("ASK_WEAPON",))) if isinstance(event, events.FieldRecorded)
    }
    assert "weapon" not in fields
    assert "suspects" in fields


def test_steps_left_out_are_not_done() -> None:
    happened = played(Change(undone=("look_up:previous", "note")))
    assert not [event for event in happened if isinstance(event, events.Noted)]
    assert {event.system for event in happened if isinstance(event, events.LookedUp)} == {"gazetteer"}


def test_postponed_steps_come_after_the_call() -> None:
    happened = played(Change(postponed=("record",)))
    ended = next(n for n, event in enumerate(happened) if isinstance(event, events.CallEnded))
    assert not [event for event in happened[:ended] if isinstance(event, events.FieldRecorded)]
    assert [event for event in happened[ended:] if isinstance(event, events.FieldRecorded)]


def test_a_deaf_robot_writes_nothing_of_what_it_does_not_take_in() -> None:
    happened = played(Change(deaf_to=("weapon",)))
    written = " ".join(event.text for event in happened if isinstance(event, events.HandedOver | events.Noted))
    assert "crowbar" not in written
    assert "weapon" not in {event.field for event in happened if isinstance(event, events.FieldRecorded)}


def test_a_change_that_has_no_place_in_a_scenario_says_so() -> None:
    on = stage(UPSTAIRS)
    change = Change.model_validate({"adds": [{"before": "clear", "do": [{"open": "{decoy}"}]}]})
    with pytest.raises(Unfit, match="hiding-upstairs has no decoy"):
        change.applied(on.plan, on.scenario)


def test_a_late_robot_waits_before_the_first_such_step_only() -> None:
    plan = (Planned(actions.Grade(to="immediate")), Planned(actions.Grade(to="priority")))
    steps = Change(late={"grade": 5_000}).applied(plan, stage(UPSTAIRS).scenario)
    assert [getattr(planned.step, "kind", "wait") for planned in steps] == ["wait", "grade", "grade"]


def test_a_robot_that_goes_on_from_the_ideal_ones_track_plays_the_same_call() -> None:
    on = stage(MEMBER)
    track = track_of(on.new_call(), on.plan)
    for change in (
        Change(),
        Change(unsaid=("CLOSE_PROPER",)),
        Change(undone=("update",)),
        Change(undone=("hand_over",)),
        Change(late={"record": 20_000}),
        Change(deaf_to=("safety_critical",)),
        Change(keeps="answer"),
        Change(),
    ):
        robot = Robot("test", change)
        plan = robot.plans(on.plan, on.scenario)
        assert play_robot(on.new_call(), robot, plan, track) == play_robot(on.new_call(), robot, plan)


def test_what_happens_in_a_call_that_was_forked_does_not_happen_in_the_other() -> None:
    on = stage(MEMBER)
    track = track_of(on.new_call(), on.plan)
    before = [play.call.entries for play in track.stood]
    for robot in (Robot("ideal"), Robot("mute", Change(unsaid=("OPEN_GREET",), undone=("update",)))):
        play_robot(on.new_call(), robot, robot.plans(on.plan, on.scenario), track)
    assert [play.call.entries for play in track.stood] == before


def test_a_slip_swaps_two_neighbours() -> None:
    assert slip("WX4 7QD") == "WX4 7DQ"
    assert slip("07700 900822") == "07700 900282"
    assert slip("11") == "11"


def test_ears_keep_a_note_of_what_nobody_told_out() -> None:
    ears = Ears(stage(UPSTAIRS).scenario)
    note = actions.Note(text="Two men, one has a crowbar.")
    assert ears.as_heard(note) is None
    ears.told |= {"two_men", "crowbar"}
    assert ears.as_heard(note) == note


def test_a_parrot_says_back_what_it_hears() -> None:
    journal = play_parrot(stage(UPSTAIRS).new_call())
    caller = [entry.event.text for entry in journal if isinstance(entry.event, events.CallerSaid)]
    said = [entry.event.text for entry in journal if isinstance(entry.event, events.HandlerSaid)]
    assert said
    assert set(said) <= set(caller)


def test_chance_stays_in_its_bounds_and_reaches_all_of_them() -> None:
    chance = Chance(3)
    assert {chance.below(6) for _ in range(200)} == set(range(6))


def test_a_fact_that_nobody_asked_for_is_noticed() -> None:
    on = stage(UPSTAIRS)
    journal = Walks(on.new_call, on.ground).walk(1)
    assert unsound(on.scenario, journal) == ()
    leak = events.FactTold(fact="crowbar", value="yes, a crowbar", how="asked")
    last = journal[-1]
    leaked = (*journal[:2], journal[2].model_copy(update={"event": leak}), last)
    assert any("nobody asked" in fault for fault in unsound(on.scenario, leaked))
    assert any("does not end" in fault for fault in unsound(on.scenario, journal[:-1]))
