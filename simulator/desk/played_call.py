"""A call of the engine as the desk plays it."""

from collections.abc import Callable, Sequence

from audio.repertoire import repertoire, voice_of
from audio.voice import SpokenLine
from scenarios.policy import Policy
from scenarios.scenario import Row
from scenarios.vocabulary.words import Desk
from simulator.actions import Action
from simulator.call import Call
from simulator.desk.ports import Debrief, Recorder
from simulator.journal import Entry


class PlayedCall:
    """Hands the desk what it may see of a call. `debrief` is asked for once the contact is over."""

    def __init__(self, call: Call, reference: str, debrief: Callable[[], Debrief | None] = lambda: None) -> None:
        self.reference = reference
        self.recorder: Recorder | None = None
        self._call = call
        self._debrief = debrief

    @property
    def desk(self) -> Desk:
        """Which desk takes it."""
        return self._call.scenario.channel.desk

    @property
    def policy(self) -> Policy:
        """The policy it is played under."""
        return self._call.policy

    @property
    def voice(self) -> str:
        """The caller's kind of voice."""
        return self._call.scenario.caller.voice.kind

    def voice_of(self, speaker: str) -> str:
        """The kind of voice of somebody on the line."""
        return voice_of(self._call.scenario, speaker)[0]

    @property
    def background(self) -> str:
        """What is heard behind the caller."""
        return self._call.scenario.sounds.bed

    @property
    def quality(self) -> str:
        """How good the line is."""
        return self._call.scenario.channel.quality

    @property
    def lines_ahead(self) -> tuple[SpokenLine, ...]:
        """All that may be said in it, for the voice to have ready."""
        return repertoire(self._call.scenario)

    @property
    def entries(self) -> Sequence[Entry]:
        """All that has happened."""
        return self._call.entries

    def begin(self) -> Sequence[Entry]:
        """The phone rings."""
        return self._call.begin()

    def do(self, action: Action, at_ms: int) -> Sequence[Entry]:
        """The trainee does something."""
        return self._call.do(action, at_ms)

    def let_pass(self, to_ms: int) -> Sequence[Entry]:
        """Time passes."""
        return self._call.let_pass(to_ms)

    def interrupt(self, because: str) -> Sequence[Entry]:
        """It cannot go on."""
        return self._call.interrupt(because)

    def next_due_ms(self) -> int | None:
        """When something happens by itself."""
        return self._call.next_due_ms()

    def row(self, record: str) -> Row | None:
        """A record by its id."""
        return self._call.records.row(record)

    def debrief(self) -> Debrief | None:
        """What a practising trainee is shown at the end."""
        return self._debrief()
