"""Which deed is meant by a word after a slash that is none: a field, a choice of a deed, or another name for one."""

from collections.abc import Iterable

from scenarios.problems import guess
from scenarios.vocabulary import vocabulary
from scenarios.vocabulary.words import Desk

_OTHERWISE = {
    "send": ("message", "msg", "text", "sms", "email", "radio", "tell"),
    "hand_over": ("handover", "pass", "dispatch", "brief", "deploy"),
    "call_back": ("ring", "ring_back", "callback", "call", "phone", "dial"),
    "look_up": ("search", "lookup", "check", "find", "query"),
    "clear": ("hang_up", "hangup", "ring_off", "end", "end_call", "goodbye", "disconnect"),
    "finish": ("done", "complete", "submit"),
    "stop": ("quit", "exit", "abort"),
    "close": ("closing", "outcome", "result", "disposal", "code"),
    "note": ("log", "write", "rationale", "advice", "facts"),
    "refer": ("referral", "signpost"),
    "escalate": ("supervisor", "inspector", "tell_supervisor"),
    "assess": ("thrive", "assessment", "risk_assessment"),
    "request": ("agency", "resource", "send_ambulance"),
    "grade": ("priority", "regrade", "upgrade", "downgrade", "level", "patrol", "officers", "unit", "police"),
    "resume": ("unhold", "off_hold", "back"),
    "wait": ("pause", "listen", "silence"),
    "form": ("show", "fields", "status"),
    "help": ("commands", "deeds", "list"),
}
_CHOICES = (("agencies", "request agency: {}"), ("thrive", "assess {}: ..., note: ..."))


def meant(name: str, deeds: Iterable[str], desk: Desk = "incident") -> str:
    """A sentence that says how what is meant is typed; empty where nothing is near. `name` is in small letters."""
    known = tuple(deeds)
    if (near := guess(name, known)) and near.replace("_", "") == name.replace("_", ""):
        return _did(near)
    for deed, others in _OTHERWISE.items():
        if name in others:
            return _did(deed)
    for listed, typed in _CHOICES:
        if choice := vocabulary().choice(listed, name):
            return _did(typed.format(choice.id))
    if field := _field(name, desk):
        also = f", or `/{near}`" if near else ""
        return f"Did you mean `/record {field}: ...`{also}?"
    if system := vocabulary().choice("systems", name):
        return _did(f"look_up system: {system.id}, query: ..., reason: ...")
    deed_of = {other: deed for deed, others in _OTHERWISE.items() for other in others}
    if near is None and (like := guess(name, deed_of)):
        near = deed_of[like]
    return _did(near) if near else ""


def _did(words: str) -> str:
    return f"Did you mean `/{words}`?"


def _field(name: str, desk: Desk) -> str:
    """The field that is called so, or whose other name begins with it: of this desk before the other."""
    for of in sorted(vocabulary().fields, key=lambda one: one != desk):
        for field in vocabulary().fields[of].values():
            names = (field.id, *field.also)
            if name in names or any(one.startswith(f"{name}_") for one in names):
                return field.id
    return ""
