"""A journal from a short script, one line an entry: `12 say ASK_LOCATION: Where are you?` (seconds, verb, words)."""

from collections.abc import Callable, Iterator
from typing import Any

from scenarios.catalogue import Catalogue, load_policy
from scenarios.policy import Policy
from scenarios.scenario import MarkingChoice, Scenario
from scenarios.vocabulary import vocabulary
from scoring.marking import mark
from scoring.outcome import Mark, Marking
from scoring.speech import Turn
from simulator import events as e
from simulator.heard import HeardIntent, HeardValue, Recognised
from simulator.journal import Entry, Journal

LASTS_MS = 2_000
LIBRARY = Catalogue()


def journal(scenario: Scenario, script: str, **started: Any) -> Journal:
    """The journal of a script; it always opens with CallStarted and PhoneRang."""
    facts = {"scenario": scenario.id, "fingerprint": "f", "policy": "test", "policy_fingerprint": "p"}
    facts |= {"app_version": "0", "trainee": "t", "mode": "practice", "seed": 1, **started}
    number = scenario.channel.number
    timed: list[tuple[float, e.Event]] = [
        (0, e.CallStarted(**facts)),
        (0, e.PhoneRang(channel=scenario.channel.kind, line=scenario.channel.line, number=number)),
    ]
    for line in script.strip().splitlines():
        if line.strip() and not line.strip().startswith("#"):
            timed += list(_line(scenario, line.strip()))
    timed.sort(key=lambda one: one[0])
    return tuple(Entry(n=n, t_ms=round(at * 1000), event=event) for n, (at, event) in enumerate(timed, start=1))


def marking(scenario: Scenario, policy: Policy, script: str, **started: Any) -> Marking:
    """The whole marking of a script."""
    return mark(scenario, policy, journal(scenario, script, **started))


def one_mark(scenario: Scenario, policy: Policy, point: str, script: str, started: Any = None, **settings: Any) -> Mark:
    """The mark of one point, with its settings."""
    alone = scenario.model_copy(update={"marking": (MarkingChoice(point=point, with_=settings),)})
    return mark(alone, policy, journal(scenario, script, **(started or {}))).marks[0]


def on(call: str, point: str, script: str) -> Mark:
    """The mark of one point on a call of the library, with the settings that the call gives it."""
    scenario = LIBRARY.get(call).for_seed(1)
    with_ = next((one.with_ for one in scenario.marking if one.point == point), {})
    return one_mark(scenario, load_policy().policy, point, script, **with_)


def said(text: str) -> Turn:
    """A turn of the handler with these words."""
    return Turn(1, 1, 1_000, e.HandlerSaid(text=text, source="typed", began_ms=0, spoken_ms=400))


def _line(scenario: Scenario, line: str) -> Iterator[tuple[float, e.Event]]:
    at, _, rest = line.partition(" ")
    verb, _, rest = rest.strip().partition(" ")
    if verb.endswith(":"):
        verb, rest = verb[:-1], ": " + rest
    head, _, text = rest.partition(":") if ": " in rest or rest.endswith(":") else (rest, "", "")
    if ": " in rest:
        head, _, text = rest.partition(": ")
    if verb in ("caller", "twist"):
        yield from _caller(scenario, float(at), verb, head.split(), text.strip())
        return
    made = _VERBS[verb](float(at), head.split(), text.strip())
    yield float(at), made


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(word.split("=", 1) for word in words if "=" in word)


def _caller(scenario: Scenario, at: float, verb: str, words: list[str], text: str) -> Iterator[tuple[float, e.Event]]:
    named = _pairs(words)
    tells = tuple(name for name in named.get("tells", "").split(",") if name)
    twist = words[0] if verb == "twist" else None
    lasts = round(float(named.get("lasts", LASTS_MS / 1000)) * 1000)
    if twist:
        flags = {"release": "release" in words, "upgrade": "upgrade" in words, "reassess": "quiet" not in words}
        yield at, e.TwistFired(twist=twist, **flags)
    said = e.CallerSaid(
        text=text or "Yes.",
        lasts_ms=lasts,
        facts=tells,
        answers=tuple(a for a in named.get("answers", "").split(",") if a),
        mood=named.get("mood", "calm"),
        press=named.get("press"),
        question=named.get("question"),
        twist=twist,
        corrects=named.get("corrects"),
    )
    yield at, said
    if "press" in named:
        press = next(p for p in scenario.presses if p.id == named["press"])
        yield at, e.PressMade(press=press.id, asks_for=press.asks_for, disguised=press.disguised)
    for name in tells:
        fact = scenario.facts[name]
        value = fact.value if isinstance(fact.value, str) else f"{fact.value.line}, {fact.value.town}"
        how = named.get("how", "twist" if twist else "asked")
        told = {"fact": name, "value": fact.told_as or value, "how": how, "tags": fact.tags}
        if "standing" in named:
            told |= {"standing": named["standing"], "value": named["value"].replace("_", " ")}
        yield at + lasts / 1000, e.FactTold.model_validate(told)


