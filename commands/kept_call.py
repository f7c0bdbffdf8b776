"""A call whose every entry is kept in the results file before it is shown, and which is marked when it is over."""

from collections.abc import Sequence

from scoring.marking import mark

from commands.assembling import make_call
from commands.debriefing import debrief_of
from reports.problems import StoreProblem
from reports.store import CallWriter, Store
from scenarios.catalogue import LoadedPolicy
from scenarios.scenario import CompiledScenario, Row
from scenarios.vocabulary.words import Desk
from scoring.outcome import Marking
from simulator.actions import Action
from simulator.call import JournalNotKept
from simulator.desk.ports import Debrief
from simulator.events import CallStarted
from simulator.journal import Entry


class KeptCall:
    """One contact for the desk: played by the engine, kept in the store, marked at its end."""

    def __init__(self, store: Store, scenario: CompiledScenario, policy: LoadedPolicy, start: CallStarted) -> None:
        surface = scenario.for_seed(start.seed)
        self.desk: Desk = surface.channel.desk
        self.policy = policy.policy
        self.voice = surface.caller.voice.kind
        self.background = surface.sounds.bed
        self.marking: Marking | None = None
        self._store = store
        self._writer: CallWriter = store.open_call(start, scenario.text)
        self._call = make_call(scenario, policy, start, self._keep)
        self._finished = False
        prefix = "TK" if self.desk == "ticket" else "HM"
        self.reference = f"{prefix}-{self._writer.number:04}-{store.call(self._writer.call_id).opened_at:%d%m%y}"

    @property
    def call_id(self) -> str:
        """The id under which the results file keeps this call."""
        return self._writer.call_id

    @property
    def contact(self) -> str:
        """The neutral contact number."""
        return self._writer.contact

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries so far."""
        return self._call.entries

    def begin(self) -> Sequence[Entry]:
        """The phone rings."""
        return self._call.begin()

    def do(self, action: Action, at_ms: int) -> Sequence[Entry]:
        """The trainee does something; gives the new entries, kept already."""
        return self._after(self._call.do(action, at_ms))

    def let_pass(self, to_ms: int) -> Sequence[Entry]:
        """Time passes; gives the new entries, kept already."""
        return self._after(self._call.let_pass(to_ms))

    def next_due_ms(self) -> int | None:
        """When something will happen by itself, or None."""
        return self._call.next_due_ms()

    def row(self, record: str) -> Row | None:
        """A record as it stands, or None."""
        return self._call.records.row(record)

    def debrief(self) -> Debrief | None:
        """What a trainee sees after a practice run; None in an assessment, or before the end."""
        if self.marking is None or self._call.started.mode != "practice":
            return None
        return debrief_of(self._call.scenario, self._call.entries, self.marking, self.contact)

    def leave(self) -> None:
        """The desk is closed: a run that is not over ends as stopped, and the results file is settled."""
        if self._call.phase == "wrap_up":
            from simulator.actions import FinishWrapUp

            self._after(self._call.do(FinishWrapUp(), self._call.now_ms))
        elif self._call.phase != "over":
            from simulator.actions import Stop

            self._after(self._call.do(Stop(), self._call.now_ms))
        self._finish()

    def _keep(self, entry: Entry) -> None:
        try:
            self._writer.append(entry)
        except StoreProblem as problem:
            raise JournalNotKept(str(problem)) from problem

    def _after(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        if self._call.phase == "over":
            self._finish()
        return entries

    def _finish(self) -> None:
        if self._finished:
            return
        self._finished = True
        self.marking = mark(self._call.scenario, self.policy, self._call.entries)
        try:
            if not self._call.trouble:
                self._store.add_marking(self.call_id, self.marking)
        except StoreProblem:
            # The entries are safe; `remark` can mark them when the disk is well again.
            pass
        finally:
            self._writer.close()
