"""What the caller answers to one thing heard: the author's words, a fact, manners, or that they do not know."""

import re

from scenarios.vocabulary import vocabulary
from simulator.anew import replace
from simulator.answers import bearing
from simulator.answers.feeling import RUDE
from simulator.answers.fillers import begun_with
from simulator.answers.follow_on import telling
from simulator.answers.honest_word import owns_up
from simulator.answers.manners import COURTESIES, MANNERS, retorts
from simulator.answers.of_another import asks_a_detail
from simulator.answers.other_hurt import NOBODY_ELSE_HURT, asks_of_other_hurt, of_others_too
from simulator.answers.own_details import says_this_one
from simulator.answers.own_questions import answered
from simulator.answers.read_backs import NEVER_SAID
from simulator.answers.spells import spell, spell_too, to_tell_first
from simulator.answers.summed_up import reads_nothing_back, was_told
from simulator.answers.telling import Brought, brought_out
from simulator.answers.turn import Turn
from simulator.answers.when_it_ended import asks_when_it_ended
from simulator.answers.when_of_what import asks_when_of_another
from simulator.answers.where_then import WHEN_DO_YOU_MEAN, asks_where_they_were
from simulator.answers.who_of_what import asks_who_of_another
from simulator.answers.word_fits import answered_by_another
from simulator.answers.wording import choose
from simulator.answers.worth import CLEAR, PLAIN
from simulator.answers.written_answers import Written, say_written, written_answer
from simulator.heard import HeardIntent
from simulator.understanding.company import WITH_THEM, of_another
from simulator.understanding.cutting.question_begins import asks_by_itself
from simulator.understanding.people_words import ANY_KIN
from simulator.understanding.question_words import LEAD_IN

_KIN = re.compile(rf"\b(?:{ANY_KIN})\b", re.IGNORECASE)
_NEED_NO_WORD = ("OPEN_GREET", "OPEN_BT_ACK", "NEG_LEAD_DATA")
STAY_ON = ("Stay on, please.", "Please stay on.")
_OFFERS = re.compile(
    rf"{LEAD_IN}(?:(?:do|would) you (?:want|like|prefer|rather)(?: me| us| it)?|(?:shall|should) i)\b", re.IGNORECASE
)
_LISTENED_TO = ("EMP_", "ADV_", "EXPL_", "HOLD_")  # every other one of these is only taken note of


def answer(turn: Turn, intent: HeardIntent) -> None:
    """Answers what was heard, as far as this caller has an answer to it now."""
    turn.answers.append(intent.name)
    turn.plainly = intent.confidence >= PLAIN
    if answered(turn, intent) or says_this_one(turn, intent):
        return
    if intent.id == "ADV_STAY_LINE" and _OFFERS.match(intent.span.strip()):
        turn.say(STAY_ON, "stay_on")  # asked whether to stay nobody only goes along
        return
    if intent.id == "ASK_REPEAT" and turn.mind.last_line:
        _say_last_line(turn)
        return
    if asks_where_they_were(intent):
        turn.say(WHEN_DO_YOU_MEAN, "when_do_you_mean")
        return
    if _answered_by_no_fact(turn, intent):
        _say_not_known(turn, intent)
        return
    untold = to_tell_first(turn, intent) if intent.id == "PHONETIC_SPELL" else None
    if untold is not None:
        intent = untold
    elif intent.id == "PHONETIC_SPELL" and spell(turn, intent):
        return
    if intent.id == "CLOSE_PROPER":
        if not _kept_on_the_line(turn):
            _say_goodbye(turn, intent)
            return
        # A goodbye in danger is being left alone, however kindly it is said.
        intent = intent.model_copy(update={"id": "NEG_END_EARLY"})
    brought = brought_out(turn.setting.scenario, turn.mind, turn.setting.moments, intent)
    if brought is not None and brought.puts_right and brought.fact in turn.brought:
        return  # said a moment ago: nobody puts right in the same breath what they have just told
    if answered_by_another(turn, intent, brought):
        return
    written = written_answer(turn, intent)
    if brought is not None and _goes_before(brought, written):
        if asks_of_other_hurt(intent) and not brought.exact:
            of_others = of_others_too(brought.lines)
            brought = replace(brought, lines=of_others or brought.lines)
            if not of_others:
                turn.say(NOBODY_ELSE_HURT, "other_hurt")
            if not of_others and not brought.first_time:
                return
        if written is not None and _asks_what_is_not_in_it(intent, brought, written):
            say_written(turn, intent, written, courtesy=False)
        _bring_out(turn, brought)
        if untold is not None:
            spell_too(turn, brought.fact)
    elif written is not None:
        say_written(turn, intent, written, courtesy=intent.id in COURTESIES or turn.by_the_way)
    elif intent.id in MANNERS:
        _say_manners(turn, intent)
    elif intent.id not in _NEED_NO_WORD:
        _say_not_known(turn, intent)


def _answered_by_no_fact(turn: Turn, intent: HeardIntent) -> bool:
    """Whether it asks what no fact of its kind answers: when a thing ended, or another was; who is with another, or
    behind another thing."""
    if intent.id == "ASK_WHEN":
        return asks_when_it_ended(intent.span) or asks_when_of_another(turn.setting.scenario, intent.span)
    if intent.id == "ASK_WHO_SUSPECT":
        written = written_answer(turn, intent)
        unknown = written is not None and owns_up(written.lines)  # in words that are better than "I don't know"
        return not unknown and asks_who_of_another(turn.setting.scenario, intent.span)
    return intent.id == WITH_THEM and of_another(intent.span)


