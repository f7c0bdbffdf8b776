"""The doors of the desk on a real machine: whose turn it is, which call comes, where it is kept."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from commands.assembling import catalogue, compiled, load_policy, parts, started
from reports.problems import StoreProblem
from reports.store import Store
from reports.stored import CallFilter
from scenarios.catalogue import UnknownPolicy, UnknownScenario, contact_number, whose_turn
from scenarios.problems import ProblemsFound
from simulator.desk.ports import CannotStart, ContactOffer, LiveCall, RecordingRule, StartChoice
from simulator.events import Mode

if TYPE_CHECKING:
    from commands.kept_call import KeptCall

GETTING_READY = "Getting this contact ready, once on this computer: {:.0%}"


class DeskSession:
    """Starts calls for the desk. A trainee sees neutral contact numbers only."""

    def __init__(self, store: Store, *, trainee: str = "", mode: Mode = "practice", call: str | None = None,
                 seed: int | None = None, ready: Callable[[], object] = bool) -> None:  # fmt: skip
        """`ready` is waited for before a contact is taken: what it needs may still be loading."""
        self.force = load_policy().policy.force
        self.trainee = trainee
        self.mode: Mode = mode
        self.live: KeptCall | None = None
        self._ready = ready
        self._store = store
        self._call = call
        self._seed = seed

    def recording(self, mode: Mode) -> RecordingRule:
        """Whether the sound of a run is recorded: always, never, or as the trainee chooses."""
        rules = load_policy().policy.recording
        return rules.assessment if mode == "assessment" else rules.practice

    def contacts(self, trainee: str, mode: Mode) -> tuple[ContactOffer, ...]:
        """What may be taken besides the next in turn: in practice any call, by its neutral number."""
        if mode == "assessment" or self._call is not None:
            return ()
        try:
            offers = [self._offer(trainee, name) for name in catalogue().ids()]
        except (StoreProblem, OSError):
            return ()  # taking the next in turn says why
        # In the order of their numbers, which says nothing of what they are.
        return tuple(sorted(offers, key=lambda offer: offer.label))

    def likely(self) -> tuple[str, ...]:
        """The calls that may be taken, the next in turn first, as far as is known who sits at the desk."""
        if self._call is not None:
            return (self._call,)
        names = catalogue().ids()
        try:
            first = whose_turn(names, self._seen(self.trainee))
        except StoreProblem:
            return ()  # taking a contact says why
        return (first, *(name for name in names if name != first))

    def _offer(self, trainee: str, name: str) -> ContactOffer:
        number = contact_number(catalogue().seal(name), self._turn(trainee, name))
        return ContactOffer(key=name, label=f"Contact {number}")

    def start(self, choice: StartChoice, tell: Callable[[str], object] | None = None) -> LiveCall:
        """Begins to keep a run; raises CannotStart in words for the trainee. `tell` is told how long work goes on."""
        self._ready()
        from commands.call_recorder import is_recorded
        from commands.kept_call import KeptCall  # brings engine and marking, which the start screen does without
        from commands.listening_in import listen_in
        from commands.readying import get_ready

        self.trainee, self.mode = choice.trainee, choice.mode
        try:
            name = choice.contact or self._call or self._next(choice.trainee)
            scenario = compiled(name)
            policy = load_policy(scenario.surfaces[0].policy)
            start = started(
                scenario,
                policy,
                trainee=choice.trainee,
                mode=choice.mode,
                seed=self._seed or self._turn(choice.trainee, scenario.id),
                source="desk",
                approved=self._store.is_approved(scenario.fingerprint),
                adjustments=choice.adjustments,
            )
            # Before anything is kept of the run: whoever gives up meanwhile leaves none behind.
            get_ready(parts().understanding, scenario, _in_words(tell) if tell else None)
            recorded = is_recorded(policy.policy, choice.mode, choice.record)
            self.live = KeptCall(self._store, scenario, policy, start, recorded)
        except ProblemsFound as found:
            raise CannotStart(
                f"This contact cannot be played: its file has {len(found.problems)} mistakes. "
                "Ask your trainer to run lint."
            ) from found
        except (UnknownScenario, UnknownPolicy) as unknown:
            raise CannotStart(f"This contact cannot be played: {unknown}") from unknown
        except StoreProblem as problem:
            raise CannotStart(f"{problem} No contact can be taken until results can be kept.") from problem
        # A moment's wait before the phone rings: keys pressed while the ears are readied would come late or not at all.
        listen_in(parts().understanding, scenario.for_seed(start.seed)).join(timeout=1.0)
        return self.live

    def wall_time(self) -> datetime:
        """The time of day, for the desk's clock."""
        return datetime.now().astimezone()

    def _next(self, trainee: str) -> str:
        waiting, seen = list(catalogue().ids()), self._seen(trainee)
        while waiting:
            name = whose_turn(waiting, seen)
            try:
                return catalogue().get(name).id
            except ProblemsFound:
                waiting.remove(name)  # a file with mistakes spoils no other call; lint and doctor name it
        raise CannotStart("There is no contact that can be played. Ask your trainer to run lint.")

    def _turn(self, trainee: str, name: str) -> int:
        # Each time the same trainee meets a call it has another surface.
        return self._seen(trainee).count(name) + 1

    def _seen(self, trainee: str) -> list[str]:
        calls = self._store.calls(CallFilter(trainee=trainee)) if trainee else ()
        return [call.started.scenario for call in reversed(calls)]


def _in_words(tell: Callable[[str], object]) -> Callable[[int, int], object]:
    return lambda done, of: tell(GETTING_READY.format(done / of))
