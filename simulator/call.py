"""One call: actions go in, entries come out. Time, words, records and disk come in by argument."""

from collections.abc import Callable, Mapping
from copy import copy

from scenarios.policy import Policy
from scenarios.scenario import Row, Scenario
from simulator import actions, events
from simulator.anew import replace
from simulator.callers_side import CallersSide
from simulator.deeds import DEEDS
from simulator.due import Due, Line, next_due
from simulator.handlers_side import HandlersSide
from simulator.incident import Incident
from simulator.journal import Entry
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.recording import recording_event
from simulator.records import Records
from simulator.run import JournalNotKept, Phase, Run
from simulator.understanding.situation import Understanding

__all__ = ["Call", "JournalNotKept", "Phase"]

COMPOSING_LAPSES_MS = 20_000  # words begun and left for this long keep nobody waiting any more


class Call:
    """A contact being played. Every entry is handed to `keep` before it counts as happened.

    `keep` raises JournalNotKept when it cannot: the run is then over, interrupted, and `trouble` says why.
    """

    def __init__(
        self,
        scenario: Scenario,
        policy: Policy,
        started: events.CallStarted,
        understanding: Understanding,
        world: Mapping[str, tuple[Row, ...]],
        keep: Callable[[Entry], None] | None = None,
    ) -> None:
        mood = scenario.caller.mood
        records = Records(scenario, world, policy)
        mind = Mind(mood.starts, mood.trust, answers_by=scenario.caller.answers_by)
        self._run = Run(scenario, policy, started, records, mind, keep)
        self._caller = CallersSide(self._run)
        self._handler = HandlersSide(self._run, understanding)
        self._looked_at: tuple[Mind, Moments, Line] | tuple[None, None, None] = (None, None, None)
        self._due: Due | None = None

    @property
    def scenario(self) -> Scenario:
        """The surface that is played."""
        return self._run.scenario

    @property
    def policy(self) -> Policy:
        """The force's policy it is played under."""
        return self._run.policy

    @property
    def started(self) -> events.CallStarted:
        """Who plays what, in which mode."""
        return self._run.started

    @property
    def records(self) -> Records:
        """The records that this contact can reach."""
        return self._run.records

    @property
    def incident(self) -> Incident:
        """What the trainee has recorded, as it stands."""
        return self._run.incident

    @property
    def phase(self) -> Phase:
        """Ringing, live, in wrap-up, or over."""
        return self._run.phase

    @property
    def now_ms(self) -> int:
        """The time that has passed since the first ring."""
        return self._run.now_ms

    @property
    def trouble(self) -> str:
        """Why the run was interrupted, or nothing."""
        return self._run.trouble

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries so far."""
        return tuple(self._run.entries)

    @property
    def awaits_reply(self) -> bool:
        """Whether the caller is about to answer, is speaking, or is being rung back."""
        line = self._run.line
        coming = (line.reply_from, line.line_ending, line.rings_until, line.reconnects_at)
        return self.phase == "live" and any(at is not None for at in coming)

    @property
    def caller_busy_until(self) -> int:
        """When the line falls quiet, as far as is known now."""
        return self._run.line.busy_until

    def begin(self) -> tuple[Entry, ...]:
        """The run starts and the phone rings."""
        first = len(self._run.entries)
        self._run.add(self.started)
        self._run.add(_rang(self.scenario))
        return self._since(first)

    def next_due_ms(self) -> int | None:
        """When something will happen by itself, or None."""
        due = self._next()
        return None if due is None else max(due.at_ms, self.now_ms)

    def let_pass(self, to_ms: int) -> tuple[Entry, ...]:
        """Time passes up to `to_ms`; what falls due on the way happens. A time already past changes nothing."""
        first = len(self._run.entries)
        self._let_pass(to_ms)
        return self._since(first)

    def do(self, action: actions.Action, at_ms: int) -> tuple[Entry, ...]:
        """The trainee does something at `at_ms`; what fell due before then happens first."""
        first = len(self._run.entries)
        self._let_pass(at_ms)
        if self.phase != "over":
            self._do(action)
        return self._since(first)

    def forked(self) -> "Call":
        """This call once more, as it stands: what happens in one from here on does not happen in the other."""
        other = copy(self)
        other._run = self._run.forked()
        other._caller, other._handler = self._caller.on(other._run), self._handler.on(other._run)
        return other

    def interrupt(self, because: str) -> tuple[Entry, ...]:
        """The run cannot go on."""
        first = len(self._run.entries)
        if self.phase != "over":
            self._run.trouble = because
            self._run.add(events.Interrupted(because=because))
            self._run.phase = "over"
        return self._since(first)

    def _since(self, first: int) -> tuple[Entry, ...]:
        return tuple(self._run.entries[first:])

    def _next(self) -> Due | None:
        run = self._run
        if run.phase != "live" or run.paused_at is not None:
            return None
        # It is asked for more often than anything changes; all three are made anew when they change.
        mind, moments, line = self._looked_at
        if run.line is not line or run.mind is not mind or run.moments is not moments:
            self._looked_at = state = (run.mind, run.moments, run.line)
            self._due = next_due(run.held, *state)
        return self._due

    def _let_pass(self, to_ms: int) -> None:
        run = self._run
        if run.line.composing and to_ms - self._handler.last_key_to_caller > COMPOSING_LAPSES_MS:
            run.line = replace(run.line, composing=False, voicing=False)
        while (due := self._next()) is not None and due.at_ms <= to_ms:
            run.now_ms = max(run.now_ms, due.at_ms)
            self._caller.happen(due)
        run.now_ms = max(run.now_ms, to_ms)

    def _do(self, action: actions.Action) -> None:
        run, handler = self._run, self._handler
        match action:
            case actions.KeysHeard():
                handler.keys_heard(action)
            case actions.KeepRecording() | actions.LoseRecording():
                run.add(recording_event(action))
            case actions.Stop():
                run.add(events.Stopped())
                run.phase = "over"
            case actions.Pause():
                handler.pause()
            case actions.Continue():
                handler.go_on()
            case _ if run.paused_at is not None:
                run.refuse(action, "Practice is paused. Go on first.")
            case actions.Answer():
                handler.answer(action)
            case actions.FinishWrapUp():
                handler.finish(action)
            case _ if run.phase == "ringing":
                run.refuse(action, "Answer the call first.")
            case _ if type(action) in DEEDS:
                handler.deed(action)
            case _:
                handler.on_the_line(action)


def _rang(scenario: Scenario) -> events.PhoneRang:
    channel = scenario.channel
    located = channel.located
    return events.PhoneRang(
        channel=channel.kind,
        line=channel.line,
        number=channel.number,
        subscriber=channel.subscriber,
        located=f"{located.source} {located.text}, within {located.radius_m} m" if located else None,
    )
