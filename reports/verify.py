"""Checks every seal of the results file, given its rows; pure."""

import contextlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

from pydantic import ValidationError

from reports.chain import ORIGIN, Link, first_flaw, link, sealed
from reports.judgement import standing
from reports.stored import Broken, CallSheet, State, StoredJudgement, StoredMarking, Verification, state_after
from reports.verify_sound import Look, names_sound, sound_faults
from simulator.journal import entry_from_json

Row = Mapping[str, Any]
Evidence = Mapping[str, list[dict[str, Any]]]
_CHAINS: tuple[tuple[str, Literal["entry", "marking", "judgement", "deletion"]], ...] = (
    ("entries", "entry"),
    ("markings", "marking"),
    ("judgements", "judgement"),
    ("deletions", "deletion"),
)


def verify_rows(calls: Iterable[Row], evidence_of: Callable[[str], Evidence], look: Look) -> Verification:
    """Check each call's sheet, text, chains and sound; the first fault of each chain is named.

    `look` says whether a recording is there and unchanged; what was deleted on record is not looked for.
    """
    broken: list[Broken] = []
    before, expected, checked, entries, recordings = ORIGIN, 1, 0, 0, 0
    for call in calls:
        evidence = evidence_of(call["call_id"])
        broken += _call_faults(call, before, expected)
        broken += _evidence_faults(call, evidence)
        broken += sound_faults(call, evidence["entries"], look, _deleted(evidence))
        before, expected = call["hash"], call["number"] + 1
        checked, entries = checked + 1, entries + len(evidence["entries"])
        recordings += sum(names_sound(row["text"]) for row in evidence["entries"])
    return Verification(calls=checked, entries=entries, recordings=recordings, broken=tuple(broken))


def _deleted(evidence: Evidence) -> frozenset[str]:
    found = set()
    for row in evidence["deletions"]:
        with contextlib.suppress(ValueError, KeyError, TypeError):  # named already: its seal does not agree
            found.add(str(json.loads(row["text"])["deletion"]["digest"]))
    return frozenset(found)


def _call_faults(call: Row, before: str, expected: int) -> Iterator[Broken]:
    if call["number"] != expected:
        yield _broken(call, "call", None, f"contact {expected:05} is missing from the file before it")
    elif link(before, call["sheet"]) != call["hash"]:
        yield _broken(call, "call", None, "its first sheet does not agree with its seal: it was changed later")
    elif _columns(call) != _columns_of(call["sheet"]):
        yield _broken(call, "call", None, "its row in the list differs from its sealed first sheet")


def _columns(call: Row) -> dict[str, Any]:
    names = ("number", "call_id", "trainee", "scenario", "fingerprint", "mode", "source")
    return {name: call[name] for name in names} | {"approved": bool(call["approved"])}


def _columns_of(sheet_text: str) -> dict[str, Any]:
    sheet = CallSheet.model_validate_json(sheet_text)
    started = sheet.started
    return {
        "number": sheet.number, "call_id": sheet.call_id, "trainee": started.trainee,
        "scenario": started.scenario, "fingerprint": started.fingerprint, "mode": started.mode,
        "source": started.source, "approved": started.approved,
    }  # fmt: skip


def _evidence_faults(call: Row, evidence: Evidence) -> Iterator[Broken]:
    sound = set()
    for rows, what in _CHAINS:
        links = (Link(row["n"], row["text"], row["hash"]) for row in evidence[rows])
        flaw = first_flaw(call["hash"], links, what)
        if flaw is None:
            sound.add(rows)
        else:
            yield _broken(call, what, flaw.n, flaw.why)
    sheet = _sheet_of(call)
    if sheet is not None:
        yield from _text_faults(call, "scenario text", sheet.scenario_sha256, evidence["texts"])
        if sheet.policy_sha256 is not None:  # calls of the first versions kept no policy
            yield from _text_faults(call, "policy text", sheet.policy_sha256, evidence["policies"])
    if {"entries", "markings"} <= sound:
        yield from _cut_short(call, evidence)
    if len(sound) == len(_CHAINS):
        yield from _summary_faults(call, evidence)


def _sheet_of(call: Row) -> CallSheet | None:
    try:
        return CallSheet.model_validate_json(call["sheet"])
    except ValidationError:
        return None  # named already: the sheet does not agree with its seal


def _text_faults(
    call: Row, what: Literal["scenario text", "policy text"], seal: str, texts: list[dict[str, Any]]
) -> Iterator[Broken]:
    of = what.partition(" ")[0]
    if not texts:
        yield _broken(call, what, None, f"the text of its {of} is missing")
    elif sealed(texts[0]["text"]) != seal:
        yield _broken(call, what, None, f"the text of its {of} was changed later")


def _cut_short(call: Row, evidence: Evidence) -> Iterator[Broken]:
    """Entries cut off the end leave a sound chain; a marking remembers how far it once reached."""
    seals = {row["n"]: row["hash"] for row in evidence["entries"]} | {0: call["hash"]}
    for row in evidence["markings"]:
        sheet = json.loads(row["text"])
        if seals.get(sheet["entries"]) != sheet["head"]:
            why = f"marking {row['n']} was made over {sheet['entries']} entries; some of them are gone"
            yield _broken(call, "entry", len(evidence["entries"]) + 1, why)
            return


def _summary_faults(call: Row, evidence: Evidence) -> Iterator[Broken]:
    """The list is only an aid, but it must say what the sealed rows say."""
    markings = [StoredMarking.model_validate_json(row["text"]) for row in evidence["markings"]]
    judgements = [StoredJudgement.model_validate_json(row["text"]).judgement for row in evidence["judgements"]]
    outcome = standing(markings[-1].marking, judgements).outcome if markings else None
    if call["outcome"] != outcome:
        yield _broken(call, "call", None, "the outcome in the list differs from its markings and judgements")
    state: State = "open"
    for row in evidence["entries"]:
        state = state_after(state, entry_from_json(row["text"]).event)
    if call["state"] != state:
        yield _broken(call, "call", None, "the state in the list differs from how its entries end")


def _broken(
    call: Row,
    what: Literal["call", "entry", "marking", "judgement", "deletion", "scenario text", "policy text"],
    n: int | None,
    why: str,
) -> Broken:
    return Broken(contact=f"{call['number']:05}", call_id=call["call_id"], what=what, n=n, why=why)
