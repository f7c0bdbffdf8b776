"""A trainee who does anything at any moment: the call must neither break nor tell what it should not.

A walk is a beginning and an ending. A few walks with neighbouring seeds have the beginning in common, which is played
once where they are played in a row: what happens late in a call costs as much to reach as all before it. Some hundred
walks say the same lines in ever other orders, the next hundreds others: what breaks a call is more often when a line
comes than which of a hundred alike it is, and a line costs most to hear the first time.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from scenarios.policy import Policy
from scenarios.scenario import Scenario
from scenarios.vocabulary import vocabulary
from simulator import actions
from simulator.answers.telling import value_told
from simulator.call import Call
from simulator.chance import Chance
from simulator.journal import Journal
from simulator.rehearsal import listen, play_out

LONGEST_BEGINNING = LONGEST_ENDING = 12  # things done
ALIKE = 5  # walks that begin alike; their endings and the silences in them are each one's own
IN_A_SET = 500  # walks that say the same lines; a multiple of those that begin alike
POINTED, PLAIN = 40, 152  # lines of a set, beside the odd ones
_APART = 1 << 20  # choices from one seed to the next: a seed's choices are those of the next seed, one later
_BEGINNINGS, _SETS = 1 << 60, 1 << 61  # where the seeds of beginnings and of sets start, far from those of endings
LONGEST_GAP_MS = 40_000
_ODD = ("", "   ", "\U0001f600 \u0000\u202e", "no no no", "mmm", "x" * 500, "Sorry?", "Żółć ئەحمەد 12345")


@dataclass(frozen=True)
class Ground:
    """What a walk chooses from in one scenario."""

    words: tuple[str, ...]  # what the language and the call know
    pointed: tuple[str, ...]  # what offers a value, says a secret or what is never to be said
    values: tuple[str, ...]
    fields: tuple[str, ...]
    records: tuple[str, ...]
    items: tuple[str, ...]
    grades: tuple[str, ...]
    systems: tuple[str, ...]
    reasons: tuple[str | None, ...]
    categories: tuple[str, ...]


def ground_of(scenario: Scenario, policy: Policy) -> Ground:
    """The ground of a scenario: all intents' examples, its own topics, values, secrets and forbidden words."""
    known = vocabulary()
    values = (*(value_told(fact) for fact in scenario.facts.values()), *(one.value for one in scenario.restricted))
    examples = [text for intent in known.intents.values() for text in intent.examples]
    topics = [text for topic in scenario.topics.values() for text in topic.examples]
    secrets = [text for one in scenario.restricted for text in (*one.phrases, *one.confirms)]
    offered = [f"Is it {value}?" for value in values]
    forbidden = [*scenario.never.advice, *scenario.never.promises]
    return Ground(
        words=(*examples, *topics, *topics),
        pointed=(*secrets, *offered, *forbidden),
        values=(*values, *_ODD, "yes", "no", "not known"),
        fields=(*known.fields[scenario.channel.desk], "no such field"),
        records=(*(row.id for rows in scenario.records.values() for row in rows), "no-such-record"),
        items=(*known.lists["verification_items"], "no such item"),
        grades=(*(grade.id for grade in policy.grades), "no such grade"),
        systems=(*known.lists["systems"], "no such system"),
        reasons=(None, "", *(purpose.id for purpose in policy.purposes)),
        categories=(*(one.id for one in policy.categories), *(one.id for one in policy.ticket_types)),
    )


def set_of(seed: int) -> int:
    """The number of the set that a walk belongs to, from 0."""
    return (seed - 1) // IN_A_SET


def said_in(ground: Ground, number: int) -> tuple[str, ...]:
    """The lines that the walks of a set say; the same on every surface of a call, which only its facts tell apart."""
    chance = Chance(_SETS + number * _APART)
    pointed = [chance.one_of(ground.pointed) for _ in range(POINTED if ground.pointed else 0)]
    return (*_ODD, *dict.fromkeys((*pointed, *(chance.one_of(ground.words) for _ in range(PLAIN)))))


