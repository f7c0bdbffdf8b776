"""Reads a gold case: a journal written by hand, one row an event, so that labellers can judge it without the marker.

A case is `{scenario, seed, mode?, events}`. Each event is one row `seconds: what`, seconds from the first ring. What
is a word (`answered`, `hold`, `finished`) or a mapping whose first key is the verb. The run's start and the ringing
are put in front; a fact told comes when the caller's line ends; values, tags, twist flags and earlier values come from
the scenario and the rows before. Speaking is billed at 0.4 s a word unless `took` (seconds) says otherwise; `typed`
seconds make an utterance typed, and what they take beyond speaking is its allowance. `sure` (0 to 1) is how sure a
recogniser was of spoken words. `first: {fact: {value: ..., is: partial}}` tells a fact in part, or `mistaken`; telling
it again without `first` puts it right. `speaker` is another person on the phone.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scenarios.catalogue import Catalogue
from scenarios.policy_file import load_policy
from scenarios.scenario import CompiledScenario, Scenario
from scenarios.vocabulary import vocabulary
from simulator import events as e
from simulator.answers.telling import value_told
from simulator.heard import HeardIntent, HeardValue, Recognised
from simulator.journal import Entry, Journal
from simulator.pace import caller_speaks_ms, handler_speaks_ms

CASES = Path(__file__).parent / "cases"
PLAYED = Path(__file__).parent / "played"  # whole journals of calls that somebody took: {scenario, seed, entries}
_KEYS = {"scenario", "seed", "mode", "events"}
_CALLER_KEYS = {
    "caller", "lasts", "tells", "how", "mood", "answers", "press", "question", "twist", "corrects", "confirms",
    "first", "speaker",
}  # fmt: skip
_SAY_KEYS = {"say", "heard", "reads_back", "offers", "took", "typed", "understood", "sure"}
_RING_MS = 0


class CaseFault(ValueError):
    """A gold case that cannot be read: which case, which row, what is wrong."""


@dataclass(frozen=True)
class GoldCase:
    """One case: its name, the surface played, and the journal."""

    name: str
    scenario: Scenario
    seed: int
    journal: Journal


@dataclass
class _Telling:
    """What earlier rows left behind while the journal is being told."""

    scenario: Scenario
    mood: str
    values: dict[str, str] = field(default_factory=dict)
    record_values: dict[tuple[str, str], str] = field(default_factory=dict)
    grade: str | None = None


Timed = tuple[int, e.Event]


def case_names() -> tuple[str, ...]:
    """Every case's name, in order."""
    return tuple(sorted(path.stem for path in (*CASES.glob("*.yaml"), *PLAYED.glob("*.json"))))


def _played(name: str, path: Path, catalogue: Catalogue) -> GoldCase:
    data = json.loads(path.read_text(encoding="utf-8"))
    journal = tuple(Entry.model_validate(entry) for entry in data["entries"])
    return GoldCase(name, catalogue.get(data["scenario"]).for_seed(data["seed"]), data["seed"], journal)


def load_case(name: str, catalogue: Catalogue | None = None) -> GoldCase:
    """The case of that name; raises CaseFault with the row at fault."""
    if (played := PLAYED / f"{name}.json").is_file():
        return _played(name, played, catalogue or Catalogue())
    data = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    if unknown := set(data) - _KEYS:
        raise CaseFault(f"{name}: unknown key {sorted(unknown)}.")
    compiled = (catalogue or Catalogue()).get(data["scenario"])
    scenario = compiled.for_seed(data["seed"])
    timed = _opening(compiled, scenario, data)
    telling = _Telling(scenario, scenario.caller.mood.starts)
    last_ms = 0
    for number, row in enumerate(data["events"], start=1):
        ((seconds, what),) = row.items()
        at_ms = round(seconds * 1000)
        if at_ms < last_ms:
            raise CaseFault(f"{name}, row {number}: {seconds} s is before the row above it.")
        last_ms = at_ms
        try:
            timed += _row(telling, at_ms, what)
        except (KeyError, ValueError, TypeError) as wrong:
            raise CaseFault(f"{name}, row {number} ({seconds} s): {wrong!r}") from wrong
    timed.sort(key=lambda one: one[0])
    journal = tuple(Entry(n=n, t_ms=t, event=event) for n, (t, event) in enumerate(timed, start=1))
    return GoldCase(name, scenario, data["seed"], journal)


def _opening(compiled: CompiledScenario, scenario: Scenario, data: Mapping[str, Any]) -> list[Timed]:
    loaded, channel = load_policy(scenario.policy), scenario.channel
    place = f"{channel.located.source} {channel.located.text}" if channel.located else None
    started = e.CallStarted(
        scenario=compiled.id,
        fingerprint=compiled.fingerprint,
        policy=loaded.policy.id,
        policy_fingerprint=loaded.fingerprint,
        app_version="0",
        trainee="gold",
        mode=data.get("mode", "practice"),
        seed=data["seed"],
        variant=compiled.variant(data["seed"]),
    )
    rang = e.PhoneRang(channel=channel.kind, line=channel.line, number=channel.number, located=place)
    return [(_RING_MS, started), (_RING_MS, rang)]


