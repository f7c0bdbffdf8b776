"""A faulty scenario mended as its author probably meant it, so that doubts can be told beside the errors.

A draft is never played: it only lets lint look at the whole before the last mistake is gone.
"""

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from scenarios.problems import Fault, guess
from scenarios.scenario import Scenario
from scenarios.shape import choices_at, keys_known, shaped


def draft_of(data: dict[str, Any], faults: Iterable[Fault]) -> Scenario | None:
    """The scenario with the faults of its shape mended by guess, or None where too little is left to guess from."""
    copy = deepcopy(data)
    for one in faults:
        _mend(copy, one)
    scenario, _ = shaped(Scenario, copy)
    return scenario


def _mend(data: Any, one: Fault) -> None:
    if not one.where:
        return
    holder = data
    for step in one.where[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return
    key: Any = one.where[-1]
    if not (isinstance(holder, dict) and key in holder) or one.code == "M01":
        return
    value, choices = holder[key], choices_at(Scenario, one.where)
    if one.code == "M02":
        del holder[key]
        meant = guess(str(key), keys_known(Scenario, one.where[:-1]))
        if meant is not None:
            holder.setdefault(meant, value)
    elif one.code == "M03":
        holder[key] = str(value)
    elif one.code == "M04":
        holder[key] = [value]
    elif choices:
        holder[key] = guess(str(value), choices) or choices[0]
    else:
        del holder[key]
