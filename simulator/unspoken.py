"""The answers of somebody who cannot speak freely: taps, words behind a front, yes or no first in fear. Pure."""

from collections.abc import Mapping
from dataclasses import replace

from scenarios.once import once
from scenarios.scenario import Caller, Fact, Place, Scenario
from scenarios.vocabulary import vocabulary
from simulator import caller
from simulator.answers.agreed import offered, said_as_order
from simulator.answers.answer_word import YesNo
from simulator.answers.cover_words import INVITES, answers_together, asks_openly, inviting
from simulator.answers.feeling import feel
from simulator.answers.manners import MANNERS
from simulator.answers.read_backs import read_right
from simulator.answers.said_lately import other_words
from simulator.answers.sounds_alike import sounds_like_place
from simulator.answers.truth import asks_yes_or_no, truth_of
from simulator.answers.turn import Line, Setting, Turn
from simulator.answers.which_town import another_town
from simulator.answers.wording import choose
from simulator.answers.worth import CLEAR
from simulator.answers.yes_or_no import explains_the_code, is_choice, wants_yes_or_no
from simulator.heard import Truth, Understood
from simulator.mind import Mind
from simulator.understanding.cutting.question_begins import asks_openly as begins_openly

TAPS: dict[YesNo, str] = {"yes": "(one tap)", "no": "(two taps)"}
NOTHING = "(nothing)"
NOTHING_FITS = "\N{SECTION SIGN}"  # stands where nothing fits the front, until a phrase of the front is chosen
SURELY_ASKED = 0.75
MOST_FRONTS = 64  # scenarios kept for one: a caller's line holds hardly more than one phrase of their front
FRIGHTENED = ("frightened", "distressed", "tearful")


def reply(setting: Setting, mind: Mind, heard: Understood) -> Line:
    """The answer of a caller who taps or keeps up a front: to yes-or-no questions alone, except what fits the front."""
    feeling = feel(setting.caller, mind, heard.intents)
    if not mind.opened:
        return replace(caller.opening(setting, feeling.mind), moved_by=feeling.because)
    offer = offered(heard.text)
    feels = replace(feeling.mind, agreed=offer.agreed) if offer.agreed else feeling.mind
    mind = replace(mind, agreed=feels.agreed)
    turn = Turn(setting, feels)
    turn.line = replace(turn.line, moved_by=feeling.because)
    answer = _to_values(turn, heard)
    answer = _to_question(turn, heard) if answer is None else answer + _besides_values(turn, heard, answer)
    if answer is not None:
        turn.answers += [intent.id for intent in heard.intents]
        return _and_the_rest(setting, _answered(turn, answer, heard), heard)
    if mind.answers_by == "taps":
        return _without_words(turn, heard)
    return _keeping_it_up(setting, caller.reply(_behind_front(setting, mind), mind, _as_heard_in_front(heard)), heard)


def _as_heard_in_front(heard: Understood) -> Understood:
    """What of it may bring out words that fit the front: in a yes-or-no question only what is surely asked besides."""
    least = SURELY_ASKED if asks_yes_or_no(heard.text) else 0.0
    # What is written for a topic fits the front; it need only be clear.
    intents = tuple(
        one for one in heard.intents if one.confidence >= (min(least, CLEAR) if one.id == "topic" else least)
    )
    return heard.model_copy(update={"values": (), "intents": intents})


def _keeping_it_up(setting: Setting, line: Line, heard: Understood) -> Line:
    """The line with one phrase of the front where nothing else was said; none beside a real answer, and no silence.

    A word agreed on for later is taken in, and who asked for yes or no hears that neither can be said.
    """
    text = " ".join(line.text.replace(NOTHING_FITS, " ").split())
    if text or line.hangs_up:
        return replace(line, text=text, mind=replace(line.mind, last_line=text or line.mind.last_line))
    who, offer = setting.caller, offered(heard.text)
    front = who.front or who.acknowledges
    if offer.later or (offer.agreed and not asks_yes_or_no(offer.besides)):
        front = who.acknowledges or front
    elif wants_yes_or_no(heard.text) or asks_yes_or_no(heard.text):
        front = who.does_not_know or front
    elif any(map(asks_openly, heard.intents)) or any(map(begins_openly, heard.unheard)):
        front = INVITES
    text = other_words(front, choose(front, setting.seed, "front", line.mind.count("front")), (line.mind.last_line,))
    return replace(line, text=text, mind=replace(line.mind.having_said("front"), last_line=text))


