"""The line drops, falls silent or turns poor; a voice cuts in; an assistant stands between."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from simulator import actions, events
from simulator.call import Call
from simulator.journal import of_kind

Live = Callable[..., Call]
NUMBER = "07700 900111"
DROPS = {"id": "drop", "when": {"after": "15s"}, "says": ["He's coming ba"], "line": "drops"}


def kinds(call: Call) -> list[str]:
    """What happened to the line, in order."""
    return [event.to for _, event in of_kind(call.entries, events.LineWent)]


def said(call: Call) -> list[str]:
    """The caller's lines."""
    return [event.text for _, event in of_kind(call.entries, events.CallerSaid)]


def told(call: Call) -> list[str]:
    """The facts told."""
    return [event.fact for _, event in of_kind(call.entries, events.FactTold)]


def listen(call: Call) -> None:
    """Time passes until the caller has answered."""
    while call.awaits_reply:
        call.let_pass(call.next_due_ms() or call.now_ms)


def dropped(live: Live, **changes: Any) -> Call:
    """A call whose line has dropped after a quarter of a minute."""
    call = live(**{"twists": [DROPS], **changes})
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    call.let_pass(25_000)
    return call


def test_a_dropped_line_is_not_the_end_and_nobody_is_heard_on_it(live: Live) -> None:
    call = dropped(live)
    before = said(call)
    call.do(actions.Say(text="ASK_LOCATION"), 30_000)
    call.let_pass(60_000)
    assert kinds(call) == ["dropped"]
    assert call.phase == "live"
    assert said(call) == before
    assert call.entries[-1].event.kind == "action_refused"


def test_who_rings_back_reaches_them_and_the_call_goes_on(live: Live) -> None:
    call = dropped(live)
    call.do(actions.CallBack(number=NUMBER, source="network"), 30_000)
    listen(call)
    assert kinds(call) == ["dropped", "back"]
    assert said(call)[-1] == "Hello? I think we got cut off."
    call.do(actions.Say(text="ASK_LOCATION"), call.now_ms + 2_000)
    listen(call)
    assert told(call) == ["address"]


def test_who_is_on_the_line_is_not_rung_back(live: Live) -> None:
    back = {"id": "back", "when": {"after": "10s", "since": "drop"}, "says": ["I'm here."], "line": "back"}
    call = live(twists=[DROPS, back])
    call.do(actions.CallBack(number="+44 7700 900111", source="network"), 4_000)
    call.let_pass(40_000)
    call.do(actions.CallBack(number=NUMBER, source="caller"), call.now_ms + 1_000)
    refused = [event.because for _, event in of_kind(call.entries, events.ActionRefused)]
    assert refused == ["The line is open: the caller is on it."] * 2 and kinds(call) == ["dropped", "back"]
    assert not list(of_kind(call.entries, events.CalledBack))


def test_another_number_may_be_rung_while_the_line_is_open(live: Live) -> None:
    call = live()
    for number, source in (("01632 960100", "directory"), (NUMBER, "record"), ("07700 900999", "caller")):
        call.do(actions.CallBack(number=number, source=source), call.now_ms + 4_000)
    assert len(list(of_kind(call.entries, events.CalledBack))) == 3


def test_a_number_that_is_ringing_is_not_rung_twice(live: Live) -> None:
    call = dropped(live)
    for at in (30_000, 32_000):
        call.do(actions.CallBack(number=NUMBER, source="network"), at)
    listen(call)
    assert len(list(of_kind(call.entries, events.CalledBack))) == 1
    assert kinds(call) == ["dropped", "back"]


@pytest.mark.parametrize(
    ("number", "channel"),
    [("07700 900999", {}), (NUMBER, {"answers_call_back": False})],
)
def test_a_wrong_number_or_nobody_there_leaves_the_line_dead(live: Live, number: str, channel: dict[str, Any]) -> None:
    call = dropped(live, channel={"kind": "999", "number": NUMBER, **channel})
    call.do(actions.CallBack(number=number, source="network"), 30_000)
    listen(call)
    assert kinds(call) == ["dropped", "unanswered"]
    assert call.phase == "live"


