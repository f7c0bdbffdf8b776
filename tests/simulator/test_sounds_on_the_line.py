"""What is heard at the caller's end besides words: with its twist, or when its own time comes, once each."""

from collections.abc import Callable

from simulator import actions, events
from simulator.call import Call

Live = Callable[..., Call]


def _sounds(call: Call) -> list[tuple[int, str]]:
    return [(entry.t_ms, entry.event.sound) for entry in call.entries if isinstance(entry.event, events.SoundHeard)]


def test_a_timed_sound_is_heard_once_when_its_time_comes(live: Live) -> None:
    call = live(sounds={"timed": [{"sound": "dog", "when": {"after": "20s"}}]}, twists=[])
    call.let_pass(21_999)
    assert _sounds(call) == []
    call.let_pass(60_000)
    assert _sounds(call) == [(22_000, "dog")]


def test_a_sound_does_not_wait_until_nobody_speaks(live: Live) -> None:
    call = live(sounds={"timed": [{"sound": "knock", "when": {"after": "5s"}}]}, twists=[])
    call.let_pass(7_000)
    assert _sounds(call) == [(7_000, "knock")]


def test_a_sound_waits_for_what_it_needs_and_never_comes_after_what_prevents_it(live: Live) -> None:
    timed = [
        {"sound": "steps", "when": {"after": "1s", "needs": ["said:ASK_LOCATION"]}},
        {"sound": "door", "when": {"after": "90s", "unless": ["graded"]}},
    ]
    call = live(sounds={"timed": timed}, twists=[])
    call.do(actions.Grade(to="immediate", because="x"), 30_000)
    call.let_pass(120_000)
    assert _sounds(call) == []


def test_a_twist_is_heard_before_it_is_told(live: Live) -> None:
    call = live(twists=[{"id": "they-go", "when": {"after": "10s"}, "says": ["They've gone."], "sound": "van_away"}])
    call.let_pass(60_000)
    ((heard, sound),) = _sounds(call)
    assert sound == "van_away"
    said = [entry.t_ms for entry in call.entries if getattr(entry.event, "twist", None) == "they-go"]
    assert heard <= min(said)


def test_on_hold_a_sound_waits_for_the_line(live: Live) -> None:
    call = live(sounds={"timed": [{"sound": "dog", "when": {"after": "20s"}}]}, twists=[])
    call.do(actions.Hold(), 15_000)
    call.let_pass(40_000)
    assert _sounds(call) == []
    call.do(actions.Resume(), 45_000)
    call.let_pass(45_001)
    assert [sound for _, sound in _sounds(call)] == ["dog"]
