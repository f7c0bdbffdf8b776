"""A call whose every entry is kept in the results file before it is shown, and which is marked when it is over."""

import contextlib
from collections.abc import Sequence

from commands.assembling import make_call
from commands.call_recorder import CallRecorder
from commands.debriefing import debrief_of
from reports.problems import StoreProblem
from reports.store import Store
from scenarios.catalogue import LoadedPolicy
from scenarios.scenario import CompiledScenario
from scoring.marking import mark
from scoring.outcome import Marking
from simulator import actions
from simulator.call import Call
from simulator.desk.played_call import PlayedCall
from simulator.desk.ports import Debrief
from simulator.events import CallStarted
from simulator.journal import Entry


class KeptCall(PlayedCall):
    """One contact for the desk: played by the engine, kept in the store, marked at its end."""

    def __init__(
        self,
        store: Store,
        scenario: CompiledScenario,
        policy: LoadedPolicy,
        start: CallStarted,
        recorded: bool = False,
    ) -> None:
        """Begins to keep the call; with `recorded` its sound too."""
        self._writer = store.open_call(start, scenario.text, policy.text)
        call = make_call(scenario, policy, start, self._writer.keep)
        prefix = "TK" if call.scenario.channel.desk == "ticket" else "HM"
        opened = store.call(self._writer.call_id).opened_at
        super().__init__(call, f"{prefix}-{self._writer.number:04}-{opened:%d%m%y}", self._debriefed)
        self._sound = CallRecorder(store.recordings, self._writer.call_id, policy.policy.recording.codec)
        if recorded:
            self.recorder = self._sound
        self.marking: Marking | None = None
        self._store = store
        self._finished = False

    @property
    def call_id(self) -> str:
        """The id under which the results file keeps this call."""
        return self._writer.call_id

    @property
    def call(self) -> Call:
        """The call itself, for whoever plays it by steps; `settle` afterwards."""
        return self._call

    @property
    def kept_as(self) -> str:
        """The contact's number in the results file, in words."""
        return f"contact {self._writer.contact}"

    def settle(self) -> None:
        """Marks and closes the run once it is over."""
        self._after(())

    def do(self, action: actions.Action, at_ms: int) -> Sequence[Entry]:
        """The trainee does something; gives the new entries, kept already."""
        return self._after(super().do(action, at_ms))

    def let_pass(self, to_ms: int) -> Sequence[Entry]:
        """Time passes; gives the new entries, kept already."""
        return self._after(super().let_pass(to_ms))

    def interrupt(self, because: str) -> Sequence[Entry]:
        """It cannot go on."""
        return self._after(super().interrupt(because))

    def leave(self) -> None:
        """The desk is closed: wrap-up is finished, a run still going is stopped, the results file is settled."""
        now = self._call.now_ms
        if self._call.phase == "wrap_up":
            self.do(actions.FinishWrapUp(), now)
        elif self._call.phase != "over":
            self.do(actions.Stop(), now)
        self._finish()

    def _after(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        if self._call.phase == "over":
            self._finish()
        return entries

    def _finish(self) -> None:
        if self._finished:
            return
        self._finished = True
        self.marking = mark(self._call.scenario, self.policy, self._call.entries)
        # Should the disk refuse the marking, the entries are safe and can be marked again.
        with contextlib.suppress(StoreProblem):
            if not self._call.trouble:
                self._store.add_marking(self.call_id, self.marking)
        self._sound.close()
        with contextlib.suppress(StoreProblem):
            self._writer.close()

    def _debriefed(self) -> Debrief | None:
        if self.marking is None or self._call.started.mode != "practice":
            return None
        return debrief_of(self._call.scenario, self.policy, self._call.entries, self.marking, self._writer.contact)
