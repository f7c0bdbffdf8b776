"""What happens when nobody acts: the next thing that is due, and when. Pure; ties are ordered on purpose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from scenarios.scenario import Scenario
from simulator.answers.of_their_own_accord import next_press
from simulator.answers.own_questions import due_again
from simulator.answers.telling import volunteered
from simulator.line_trouble import LOST_FOR_GOOD_MS, Trouble, waiting_twists
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.pace import REPLY_GAP_MS, TURN_GAP_MS
from simulator.relay import WAITS_FOR_THE_TURN_MS

What = Literal[
    "line_ends", "rung", "reminder", "reply", "reconnects", "again", "twist", "ends", "opening", "press", "question",
    "fact", "remark", "silence", "sound", "lost", "too_long",
]  # fmt: skip
# Earlier in this list goes first when two things are due in the same millisecond.
ORDER: tuple[What, ...] = (
    "line_ends", "sound", "rung", "reminder", "reply", "reconnects", "again", "twist", "opening", "remark", "fact",
    "press", "question", "ends", "silence", "lost", "too_long",
)  # fmt: skip
_RANKS = {what: rank for rank, what in enumerate(ORDER)}

CALLER_OPENS_AFTER_MS = 4_000
FIRST_PRESS_AFTER_MS = 8_000
NEXT_PRESS_AFTER_MS = 25_000
QUESTION_LET_GO_MS = 60_000
MOST_PRODS = 4
PRODS_TO_TIRE = 3  # earlier ones in the call after which each is another half of the usual silence later
AFTER_GOODBYE_MS = 12_000
LEAVES_AFTER_QUIET_MS = 20_000  # who might ring off waits for a goodbye, or for this long without words or keys
LEAVES_ANYHOW_MS = 180_000  # but not for ever while the handler only types...
LEAVES_AT_LAST_MS = 15_000  # ...though never upon their own last word: then it is so long since anybody spoke
ASKS_AFTER_KEYS_MS = 2_500  # nobody asks into typing, for a while
ASKS_ANYHOW_MS = 5_000
ASKS_AGAIN_AFTER_KEYS_MS = 6_000
ASKS_AGAIN_ANYHOW_MS = 45_000
BETWEEN_QUESTIONS_MS = 20_000
AFTER_HOLD_MS = 4_000
EXPLAINED_SILENCE_MS = 60_000
TOO_LONG = 3  # times the plan's longest


class Due(NamedTuple):  # made by the dozen whenever anything changes
    """Something due: when, what, and which."""

    at_ms: int
    what: What
    which: str = ""


def _rank(due: Due) -> tuple[int, str]:
    """The order of what is due in the same millisecond."""
    return _RANKS[due.what], due.which


@dataclass(frozen=True)
class Line:
    """The line as it stands: who is speaking until when, what is waiting to be answered."""

    answered_ms: int
    busy_until: int = 0  # the end of whatever was last said on the line
    line_ending: int | None = None  # a caller's line whose end is still to come
    reply_from: int | None = None  # an utterance waits for its answer since then
    last_stir: int = 0  # the last sound of the handler: words or keys
    composing: bool = False  # the handler is typing words for the caller
    voicing: bool = False  # or saying them, or what they said is being worked out
    held: bool = False
    ends_call: bool = False  # the caller rings off when this line ends
    prods: int = 0
    silence_explained: bool = False
    last_press_ms: int = 0
    last_question_ms: int = 0
    asked_at: Mapping[str, int] = field(default_factory=dict)  # when each question of the caller's was last asked
    remark: str = ""  # what the caller means to say of how they were treated: "after_hold", "interrupted"
    held_at: int = 0
    resumed_ms: int = 0  # when the last hold ended
    hold_explained: bool = False  # since the last hold
    fired: tuple[str, ...] = ()  # twists that happened
    sounded: tuple[str, ...] = ()  # timed sounds that were heard, by their place in the plan
    began_ms: int = 0  # when the line that is being said began
    cut: bool = False  # the handler's voice cut that line off, and their words are still to come
    drowned: bool = False  # a line was cut off before it told what mattered; it is said again
    trouble: Trouble = ""
    goes: Literal["", "drops", "silent", "poor", "back"] = ""  # what the line does when the words being said end
    dropped_ms: int = 0
    rings_until: int | None = None  # the number is being rung back
    reaches: bool = False  # and will be answered
    reconnects_at: int | None = None  # they answered, and speak first
    passing: int | None = None  # the place in `passes` of whom the phone goes to when the words being said end
    turn_open: int | None = None  # words without the end of the turn wait with the relay assistant since then
    reminded: bool = False


def next_due(scenario: Scenario, mind: Mind, moments: Moments, line: Line) -> Due | None:
    """The next thing that will happen if nobody acts, or None."""
    first: Due | None = None
    for due in _dues(scenario, mind, moments, line):
        if first is None or due.at_ms < first.at_ms or (due.at_ms == first.at_ms and _rank(due) < _rank(first)):
            first = due
    return first


def _dues(scenario: Scenario, mind: Mind, moments: Moments, line: Line) -> Iterator[Due]:
    yield Due(line.answered_ms + TOO_LONG * scenario.plan.length.to + moments.later_by(line.answered_ms), "too_long")
    if line.line_ending is not None:
        yield Due(line.line_ending, "line_ends")
    if line.trouble == "dropped":
        yield from _dropped(scenario, moments, line)
        return
    if line.held:
        return
    yield from _sounds(scenario, moments, line)
    if line.turn_open is not None and not line.reminded and line.line_ending is None:
        yield Due(max(line.turn_open + WAITS_FOR_THE_TURN_MS, line.busy_until), "reminder")
    # While the handler types to them, the caller waits; what was due comes when the words are sent.
    speaking = line.composing and line.voicing  # nobody begins an answer while the other speaks on
    if line.reply_from is not None and line.line_ending is None and not speaking:
        yield Due(max(line.reply_from + REPLY_GAP_MS, line.busy_until + TURN_GAP_MS), "reply")
        if scenario.channel.relay is not None and not line.trouble:
            yield from _breaks_in(scenario, moments, line)
        return
    if line.composing:
        return
    free = line.busy_until + TURN_GAP_MS
    if line.reconnects_at is not None:
        yield Due(max(line.reconnects_at, line.busy_until), "reconnects")
        return
    if line.drowned:
        yield Due(free, "again")
    if line.trouble == "silent":
        for ready, twist in waiting_twists(scenario, line.fired, moments, back=False):
            yield Due(max(ready, free), "twist", twist)
        return
    for due in _caller_moves(scenario, mind, moments, line):
        yield due if due.at_ms >= free else Due(free, due.what, due.which)


def _dropped(scenario: Scenario, moments: Moments, line: Line) -> Iterator[Due]:
    """What can happen on a dropped line: it is rung back, comes back by itself, or is lost for good."""
    if line.rings_until is not None:
        yield Due(line.rings_until, "rung")
        return
    for ready, twist in waiting_twists(scenario, line.fired, moments, back=True):
        yield Due(max(ready, line.busy_until), "twist", twist)
    yield Due(line.dropped_ms + LOST_FOR_GOOD_MS + moments.later_by(line.dropped_ms), "lost")


def _breaks_in(scenario: Scenario, moments: Moments, line: Line) -> Iterator[Due]:
    """What happens while an assistant is typing: nobody waits with it until the answer is through."""
    for ready, twist in waiting_twists(scenario, line.fired, moments, back=False):
        yield Due(max(ready, line.busy_until + TURN_GAP_MS), "twist", twist)


def _sounds(scenario: Scenario, moments: Moments, line: Line) -> Iterator[Due]:
    """What is heard at the caller's end comes when it comes, whoever is speaking."""
    for number, timed in enumerate(scenario.sounds.timed):
        ready = None if str(number) in line.sounded else moments.ready_at(timed.when)
        if ready is not None:
            yield Due(ready, "sound", str(number))


