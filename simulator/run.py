"""A run as it stands: its entries, moments, line and mind; the one place where an entry is added."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from scenarios.policy import Policy
from scenarios.scenario import Scenario
from simulator import actions, events
from simulator.anew import replace
from simulator.answers.turn import Line as Words
from simulator.due import Line
from simulator.heard import Understood
from simulator.incident import Incident, with_entry
from simulator.journal import Entry
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.people import as_held
from simulator.records import Records

Phase = Literal["ringing", "live", "wrap_up", "over"]


class JournalNotKept(Exception):
    """The place where entries are kept refused one; its words say why."""


@dataclass
class Run:
    """What both sides of a call share. Only `add` changes what has happened."""

    scenario: Scenario
    policy: Policy
    started: events.CallStarted
    records: Records
    mind: Mind
    keep: Callable[[Entry], None] | None = None
    phase: Phase = "ringing"
    now_ms: int = 0
    trouble: str = ""  # why the run was interrupted, in words for the trainee
    incident: Incident = field(default_factory=Incident)
    moments: Moments = field(default_factory=Moments)
    line: Line = field(default_factory=lambda: Line(answered_ms=0))
    ending: list[events.FactTold] = field(default_factory=list)  # facts in the line being spoken
    waiting: list[Understood] = field(default_factory=list)  # utterances the caller has not answered yet
    entries: list[Entry] = field(default_factory=list)
    paused_at: int | None = None
    speaking: Words | None = None  # the caller's last line
    drowned: Words | None = None  # a line that was cut off before it told what mattered
    lived: dict[str, Scenario] = field(default_factory=dict)  # the scenario as each person on the line lives it

    def add(self, event: events.Event) -> None:
        """Something happened: it is kept first, then it counts. After the run is over nothing is added."""
        if self.phase == "over":
            return
        entry = Entry(n=len(self.entries) + 1, t_ms=self.now_ms, event=event)
        try:
            if self.keep is not None:
                self.keep(entry)
        except JournalNotKept as trouble:
            self.trouble = str(trouble)
            lost = events.Interrupted(because=f"The record of this call could not be kept: {trouble}")
            self.entries.append(Entry(n=entry.n, t_ms=self.now_ms, event=lost))
            self.phase = "over"
            return
        self.entries.append(entry)
        self.incident = with_entry(self.incident, entry)

    def forked(self) -> "Run":
        """This run once more: nothing that changes is shared."""
        return replace(
            self,
            records=self.records.forked(),
            ending=[*self.ending],
            waiting=[*self.waiting],
            entries=[*self.entries],
        )

    @property
    def held(self) -> Scenario:
        """The scenario as whoever holds the phone lives it."""
        holder = self.mind.holds
        if holder not in self.lived:
            self.lived[holder] = as_held(self.scenario, holder)
        return self.lived[holder]

    def moment(self, name: str) -> None:
        """A moment came; only its first time counts."""
        self.moments = self.moments.with_moment(name, self.now_ms)

    def refuse(self, action: actions.Action, because: str) -> None:
        """Something was tried that cannot be done now."""
        self.add(events.ActionRefused(action=action.kind, because=because))

    def end(self, by: events.EndedBy) -> None:
        """The line closes. A line cut off in the middle tells nothing: it was not heard to its end."""
        if self.phase != "live":
            return
        self.ending = []
        self.waiting = []
        self.line = replace(self.line, line_ending=None, reply_from=None)
        self.add(events.CallEnded(by=by))
        if self.phase == "live":
            self.phase = "wrap_up"