def yes_or_no_first(setting: Setting, mind: Mind, heard: Understood, line: Line) -> Line:
    """The line with yes or no before it where a frightened caller was asked what yes or no answers."""
    frightened = not setting.caller.can_speak_freely or mind.mood in FRIGHTENED
    if not frightened or not mind.opened or line.confirms or line.corrects or line.manner != "speech":
        return line
    truth = _truth(heard, setting.scenario.facts)
    if truth is None or truth.fact is None or truth.then or truth.word or not _may_tell(setting, mind, truth.fact):
        return line
    word = "Yes." if truth.answer == "yes" else "No."
    about = {telling.fact for telling in line.tells} | {line.mind.last_fact}
    if line.text.lower().startswith(("yes", "no", "yeah", "nah")):
        return line
    if truth.fact in about and line.text and line.understood:
        return replace(line, text=f"{word} {line.text}")
    if line.tells or line.hangs_up or line.press:
        return line
    if truth.more:  # one word to two questions leaves a doubt which of them it answers
        word = "Yes, both." if truth.answer == "yes" else "No, neither."
    turn = Turn(setting, replace(line.mind, last_line=word))
    if truth.tells:
        turn.tell(truth.fact, "asked")
    return replace(line, text=word, mind=turn.mind, tells=tuple(turn.tells), understood=True)


def _to_values(turn: Turn, heard: Understood) -> tuple[Truth, ...] | None:
    facts = turn.setting.scenario.facts
    about = [
        one for one in heard.values if one.fact in facts and one.agreement != "none" and one.standing != "restricted"
    ]
    if not about:
        return None
    for one in about:
        assert one.fact is not None
        elsewhere = another_town(heard.text, one.said, facts[one.fact].value)
        if elsewhere or (not read_right(turn, one, facts[one.fact]) and not _by_ear(heard, facts[one.fact])):
            turn.line = replace(turn.line, corrects=one.fact)
            return (Truth("no"),)
    for one in about:
        assert one.fact is not None
        turn.line = replace(turn.line, confirms=one.fact)
        turn.tell(one.fact, "offered" if one.standing == "offered" else "read_back")
    return (Truth("yes"),)


def _besides_values(turn: Turn, heard: Understood, said: tuple[Truth, ...]) -> tuple[Truth, ...]:
    """What a closed question beside a right read-back needs besides its yes: nothing where that is yes too."""
    if heard.truth is None or heard.truth.fact is None or any(one.answer == "no" for one in said):
        return ()
    answers = _to_question(turn, heard) or ()
    return answers if any(one.answer == "no" or one.word for one in answers) else ()


def _by_ear(heard: Understood, fact: Fact) -> bool:
    """Whether only its spelling is not the place told: a no to that would send officers elsewhere."""
    return isinstance(fact.value, Place) and sounds_like_place(heard.text, fact.value.line or "")


def _truth(heard: Understood, facts: Mapping[str, Fact]) -> Truth | None:
    return heard.truth or truth_of(heard.text, facts)


def _to_question(turn: Turn, heard: Understood) -> tuple[Truth, ...] | None:
    truth = _truth(heard, turn.setting.scenario.facts)
    if explains_the_code(heard.text) and not asks_yes_or_no(heard.text) and (truth is None or not truth.word):
        return (Truth("yes"),)
    if truth is None or (truth.then and turn.mind.answers_by == "taps"):
        return None  # of two taps nobody could say which question they answer
    truths = (truth, *truth.then)
    about = tuple(name for one in truths for name in (one.fact, *one.also) if name is not None)
    if not all(_may_tell(turn.setting, turn.mind, name) for name in about):
        return None
    for one in truths:
        for name in (one.fact, *one.also):
            if name is not None and (one.tells or name in one.also):
                turn.tell(name, "asked")
    return truths


def _may_tell(setting: Setting, mind: Mind, name: str) -> bool:
    fact: Fact = setting.scenario.facts[name]
    told = fact.told_when
    known = mind.holds in fact.known_by and not any(map(setting.moments.happened, told.unless))
    return known and (told.trust is None or mind.trust >= told.trust) and all(map(setting.moments.happened, told.needs))


def _answered(turn: Turn, answers: tuple[Truth, ...], heard: Understood) -> Line:
    if turn.mind.answers_by == "taps":
        turn.parts = [TAPS[answers[0].answer]]
        return replace(turn.done(), manner="taps")
    # One yes to two questions leaves a doubt which of them it answers.
    together = () if _agreed(turn, answers[0], heard) else answers_together(answers, heard.text)
    if together:
        turn.say(together, f"front:{answers[0].answer}:all")
        return turn.done()
    for one in answers:
        for _ in range(1 + one.more):
            _say_yes_or_no(turn, one, heard)
    return turn.done()


