"""Robot trainees: each plays a call headless and differs from the ideal one in one told way. Pure and seeded."""

from dataclasses import dataclass, field

from scenarios.scenario import Scenario
from simulator import actions, events
from simulator.call import Call
from simulator.journal import Journal
from simulator.rehearsal import Pace, listen, play_out, take
from simulator.robot_changes import Change
from simulator.robot_ears import Ears
from simulator.robot_plan import Planned, cues_in
from simulator.robot_words import Unfit

__all__ = ["Change", "Robot", "Unfit", "play_parrot", "play_robot"]

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


def play_robot(call: Call, robot: Robot, plan: tuple[Planned, ...]) -> Journal:
    """Plays a fresh call to its end. The robot listens: it waits a little for what the ideal robot had heard by
    then, writes down nothing that it has not heard itself, and grades nothing on what has not come."""
    call.begin()
    ears = Ears(call.scenario, robot.change.deaf_to)
    read = 0
    missed: frozenset[str] = frozenset()
    twists = {twist.id for twist in call.scenario.twists}
    for planned in plan:
        missed = _wait_for(call, robot, planned.cues, missed)
        if call.phase == "over":
            break
        ears.hear(call.entries[read:])
        read = len(call.entries)
        heard = ears.as_heard(planned.step)
        on_a_guess = isinstance(planned.step, actions.Grade | actions.ExplainGrade) and twists & missed & planned.cues
        if heard is not None and not on_a_guess:
            take(call, heard, robot.pace)
    play_out(call)
    return call.entries


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
