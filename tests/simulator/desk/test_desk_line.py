"""The desk on a line that drops and a phone that passes to somebody else, played by the real engine."""

import pygame as pg
from desk_driver import Desk, desk_on, started_of
from tests_support import POLICY, WordUnderstanding, scenario_of

from simulator import actions as a
from simulator import events as e
from simulator.call import Call
from simulator.desk.played_call import PlayedCall
from simulator.desk.ports import StartChoice

MUM = {"mum": {"name": "Rose Ford", "role": "mother", "voice": {"kind": "older-woman"}, "named_from": ["mum-comes"]}}
TWISTS = [
    {"id": "shout", "when": {"after": "8s"}, "says": ["Who's that?"], "speaker": "mum"},
    {"id": "drop", "when": {"after": "20s"}, "says": ["It's gone fun"], "line": "drops"},
    {"id": "mum-comes", "when": {"after": "1s", "since": "line:back"}, "says": ["I'm her mum."], "phone_to": "mum"},
]


def dropped() -> Desk:
    """A desk whose caller's line has dropped after twenty seconds."""

    def start(choice: StartChoice) -> PlayedCall:
        call = Call(scenario_of(others=MUM, twists=TWISTS), POLICY, started_of(choice), WordUnderstanding(), {})
        return PlayedCall(call, "HM-1121-0733")

    desk = desk_on(start).answered()
    for ms in range(3_000, 30_000, 500):
        desk.at(ms)
    return desk


def test_a_dropped_line_is_shown_and_offers_to_ring_back() -> None:
    desk = dropped()
    bar = desk.screen.bar
    assert desk.screen.view.line.state == "dropped"
    label = bar.buttons["answer"].label
    assert bar.buttons["answer"].enabled and callable(label) and label() == "Ring back"
    assert bar.buttons["clear"].enabled and not bar.buttons["hold"].enabled
    assert not desk.screen.conversation.button.enabled


def test_one_key_rings_back_the_number_that_the_network_shows() -> None:
    desk = dropped()
    desk.d.key(pg.K_F2)
    for ms in range(30_500, 45_000, 500):
        desk.at(ms)
    rung = [entry.event for entry in desk.live.entries if isinstance(entry.event, e.CalledBack)]
    assert [(one.number, one.source) for one in rung] == [("07700 900111", "network")]
    assert desk.screen.view.line.state == "connected"
    names = {caption.text: caption.name for caption in desk.screen.view.captions}
    assert (names["Who's that?"], names["I'm her mum."]) == ("Another voice", "Mother")


def test_what_is_recorded_while_the_line_is_down_is_kept() -> None:
    desk = dropped()
    desk.screen.control.do(a.Record(values={"location": "4 Mill Way"}))
    desk.at(31_000)
    assert desk.screen.view.value("location") == "4 Mill Way"
