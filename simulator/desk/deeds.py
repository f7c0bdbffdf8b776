"""The deeds that the Actions tab offers: what each asks for, and the action it makes; pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from simulator import actions as a
from simulator.desk.names import RECEIVES, Names

InputKind = Literal["choice", "text", "long"]


@dataclass(frozen=True)
class Input:
    """One thing a deed asks for: its key, label, and choices by label for a choice."""

    key: str
    label: str
    kind: InputKind = "choice"
    choices: Mapping[str, str] | None = None
    needed: bool = True


@dataclass(frozen=True)
class Deed:
    """One deed: its name in the list, its button, its inputs, and the action that the inputs make."""

    id: str
    name: str
    button: str
    inputs: tuple[Input, ...]
    make: Callable[[Mapping[str, str]], a.Action]
    while_live: bool = False  # only while the caller is on the line


CONSENT = {"Not recorded": "", "Given": "yes", "Refused": "no"}
_CONSENT_VALUES: Mapping[str, bool | None] = {"": None, "yes": True, "no": False}


def deeds(names: Names) -> tuple[Deed, ...]:
    """The deeds of a desk, in the order of the list."""
    live = (_hand_over(names), _request(names)) if names.desk == "incident" else (_reset(names), _hand_over(names))
    return (
        *live,
        _escalate(names),
        _refer(names),
        _send(names),
        _restrict(names),
        _link(),
        _transfer(names),
        _call_back(names),
    )


def _labels(names: Names, *lists: str) -> dict[str, str]:
    return {c.label: c.id for of in lists for c in names.choices(of)}


def _request(names: Names) -> Deed:
    inputs = (Input("agency", "Agency or unit", choices=_labels(names, "agencies")),)
    return Deed("request", "Request agency or unit", "Request", inputs, lambda v: a.Request(agency=v["agency"]))


def _hand_over(names: Names) -> Deed:
    roles = _labels(names, "roles")
    first = {label: id_ for label, id_ in roles.items() if id_ == RECEIVES[names.desk]}
    inputs = (
        Input("to", "To", choices={**first, **roles}),
        Input("text", "Handover", "long", needed=False),
    )
    return Deed("hand_over", "Hand over", "Hand over", inputs, lambda v: a.HandOver(to=v["to"], text=v["text"]))


def _reset(names: Names) -> Deed:
    inputs = (Input("channel", "Send the reset by", choices=_labels(names, "reset_channels")),)
    return Deed("reset", "Reset access", "Send reset", inputs, lambda v: a.Reset(channel=v["channel"]))


def _escalate(names: Names) -> Deed:
    inputs = (
        Input("to", "Tell", choices=_labels(names, "roles")),
        Input("about", "About", "long", needed=False),
    )
    return Deed("escalate", "Escalate", "Tell them", inputs, lambda v: a.Escalate(to=v["to"], about=v["about"]))


def _refer(names: Names) -> Deed:
    inputs = (
        Input("to", "Refer to", choices=_labels(names, "referrals")),
        Input("consent", "Consent", choices=CONSENT, needed=False),
    )
    return Deed(
        "refer",
        "Refer",
        "Refer",
        inputs,
        lambda v: a.Refer(to=v["to"], consent=_CONSENT_VALUES[v["consent"]]),
    )


def _send(names: Names) -> Deed:
    inputs = (
        Input("to", "To", "text"),
        Input("channel", "By", choices={c.capitalize(): c for c in names.words.message_channels}),
        Input("text", "Message", "long"),
    )
    return Deed(
        "send",
        "Send message",
        "Send",
        inputs,
        lambda v: a.Send(to=v["to"], channel=v["channel"], text=v["text"]),
    )


def _restrict(names: Names) -> Deed:
    inputs = (Input("level", "Who may read it", choices=_labels(names, "restrictions")),)
    return Deed("restrict", "Restrict the log", "Set", inputs, lambda v: a.Restrict(level=v["level"]))


def _link() -> Deed:
    inputs = (Input("log", "Reference", "text"),)
    return Deed("link", "Link log or ticket", "Link", inputs, lambda v: a.Link(log=v["log"]))


def _transfer(names: Names) -> Deed:
    inputs = (
        Input("to", "To", choices=_labels(names, "roles", "agencies", "referrals")),
        Input("warm", "How", choices={"Introduced": "yes", "Blind": ""}, needed=False),
    )
    return Deed(
        "transfer",
        "Transfer call",
        "Transfer",
        inputs,
        lambda v: a.Transfer(to=v["to"], warm=v["warm"] == "yes"),
        while_live=True,
    )


def _call_back(names: Names) -> Deed:
    inputs = (
        Input("number", "Number", "text"),
        Input("source", "Number from", choices={s.capitalize(): s for s in names.words.number_sources}),
    )
    return Deed(
        "call_back",
        "Ring a number",
        "Ring",
        inputs,
        lambda v: a.CallBack(number=v["number"], source=v["source"]),
    )
