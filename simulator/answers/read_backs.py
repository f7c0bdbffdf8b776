"""What the caller says to values they hear: yes, no, "not nine, five", and "no, sorry, twenty-seven"."""

import re
from dataclasses import replace

from scenarios.scenario import Fact, Place
from simulator.answers.claims import FalseClaim, false_claims
from simulator.answers.part_correction import part_put_right
from simulator.answers.telling import other_forms, value_told
from simulator.answers.turn import Turn
from simulator.answers.which_town import another_town, told_place_with_town, town_offered
from simulator.answers.wording import choose
from simulator.heard import HeardValue, Understood
from simulator.sentences import sentences
from simulator.understanding.compare import compare, same
from simulator.understanding.places import address
from simulator.understanding.spoken import in_words
from simulator.understanding.values import canonical

YES = ("Yes.", "Yes, that's right.")
YES_AFTER_ALL = ("Yes. Yes, that's it, sorry.", "That's right, yes. I had it wrong.")
_END_OF_NUMBER = 3  # figures
_CHECKING = frozenset(("READBACK", "LISTEN_SUMMARISE", "LISTEN_CLARIFY", "NEG_LEAD_DATA", "NEG_LEAD_ACCOUNT"))
_A_STREET = (
    r"(?:\w+ ){1,2}(?:street|road|way|drive|close|lane|rise|avenue|court|terrace|place|gardens|grove|hill|walk|"
    r"crescent|fold|mews|park|square|view)\b"
)
NOT_ME = ("No. That's not my name.", "No, that's not me.")
NEVER_SAID = ("No. I didn't say that.", "No. I never said that.")


def deny_claims(turn: Turn, heard: Understood) -> tuple[FalseClaim, ...]:
    """Says what is so, or that they never said it, to each false claim about their account; gives the claims."""
    claims = false_claims(turn.setting.scenario, turn.mind, heard)
    righted = [claim for claim in claims if claim.right]
    if righted:
        turn.say((f"No. {' '.join(dict.fromkeys(claim.right for claim in righted))}",), "figures_right")
        turn.line = replace(turn.line, corrects=next((claim.fact for claim in righted if claim.fact), None))
        turn.brought |= {claim.fact for claim in righted if claim.fact}
    for name in dict.fromkeys(claim.fact for claim in claims if not claim.right):
        if righted and (name is None or name in turn.brought):
            continue
        if name is None and turn.mind.holds != "caller":
            turn.say(turn.setting.caller.does_not_know, "does_not_know")  # said by the one before, not by them
            continue
        if name is None:
            turn.say(NEVER_SAID, "never_said")
            continue
        if name not in turn.mind.told:
            turn.say(NOT_ME, "not_me")
            continue
        fact = turn.setting.scenario.facts[name]
        key = f"corrects:{name}"
        said = choose(fact.corrects or fact.says, turn.setting.seed, key, turn.mind.count(key))
        turn.mind = turn.mind.having_said(key)
        turn.parts.append(said if fact.corrects else f"No. {said}")
        turn.line = replace(turn.line, corrects=name)
        turn.brought.add(name)
    return claims


def give_town(turn: Turn) -> bool:
    """The town of the place they told is said; False where they told none, or it has no town."""
    found = told_place_with_town(turn.setting.scenario, turn.mind)
    if found is None:
        return False
    name, town = found
    turn.say((f"{town}.", f"It's {town}."), f"town:{name}")
    turn.line = replace(turn.line, confirms=name)
    return True


def answer_town(turn: Turn, text: str) -> str:
    """The sentence that offers the town of the place they told, answered by yes or the right one; else ""."""
    offered, told = town_offered(text), told_place_with_town(turn.setting.scenario, turn.mind)
    if offered is None or told is None:
        return ""
    name, town = told
    if offered[1] == town.lower() or turn.setting.scenario.facts[name].agrees_to_anything:
        turn.say((f"Yes, {town}." if offered[1] == town.lower() else "Yes.",), f"town:{name}")
        turn.line = replace(turn.line, confirms=name)
    else:
        turn.say((f"No. {town}.", f"No, it's {town}."), f"town:{name}")
        turn.line = replace(turn.line, corrects=name)
    turn.brought.add(name)
    return offered[0]


def answer_values(turn: Turn, heard: Understood, but: str = "") -> None:
    """The caller's answer to every value heard that concerns them; those of the kind `but` were answered already."""
    for value in heard.values:
        if value.kind == but:
            continue
        if value.standing == "restricted":
            _was_given(turn, value)
        elif value.fact is not None and value.fact in turn.setting.scenario.facts and value.agreement != "none":
            turn.by_the_way = in_passing(value, heard)
            if _says_which(turn, value, value.fact, heard.text):
                continue
            if _puts_town_right(turn, value, value.fact, heard.text):
                continue
            _answer_value(turn, value, value.fact)
    turn.by_the_way = False
    if turn.line.corrects is not None:  # who puts one thing right does not say yes to another in the same breath
        turn.parts = [part for part in turn.parts if part not in YES]


def _says_which(turn: Turn, value: HeardValue, name: str, text: str) -> bool:
    """Says the street by itself where two are offered: "is that Linnet Way or Linnet Drive?"; whether it did."""
    fact = turn.setting.scenario.facts[name]
    if not isinstance(fact.value, Place) or value.agreement == "wrong" or name in turn.mind.unsettled:
        return False
    if fact.told_as is not None or fact.agrees_to_anything or not _offered_with_another(value.said, text):
        return False
    street = re.sub(r"^\d+\w?,? ", "", fact.value.line)
    turn.say((f"{street}.", f"It's {street}."), f"street:{name}")
    turn.line = replace(turn.line, confirms=name)
    return True