class Walks:
    """The walks of one ground, each by its seed (from 1), which always plays the same call.

    Walks asked for in a row go on from the beginning that they have in common.
    """

    def __init__(self, new_call: Callable[[], Call], ground: Ground) -> None:
        self._new_call = new_call
        self._ground = ground
        self._begun: tuple[int, Call] | None = None
        self._said: tuple[int, Ground] | None = None

    def walk(self, seed: int) -> Journal:
        """Plays a call by chance, to its end."""
        ground = self._ground_of(set_of(seed))
        call = self._beginning((seed - 1) // ALIKE, ground).forked()
        chance = Chance(seed * _APART)
        _wander(call, ground, chance, chance.below(LONGEST_ENDING + 1))
        call.do(actions.Continue(), call.now_ms)
        play_out(call)
        return call.entries

    def _ground_of(self, number: int) -> Ground:
        if self._said is None or self._said[0] != number:
            self._said = number, replace(self._ground, words=said_in(self._ground, number))
        return self._said[1]

    def _beginning(self, number: int, ground: Ground) -> Call:
        if self._begun is None or self._begun[0] != number:
            call, chance = self._new_call(), Chance(_BEGINNINGS + number * _APART)
            call.begin()
            if chance.below(20):
                call.do(actions.Answer(), chance.below(8_000))
            _wander(call, ground, chance, 1 + chance.below(LONGEST_BEGINNING))
            self._begun = number, call
        return self._begun[1]


def _wander(call: Call, ground: Ground, chance: Chance, steps: int) -> None:
    for _ in range(steps):
        if call.phase == "over":
            break
        if chance.below(3):
            listen(call)
        action = chance.one_of(_DEEDS)(ground, chance) if chance.below(2) else _say(ground, chance)
        call.do(action, call.now_ms + chance.below(6_000))
        if not chance.below(6):
            call.let_pass(call.now_ms + chance.below(LONGEST_GAP_MS))


def _say(ground: Ground, chance: Chance) -> actions.Action:
    words = " ".join(chance.one_of(ground.words) for _ in range(1 if chance.below(4) else 2))
    return actions.Say(text=words)


_DEEDS: tuple[Callable[[Ground, Chance], actions.Action], ...] = (
    lambda g, c: actions.Record(values={c.one_of(g.fields): c.one_of(g.values)}),
    lambda g, c: actions.Record(values={c.one_of(g.fields): c.one_of(g.values)}, because=c.one_of(g.values)),
    lambda g, c: actions.Note(text=c.one_of(g.values), section=c.one_of(tuple(vocabulary().lists["sections"]))),
    lambda g, c: actions.Assess(item=c.one_of(tuple(vocabulary().lists["thrive"])), note=c.one_of(g.values)),
    lambda g, c: actions.LookUp(system=c.one_of(g.systems), query=c.one_of(g.values), reason=c.one_of(g.reasons)),
    lambda g, c: actions.Open(record=c.one_of(g.records)),
    lambda g, c: actions.Verify(item=c.one_of(g.items), result="passed" if c.below(2) else "failed"),
    lambda g, c: actions.Update(record=c.one_of(g.records), field=c.one_of(g.fields), value=c.one_of(g.values)),
    lambda g, c: actions.Reset(channel=c.one_of((*vocabulary().lists["reset_channels"], "none"))),
    lambda g, c: actions.Grade(to=c.one_of(g.grades), because=c.one_of(g.values)),
    lambda g, c: actions.ExplainGrade(because=c.one_of(g.values)),
    lambda g, c: actions.Request(agency=c.one_of((*vocabulary().lists["agencies"], "none"))),
    lambda g, c: actions.Refer(to=c.one_of((*vocabulary().lists["referrals"], "none"))),
    lambda g, c: actions.Escalate(to=c.one_of((*vocabulary().lists["roles"], "none")), about=c.one_of(g.values)),
    lambda g, c: actions.Send(to=c.one_of(g.values), channel="email", text=c.one_of(g.values)),
    lambda g, c: actions.Restrict(level=c.one_of((*vocabulary().lists["restrictions"], "none"))),
    lambda g, c: actions.CallBack(number=c.one_of(g.values), source=c.one_of(vocabulary().number_sources)),
    lambda g, c: actions.HandOver(text=c.one_of(g.values)),
    lambda g, c: actions.Close(category=c.one_of(g.categories)),
    lambda g, c: actions.Hold() if c.below(2) else actions.Resume(),
    lambda g, c: actions.Pause() if c.below(2) else actions.Continue(),
    lambda g, c: actions.Clear() if not c.below(4) else actions.LockScreen(),
    lambda g, c: actions.FinishWrapUp() if c.below(2) else actions.Answer(),
    lambda g, c: actions.Stop() if not c.below(8) else actions.KeysHeard(speech=True),
    lambda g, c: actions.Transfer(to="ambulance") if not c.below(4) else actions.Link(log="HM-0001"),
)