def _say_last_line(turn: Turn) -> None:
    if turn.asked_besides:
        return  # "back again, what's the postcode": the question is answered, and the last line not said once more
    turn.parts.append(turn.mind.last_line)
    for fact in turn.mind.unheard:
        turn.tell(fact, "asked")


def _kept_on_the_line(turn: Turn) -> bool:
    """Whether what the line is to be kept for has not come yet."""
    until = turn.setting.scenario.stay_on_line_until
    return until is not None and not turn.setting.moments.happened(until)


def _say_goodbye(turn: Turn, intent: HeardIntent) -> None:
    """Who still wants something says so instead of goodbye; nobody says goodbye twice."""
    unfinished = written_answer(turn, intent)
    if unfinished is not None:
        say_written(turn, intent, unfinished, courtesy=False)
    elif not turn.mind.count("goodbye"):
        turn.say(turn.setting.caller.goodbye or ("Bye.",), "goodbye")
    else:
        turn.say(("Bye.", "Bye now."), "goodbye_again", courtesy=True)


def _goes_before(brought: Brought, written: Written | None) -> bool:
    """A new fact goes first, unless only what is written is for the very slot asked; so nothing unasked is given away.

    After it what is written for the very slot, then what was told of it, then what is written for the bare intent.
    """
    if written is None:
        return True
    if brought.first_time:
        return brought.exact or not written.exact
    return brought.exact and not written.exact


def _asks_what_is_not_in_it(intent: HeardIntent, brought: Brought, written: Written) -> bool:
    """Whether a name or an age was asked for that the fact does not hold: "how old is she?" of "she's asleep below"."""
    if not brought.first_time or not written.exact or not asks_a_detail(intent.span):
        return False
    return not (telling(_KIN.sub("", " ".join(written.lines))) & telling(_KIN.sub("", " ".join(brought.lines))))


def _bring_out(turn: Turn, brought: Brought) -> None:
    caller = turn.setting.caller
    if brought.first_time and bearing.keeps_back(caller, turn.mind, turn.setting.scenario.facts[brought.fact]):
        if not turn.shut:
            turn.say(bearing.says_when_shut(caller, turn.mind), "shut")
        turn.shut = True
        return
    settled = {turn.line.corrects, turn.line.confirms} | turn.brought
    if brought.first_time:
        turn.say(brought.lines, brought.key)
    elif brought.fact not in settled and not _told_enough(turn, brought.key):
        _say_again(turn, brought)
    turn.brought.add(brought.fact)
    if brought.first_time:
        turn.tell(brought.fact, "asked")


def _told_enough(turn: Turn, key: str) -> bool:
    """Whether a third telling, hardly asked for, would only stand beside what was asked."""
    return bool(turn.parts) and not turn.plainly and turn.mind.count(key) > 0


def _say_again(turn: Turn, brought: Brought) -> None:
    """Told once more; the third time in the fewest words, and not without a word about it."""
    if not brought.key.startswith("again:") or not turn.mind.count(brought.key):
        turn.say(brought.lines, brought.key)
        return
    shortest = min(brought.lines, key=len)
    begin = choose(turn.setting.caller.impatient, turn.setting.seed, "impatient", turn.mind.count(brought.key))
    begin = begin if turn.plainly else ""  # nobody is scolded for a question that may have been another
    if begin and any(begin.strip().lower() in one.lower() for one in turn.mind.lately):
        begin = ""  # "as I say" is itself said once
    turn.say((begun_with(begin, shortest) if begin else shortest,), brought.key)


def _say_manners(turn: Turn, intent: HeardIntent) -> None:
    """What anybody says to such words."""
    caller = turn.setting.caller
    scenario, mind = turn.setting.scenario, turn.mind
    if intent.id == "READBACK" and (turn.line.corrects or turn.line.confirms):
        return
    if intent.id in ("READBACK", "LISTEN_SUMMARISE") and reads_nothing_back(scenario, mind, intent.span):
        if not turn.parts:  # "yes, that's right" to a question would answer what nobody said
            turn.say_not_understood()
        return
    if intent.id == "LISTEN_SUMMARISE" and not was_told(scenario, mind, intent.span):
        if mind.holds == "caller" and intent.confidence >= CLEAR:
            turn.say(NEVER_SAID, "never_said")
        else:  # who took the phone over has told nothing of it, and a guess at a summary puts nothing into a mouth
            turn.say(caller.acknowledges, "acknowledges", courtesy=True)
        return
    if intent.id.startswith(_LISTENED_TO) and mind.count("acknowledges") % 2:
        turn.say(caller.acknowledges, "acknowledges", courtesy=True)
        return
    turn.mind = mind.having_said("acknowledges")
    lines, key = caller.manners.get(intent.id) or MANNERS[intent.id], f"manners:{intent.id}"
    if intent.id == RUDE:
        lines = retorts(lines, turn.mind.count(key), freely=caller.can_speak_freely)
    turn.say(lines, key, courtesy=intent.id in COURTESIES)


def _say_not_known(turn: Turn, intent: HeardIntent) -> None:
    """To whatever asks something: that they do not know."""
    known = vocabulary().intents.get(intent.id)
    if intent.id == "topic" or (known is not None and known.asks):
        # Which detail is meant was not understood: beside an answer nobody says that they do not know it.
        vague = intent.id in ("ASK_PERSON_DETAILS", "VER_ASK_ITEM") and intent.slot is None
        # "Does anyone live there with you? Anyone who might come home early?" was asked, and answered, as one.
        goes_on = bool(turn.parts) and bool(intent.span) and not asks_by_itself(intent.span)
        turn.say(turn.setting.caller.does_not_know, "does_not_know", courtesy=vague or goes_on)