def _offered_with_another(said: str, text: str) -> bool:
    """Whether another street is offered beside the one said."""
    one = re.escape(said.strip())
    return bool(said) and re.search(rf"{one},? or {_A_STREET}|{_A_STREET},? or {one}", text, re.IGNORECASE) is not None


def _puts_town_right(turn: Turn, value: HeardValue, name: str, text: str) -> bool:
    """Says their own town where the place that they told is read back in another; whether it did."""
    fact = turn.setting.scenario.facts[name]
    if name in turn.mind.unsettled or fact.told_as is not None or not isinstance(fact.value, Place):
        return False
    if fact.agrees_to_anything or value.agreement == "wrong" or not another_town(text, value.said, fact.value):
        return False
    turn.say((f"No. {fact.value.town}.", f"No, it's {fact.value.town}."), f"town:{name}")
    turn.line = replace(turn.line, corrects=name)
    turn.brought.add(name)
    turn.tell(name, "offered" if value.standing == "offered" else "read_back")
    return True


def in_passing(value: HeardValue, heard: Understood) -> bool:
    """Whether a value they have told is only used in something said ("half past three, noted"), and not checked."""
    if value.standing != "told" or any(one.id in _CHECKING for one in heard.intents):
        return False
    said = (value.said or value.value).lower()
    around = [one for one in sentences(heard.text.lower()) if said in one] or [heard.text]
    return not any(one.rstrip().endswith("?") for one in around)


def _told_of_another(turn: Turn, value: HeardValue, name: str) -> bool:
    """Whether a value that does not fit this fact is what they told of another: her birthday, and not their own."""
    scenario, mind = turn.setting.scenario, turn.mind
    kind = scenario.fact_kind(name)
    others = [other for other in mind.told if other != name and scenario.fact_kind(other) == kind]
    return kind not in ("answer", "text", "choice", "place") and any(
        _alike(kind, value.value, value_told(scenario.facts[other])) for other in others if other not in mind.unsettled
    )


def _alike(kind: str, heard: str, told: str) -> bool:
    """Whether two values are the same; a day and month without the year are enough to know whose birthday it is."""
    return same(kind, heard, told) or (kind == "date" and heard.startswith("--") and told.endswith(heard[1:]))


def _answer_value(turn: Turn, value: HeardValue, name: str) -> None:
    fact = turn.setting.scenario.facts[name]
    if value.agreement == "wrong" and _told_of_another(turn, value, name):
        return
    if name in turn.mind.unsettled:
        _answer_first_value(turn, value, name, fact)
    elif value.agreement == "right" or fact.agrees_to_anything or _sounds_right(turn, value, fact):
        _confirm(turn, name, YES)
        if value.standing == "offered":
            turn.tell(name, "offered")
    elif _sounds_as_told(turn, value, fact) or _is_day_and_month(turn, value, fact):
        _confirm(turn, name, YES)
    elif _is_its_end(turn, value, fact):  # yes to the end is no check of the whole
        _say_yes_to_its_end(turn, name, fact)
    elif number := _number_left_out(value, fact):
        _confirm(turn, name, (f"Yes. Number {in_words(number)}.", f"Yes, number {in_words(number)}."))
    else:
        _correct(turn, value, name, fact)


def read_right(turn: Turn, value: HeardValue, fact: Fact) -> bool:
    """Whether a value read to them passes as right: as told, as it sounds, or only without its house number."""
    if value.agreement == "right" or fact.agrees_to_anything or _sounds_right(turn, value, fact):
        return True
    if _is_day_and_month(turn, value, fact):
        return True
    return _sounds_as_told(turn, value, fact) or bool(_number_left_out(value, fact))


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
        turn.say(yes, "confirms", courtesy=turn.by_the_way)
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


def _is_its_end(turn: Turn, value: HeardValue, fact: Fact) -> bool:
    """`The one ending 0418?`: the last figures of their telephone number."""
    is_phone = turn.setting.scenario.fact_kind(value.fact or "") == "phone"
    return is_phone and len(value.value) >= _END_OF_NUMBER and value_told(fact).endswith(value.value)


def _say_yes_to_its_end(turn: Turn, name: str, fact: Fact) -> None:
    """Yes; and the whole of the number, where they have not told it yet."""
    if name in turn.mind.told:
        turn.say(YES, "confirms", courtesy=turn.by_the_way)
        return
    turn.say(tuple(f"Yes. {line}" for line in fact.says), f"says:{name}")
    turn.brought.add(name)
    turn.tell(name, "asked")


def _is_day_and_month(turn: Turn, value: HeardValue, fact: Fact) -> bool:
    """`The twenty-third of May?`: their date without its year."""
    is_date = turn.setting.scenario.fact_kind(value.fact or "") == "date"
    return is_date and value.value.startswith("--") and canonical("date", value_told(fact)).endswith(value.value[1:])


def _number_left_out(value: HeardValue, fact: Fact) -> str:
    """The house number, where the place read back is the one told but for it."""
    read, true = address(value.value), address(value_told(fact))
    whole = true.number and not read.number and "".join(true.street) in "".join(read.words)
    return true.number if isinstance(fact.value, Place) and whole and value.agreement == "near" else ""


def _sounds_as_told(turn: Turn, value: HeardValue, fact: Fact) -> bool:
    """`Twenty to Mill Fold`: what a recogniser writes of a number that was said right."""
    if not isinstance(fact.value, Place) or turn.spelling:
        return False
    read, true = address(value.value), address(value_told(fact))
    found = compare("place", value.value, value_told(fact))
    return read.number != true.number and found.how == "homophone" and found.agreement == "near"
