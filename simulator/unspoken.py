"""The answers of somebody who cannot speak freely: taps, words behind a front, yes or no first in fear. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scenarios.scenario import Caller, Fact, Scenario
from scenarios.vocabulary import vocabulary
from simulator import caller
from simulator.closed import YesNo, asks_yes_or_no, truth_of
from simulator.feeling import feel
from simulator.heard import HeardValue, Truth, Understood
from simulator.manners import MANNERS
from simulator.mind import Mind
from simulator.read_backs import read_right
from simulator.turn import Line, Setting, Turn
from simulator.wording import choose
from simulator.yes_or_no import explains_the_code

TAPS: dict[YesNo, str] = {"yes": "(one tap)", "no": "(two taps)"}
NOTHING = "(nothing)"
NOTHING_FITS = "\N{SECTION SIGN}"  # stands where nothing fits the front, until a phrase of the front is chosen
SURELY_ASKED = 0.75
FRIGHTENED = ("frightened", "distressed", "tearful")


def reply(setting: Setting, mind: Mind, heard: Understood) -> Line:
    """The answer of a caller who taps or keeps up a front: to yes-or-no questions alone, except what fits the front."""
    feeling = feel(setting.caller, mind, heard.intents)
    if not mind.opened:
        return replace(caller.opening(setting, feeling.mind), moved_by=feeling.because)
    turn = Turn(setting, feeling.mind)
    turn.line = replace(turn.line, moved_by=feeling.because)
    answer = _to_values(turn, heard.values) or _to_question(turn, heard)
    if answer is not None:
        turn.answers += [intent.id for intent in heard.intents]
        return _and_the_rest(setting, _answered(turn, answer), heard)
    if mind.answers_by == "taps":
        return _without_words(turn, heard)
    return _keeping_it_up(setting, caller.reply(_behind_front(setting), mind, _as_heard_in_front(heard)))


def _as_heard_in_front(heard: Understood) -> Understood:
    """What of it may bring out words that fit the front: in a yes-or-no question only what is surely asked besides."""
    least = SURELY_ASKED if asks_yes_or_no(heard.text) else 0.0
    intents = tuple(one for one in heard.intents if one.confidence >= least)
    return heard.model_copy(update={"values": (), "intents": intents})


def _keeping_it_up(setting: Setting, line: Line) -> Line:
    """The line with one phrase of the front where nothing else was said; none beside a real answer, and no silence."""
    text = " ".join(line.text.replace(NOTHING_FITS, " ").split())
    if text or line.hangs_up:
        return replace(line, text=text, mind=replace(line.mind, last_line=text or line.mind.last_line))
    front = setting.caller.front or setting.caller.acknowledges
    text = choose(front, setting.seed, "front", line.mind.count("front"))
    return replace(line, text=text, mind=replace(line.mind.having_said("front"), last_line=text))


def yes_or_no_first(setting: Setting, mind: Mind, heard: Understood, line: Line) -> Line:
    """The line with yes or no before it where a frightened caller was asked what yes or no answers."""
    frightened = not setting.caller.can_speak_freely or mind.mood in FRIGHTENED
    if not frightened or not mind.opened or line.confirms or line.corrects or line.manner != "speech":
        return line
    truth = _truth(heard, setting.scenario.facts)
    if truth is None or truth.fact is None or not _may_tell(setting, mind, truth.fact):
        return line
    word = "Yes." if truth.answer == "yes" else "No."
    about = {telling.fact for telling in line.tells} | {line.mind.last_fact}
    if line.text.lower().startswith(("yes", "no", "yeah", "nah")):
        return line
    if truth.fact in about and line.text and line.understood:
        return replace(line, text=f"{word} {line.text}")
    if line.tells or line.hangs_up or line.press:
        return line
    turn = Turn(setting, replace(line.mind, last_line=word))
    if truth.tells:
        turn.tell(truth.fact, "asked")
    return replace(line, text=word, mind=turn.mind, tells=tuple(turn.tells), understood=True)


def _to_values(turn: Turn, values: Iterable[HeardValue]) -> YesNo | None:
    facts = turn.setting.scenario.facts
    about = [one for one in values if one.fact in facts and one.agreement != "none" and one.standing != "restricted"]
    if not about:
        return None
    for one in about:
        assert one.fact is not None
        if not read_right(turn, one, facts[one.fact]):
            turn.line = replace(turn.line, corrects=one.fact)
            return "no"
    for one in about:
        assert one.fact is not None
        turn.line = replace(turn.line, confirms=one.fact)
        turn.tell(one.fact, "offered" if one.standing == "offered" else "read_back")
    return "yes"


def _truth(heard: Understood, facts: Mapping[str, Fact]) -> Truth | None:
    return heard.truth or truth_of(heard.text, facts)


def _to_question(turn: Turn, heard: Understood) -> YesNo | None:
    if explains_the_code(heard.text) and not asks_yes_or_no(heard.text):
        return "yes"
    truth = _truth(heard, turn.setting.scenario.facts)
    if truth is None:
        return None
    about = tuple(name for name in (truth.fact, *truth.also) if name is not None)
    if not all(_may_tell(turn.setting, turn.mind, name) for name in about):
        return None
    for name in about:
        if truth.tells or name in truth.also:
            turn.tell(name, "asked")
    return truth.answer


def _may_tell(setting: Setting, mind: Mind, name: str) -> bool:
    fact: Fact = setting.scenario.facts[name]
    told = fact.told_when
    known = mind.holds in fact.known_by and not any(map(setting.moments.happened, told.unless))
    return known and (told.trust is None or mind.trust >= told.trust) and all(map(setting.moments.happened, told.needs))


def _answered(turn: Turn, answer: YesNo) -> Line:
    who = turn.setting.caller
    if turn.mind.answers_by == "taps":
        turn.parts = [TAPS[answer]]
        return replace(turn.done(), manner="taps")
    lines = who.says_yes if answer == "yes" else who.says_no
    turn.say(lines or (answer.capitalize() + ".",), f"front:{answer}")
    return turn.done()


def _and_the_rest(setting: Setting, line: Line, heard: Understood) -> Line:
    """The line, and after it what else was asked for and fits the front."""
    mind = line.mind
    if mind.answers_by != "front":
        return line
    untold = [fact for name, fact in setting.scenario.facts.items() if fact.front and name not in mind.told]
    wanted = tuple(
        one
        for one in heard.intents
        if not asks_yes_or_no(one.span)
        and any(one.answers_to(name) for fact in untold for name in fact.told_when.asked)
    )
    if not wanted:
        return line
    more = caller.reply(
        _behind_front(setting), mind, heard.model_copy(update={"values": (), "intents": wanted, "understood": True})
    )
    if not more.tells:
        return line
    text = f"{line.text} {more.text}"
    return replace(
        line,
        text=text,
        mind=replace(more.mind, last_line=text),
        tells=(*line.tells, *more.tells),
        moved_by=line.moved_by,
    )


def _without_words(turn: Turn, heard: Understood) -> Line:
    known = vocabulary().intents
    asks = [one for one in heard.intents if one.id == "topic" or (one.id in known and known[one.id].asks)]
    if heard.intents and not asks and not asks_yes_or_no(heard.text):
        return turn.done()  # a statement waits for nothing
    turn.answers += [one.id for one in asks]
    turn.parts = [_sound(turn)]
    turn.line = replace(turn.line, understood=bool(heard.understood))
    return replace(turn.done(), manner="silence", understood=True)


def _sound(turn: Turn) -> str:
    sounds = tuple(line for line in turn.setting.caller.front if line.startswith("("))
    if not sounds:
        return NOTHING
    return choose(sounds, turn.setting.seed, "nothing", turn.mind.count("nothing"))


def _behind_front(setting: Setting) -> Setting:
    """The setting in which only what fits the front is said."""
    who = setting.caller
    front = (NOTHING_FITS,)
    quiet = {name: front if known.asks else who.acknowledges for name, known in vocabulary().intents.items()}
    manners = {**dict.fromkeys(MANNERS, who.acknowledges), **quiet, **who.manners}
    asked_in_front: Caller = who.model_copy(
        update={"does_not_know": front, "not_understood": front, "manners": manners, "fillers": ()}
    )
    facts = {name: _fronted(fact) for name, fact in setting.scenario.facts.items()}
    scenario: Scenario = setting.scenario.model_copy(update={"caller": asked_in_front, "facts": facts})
    return replace(setting, scenario=scenario)


def _fronted(fact: Fact) -> Fact:
    if fact.front:
        return fact.model_copy(update={"says": fact.front, "again": fact.front, "first": None})
    return fact.model_copy(update={"told_when": fact.told_when.model_copy(update={"asked": (), "when": None})})
