"""All that an evidence page says of one call, gathered from the store as plain frozen data."""

from datetime import datetime
from typing import TypedDict, get_args

from reports.criteria_shown import CriterionLine, criteria_shown
from reports.judgement import Standing, standing
from reports.kept import kept_desk, kept_policy, kept_scenario
from reports.labels import OUTCOMES
from reports.ledger_words import labels_of
from reports.plan_page import PlanMissing, PlanPage, plan_of
from reports.principles import Principle, five_principles
from reports.questions import OwedQuestion, questions_owed
from reports.sound_shown import SoundShown, sound_of
from reports.store import Store
from reports.stored import StoredCall, StoredJudgement, StoredMarking
from reports.timeline import Row, timeline
from reports.wall import for_people
from scenarios.catalogue import UnknownPolicy
from scenarios.problems import ProblemsFound
from scenarios.scenario import Frozen
from scenarios.vocabulary.words import Dimension
from scoring.delivery import Delivery, delivery
from scoring.grade_timeline import GradeTimeline, grade_timeline
from scoring.outcome import Profile
from scoring.told import Told, told
from simulator.events import HandlerSaid
from simulator.journal import Journal, of_kind, to_lines

LIMITS = (
    "The seals show any later change to what was stored. They cannot show that the computer was honest at the time,"
    " and the place and person are as declared."
)


class Evidence(Frozen):
    """One call's evidence. `standing` and `marking` are None where the call was never marked."""

    call: StoredCall
    made_at: datetime
    plan: PlanPage | PlanMissing
    marking: StoredMarking | None
    markings: int
    standing: Standing | None
    judgements: tuple[StoredJudgement, ...]
    principles: tuple[Principle, ...]
    criteria: tuple[CriterionLine, ...]
    questions: tuple[OwedQuestion, ...]
    told: Told | None  # None where what was kept of the scenario cannot be read
    grades: GradeTimeline | None = None  # the same
    delivery: Delivery | None = None
    rows: tuple[Row, ...]
    sound: SoundShown = SoundShown()
    lines: str  # the entries as they were sealed, one a line
    limits: str = LIMITS

    @property
    def outcome(self) -> str:
        """The outcome in words, as it stands."""
        return OUTCOMES[self.standing.outcome] if self.standing else "Not marked"

    @property
    def profiles(self) -> tuple[Profile, ...]:
        """The profiles in the order of the dimensions; none for what was never marked."""
        made = self.marking.marking.profiles if self.marking else {}
        return tuple(made[dimension] for dimension in get_args(Dimension) if dimension in made)

    @property
    def provenance(self) -> tuple[tuple[str, str], ...]:
        """Everything that pins what produced this evidence, as pairs of label and value."""
        started, call = self.call.started, self.call
        pairs = [
            ("Trainee", started.trainee),
            ("Contact", call.contact),
            ("Played", for_people(call.opened_at)),
            ("Mode", started.mode.capitalize()),
            ("Attempt at this scenario", str(call.attempt)),
            ("Scenario", started.scenario),
            ("Scenario fingerprint", started.fingerprint),
            ("Approved for assessment", "Yes" if started.approved else "No"),
            ("Policy", started.policy),
            ("Policy fingerprint", started.policy_fingerprint),
            ("Seed and surface", f"{started.seed}, surface {started.variant + 1}"),
            ("Program version", started.app_version),
            ("Understanding", started.understanding),
            ("Adjustments", ", ".join(started.adjustments) or "None declared"),
        ]
        if self.marking is not None:
            pairs.append(
                ("Marking", f"Version {self.marking.marking.version}, run {self.marking.run} of {self.markings}")
            )
        pairs += self.sound.pairs
        pairs.append(("Entries", str(call.entries)))
        pairs.append(("Seal of the last entry", call.head))
        return tuple(pairs)


def evidence_of(store: Store, call_id: str, made_at: datetime) -> Evidence:
    """Gather one call's evidence. Raises StoreProblem when there is no such call."""
    call = store.call(call_id)
    journal = store.journal(call.call_id)
    markings = store.markings(call.call_id)
    judgements = store.judgements(call.call_id)
    newest = markings[-1] if markings else None
    stands = standing(newest.marking, (j.judgement for j in judgements)) if newest else None
    plan = plan_of(store, call)
    asked = plan.questions if isinstance(plan, PlanPage) else ()
    planned = plan.criteria if isinstance(plan, PlanPage) else ()
    spoken = any(said.source == "spoken" for _, said in of_kind(journal, HandlerSaid))
    return Evidence(
        call=call,
        made_at=made_at,
        plan=plan,
        marking=newest,
        markings=len(markings),
        standing=stands,
        judgements=judgements,
        principles=five_principles(call, plan, journal),
        criteria=criteria_shown(planned, stands, spoken) if stands else (),
        questions=questions_owed(asked, journal, newest.marking) if newest else (),
        **_read(store, call, journal),
        delivery=delivery(journal),
        rows=timeline(journal, labels_of(newest.marking) if newest else {}, kept_desk(store, call)),
        sound=sound_of(journal, store.recordings, store.deletions(call.call_id)),
        lines=to_lines(journal),
    )


class _Read(TypedDict):
    told: Told | None
    grades: GradeTimeline | None


def _read(store: Store, call: StoredCall, journal: Journal) -> _Read:
    """What is read of the journal beside its marks; nothing where what was kept of the scenario cannot be read."""
    try:
        scenario, policy = kept_scenario(store, call), kept_policy(store, call).policy
    except (ProblemsFound, UnknownPolicy):
        return {"told": None, "grades": None}  # the page of the plan says why
    return {"told": told(scenario, policy, journal), "grades": grade_timeline(scenario, policy, journal)}
