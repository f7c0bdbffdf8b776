"""What the caller says to values they hear: yes, no, "not nine, five", and "no, sorry, twenty-seven"."""

from dataclasses import replace

from scenarios.scenario import Fact
from simulator.heard import HeardValue
from simulator.part_correction import part_put_right
from simulator.telling import other_forms, value_told
from simulator.turn import Turn
from simulator.understanding.compare import same
from simulator.wording import choose

YES = ("Yes.", "Yes, that's right.")
YES_AFTER_ALL = ("Yes. Yes, that's it, sorry.", "That's right, yes. I had it wrong.")


def answer_values(turn: Turn, values: tuple[HeardValue, ...]) -> None:
    """The caller's answer to every value heard that concerns them."""
    for value in values:
        if value.standing == "restricted":
            _was_given(turn, value)
        elif value.fact is not None and value.fact in turn.setting.scenario.facts and value.agreement != "none":
            _answer_value(turn, value, value.fact)


def _answer_value(turn: Turn, value: HeardValue, name: str) -> None:
    fact = turn.setting.scenario.facts[name]
    if name in turn.mind.unsettled:
        _answer_first_value(turn, value, name, fact)
    elif value.agreement == "right" or fact.agrees_to_anything or _sounds_right(turn, value, fact):
        _confirm(turn, name, YES)
        if value.standing == "offered":
            turn.tell(name, "offered")
    else:
        _correct(turn, value, name, fact)


def _answer_first_value(turn: Turn, value: HeardValue, name: str, fact: Fact) -> None:
    """What was told in part or by mistake is read back: it makes them think again, where the author lets it."""
    kind = turn.setting.scenario.fact_kind(name)
    if same(kind, value.value, value_told(fact), other_forms(fact)):
        _confirm(turn, name, YES_AFTER_ALL)
        turn.tell(name, "offered")
    elif value.agreement == "right" and fact.first is not None and not fact.first.read_back:
        _confirm(turn, name, YES)
    else:
        turn.say(fact.first.put_right if fact.first else fact.says, f"right:{name}")
        turn.line = replace(turn.line, corrects=name)
        turn.brought.add(name)
        turn.tell(name, "read_back")


def _confirm(turn: Turn, name: str, yes: tuple[str, ...]) -> None:
    if turn.line.confirms is None:
        turn.say(yes, "confirms")
    turn.line = replace(turn.line, confirms=name)


def _correct(turn: Turn, value: HeardValue, name: str, fact: Fact) -> None:
    key = f"corrects:{name}"
    said = turn.mind.count(key)
    part = part_put_right(turn.setting.scenario.fact_kind(name), value.value, value_told(fact))
    if part and not said and choose(("part", "whole"), turn.setting.seed, f"part:{name}") == "part":
        correction = part
    else:
        correction = choose(fact.corrects or fact.says, turn.setting.seed, key, said)
        correction = correction if fact.corrects else f"No. {correction}"
    turn.mind = turn.mind.having_said(key)
    turn.parts.append(correction)
    turn.line = replace(turn.line, corrects=name)
    turn.tell(name, "offered" if value.standing == "offered" else "read_back")


def _sounds_right(turn: Turn, value: HeardValue, fact: Fact) -> bool:
    """Whether it sounds right on a line: nobody hears how a name is spelled until it is spelled."""
    kind = turn.setting.scenario.fact_kind(value.fact or "")
    return not turn.spelling and any(same(kind, value.value, alike) for alike in fact.sounds_like)


def _was_given(turn: Turn, value: HeardValue) -> None:
    for wanted in turn.setting.scenario.presses:
        if value.fact in wanted.asks_for and wanted.if_given:
            if not turn.mind.count(f"given:{wanted.id}"):
                turn.say(wanted.if_given, f"given:{wanted.id}")
            return
