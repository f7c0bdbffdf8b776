"""What the caller says to words they heard: a pure decision from scenario, mind and moments."""

from dataclasses import dataclass, replace

from scenarios.scenario import Answer, Press, Scenario
from scenarios.vocabulary import vocabulary
from simulator.events import How
from simulator.feeling import feel, hangs_up
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.manners import COURTESIES, MANNERS, REFUSALS
from simulator.mind import Mind
from simulator.moments import Moments
from simulator.telling import brought_out
from simulator.wording import choose, joined

MOST_PARTS = 4
CLEAR, FAINT, GOODBYE_SURE = 0.7, 0.5, 0.6


@dataclass(frozen=True)
class Telling:
    """A fact in a line, and how it came out."""

    fact: str
    how: How


@dataclass(frozen=True)
class Line:
    """One thing the caller says, with all that it carries; `mind` is theirs afterwards."""

    text: str
    mind: Mind
    tells: tuple[Telling, ...] = ()
    answers: tuple[str, ...] = ()
    press: str | None = None
    question: str | None = None
    twist: str | None = None
    corrects: str | None = None
    confirms: str | None = None
    understood: bool = True
    moved_by: str = ""
    hangs_up: bool = False


@dataclass(frozen=True)
class Setting:
    """What a caller's turn depends on besides the words."""

    scenario: Scenario
    seed: int
    moments: Moments


class _Turn:
    """Gathers the parts of one turn; lives only while `reply` runs."""

    def __init__(self, setting: Setting, mind: Mind) -> None:
        self.setting = setting
        self.mind = mind
        self.parts: list[str] = []
        self.courtesies: list[str] = []
        self.tells: list[Telling] = []
        self.answers: list[str] = []
        self.brought: set[str] = set()  # facts told or repeated in this very turn
        self.line = Line("", mind)

    def say(self, lines: tuple[str, ...], key: str, *, courtesy: bool = False) -> None:
        text = choose(lines, self.setting.seed, key, self.mind.count(key))
        self.mind = self.mind.having_said(key)
        (self.courtesies if courtesy else self.parts).append(text)

    def tell(self, fact: str, how: How) -> None:
        if fact not in self.mind.told:
            self.tells.append(Telling(fact, how))
        self.mind = self.mind.having_told(fact)

    def done(self) -> Line:
        text = joined(self.parts or self.courtesies[:1])
        mind = replace(self.mind, last_line=text or self.mind.last_line)
        return replace(
            self.line, text=text, mind=mind, tells=tuple(self.tells), answers=tuple(dict.fromkeys(self.answers))
        )


def reply(setting: Setting, mind: Mind, heard: Understood) -> Line:
    """The caller's answer to an utterance; its text is empty where nothing needs saying."""
    caller = setting.scenario.caller
    feeling = feel(caller, mind, heard.intents)
    turn = _Turn(setting, feeling.mind)
    turn.line = replace(turn.line, moved_by=feeling.because)
    if not mind.opened:
        _open(turn)
    elif not heard.understood and not heard.values:
        turn.say(caller.not_understood, "not_understood")
        turn.line = replace(turn.line, understood=False)
    _answer_values(turn, heard.values)
    for intent in _worth_answering(heard.intents, opening_now=not mind.opened):
        # More than a person says in one breath waits until it is asked again: nothing is told that is not said.
        if len(turn.parts) >= MOST_PARTS:
            break
        _answer_intent(turn, intent)
    _react_to_manner(turn, mind)
    if hangs_up(caller, turn.mind):
        turn.line = replace(turn.line, hangs_up=True)
    else:
        _press_on(turn, heard)
    return turn.done()


def _worth_answering(intents: tuple[HeardIntent, ...], *, opening_now: bool) -> tuple[HeardIntent, ...]:
    """The intents that a person would answer: not the faint ones beside a clear one, no goodbye in mid-talk."""
    clear = any(intent.confidence >= CLEAR for intent in intents)
    asked = any(intent.id.startswith(("ASK_", "VER_ASK")) for intent in intents)
    kept = []
    for place, intent in enumerate(intents):
        faint = clear and intent.confidence < FAINT
        ends = intent.id != "CLOSE_PROPER" or (
            intent.confidence >= GOODBYE_SURE and place == len(intents) - 1 and not asked and not opening_now
        )
        # What has happened is what the opening tells.
        told_by_opening = opening_now and intent.id == "ASK_WHAT_HAPPENED"
        if not faint and ends and not told_by_opening:
            kept.append(intent)
    return tuple(kept)


