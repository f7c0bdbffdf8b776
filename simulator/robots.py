"""Robot trainees: each plays a call headless and differs from the ideal one in one told way. Pure and seeded."""

from dataclasses import dataclass, field
from itertools import takewhile

from scenarios.scenario import Scenario
from simulator import actions, events
from simulator.call import Call
from simulator.journal import Journal
from simulator.rehearsal import Pace, listen, play_out, take
from simulator.robot_changes import Change
from simulator.robot_ears import Ears
from simulator.robot_plan import Planned, cues_in
from simulator.robot_words import Unfit

__all__ = ["Change", "Robot", "Track", "Unfit", "play_parrot", "play_robot", "track_of"]

PATIENCE_MS = 25_000  # how long a robot waits for something that the ideal robot had heard by then
SHORT_MS = 6_000  # a silence that needs no word
WAITING, BEAR_WITH_ME = "HOLD_EXPLAIN", "Bear with me, I'm typing."


@dataclass(frozen=True)
class Robot:
    """A trainee that never tires: its name, how it differs from the ideal one, how fast its words come."""

    name: str
    change: Change = field(default_factory=Change)
    pace: Pace = "spoken"

    def plans(self, plan: tuple[Planned, ...], scenario: Scenario) -> tuple[Planned, ...]:
        """What it means to do, given the ideal plan; raises Unfit where its fault has no place in this scenario."""
        return self.change.applied(plan, scenario)


@dataclass
class _Play:
    """A robot's call as far as it has come."""

    call: Call
    ears: Ears
    read: int = 0  # entries that it has heard
    missed: frozenset[str] = frozenset()

    def forked(self) -> "_Play":
        return _Play(self.call.forked(), self.ears.forked(), self.read, self.missed)

    def step(self, robot: Robot, planned: Planned) -> None:
        self.missed = _wait_for(self.call, robot, planned.cues, self.missed)
        if self.call.phase == "over":
            return
        entries = self.call.entries
        self.ears.hear(entries[self.read :])
        self.read = len(entries)
        heard = self.ears.as_heard(planned.step)
        twists = {twist.id for twist in self.call.scenario.twists}
        guesses = isinstance(planned.step, actions.Grade | actions.ExplainGrade)
        if heard is not None and not (guesses and twists & self.missed & planned.cues):
            take(self.call, heard, robot.pace)


@dataclass(frozen=True)
class Track:
    """The track of the ideal robot through a call: its plan, and the play as it stood before each step and at the end.

    Most robots do the same as the ideal one for half of a call. They go on from where they first do otherwise.
    """

    plan: tuple[Planned, ...] = ()
    stood: tuple[_Play, ...] = ()

    def followed(self, robot: Robot, plan: tuple[Planned, ...]) -> tuple[int, _Play | None]:
        """How many steps of a plan are the same, and the play after them; none for who hears or speaks otherwise."""
        if robot.pace != "spoken" or robot.change.deaf_to or WAITING in robot.change.unsaid or not self.stood:
            return 0, None
        alike = sum(1 for _ in takewhile(lambda two: _same(*two), zip(self.plan, plan, strict=False)))
        return alike, self.stood[alike].forked()


def _same(one: Planned, other: Planned) -> bool:
    return one.cues == other.cues and (one.step is other.step or one.step == other.step)


NO_TRACK = Track()


def track_of(call: Call, plan: tuple[Planned, ...]) -> Track:
    """The track of the ideal robot through a fresh call."""
    call.begin()
    play, ideal = _Play(call, Ears(call.scenario)), Robot("ideal")
    stood = [play.forked()]
    for planned in plan:
        play.step(ideal, planned)
        stood.append(play.forked())
    return Track(plan, tuple(stood))


def play_robot(call: Call, robot: Robot, plan: tuple[Planned, ...], track: Track = NO_TRACK) -> Journal:
    """Plays a fresh call to its end. The robot listens: it waits a little for what the ideal robot had heard by
    then, writes down nothing that it has not heard itself, and grades nothing on what has not come.

    As far as it does what the ideal robot does on the `track` of this call, nothing is played anew.
    """
    done, play = track.followed(robot, plan)
    if play is None:
        call.begin()
        play = _Play(call, Ears(call.scenario, robot.change.deaf_to))
    for planned in plan[done:]:
        play.step(robot, planned)
    play_out(play.call)
    return play.call.entries


def _wait_for(call: Call, robot: Robot, cues: frozenset[str], missed: frozenset[str]) -> frozenset[str]:
    """Time passes until the cues have come, or long enough; returns those that are not waited for any more.

    Who has to wait longer than a moment says so, unless that is what this robot leaves out.
    """
    listen(call)
    until = call.now_ms + PATIENCE_MS
    silent = WAITING in robot.change.unsaid
    while (wanted := cues - missed - cues_in(call.entries)) and call.phase == "live":
        due = call.next_due_ms()
        if not silent and (due is None or due > call.now_ms + SHORT_MS):
            take(call, actions.Say(text=BEAR_WITH_ME), robot.pace)
            silent = True
        elif due is None or due > until:
            return missed | wanted
        else:
            call.let_pass(due)
        listen(call)
    return missed


def play_parrot(call: Call) -> Journal:
    """Answers, and then says back to the caller whatever they said last, and nothing else."""
    call.begin()
    take(call, actions.Answer(), "spoken")
    last = 0
    while call.phase == "live":
        listen(call)
        lines = [e for e in call.entries[last:] if isinstance(e.event, events.CallerSaid)]
        last = len(call.entries)
        due = call.next_due_ms()
        if lines and call.phase == "live" and isinstance(lines[-1].event, events.CallerSaid):
            take(call, actions.Say(text=lines[-1].event.text), "spoken")
        elif due is not None:
            call.let_pass(due)
    play_out(call)
    return call.entries
