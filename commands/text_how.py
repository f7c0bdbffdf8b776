"""How a deed is typed at the text desk: its keys, what may be chosen, and an example that would be taken."""

from commands.text_line import usage
from commands.text_shown import choices_of
from simulator import events
from simulator.desk.ports import LiveCall

_EXAMPLES = {
    "record": "location: 27 Alder Rise; postcode: WX4 7QD",
    "note": "section: facts, text: they went out of the back",
    "assess": "threat: high, note: men in the house",
    "look_up": "system: {system}, query: alder rise, reason: {reason}",
    "open": "record: {listed}",
    "verify": "item: {item}, result: passed",
    "update": "record: {listed}, field: {field}, value: 27 Alder Rise",
    "grade": "to: {to}, because: men in the house",
    "request": "agency: {agency}",
    "refer": "to: {to}, consent: yes",
    "escalate": "to: {to}, about: the grade",
    "send": "to: dispatch, channel: radio, text: the caller is still inside",
    "transfer": "to: supervisor, warm: yes",
    "call_back": "number: {number}, source: network",
    "hand_over": "to: dispatch, text: 27 Alder Rise, two men in the house",
    "close": "category: {category}, result: {result}",
    "reset": "channel: {channel}",
    "restrict": "level: {level}",
    "link": "log: HM-0033-091126",
    "wait": "20s",
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


def how(live: LiveCall, deed: str) -> tuple[str, ...]:
    """The lines that say how a deed is typed: its keys, the choices of each, and an example of it."""
    choices = {part: listed for part, listed in choices_of(live, deed).items() if listed}
    example = _example(live, deed, {part: listed[0] for part, listed in choices.items()})
    return (
        f"/{deed} {usage(deed)}",
        *(f"  {part}: {', '.join(listed)}" for part, listed in choices.items()),
        *((f"May be left out: {', '.join(_LEFT_OUT[deed])}.",) if deed in _LEFT_OUT else ()),
        *((f"For instance: {example}",) if example else ()),
    )


def _example(live: LiveCall, deed: str, first: dict[str, str]) -> str:
    """The deed as it would be taken now; a record is one that a look-up listed, and before any a look-up is due."""
    words = _EXAMPLES.get(deed, "")
    listed = [name for entry in live.entries if isinstance(entry.event, events.LookedUp) for name in entry.event.rows]
    if "{listed}" in words:
        if not listed:
            looked_up = _example(live, "look_up", _firsts(live, "look_up"))
            return f"/{deed} {words.format(listed='ID', field='address')} (an ID that a look-up lists: {looked_up})"
        row = live.row(listed[-1])
        first |= {"listed": listed[-1], "field": next(iter({**row.details, **row.cells}), "") if row else ""}
    numbers = [e.event.number for e in live.entries if isinstance(e.event, events.PhoneRang) and e.event.number]
    return f"/{deed} {words.format(**first, number=numbers[-1] if numbers else '101')}" if words else ""


def _firsts(live: LiveCall, deed: str) -> dict[str, str]:
    return {part: listed[0] for part, listed in choices_of(live, deed).items() if listed}