def _row(telling: _Telling, at_ms: int, what: Any) -> list[Timed]:
    if isinstance(what, str):
        return [(at_ms, _WORDS[what](at_ms))]
    verb = next(iter(what))
    if verb == "caller":
        return _caller(telling, at_ms, what)
    if verb == "say":
        return [(at_ms, _handler(telling, at_ms, what))]
    return [(at_ms, event) for event in _DEEDS[verb](telling, what)]


def _caller(telling: _Telling, at_ms: int, what: Mapping[str, Any]) -> list[Timed]:
    _only(what, _CALLER_KEYS)
    scenario, tells = telling.scenario, tuple(what.get("tells", ()))
    telling.mood = what.get("mood", telling.mood)
    lasts_ms = round(what["lasts"] * 1000) if "lasts" in what else caller_speaks_ms(what["caller"])
    said = e.CallerSaid(
        text=what["caller"],
        lasts_ms=lasts_ms,
        facts=tells,
        answers=tuple(what.get("answers", ())),
        mood=telling.mood,
        style=scenario.caller.voice.style,
        press=what.get("press"),
        question=_named(what.get("question"), scenario.questions),
        twist=what.get("twist"),
        corrects=what.get("corrects"),
        confirms=what.get("confirms"),
        speaker=what.get("speaker", "caller"),
    )
    rows: list[Timed] = [(at_ms, said)]
    if "twist" in what:
        rows.insert(0, (at_ms, _twist(scenario, what["twist"])))
    if "press" in what:
        press = next(one for one in scenario.presses if one.id == what["press"])
        rows.append((at_ms, e.PressMade(press=press.id, asks_for=press.asks_for, disguised=press.disguised)))
    return rows + [(at_ms + lasts_ms, _told(scenario, fact, what)) for fact in tells]


def _told(scenario: Scenario, fact: str, what: Mapping[str, Any]) -> e.FactTold:
    usual = "twist" if "twist" in what else "opening" if fact in scenario.opening_tells else "asked"
    first = what.get("first", {}).get(fact, {})
    return e.FactTold(
        fact=fact,
        value=first.get("value", value_told(scenario.facts[fact])),
        how=what.get("how", usual),
        tags=scenario.facts[fact].tags,
        standing=first.get("is", "full"),
        speaker=what.get("speaker", "caller"),
    )


def _twist(scenario: Scenario, name: str) -> e.TwistFired:
    twist = next(one for one in scenario.twists if one.id == name)
    return e.TwistFired(twist=name, release=twist.release, upgrade=twist.upgrade, reassess=twist.reassess)


def _named(name: str | None, among: Any) -> str | None:
    if name is not None and name not in {one.id for one in among}:
        raise ValueError(f"unknown {name}")
    return name


def _handler(telling: _Telling, at_ms: int, what: Mapping[str, Any]) -> e.HandlerSaid:
    _only(what, _SAY_KEYS)
    text, scenario = what["say"], telling.scenario
    spoken_ms = round(what["took"] * 1000) if "took" in what else handler_speaks_ms(text)
    lasted_ms = round(what.get("typed", spoken_ms / 1000) * 1000)
    values = [
        *(_value(scenario, fact, how, "told") for fact, how in what.get("reads_back", {}).items()),
        *(_value(scenario, fact, how, "offered") for fact, how in what.get("offers", {}).items()),
    ]
    intents = [_intent(text, heard) for heard in what.get("heard", ())]
    for fact in what.get("reads_back", {}):
        field_id = scenario.facts[fact].field or scenario.fact_kind(fact)
        intents.append(HeardIntent(id="READBACK", confidence=0.95, slot=field_id, span=text))
    secrets = {secret.id: secret for secret in scenario.restricted}
    for intent in intents:
        if intent.id == "NEG_DISCLOSE" and intent.slot in secrets:
            values.append(_given_away(text, intent.slot, secrets[intent.slot].value))
    return e.HandlerSaid(
        text=text,
        began_ms=at_ms - lasted_ms,
        spoken_ms=spoken_ms,
        allowance_ms=max(0, lasted_ms - spoken_ms),
        source="typed" if "typed" in what else "spoken",
        understood=what.get("understood", bool(intents)),
        intents=tuple(intents),
        values=tuple(values),
        decided_by=("hand",),
        recognised=Recognised(heard=text, engine="hand", confidence=what["sure"]) if "sure" in what else None,
    )


def _intent(text: str, heard: str) -> HeardIntent:
    """`ID`, `ID:slot`, and `~0.4` behind it where it was heard with less than certainty."""
    named, _, sure = heard.partition("~")
    intent, _, slot = named.partition(":")
    if intent != "topic" and intent not in vocabulary().intents:
        raise ValueError(f"unknown intent {intent}")
    return HeardIntent(id=intent, confidence=float(sure or 0.95), slot=slot or None, span=text)