def _agreed(turn: Turn, truth: Truth, heard: Understood) -> str:
    """The word offered for this answer, or the one agreed on before; empty where there is none."""
    if truth.word or wants_yes_or_no(heard.text) or turn.line.confirms or turn.line.corrects:
        return truth.word
    return turn.mind.agreed[truth.answer == "no"]


def _say_yes_or_no(turn: Turn, truth: Truth, heard: Understood) -> None:
    """Yes or no in the word that was offered, in the one agreed on before, or as the front has it."""
    who, answer = turn.setting.caller, truth.answer
    word = _agreed(turn, truth, heard)
    if word in ("yes", "no"):
        answer, word = ("yes" if word == "yes" else "no"), ""
    if word:
        turn.say((said_as_order(word), f"{word.capitalize()}."), f"agreed:{word}")
        return
    lines = who.says_yes if answer == "yes" else who.says_no
    turn.say(lines or (answer.capitalize() + ".",), f"front:{answer}")


def _and_the_rest(setting: Setting, line: Line, heard: Understood) -> Line:
    """The line, and after it what else was asked for and fits the front."""
    mind = line.mind
    if mind.answers_by != "front":
        return line
    offer = offered(heard.text)
    untold = [fact for name, fact in setting.scenario.facts.items() if fact.front and name not in mind.told]
    choices = tuple(one for one in heard.intents if one.id == "topic" and line.confirms and is_choice(one.span))
    besides = tuple(
        one
        for one in heard.intents
        if not one.beside
        and not asks_yes_or_no(one.span)
        and (not offer.signs or one.span.lower().strip(" ?.!,") in offer.besides)  # a word offered asks for nothing
    )
    wanted = choices or tuple(
        one
        for one in besides
        if (one.id == "topic" and one.confidence >= CLEAR and asks_openly(one))
        or any(one.answers_to(name) for fact in untold for name in fact.told_when.asked)
    )
    if not wanted:
        return inviting(setting, line) if not offer.signs and any(map(asks_openly, besides)) else line
    more = caller.reply(
        _behind_front(setting, mind),
        mind,
        heard.model_copy(update={"values": (), "intents": wanted, "understood": True}),
    )
    if NOTHING_FITS in more.text or not more.text:
        return line if choices or not any(map(asks_openly, wanted)) else inviting(setting, line)
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


def _behind_front(setting: Setting, mind: Mind) -> Setting:
    """The setting in which only what fits the front is said."""
    return replace(setting, scenario=_front_of(setting.scenario).after(mind.last_line))


class _Front:
    """A scenario as it is kept up: the same at every line, but that no phrase of the front is said twice running."""

    def __init__(self, scenario: Scenario) -> None:
        self._scenario = scenario
        self._caller = _in_front(scenario.caller)
        self._phrases = tuple(dict.fromkeys(line for fact in scenario.facts.values() for line in fact.front))
        self._known: dict[tuple[str, ...], Scenario] = {}

    def after(self, last: str) -> Scenario:
        """The scenario after the caller's last line, of which only the phrases in it matter."""
        just_said = tuple(line for line in self._phrases if line in last)
        if just_said not in self._known:
            if len(self._known) >= MOST_FRONTS:
                self._known.clear()
            facts = {name: _fronted(fact, last) for name, fact in self._scenario.facts.items()}
            self._known[just_said] = self._scenario.model_copy(update={"caller": self._caller, "facts": facts})
        return self._known[just_said]


_front_of = once(_Front)


def _in_front(who: Caller) -> Caller:
    front = (NOTHING_FITS,)
    quiet = {name: front if known.asks else who.acknowledges for name, known in vocabulary().intents.items()}
    manners = {**dict.fromkeys(MANNERS, who.acknowledges), **quiet, **who.manners}
    return who.model_copy(update={"does_not_know": front, "not_understood": front, "manners": manners, "fillers": ()})


def _fronted(fact: Fact, last: str) -> Fact:
    if fact.front:
        again = tuple(line for line in fact.front if line not in last) or fact.front  # never twice running
        return fact.model_copy(update={"says": fact.front, "again": again, "first": None})
    return fact.model_copy(update={"told_when": fact.told_when.model_copy(update={"asked": (), "when": None})})
