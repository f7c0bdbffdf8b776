"""How a deed is typed at the text desk: its keys, what may be chosen, and an example that would be taken."""

from commands.text_line import EXAMPLE_RECORD, usage
from commands.text_shown import choices_of
from scenarios.scenario import Row
from simulator import events
from simulator.desk.ports import LiveCall

_EXAMPLES = {
    "note": "section: facts, text: they went out of the back",
    "assess": "threat: high, note: men in the house",
    "look_up": "system: {system}, query: alder rise, reason: {reason}",
    "open": "record: {listed}",
    "verify": "item: {item}, result: passed",
    "update": "record: {listed}, field: {field}, value: the new {field}",
    "grade": "to: {to}, because: men in the house",
    "request": "agency: {agency}",
    "refer": "to: {to}, consent: yes",
    "escalate": "to: {to}, about: the grade",
    "send": "to: dispatch, channel: radio, text: the caller is still inside",
    "transfer": "to: supervisor, warm: yes",
    "call_back": "number: {number}, source: {source}",
    "hand_over": "to: dispatch, text: 27 Alder Rise, two men in the house",
    "close": "category: {category}, result: {result}",
    "reset": "channel: {channel}",
    "restrict": "level: {level}",
    "link": "log: HM-0033-091126",
    "wait": "20s",
}
_EXAMPLES_OF_TICKETS = {
    "note": "section: facts, text: locked out since this morning",
    "assess": "threat: low, note: nobody is at risk",
    "look_up": "system: {system}, query: M-200417, reason: {reason}",
    "grade": "to: {to}, because: nobody is at risk",
    "escalate": "to: {to}, about: a change that I may not make",
    "send": "to: supervisor, channel: email, text: the member asks to be rung back",
    "hand_over": "to: supervisor, text: locked out, identity not proved, wants to be rung back",
    "link": "log: T-6012",
}
_LEFT_OUT = {
    "note": ("section",),
    "look_up": ("reason",),
    "grade": ("because", "authority"),
    "refer": ("consent",),
    "escalate": ("about",),
    "send": ("channel",),
    "transfer": ("warm",),
    "hand_over": ("to",),
    "close": ("qualifiers", "result"),
}
# What people took a deed to do, or did not know that it does.
_KNOW = {
    "grade": "The grade is what sends officers: there is no patrol to ask for. /request is for other agencies.",
    "call_back": "A line that dropped is opened again by it. Once the call is over it is kept that they were rung "
    "back, and what would be said is not played.",
}
_KNOW_OF_TICKETS = {"grade": "", "call_back": _KNOW["call_back"]}


def how(live: LiveCall, deed: str) -> tuple[str, ...]:
    """The lines that say how a deed is typed: its keys, the choices of each, an example, and what it does where that
    is not plain."""
    choices = {part: listed for part, listed in choices_of(live, deed).items() if listed}
    know = (_KNOW_OF_TICKETS if live.desk == "ticket" else _KNOW).get(deed, "")
    example = _example(live, deed, {part: listed[0] for part, listed in choices.items()})
    return (
        f"/{deed} {usage(deed, live.desk)}",
        *(f"  {part}: {', '.join(listed)}" for part, listed in choices.items()),
        *((f"May be left out: {', '.join(_LEFT_OUT[deed])}.",) if deed in _LEFT_OUT else ()),
        *((f"For instance: {example}",) if example else ()),
        *((know,) if know else ()),
    )


def _example(live: LiveCall, deed: str, first: dict[str, str]) -> str:
    """The deed as it would be taken now; a record is one that a look-up listed, and before any a look-up is due."""
    of_desk = _EXAMPLES_OF_TICKETS if live.desk == "ticket" else {}
    words = EXAMPLE_RECORD[live.desk] if deed == "record" else of_desk.get(deed) or _EXAMPLES.get(deed, "")
    if "{listed}" in words:
        row = _opened(live) if deed == "update" else _listed(live)
        if row is None:
            looked_up = _example(live, "look_up", _firsts(live, "look_up"))
            return f"/{deed} {words.format(listed='ID', field='postcode')} (an ID that a look-up lists: {looked_up})"
        first |= {"listed": row.id, "field": next(iter(row.editable), "")}
    if deed == "call_back":
        first |= _to_ring(live)
    return f"/{deed} {words.format(**first)}" if words else ""


def _to_ring(live: LiveCall) -> dict[str, str]:
    """The network's number while the caller is not on the line; while they are, another that might be rung."""
    seen = [entry.event for entry in live.entries]
    numbers = [event.number for event in seen if isinstance(event, events.PhoneRang) and event.number]
    went = [event.to for event in seen if isinstance(event, events.LineWent) and event.to in ("dropped", "back")]
    gone = went[-1:] == ["dropped"] or any(isinstance(event, events.CallEnded) for event in seen)
    if numbers and gone:
        return {"number": numbers[-1], "source": "network"}
    return {"number": "01632 960100", "source": "directory"}


def _listed(live: LiveCall) -> Row | None:
    """The record that a look-up listed last."""
    names = [name for entry in live.entries if isinstance(entry.event, events.LookedUp) for name in entry.event.rows]
    return live.row(names[-1]) if names else None


def _opened(live: LiveCall) -> Row | None:
    """The record that was opened last and may be changed: none that is merely listed is offered for a change."""
    names = [entry.event.record for entry in live.entries if isinstance(entry.event, events.RecordOpened)]
    rows = [row for row in map(live.row, names) if row is not None and row.editable]
    return rows[-1] if rows else None


def _firsts(live: LiveCall, deed: str) -> dict[str, str]:
    return {part: listed[0] for part, listed in choices_of(live, deed).items() if listed}