def _value(scenario: Scenario, fact: str, how: Any, standing: Any) -> HeardValue:
    right = value_told(scenario.facts[fact])
    given = how if isinstance(how, dict) else {"value": right, "is": how}
    return HeardValue(
        kind=scenario.fact_kind(fact),
        value=given["value"],
        said=given["value"],
        fact=fact,
        agreement=given["is"],
        standing=standing,
    )


def _given_away(text: str, secret: str, value: str) -> HeardValue:
    return HeardValue(kind="text", value=value, said=text, fact=secret, agreement="right", standing="restricted")


def _record(telling: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    _only(what, {"record", "because"})
    made: list[e.Event] = []
    for field_id, value in what["record"].items():
        if vocabulary().field(telling.scenario.channel.desk, field_id) is None:
            raise ValueError(f"unknown field {field_id}")
        before = telling.values.get(field_id)
        made.append(e.FieldRecorded(field=field_id, value=value, previous=before, because=what.get("because")))
        telling.values[field_id] = value
    return made


def _update(telling: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    given = what["update"]
    row = _row_of(telling.scenario, given["record"])[1]
    key = (given["record"], given["field"])
    before = telling.record_values.get(key, row.details.get(given["field"]))
    telling.record_values[key] = given["value"]
    return [e.RecordUpdated(**given, previous=before)]


def _row_of(scenario: Scenario, record: str) -> tuple[str, Any]:
    return next((system, row) for system, rows in scenario.records.items() for row in rows if row.id == record)


def _open(telling: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    system = what.get("system") or _row_of(telling.scenario, what["open"])[0]
    return [e.RecordOpened(record=what["open"], system=system)]


def _grade(telling: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    _only(what, {"grade", "authority"})
    before, telling.grade = telling.grade, what["grade"]
    return [e.Graded(grade=what["grade"], previous=before, authority=what.get("authority"))]


def _explain(telling: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    if telling.grade is None:
        raise ValueError("there is no grade to explain")
    return [e.GradeExplained(grade=telling.grade, because=what["explain"])]


def _assess(_: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    return [e.Assessed(item=item, level=level, note=note) for item, (level, note) in what["assess"].items()]


def _verify(_: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    return [e.ItemVerified(item=item, result=result) for item, result in what["verify"].items()]


def _mood(telling: _Telling, what: Mapping[str, Any]) -> list[e.Event]:
    telling.mood = what["mood"]
    return [e.MoodChanged(mood=what["mood"], trust=what.get("trust", 0), because=what["because"])]


def _one(make: Callable[[Any], e.Event]) -> Callable[[_Telling, Mapping[str, Any]], list[e.Event]]:
    return lambda _, what: [make(next(iter(what.values())))]


def _only(what: Mapping[str, Any], keys: set[str]) -> None:
    if unknown := set(what) - keys:
        raise ValueError(f"unknown key {sorted(unknown)}")


_WORDS: Mapping[str, Callable[[int], e.Event]] = {
    "answered": lambda at_ms: e.CallAnswered(ring_ms=at_ms),
    "hold": lambda _: e.CallHeld(),
    "resume": lambda _: e.CallResumed(),
    "lock_screen": lambda _: e.ScreenLocked(),
    "paused": lambda _: e.Paused(),
    "stopped": lambda _: e.Stopped(),
    "finished": lambda _: e.ContactClosed(),
}
_DEEDS: Mapping[str, Callable[[_Telling, Mapping[str, Any]], list[e.Event]]] = {
    "record": _record,
    "update": _update,
    "open": _open,
    "grade": _grade,
    "explain": _explain,
    "assess": _assess,
    "verify": _verify,
    "mood": _mood,
    "operator": _one(lambda text: e.OperatorSaid(text=text, lasts_ms=caller_speaks_ms(text))),
    "twist": lambda telling, what: [_twist(telling.scenario, what["twist"])],
    "note": _one(lambda given: e.Noted(**given)),
    "look_up": _one(lambda given: e.LookedUp(**given)),
    "reset": _one(lambda channel: e.AccessReset(channel=channel)),
    "request": _one(lambda agency: e.AgencyRequested(agency=agency)),
    "refer": _one(lambda given: e.Referred(**given)),
    "escalate": _one(lambda given: e.Escalated(**given)),
    "send": _one(lambda given: e.MessageSent(**given)),
    "line": _one(lambda to: e.LineWent(to=to)),
    "phone": _one(lambda to: e.PhonePassed(to=to)),
    "over": _one(lambda given: e.TalkedOver(by=given["by"], lasted_ms=round(given["seconds"] * 1000))),
    "link": _one(lambda log: e.LogLinked(log=log)),
    "restrict": _one(lambda level: e.LogRestricted(level=level)),
    "transfer": _one(lambda given: e.CallTransferred(**given)),
    "call_back": _one(lambda given: e.CalledBack(**given)),
    "hand_over": _one(lambda given: e.HandedOver(**given)),
    "ended": _one(lambda by: e.CallEnded(by=by)),
    "close": _one(lambda given: e.Closed(**given)),
    "continued": _one(lambda seconds: e.Continued(lasted_ms=round(seconds * 1000))),
    "interrupted": _one(lambda because: e.Interrupted(because=because)),
}