def _caller_moves(scenario: Scenario, mind: Mind, moments: Moments, line: Line) -> Iterator[Due]:
    for twist in scenario.twists:
        ready = None if twist.id in line.fired else moments.ready_at(twist.when)
        if ready is not None:
            yield Due(ready, "twist", twist.id)
    if not mind.opened:
        yield Due(line.busy_until + CALLER_OPENS_AFTER_MS, "opening")
        return
    if line.remark:
        yield Due(line.last_stir, "remark", line.remark)
    if not moments.happened("goodbye"):
        for at, fact in volunteered(scenario, mind, moments):
            yield Due(at, "fact", fact)
        yield from _presses(scenario, mind, moments, line)
        yield from _questions(scenario, mind, moments, line)
    if scenario.ends is not None:
        ready = moments.ready_at(scenario.ends)
        if ready is not None:
            anyhow = max(ready + LEAVES_ANYHOW_MS, line.busy_until + LEAVES_AT_LAST_MS)
            yield Due(max(ready, min(_quiet(line), anyhow)), "ends")
    if moments.happened("goodbye"):
        yield Due(max(line.last_stir, line.busy_until) + AFTER_GOODBYE_MS, "ends", "goodbye")
    yield from _silence(scenario, mind, moments, line)


def _quiet(line: Line) -> int:
    """When it has been quiet for so long that somebody who is done may ring off."""
    wait = EXPLAINED_SILENCE_MS if line.silence_explained else LEAVES_AFTER_QUIET_MS
    return max(line.last_stir, line.busy_until) + wait