def test_a_dropped_line_that_is_cleared_or_left_was_ended_by_the_network(live: Live) -> None:
    cleared, left = dropped(live), dropped(live)
    cleared.do(actions.Clear(), 30_000)
    left.let_pass(400_000)
    ends = [next(event.by for _, event in of_kind(call.entries, events.CallEnded)) for call in (cleared, left)]
    assert ends == ["network", "network"]


def test_what_the_author_wrote_for_the_return_takes_the_place_of_the_stock_line(live: Live) -> None:
    back = {"id": "back", "when": {"after": "1s", "since": "line:back"}, "says": ["It's Mum here."]}
    call = dropped(live, twists=[DROPS, back])
    call.do(actions.CallBack(number=NUMBER, source="network"), 30_000)
    call.let_pass(45_000)
    assert said(call)[-1] == "It's Mum here."


def test_an_open_line_on_which_nobody_speaks_answers_nothing_until_it_comes_back(live: Live) -> None:
    quiet = {"id": "quiet", "when": {"after": "15s"}, "says": ["(a thud)"], "line": "silent"}
    back = {"id": "back", "when": {"after": "30s", "since": "quiet"}, "says": ["I'm here."], "line": "back"}
    call = live(twists=[quiet, back])
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    call.let_pass(25_000)
    call.do(actions.Say(text="ASK_LOCATION"), 27_000)
    listen(call)
    assert said(call)[-1] == "(no answer)"
    assert [event.manner for _, event in of_kind(call.entries, events.CallerSaid)][-1] == "silence"
    assert told(call) == []
    call.let_pass(60_000)
    assert kinds(call) == ["silent", "back"]
    call.do(actions.Say(text="ASK_LOCATION"), 62_000)
    listen(call)
    assert told(call) == ["address"]


def test_a_poor_line_loses_words_and_the_fact_until_it_is_said_again(live: Live) -> None:
    call = live(twists=[{"id": "poor", "when": {"after": "5s"}, "says": ["(crackle)"], "line": "poor"}])
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    call.let_pass(20_000)
    call.do(actions.Say(text="ASK_LOCATION"), 22_000)
    listen(call)
    assert "..." in said(call)[-1]
    assert told(call) == []
    call.do(actions.Say(text="ASK_REPEAT"), call.now_ms + 2_000)
    listen(call)
    assert said(call)[-1] == "Four Mill Way."
    assert told(call) == ["address"]


def test_a_question_asked_once_more_over_a_poor_line_is_heard(live: Live) -> None:
    call = live(twists=[{"id": "poor", "when": {"after": "5s"}, "says": ["(crackle)"], "line": "poor"}])
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    for _ in range(2):
        call.do(actions.Say(text="ASK_LOCATION"), max(20_000, call.now_ms) + 2_000)
        listen(call)
    assert told(call) == ["address"]


def cut_in(live: Live, after_ms: int) -> Call:
    """A call in which the handler's voice cuts into the caller's address so long after it began."""
    call = live(twists=[])
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    listen(call)
    call.do(actions.Say(text="ASK_LOCATION"), call.now_ms + 1_000)
    while not any(event.facts for _, event in of_kind(call.entries, events.CallerSaid)):
        call.let_pass(call.next_due_ms() or call.now_ms)
    call.do(actions.KeysHeard(speech=True, voice=True), call.now_ms + after_ms)
    return call


def test_a_line_cut_in_its_first_half_tells_nothing_and_is_said_again(live: Live) -> None:
    call = cut_in(live, 200)
    call.let_pass(call.now_ms + 10)
    assert told(call) == []
    assert [event.by for _, event in of_kind(call.entries, events.TalkedOver)] == ["handler"]
    call.do(actions.Say(text="EMP_ACK", source="spoken", began_ms=call.now_ms), call.now_ms + 1_000)
    call.let_pass(call.now_ms + 12_000)
    assert told(call) == ["address"]
    assert sum("Four Mill Way." in line for line in said(call)) == 2


def test_a_line_cut_in_its_second_half_has_told_its_fact(live: Live) -> None:
    call = cut_in(live, 800)
    call.let_pass(call.now_ms + 10)
    assert told(call) == ["address"]