def opening(setting: Setting, mind: Mind) -> Line:
    """The caller speaks first, unasked."""
    turn = _Turn(setting, mind)
    _open(turn)
    return turn.done()


def volunteer(setting: Setting, mind: Mind, fact: str) -> Line:
    """A fact comes out at its own moment."""
    turn = _Turn(setting, mind)
    turn.say(setting.scenario.facts[fact].says, f"says:{fact}")
    turn.tell(fact, "volunteered")
    return turn.done()


def press(setting: Setting, mind: Mind, wanted: Press) -> Line:
    """The caller asks for what may not be given."""
    turn = _Turn(setting, mind)
    _press(turn, wanted)
    return turn.done()


def ask(setting: Setting, mind: Mind, question_id: str) -> Line:
    """The caller asks a question of their own."""
    turn = _Turn(setting, mind)
    question = next(q for q in setting.scenario.questions if q.id == question_id)
    turn.say(question.says, f"question:{question_id}")
    turn.mind = replace(turn.mind, questions_asked=(*turn.mind.questions_asked, question_id), question_open=question_id)
    turn.line = replace(turn.line, question=question_id)
    return turn.done()


def next_press(scenario: Scenario, mind: Mind) -> Press | None:
    """The press whose turn it is, or None when all were made."""
    return next((p for p in scenario.presses if p.id not in mind.presses_made), None)


def _open(turn: _Turn) -> None:
    turn.say(turn.setting.scenario.opening, "opening")
    for fact in turn.setting.scenario.opening_tells:
        turn.tell(fact, "opening")
    turn.mind = replace(turn.mind, opened=True)


def _answer_values(turn: _Turn, values: tuple[HeardValue, ...]) -> None:
    for value in values:
        if value.standing == "restricted":
            _was_given(turn, value)
        elif value.fact is not None and value.fact in turn.setting.scenario.facts:
            _answer_value(turn, value, value.fact)


def _answer_value(turn: _Turn, value: HeardValue, name: str) -> None:
    fact = turn.setting.scenario.facts[name]
    if value.agreement == "none":
        return
    if value.agreement == "right" or fact.agrees_to_anything:
        if turn.line.confirms is None:
            turn.say(("Yes.", "Yes, that's right."), "confirms")
        turn.line = replace(turn.line, confirms=name)
        if value.standing == "offered":
            turn.tell(name, "offered")
        return
    said = turn.mind.count(f"corrects:{name}")
    correction = choose(fact.corrects or fact.says, turn.setting.seed, f"corrects:{name}", said)
    turn.mind = turn.mind.having_said(f"corrects:{name}")
    turn.parts.append(correction if fact.corrects else f"No. {correction}")
    turn.line = replace(turn.line, corrects=name)
    turn.tell(name, "offered" if value.standing == "offered" else "read_back")


def _was_given(turn: _Turn, value: HeardValue) -> None:
    for wanted in turn.setting.scenario.presses:
        if value.fact in wanted.asks_for and wanted.if_given:
            if not turn.mind.count(f"given:{wanted.id}"):
                turn.say(wanted.if_given, f"given:{wanted.id}")
            return


def _answer_intent(turn: _Turn, intent: HeardIntent) -> None:
    name = f"{intent.id}:{intent.slot}" if intent.slot else intent.id
    turn.answers.append(name)
    if _answer_question_of_own(turn, intent):
        return
    if intent.id == "ASK_REPEAT" and turn.mind.last_line:
        turn.parts.append(turn.mind.last_line)
        return
    if intent.id == "PHONETIC_SPELL" and _spell(turn):
        return
    stays = turn.setting.scenario.stay_on_line_until
    if intent.id == "CLOSE_PROPER" and stays is not None and not turn.setting.moments.happened(stays):
        # A goodbye in danger is being left alone, however kindly it is said.
        intent = intent.model_copy(update={"id": "NEG_END_EARLY"})
    if intent.id == "CLOSE_PROPER":
        # Who still wants something says so instead of goodbye; nobody says goodbye twice.
        unfinished = _written_answer(turn, intent)
        if unfinished is not None:
            _say_written(turn, unfinished, courtesy=False)
        elif not turn.mind.count("goodbye"):
            turn.say(turn.setting.scenario.caller.goodbye or ("Bye.",), "goodbye")
        return
    brought = brought_out(turn.setting.scenario, turn.mind, turn.setting.moments, intent)
    written = _written_answer(turn, intent)
    # A new fact goes first; then what is written for the very slot; then what was told of it; then what is
    # written for the bare intent.
    if brought is not None and (brought.first_time or written is None or (brought.exact and not written.exact)):
        settled = {turn.line.corrects, turn.line.confirms} | turn.brought
        if brought.first_time or brought.fact not in settled:
            turn.say(brought.lines, brought.key)
        turn.brought.add(brought.fact)
        if brought.first_time:
            turn.tell(brought.fact, "asked")
        return
    if written is not None:
        _say_written(turn, written, courtesy=intent.id in COURTESIES)
        return
    _say_manners(turn, intent)


