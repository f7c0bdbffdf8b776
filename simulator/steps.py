"""The steps of a rehearsal: each one written in YAML becomes one action, or a wait."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.limits import LONGEST_TEXT
from scenarios.problems import Fault, Where, fault, hint
from scenarios.scenario import milliseconds
from simulator import actions


@dataclass(frozen=True)
class Wait:
    """Nothing is done for a while."""

    lasts_ms: int


Step = actions.Action | Wait


class _Given:
    """The words of one step, read with a place for each mistake."""

    def __init__(self, name: str, value: Any, where: Where) -> None:
        self.name = name
        self.where = where
        self.value = value
        self.faults: list[Fault] = []

    def options(self, main: str, *known: str) -> dict[str, Any]:
        """The step's parameters by name; a plain value stands for the main one."""
        if not isinstance(self.value, dict):
            return {} if self.value is None else {main: self.value}
        for key in self.value:
            if key not in (main, *known):
                options = hint(str(key), (main, *known))
                self.faults.append(
                    fault((*self.where, key), "R44", on_key=True, step=self.name, word=key, hint=options)
                )
        return {key: value for key, value in self.value.items() if key in (main, *known)}

    def text(self, options: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
        """A parameter as text; a missing one that is needed is a fault."""
        value = options.get(key)
        if value is None or isinstance(value, dict | list):
            if needed or value is not None:
                self.faults.append(fault(self.where, "R45", step=self.name, word=key))
            return ""
        return str(value).lower() if isinstance(value, bool) else str(value)


def steps_of(name: str, value: Any, where: Where) -> tuple[tuple[Step, ...], list[Fault]]:
    """The steps that one item of `do:` stands for, and what is wrong with it."""
    if name not in _STEPS:
        return (), [fault(where, "R37", word=name, hint=hint(name, _STEPS))]
    given = _Given(name, value, where)
    made = _STEPS[name](given)
    given.faults += [
        fault(where, "R57", many=f"{len(text):,}", most=f"{LONGEST_TEXT:,}")
        for text in _texts(value)
        if len(text) > LONGEST_TEXT
    ]
    return (() if given.faults else made), given.faults


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _plain(action: actions.Action) -> Callable[[_Given], tuple[Step, ...]]:
    return lambda given: (action,)


def _say(given: _Given) -> tuple[Step, ...]:
    return (actions.Say(text=given.text(given.options("text"), "text")),)


def _record(given: _Given) -> tuple[Step, ...]:
    if not isinstance(given.value, dict):
        given.faults.append(fault(given.where, "R45", step="record", word="field: value"))
        return ()
    values = {key: _scalar(value) for key, value in given.value.items() if key != "because"}
    because = given.value.get("because")
    return tuple(
        actions.Record(values={key: value}, because=None if because is None else str(because))
        for key, value in values.items()
    )


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(map(_scalar, value))
    if isinstance(value, dict):
        return ", ".join(_scalar(part) for part in value.values())
    return "" if value is None else str(value)


def _note(given: _Given) -> tuple[Step, ...]:
    options = given.options("text", "section")
    section = given.text(options, "section", needed=False) or "facts"
    return (actions.Note(text=given.text(options, "text"), section=section),)


def _assess(given: _Given) -> tuple[Step, ...]:
    if not isinstance(given.value, dict):
        given.faults.append(fault(given.where, "R45", step="assess", word="heading: {level, note}"))
        return ()
    steps: list[Step] = []
    for item, value in given.value.items():
        part = _Given("assess", value, (*given.where, item))
        options = part.options("level", "note")
        level = part.text(options, "level", needed=False) or None
        steps.append(actions.Assess(item=str(item), level=level, note=part.text(options, "note", needed=False)))
        given.faults += part.faults
    return tuple(steps)


def _look_up(given: _Given) -> tuple[Step, ...]:
    options = given.options("query", "system", "reason")
    reason = given.text(options, "reason", needed=False) or None
    return (actions.LookUp(system=given.text(options, "system"), query=given.text(options, "query"), reason=reason),)


_PASSED = frozenset(
    {"passed", "pass", "true", "yes", "right", "ok", "match", "matched", "matches", "correct", "verified"}
)
_FAILED = frozenset(("failed", "fail", "false", "no", "wrong", "mismatch", "not matched", "incorrect"))


def _verify(given: _Given) -> tuple[Step, ...]:
    options = given.options("item", "result")
    said = given.text(options, "result").lower()
    if said and said not in _PASSED | _FAILED:
        words = hint(said, ("passed", "failed"))
        given.faults.append(fault((*given.where, "result"), "R44", step="verify", word=said, hint=words))
    return (actions.Verify(item=given.text(options, "item"), result="passed" if said in _PASSED else "failed"),)


def _update(given: _Given) -> tuple[Step, ...]:
    options = given.options("record", "field", "value")
    return (
        actions.Update(
            record=given.text(options, "record"), field=given.text(options, "field"), value=given.text(options, "value")
        ),
    )


def _grade(given: _Given) -> tuple[Step, ...]:
    options = given.options("to", "because", "authority")
    made: list[Step] = [
        actions.Grade(to=given.text(options, "to"), authority=given.text(options, "authority", needed=False) or None)
    ]
    because = given.text(options, "because", needed=False)
    # The grade counts at the press of its tile; the rationale is typed after it.
    return (*made, actions.ExplainGrade(because=because)) if because else tuple(made)


def _one(main: str, make: Callable[[str], actions.Action]) -> Callable[[_Given], tuple[Step, ...]]:
    def made(given: _Given) -> tuple[Step, ...]:
        options = given.options(main)
        value = options.get(main)
        if isinstance(value, list):
            return tuple(make(str(item)) for item in value)
        return (make(given.text(options, main)),)

    return made


def _refer(given: _Given) -> tuple[Step, ...]:
    options = given.options("to", "consent")
    consent = options.get("consent")
    if isinstance(consent, str):
        consent = consent.strip().lower() in ("yes", "true", "given", "agreed")
    return (actions.Refer(to=given.text(options, "to"), consent=consent if isinstance(consent, bool) else None),)


def _escalate(given: _Given) -> tuple[Step, ...]:
    options = given.options("to", "about")
    return (actions.Escalate(to=given.text(options, "to"), about=given.text(options, "about", needed=False)),)


def _send(given: _Given) -> tuple[Step, ...]:
    options = given.options("text", "to", "channel")
    channel = given.text(options, "channel", needed=False) or "log"
    return (actions.Send(to=given.text(options, "to"), channel=channel, text=given.text(options, "text")),)


def _transfer(given: _Given) -> tuple[Step, ...]:
    options = given.options("to", "warm")
    return (actions.Transfer(to=given.text(options, "to"), warm=options.get("warm") is True),)


def _call_back(given: _Given) -> tuple[Step, ...]:
    options = given.options("number", "source")
    return (actions.CallBack(number=given.text(options, "number"), source=given.text(options, "source")),)


def _hand_over(given: _Given) -> tuple[Step, ...]:
    options = given.options("text", "to")
    to = given.text(options, "to", needed=False) or "dispatch"
    return (actions.HandOver(to=to, text=given.text(options, "text", needed=False)),)


def _close(given: _Given) -> tuple[Step, ...]:
    options = given.options("category", "qualifiers", "result")
    qualifiers = options.get("qualifiers") or ()
    listed = (qualifiers,) if isinstance(qualifiers, str) else qualifiers
    return (
        actions.Close(
            category=given.text(options, "category"),
            qualifiers=tuple(str(name) for name in listed),
            result=given.text(options, "result", needed=False),
        ),
    )


def _wait(given: _Given) -> tuple[Step, ...]:
    try:
        lasts = milliseconds(given.value)
    except ValueError:
        given.faults.append(fault(given.where, "R45", step="wait", word="a time such as 20s"))
        return ()
    return (Wait(int(str(lasts))),)


_STEPS: dict[str, Callable[[_Given], tuple[Step, ...]]] = {
    "answer": _plain(actions.Answer()),
    "say": _say,
    "record": _record,
    "note": _note,
    "assess": _assess,
    "look_up": _look_up,
    "open": _one("record", lambda value: actions.Open(record=value)),
    "verify": _verify,
    "update": _update,
    "reset": _one("channel", lambda value: actions.Reset(channel=value)),
    "grade": _grade,
    "request": _one("agency", lambda value: actions.Request(agency=value)),
    "refer": _refer,
    "escalate": _escalate,
    "send": _send,
    "link": _one("log", lambda value: actions.Link(log=value)),
    "restrict": _one("level", lambda value: actions.Restrict(level=value)),
    "hold": _plain(actions.Hold()),
    "resume": _plain(actions.Resume()),
    "transfer": _transfer,
    "call_back": _call_back,
    "lock_screen": _plain(actions.LockScreen()),
    "hand_over": _hand_over,
    "clear": _plain(actions.Clear()),
    "close": _close,
    "finish": _plain(actions.FinishWrapUp()),
    "wait": _wait,
    "stop": _plain(actions.Stop()),
}
STEP_NAMES = tuple(_STEPS)