def test_typed_words_count_from_their_sending_and_cost_no_fact(live: Live) -> None:
    call = live(twists=[], opening=["There is someone at the door and they are trying the handle now, I think."])
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    call.let_pass(5_000)
    call.do(actions.Say(text="ASK_LOCATION", began_ms=3_000), 6_000)
    listen(call)
    over = [event for _, event in of_kind(call.entries, events.TalkedOver)]
    assert len(over) == 1 and over[0].by == "handler" and over[0].lasted_ms > 700
    assert told(call) == ["address"]


def test_words_that_wait_for_their_turn_talk_over_nobody(live: Live) -> None:
    call = live()
    for text in ("OPEN_GREET", "ASK_LOCATION", "ASK_WEAPON"):
        call.do(actions.Say(text=text, began_ms=call.now_ms), call.now_ms + 1_500)
        listen(call)
    assert not list(of_kind(call.entries, events.TalkedOver))


RELAY = {"introduces": ["Relay assistant here. Go ahead."], "reminds": ["Please say go ahead."]}


def relayed(live: Live) -> Call:
    """A call through an assistant, greeted as it should be."""
    call = live(channel={"kind": "999", "number": NUMBER, "relay": RELAY}, twists=[])
    call.let_pass(8_000)
    call.do(actions.Say(text="OPEN_BT_ACK go ahead"), 9_000)
    listen(call)
    return call


def test_an_assistant_introduces_speaks_the_callers_words_and_ends_their_turns(live: Live) -> None:
    call = relayed(live)
    first = next(event for _, event in of_kind(call.entries, events.OperatorSaid))
    assert (first.who, first.text) == ("relay", "Relay assistant here. Go ahead.")
    line = next(event for _, event in of_kind(call.entries, events.CallerSaid))
    assert (line.speaker, line.text) == ("relay", "There is someone at the door. Go ahead.")


def test_an_assistant_reminds_once_of_the_end_of_a_turn_and_passes_the_words_on(live: Live) -> None:
    call = relayed(live)
    for _ in range(2):
        call.do(actions.Say(text="ASK_LOCATION"), call.now_ms + 2_000)
        listen(call)
    assert [event.text for _, event in of_kind(call.entries, events.OperatorSaid)].count("Please say go ahead.") == 1
    assert told(call) == ["address"]


def test_words_about_the_caller_are_passed_on_and_the_assistant_says_how_it_is_done(live: Live) -> None:
    call = relayed(live)
    for _ in range(2):
        call.do(actions.Say(text="Can you ask her ASK_LOCATION go ahead"), call.now_ms + 2_000)
        listen(call)
    assert sum("speak to the caller" in event.text for _, event in of_kind(call.entries, events.OperatorSaid)) == 1
    assert told(call) == ["address"]


def test_words_begun_into_a_dead_line_keep_nobody_waiting_who_comes_back(live: Live) -> None:
    call = dropped(live)
    call.do(actions.KeysHeard(speech=True), 29_000)
    call.do(actions.Say(text="ASK_LOCATION"), 30_000)
    call.do(actions.CallBack(number=NUMBER, source="network"), 31_000)
    listen(call)
    assert said(call)[-1] == "Hello? I think we got cut off." and call.now_ms < 45_000


def test_what_broke_off_is_not_repeated_after_the_line_is_back(live: Live) -> None:
    call = dropped(live)
    call.do(actions.CallBack(number=NUMBER, source="network"), 30_000)
    listen(call)
    call.do(actions.Say(text="ASK_REPEAT ASK_LOCATION"), call.now_ms + 2_000)
    listen(call)
    assert said(call)[-1] == "Four Mill Way."


def test_prods_into_a_silence_vary_and_grow_rarer(live: Live) -> None:
    call = live(twists=[], questions=[])
    call.do(actions.Say(text="OPEN_GREET"), 4_000)
    listen(call)
    first = len(said(call))
    call.let_pass(600_000)
    at = [entry.t_ms for entry, _ in of_kind(call.entries, events.CallerSaid)][first:]
    waits = [later - before for before, later in pairwise(at)]
    assert len(at) >= 3 and waits == sorted(waits) and waits[0] < waits[-1]