def _say(at: float, words: list[str], text: str) -> e.Event:
    named = _pairs(words)
    intents, values = [], []
    for word in words:
        if word.startswith("~"):
            fact, standing, agreement = word[1:].split("/")
            kind = "place" if fact == "address" else "text"
            values.append(
                HeardValue(kind=kind, value=fact, fact=fact, standing=standing, agreement=agreement)  # type: ignore[arg-type]
            )
        elif "=" not in word:
            name, _, sure = word.partition("@")
            intent, _, slot = name.partition(":")
            intents.append(HeardIntent(id=intent, slot=slot or None, confidence=float(sure or 0.9)))
    spoken = float(named.get("takes", 1))
    allowance = float(named.get("allowance", 0))
    return e.HandlerSaid(
        text=text or _said(intents),
        began_ms=round((at - spoken - allowance) * 1000),
        spoken_ms=round(spoken * 1000),
        allowance_ms=round(allowance * 1000),
        source="spoken" if "spoken" in named.get("by", "") else "typed",
        recognised=_recognised(text, named["heard"]) if "heard" in named else None,
        intents=tuple(intents),
        values=tuple(values),
    )


def _said(intents: list[HeardIntent]) -> str:
    """Words that mean the first of these, from the vocabulary's examples."""
    known = vocabulary().intents.get(intents[0].id) if intents else None
    return known.examples[0] if known and known.examples else "Some words to the caller."


def _recognised(text: str, confidence: str) -> Recognised:
    """`heard=0.4`: how sure the recogniser was; `heard=0.4c`: put right by the trainee."""
    return Recognised(
        heard=text, engine="test", confidence=float(confidence.rstrip("c")), corrected=confidence.endswith("c")
    )


def _record(at: float, words: list[str], text: str) -> e.Event:
    named = _pairs(words)
    return e.FieldRecorded(
        field=words[0], value=text, previous=named.get("was", "").replace("_", " ") or None, because=named.get("why")
    )


def _look(at: float, words: list[str], text: str) -> e.Event:
    named = _pairs(words)
    rows = tuple(row for row in named.get("rows", "").split(",") if row)
    return e.LookedUp(system=words[0], query=text or "query", reason=named.get("for"), rows=rows)


def _close(at: float, words: list[str], text: str) -> e.Event:
    named = _pairs(words)
    qualifiers = tuple(q for q in named.get("with", "").split(",") if q)
    return e.Closed(category=text, qualifiers=qualifiers, result=named.get("result", ""))


_VERBS: dict[str, Callable[[float, list[str], str], e.Event]] = {
    "answer": lambda at, w, t: e.CallAnswered(ring_ms=round(at * 1000)),
    "operator": lambda at, w, t: e.OperatorSaid(text=t or "Connecting.", lasts_ms=LASTS_MS),
    "say": _say,
    "record": _record,
    "note": lambda at, w, t: e.Noted(section=w[0], text=t),
    "assess": lambda at, w, t: e.Assessed(item=w[0], level=w[1] if len(w) > 1 else None, note=t),
    "look": _look,
    "open": lambda at, w, t: e.RecordOpened(record=w[0], system=w[1]),
    "verify": lambda at, w, t: e.ItemVerified(item=w[0], result=w[1]),  # type: ignore[arg-type]
    "update": lambda at, w, t: e.RecordUpdated(record=w[0], field=w[1], value=t),
    "reset": lambda at, w, t: e.AccessReset(channel=w[0]),
    "grade": lambda at, w, t: e.Graded(grade=w[0], previous=_pairs(w).get("was"), authority=_pairs(w).get("by")),
    "explain": lambda at, w, t: e.GradeExplained(grade=w[0], because=t),
    "request": lambda at, w, t: e.AgencyRequested(agency=w[0]),
    "refer": lambda at, w, t: e.Referred(to=w[0], consent=True if "agreed" in w else None),
    "escalate": lambda at, w, t: e.Escalated(to=w[0], about=t),
    "send": lambda at, w, t: e.MessageSent(to=w[0], channel=w[1], text=t),
    "link": lambda at, w, t: e.LogLinked(log=w[0]),
    "restrict": lambda at, w, t: e.LogRestricted(level=w[0]),
    "hold": lambda at, w, t: e.CallHeld(),
    "resume": lambda at, w, t: e.CallResumed(),
    "transfer": lambda at, w, t: e.CallTransferred(to=w[0], warm="warm" in w),
    "back": lambda at, w, t: e.CalledBack(number=w[0], source=w[1]),
    "lock": lambda at, w, t: e.ScreenLocked(),
    "hand_over": lambda at, w, t: e.HandedOver(to="dispatch", text=t),
    "end": lambda at, w, t: e.CallEnded(by=w[0]),  # type: ignore[arg-type]
    "close": _close,
    "finish": lambda at, w, t: e.ContactClosed(),
    "pause": lambda at, w, t: e.Paused(),
    "continue": lambda at, w, t: e.Continued(lasted_ms=0),
    "mood": lambda at, w, t: e.MoodChanged(mood=w[0], trust=0, because="test"),
    "line": lambda at, w, t: e.LineWent(to=w[0]),  # type: ignore[arg-type]
    "phone": lambda at, w, t: e.PhonePassed(to=w[0]),
    "over": lambda at, w, t: e.TalkedOver(by=w[0], lasted_ms=round(float(w[1]) * 1000)),  # type: ignore[arg-type]
    "refuse": lambda at, w, t: e.ActionRefused(action=w[0], because="That cannot be done now."),
    "stop": lambda at, w, t: e.Stopped(),
    "interrupt": lambda at, w, t: e.Interrupted(because="power"),
}
