"""Words said into a microphone: what was heard is kept, its delay is nobody's fault, the marks are those of typing."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from commands.assembling import compiled, load_policy, make_call, parts, started
from scoring.marking import mark
from simulator import actions
from simulator.call import Call
from simulator.events import CallerSaid, HandlerSaid, TalkedOver
from simulator.heard import HeardWord, Recognised
from simulator.journal import Entry, Journal
from simulator.rehearsal import Rehearsal, listen, play, read_rehearsal

REHEARSALS = sorted(Path("scenarios/calls").glob("*/rehearsals/*.yaml"))
RECOGNISER_TAKES_MS = 900
ONLY_FOR_SPEECH = {"M18"}  # the pace of speech: not asked of typists


def heard(text: str, probability: float = 0.97) -> Recognised:
    words = tuple(HeardWord(word=word, probability=probability) for word in text.split())
    return Recognised(heard=text, engine="test", confidence=probability, words=words)


class Spoken:
    """A call in which everything typed is said instead, and arrives when the recogniser is done with it."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def __getattr__(self, name: str) -> object:
        return getattr(self._call, name)

    def do(self, action: actions.Action, at_ms: int) -> Sequence[Entry]:
        if not isinstance(action, actions.Say):
            return self._call.do(action, at_ms)
        assert action.began_ms is not None
        said = {"source": "spoken", "recognised": heard(action.text), "lasted_ms": at_ms - action.began_ms}
        return self._call.do(action.model_copy(update=said), at_ms + RECOGNISER_TAKES_MS)


def fresh(rehearsal: Rehearsal) -> Call:
    scenario, policy = compiled(rehearsal.scenario), load_policy(rehearsal.policy)
    start = started(scenario, policy, trainee="T1", mode=rehearsal.mode, seed=rehearsal.seed)
    return make_call(scenario, policy, start)


def verdicts(call: Call, journal: Journal) -> dict[str, str]:
    marking = mark(call.scenario, call.policy, journal)
    return {m.point: m.verdict for m in marking.marks if m.point not in ONLY_FOR_SPEECH} | {"outcome": marking.outcome}


# Each is played twice: of every call only who does all well is always played, on both surfaces.
ALWAYS = [path for path in REHEARSALS if "strong" in path.stem]
ELSE = [pytest.param(path, marks=pytest.mark.slow) for path in REHEARSALS if path not in ALWAYS]


@pytest.mark.parametrize("path", [*ALWAYS, *ELSE], ids=lambda p: f"{p.parts[-3]}-{p.stem}")
def test_typed_and_spoken_words_earn_the_same_marks(path: Path) -> None:
    """Issue 4: typed and spoken words earn the same marks."""
    rehearsal = read_rehearsal(path)
    typed, spoken = fresh(rehearsal), fresh(rehearsal)
    by_keys = play(typed, rehearsal.steps, rehearsal.pace)
    by_voice = play(Spoken(spoken), rehearsal.steps, "spoken")  # type: ignore[arg-type]
    assert any(isinstance(entry.event, HandlerSaid) and entry.event.recognised for entry in by_voice)
    assert verdicts(spoken, by_voice) == verdicts(typed, by_keys)


def answered() -> Call:
    parts()
    call = fresh(read_rehearsal(next(p for p in REHEARSALS if "hiding-upstairs" in p.parts)))
    call.begin()
    call.do(actions.Answer(), 2_000)
    listen(call)
    return call


def said(entries: Sequence[Entry]) -> HandlerSaid:
    (found,) = [entry.event for entry in entries if isinstance(entry.event, HandlerSaid)]
    return found


def test_what_the_recogniser_heard_stays_with_the_words() -> None:
    call, now = answered(), 20_000
    recognised = heard("where are you", 0.4)
    say = actions.Say(text="Where are you?", source="spoken", began_ms=now, lasted_ms=800, recognised=recognised)
    assert said(call.do(say, now + 2_000)).recognised == recognised


def test_the_recognisers_work_is_given_back() -> None:
    call, now = answered(), 20_000
    say = actions.Say(text="Where are you?", source="spoken", began_ms=now, lasted_ms=800)
    event = said(call.do(say, now + 2_300))
    assert (event.began_ms, event.spoken_ms, event.allowance_ms) == (now, 800, 1_500)


def test_speech_cannot_have_lasted_longer_than_since_it_began() -> None:
    call, now = answered(), 20_000
    say = actions.Say(text="Where are you?", source="spoken", began_ms=now, lasted_ms=9_000)
    event = said(call.do(say, now + 1_000))
    assert (event.spoken_ms, event.allowance_ms) == (1_000, 0)


def test_spoken_words_that_nobody_measured_are_billed_from_their_first_sound() -> None:
    call, now = answered(), 20_000
    event = said(call.do(actions.Say(text="Where are you?", source="spoken", began_ms=now), now + 1_000))
    assert (event.spoken_ms, event.allowance_ms) == (1_000, 0)


def test_a_caller_who_talks_over_the_handler_is_noted_as_the_desk_measured_it() -> None:
    call = answered()
    (entry,) = call.do(actions.TalkOver(by="caller", lasted_ms=900), call.now_ms)
    assert entry.event == TalkedOver(by="caller", lasted_ms=900)


def asked(call: Call) -> int:
    """A question is asked; the time at which its answer is due."""
    now = call.now_ms
    call.do(actions.Say(text="Where are you?", began_ms=now, lasted_ms=800, source="spoken"), now + 1_000)
    due = call.next_due_ms()
    assert due is not None
    return due


def test_nobody_begins_an_answer_while_the_handler_speaks_on() -> None:
    call = answered()
    due = asked(call)
    call.do(actions.KeysHeard(speech=True, voice=True), due - 100)
    assert not [e for e in call.let_pass(due + 3_000) if isinstance(e.event, CallerSaid)]
    more = actions.Say(text="Tell me the address.", began_ms=due - 100, lasted_ms=900, source="spoken")
    call.do(more, due + 3_100)
    assert [e for e in call.let_pass(due + 5_000) if isinstance(e.event, CallerSaid)]


def test_whoever_says_nothing_after_all_is_answered_at_once() -> None:
    call = answered()
    due = asked(call)
    call.do(actions.KeysHeard(speech=True, voice=True), due - 100)
    call.do(actions.KeysHeard(dropped=True), due + 2_000)
    assert [e for e in call.let_pass(due + 2_100) if isinstance(e.event, CallerSaid)]


def test_words_dropped_by_a_program_that_never_says_so_keep_nobody_waiting_for_ever() -> None:
    call = answered()
    due = asked(call)
    call.do(actions.KeysHeard(speech=True, voice=True), due - 100)
    assert [e for e in call.let_pass(due + 25_000) if isinstance(e.event, CallerSaid)]


def test_talking_over_lasts_no_longer_than_the_words_themselves() -> None:
    call = answered()
    call.let_pass(asked(call))
    now = call.now_ms + 200
    say = actions.Say(text="Which town?", began_ms=now, lasted_ms=1_000, source="spoken")
    over = [e.event.lasted_ms for e in call.do(say, now + 1_900) if isinstance(e.event, TalkedOver)]
    assert all(lasted <= 1_000 for lasted in over)