@dataclass(frozen=True)
class _Written:
    number: int
    answer: Answer
    exact: bool  # written for the intent's own slot


def _written_answer(turn: _Turn, intent: HeardIntent) -> _Written | None:
    happened = turn.setting.moments.happened

    def known(moment: str) -> bool:
        return happened(moment) or moment in turn.mind.told

    fitting = []
    for number, answer in enumerate(turn.setting.scenario.answers):
        to = (answer.to,) if isinstance(answer.to, str) else answer.to
        unless = (answer.unless,) if isinstance(answer.unless, str) else answer.unless
        names = [name for name in to if intent.answers_to(name)]
        if names and all(map(known, answer.if_)) and not any(map(known, unless)):
            fitting.append(_Written(number, answer, any(":" in name for name in names)))
    return min(fitting, key=lambda found: (not found.exact, found.number), default=None)


def _say_written(turn: _Turn, written: _Written, *, courtesy: bool) -> None:
    key, answer = f"answer:{written.number}", written.answer
    says = (answer.say,) if isinstance(answer.say, str) else answer.say
    lines = answer.again if turn.mind.count(key) and answer.again else says
    turn.say(lines, key, courtesy=courtesy)


def _say_manners(turn: _Turn, intent: HeardIntent) -> None:
    caller = turn.setting.scenario.caller
    if intent.id == "OPEN_GREET" or intent.id == "OPEN_BT_ACK" or intent.id == "NEG_LEAD_DATA":
        return
    if intent.id in MANNERS:
        if intent.id == "READBACK" and (turn.line.corrects or turn.line.confirms):
            return
        if intent.id.startswith(("EMP_", "ADV_", "EXPL_", "HOLD_")) and turn.mind.count("acknowledges") % 2:
            turn.say(caller.acknowledges, "acknowledges", courtesy=True)
            return
        turn.mind = turn.mind.having_said("acknowledges")
        turn.say(MANNERS[intent.id], f"manners:{intent.id}", courtesy=intent.id in COURTESIES)
        return
    known = vocabulary().intents.get(intent.id)
    if known is not None and known.asks:
        turn.say(caller.does_not_know, "does_not_know")


def _answer_question_of_own(turn: _Turn, intent: HeardIntent) -> bool:
    open_id = turn.mind.question_open
    if open_id is None:
        return False
    question = next(q for q in turn.setting.scenario.questions if q.id == open_id)
    if not any(intent.answers_to(name) for name in question.answered_by):
        return False
    turn.mind = replace(turn.mind, question_open=None)
    if question.thanks:
        turn.say(question.thanks, f"thanks:{open_id}")
        return True
    return False


def _spell(turn: _Turn) -> bool:
    facts = turn.setting.scenario.facts
    told = [turn.mind.last_fact, *reversed(turn.mind.told)]
    for name in told:
        if name is not None and facts[name].spelled:
            turn.say(facts[name].spelled, f"spelled:{name}")
            return True
    return False


def _react_to_manner(turn: _Turn, before: Mind) -> None:
    mood = turn.setting.scenario.caller.mood
    if turn.mind.trust < before.trust and mood.says_when_upset:
        turn.say(mood.says_when_upset, "upset")
    elif turn.mind.trust > before.trust and turn.mind.trust == before.trust + 1 and mood.says_when_calmed:
        turn.say(mood.says_when_calmed, "calmed", courtesy=True)


def _press_on(turn: _Turn, heard: Understood) -> None:
    wanted = next_press(turn.setting.scenario, turn.mind)
    if wanted is None or wanted.when is not None or turn.setting.moments.happened("disclosed"):
        return
    first = not turn.mind.presses_made
    refused = any(intent.id in REFUSALS for intent in heard.intents)
    if (first and turn.line.mind.opened) or (not first and refused):
        _press(turn, wanted)


def _press(turn: _Turn, wanted: Press) -> None:
    turn.say(wanted.says, f"press:{wanted.id}")
    turn.mind = replace(
        turn.mind,
        presses_made=(*turn.mind.presses_made, wanted.id),
        press_open=wanted.id,
        mood=wanted.mood or turn.mind.mood,
    )
    turn.line = replace(turn.line, press=wanted.id)