def _presses(scenario: Scenario, mind: Mind, moments: Moments, line: Line) -> Iterator[Due]:
    wanted = next_press(scenario, mind)
    if wanted is None or moments.happened("disclosed"):
        return
    if wanted.when is not None:
        ready = moments.ready_at(wanted.when)
        if ready is not None:
            yield Due(ready, "press", wanted.id)
        return
    opened = moments.first.get("opening", line.answered_ms)
    if not mind.presses_made:
        yield Due(opened + FIRST_PRESS_AFTER_MS + moments.later_by(opened), "press", wanted.id)
        return
    # Nobody presses again while they were asked to bear with the handler, or have just been spoken to.
    wait = EXPLAINED_SILENCE_MS if line.silence_explained else NEXT_PRESS_AFTER_MS
    yield Due(max(line.last_press_ms, line.last_stir, line.busy_until) + wait, "press", wanted.id)


def _questions(scenario: Scenario, mind: Mind, moments: Moments, line: Line) -> Iterator[Due]:
    # A second question waits until the first was answered, or has been let go.
    earliest = line.last_question_ms + QUESTION_LET_GO_MS if mind.questions_open else 0
    for question in scenario.questions:
        ready = None if question.id in mind.questions_asked else moments.ready_at(question.when)
        if ready is not None:
            at = _after_keys(line, max(ready, earliest), ASKS_AFTER_KEYS_MS, ASKS_ANYHOW_MS)
            yield Due(at, "question", question.id)
    wait = EXPLAINED_SILENCE_MS if line.silence_explained else 0
    latest = max(line.asked_at.values(), default=-BETWEEN_QUESTIONS_MS)
    for at, name in due_again(scenario, mind, moments, line.asked_at, wait):
        at = max(at, latest + BETWEEN_QUESTIONS_MS)
        yield Due(_after_keys(line, at, ASKS_AGAIN_AFTER_KEYS_MS, ASKS_AGAIN_ANYHOW_MS), "question", name)


def _after_keys(line: Line, at_ms: int, quiet_ms: int, at_most_ms: int) -> int:
    """When something is asked that could be asked at `at_ms`: once the keys rest, and not the moment a hold ends."""
    rests = max(at_ms, min(line.last_stir + quiet_ms, at_ms + at_most_ms))
    return max(rests, line.resumed_ms + AFTER_HOLD_MS) if line.resumed_ms else rests


def _silence(scenario: Scenario, mind: Mind, moments: Moments, line: Line) -> Iterator[Due]:
    released = scenario.stay_on_line_until is not None and moments.happened(scenario.stay_on_line_until)
    if moments.happened("goodbye") or (released and scenario.ends is not None):
        return  # help has come; the caller is with them, and rings off in their own time
    stays = scenario.stay_on_line_until is not None and not moments.happened(scenario.stay_on_line_until)
    wait = EXPLAINED_SILENCE_MS if line.silence_explained else scenario.caller.silence_after
    # Each is rarer than the one before, and all are rarer in a call that has had many.
    tired = max(0, mind.count("silence") - line.prods) // PRODS_TO_TIRE
    wait = wait * (2 + min(line.prods, MOST_PRODS) + min(tired, MOST_PRODS)) // 2
    if line.prods < MOST_PRODS:
        yield Due(max(line.last_stir, line.busy_until) + wait, "silence")
    elif stays:
        # Somebody who may not ring off does not fall silent for good either.
        yield Due(max(line.last_stir, line.busy_until) + wait, "silence")
    else:
        yield Due(max(line.last_stir, line.busy_until) + wait, "ends", "silence")
