"""What the caller says to words they heard: a pure decision from scenario, mind and moments."""

from dataclasses import dataclass
from functools import partial

from simulator.anew import replace
from simulator.answers import bearing
from simulator.answers.answering import answer
from simulator.answers.asking_back import ask_back
from simulator.answers.bare_question import says_of_it, way_asked
from simulator.answers.bidden import bids
from simulator.answers.broken_off import GO_ON, breaks_off
from simulator.answers.by_name import answers_it
from simulator.answers.checks import GOES_ALONG, asks_leave, asks_to_go_along, checks_on_the_way, is_the_check
from simulator.answers.claims import FalseClaim, asks_of_that, concerns
from simulator.answers.counted import counted_rightly
from simulator.answers.feeling import feel
from simulator.answers.hangs_on import of_somebody
from simulator.answers.known_how import lost_of_knowing, says_how_they_know
from simulator.answers.meant_instead import what_of_them
from simulator.answers.meant_otherwise import puts_right_what_was_asked
from simulator.answers.missed import missed
from simulator.answers.news import reaction, taken_aback
from simulator.answers.of_another import of_whom
from simulator.answers.of_their_own_accord import next_press, open_with_it, opening, press, press_on, volunteer
from simulator.answers.order_of_parts import answer_first, unknown_last
from simulator.answers.own_details import answered_at_once
from simulator.answers.own_questions import answered_beside, ask, invited, invites_questions, invites_them
from simulator.answers.parting_words import closing, kindly_meant
from simulator.answers.read_backs import answer_town, answer_values, deny_claims, give_town
from simulator.answers.said_back import asks_to_say_back, keeping, said_back
from simulator.answers.same_question import bare
from simulator.answers.spells import letters_read_back, without_letters
from simulator.answers.taken_up import TakenUp, taken_up, understood_anyway
from simulator.answers.telling import brought_out
from simulator.answers.turn import MOST_PARTS, Line, Setting, Telling, Turn
from simulator.answers.when_it_ended import at_its_end
from simulator.answers.which_person import which_of_two
from simulator.answers.which_town import ABOUT_PLACE, asks_the_number, town_asked, town_is_topic
from simulator.answers.worth import by_the_way, may_be_told, worth_answering
from simulator.answers.would_do import lost_suppositions, says_what_they_would_do
from simulator.answers.written_answers import written_answer
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.people import danger_is_over
from simulator.understanding.asks_nothing import moves_on, to_be_told_then

__all__ = ["Line", "Setting", "Telling", "ask", "next_press", "opening", "press", "reply", "volunteer"]

A_STATEMENT = 5  # words; from here something said wants at least "right"
_NEARER_THAN_A_TOWN = ("postcode", "room", "access", "landmark")


def reply(setting: Setting, mind: Mind, heard: Understood) -> Line:
    """The caller's answer to an utterance; its text is empty where nothing needs saying."""
    if bearing.in_panic(setting.caller, mind):
        # What a greeting asks already is not taken in: they blurt out why they ring.
        return _reply_in_panic(setting, mind, heard) if mind.opened else opening(setting, mind)
    heard = kindly_meant(heard, help_is_there=danger_is_over(setting.scenario, setting.moments))
    feeling = feel(setting.caller, mind, heard.intents)
    turn = Turn(setting, keeping(feeling.mind, heard))
    turn.line = replace(turn.line, moved_by=feeling.because)
    turn.spelling = any(intent.id == "PHONETIC_SPELL" for intent in heard.intents)
    return _answered(turn, mind, heard)


def _reply_in_panic(setting: Setting, mind: Mind, heard: Understood) -> Line:
    panic = setting.caller.panic
    after, because = bearing.hears_in_panic(setting.caller, mind, heard)
    turn = Turn(setting, after)
    if panic is None or not because:
        turn.say(panic.says if panic else setting.caller.not_understood, "panic")
        return turn.done()
    turn.line = replace(turn.line, moved_by=because)
    turn.say(panic.eased, "eased")
    return _answered(turn, after, heard)


@dataclass(frozen=True)
class _Settled:
    """What of the words had its answer before anything that they ask."""

    denied: tuple[FalseClaim, ...]
    town_given: bool
    town_offered: str  # the sentence that offered theirs, answered already
    invited: bool  # they were invited to ask something themselves


def _answered(turn: Turn, before: Mind, heard: Understood) -> Line:
    """Everything heard is answered, as far as a person answers in one breath."""
    opening_now = not before.opened
    counted = counted_rightly(turn.setting.scenario, before, heard.text)
    if counted and not opening_now:
        turn.say((f"Yes. {counted}",), "counted")
        return turn.done()  # a bare number is nothing but that, whatever it sounds like
    if breaks_off(heard.text) and not opening_now:
        turn.say(GO_ON, "go_on")
        return turn.done()
    heard = understood_anyway(before, heard)
    if opening_now:
        open_with_it(turn)
    elif letters_read_back(turn, heard.text):
        heard = without_letters(heard)
    settled = _settle(turn, heard, opening_now=opening_now)
    worth = _worth(turn, heard, opening_now=opening_now)
    _answer_each(turn, before, heard, worth, settled)
    if settled.invited:
        invited(turn, heard)
    supposed = not opening_now and (says_what_they_would_do(turn, heard) or says_how_they_know(turn, before, heard))
    if not opening_now and turn.parts and checks_on_the_way(heard.text):
        _says_they_follow(turn)
    if puts_right_what_was_asked(heard.text):
        _not_the_same_again(turn, before)
    answered_beside(turn, heard)
    _put_in_order(turn, opening_now=opening_now)
    if not opening_now and not settled.denied and not supposed:
        ask_back(turn, missed(heard, worth), heard)
    bearing.react(turn, before)
    if not turn.line.hangs_up:
        press_on(turn, heard)
    if not opening_now:
        _not_coldly(turn, heard)
    return turn.done(filler=not opening_now and turn.line.understood)


def _settle(turn: Turn, heard: Understood, *, opening_now: bool) -> _Settled:
    """Denies what was claimed of them, answers what was read back, and says where nothing was understood."""
    denied = () if opening_now else deny_claims(turn, heard)
    invite = not opening_now and invites_them(heard)
    offered = "" if opening_now or denied else answer_town(turn, heard.text)
    if not (opening_now or denied or invite or offered or heard.understood or heard.values):
        _goes_along_or_asks(turn, heard)
    written_for = any(town_is_topic(turn.setting.scenario, intent) for intent in heard.intents)
    whole = town_asked(heard.text) and asks_the_number(heard.text)  # "which number, and which town?"
    town_given = town_asked(heard.text) and not (written_for or whole) and give_town(turn)
    answer_values(turn, heard, but="place" if town_given or offered or whole else "")
    return _Settled(denied, town_given, offered, invite)


def _goes_along_or_asks(turn: Turn, heard: Understood) -> None:
    """What only bids them do something gets a word, whatever it was; anything else unheard they ask for again."""
    if (lost_suppositions(heard) or lost_of_knowing(heard)) and turn.mind.answers_by == "speech":
        return  # answered beside whatever else is
    if back := what_of_them(heard.text):
        turn.say(back, "what_of_them")
    elif bids(heard.text) or to_be_told_then(heard.text) or moves_on(heard.text) or asks_leave(heard.text):
        turn.say(turn.setting.caller.acknowledges or GOES_ALONG, "goes_along")
    else:
        turn.say_not_understood()


def _worth(turn: Turn, heard: Understood, *, opening_now: bool) -> tuple[HeardIntent, ...]:
    """What of the heard is to be answered, by whom and what it asks for."""
    told = partial(may_be_told, turn.setting.scenario)
    worth = (() if opening_now else closing(heard)) or worth_answering(heard, opening_now=opening_now, may_be_told=told)
    turn.asked_besides = any(intent.asks and intent.id != "ASK_REPEAT" for intent in worth)
    if opening_now:
        return worth
    scenario = turn.setting.scenario
    worth = at_its_end(scenario, heard, worth)
    return answered_at_once(turn, heard, which_of_two(scenario, heard, of_whom(scenario, heard, worth)))


def _answer_each(
    turn: Turn, before: Mind, heard: Understood, worth: tuple[HeardIntent, ...], settled: _Settled
) -> None:
    last: HeardIntent | None = None
    said = 0
    for asked in worth:
        intent = of_somebody(turn.setting.scenario, asked, last, turn.parts[said:])
        if intent is None:
            continue
        last, said = (asked, len(turn.parts)) if last is None or last.span != asked.span else (last, said)
        if _has_its_answer(intent, heard, settled):
            continue
        # More than a person says in one breath waits until it is asked again: nothing is told that is not said.
        if len(turn.parts) >= MOST_PARTS:
            break
        if asks_to_say_back(intent.span):
            turn.say(said_back(turn.mind, intent.span, freely=turn.setting.caller.can_speak_freely), "said_back")
            continue
        if settled.invited and invites_questions(intent.span):
            continue
        turn.by_the_way = by_the_way(intent, heard.intents)
        if not _takes_up(turn, before, intent, heard.text):
            answer(turn, intent)


def _says_they_follow(turn: Turn) -> None:
    """A word that they understood goes before what else was asked, unless they have said so."""
    if any("understand" in part.lower() or "follow" in part.lower() for part in turn.parts):
        return
    turn.say(turn.setting.caller.acknowledges or GOES_ALONG, "goes_along")
    turn.parts.insert(0, turn.parts.pop())


def _has_its_answer(intent: HeardIntent, heard: Understood, settled: _Settled) -> bool:
    if any(concerns(claim, intent) for claim in settled.denied):
        return True
    if settled.town_offered and set(bare(intent.span).split()) <= set(bare(settled.town_offered).split()):
        return True
    if settled.town_given and _asks_for_the_town(intent):
        return True
    # "Do you understand?" asks nothing but that.
    return is_the_check(intent.span, heard.text) or (bool(settled.denied) and asks_of_that(intent.span))


def _asks_for_the_town(intent: HeardIntent) -> bool:
    if intent.id == "topic":
        return town_asked(intent.span)
    return intent.id in ABOUT_PLACE and intent.slot not in _NEARER_THAN_A_TOWN


def _put_in_order(turn: Turn, *, opening_now: bool) -> None:
    unknown = turn.setting.caller.does_not_know
    if not opening_now:
        turn.parts = list(unknown_last(turn.parts, unknown))
    elif turn.parts[1:] and not any(part in unknown for part in turn.parts[1:]):
        turn.parts = list(answer_first(turn.parts[0], turn.parts[1:]))


def _not_coldly(turn: Turn, heard: Understood) -> None:
    """They say something, and where the words move them it is heard first."""
    if not turn.parts and not turn.courtesies:
        _not_in_silence(turn, heard)
    if turn.parts:
        turn.parts[0], turn.mind = taken_aback(heard.text, turn.mind, turn.parts[0])
    elif turn.courtesies:
        turn.courtesies[0], turn.mind = reaction(heard.text, turn.mind, turn.setting.seed, turn.courtesies[0])


def _takes_up(turn: Turn, before: Mind, intent: HeardIntent, text: str) -> bool:
    """Answers a short question of what was just told from what was told; whether it was one."""

    def answered_now(one: HeardIntent) -> bool:
        brought = brought_out(turn.setting.scenario, turn.mind, turn.setting.moments, one)
        if brought is None:
            return written_answer(turn, one) is not None
        return brought.fact in turn.mind.told  # what nobody was heard to ask for tells nothing new

    way = way_asked(intent.span, before.last_line) if intent.id in ("topic", "LISTEN_CLARIFY") else None
    if way is not None and intent.id == "topic":
        return False  # which topic takes up what was told was decided where it was heard
    lines = says_of_it(way, before.last_line) if way is not None else ()
    if lines:
        turn.answers.append(intent.name)
        turn.say(lines, f"of_it:{way}")
        return True
    found = taken_up(turn.setting.scenario, before, turn.setting.moments, intent, text, answered_now)
    if found is None and way is None:
        return False
    found = found or TakenUp()
    if found.intent is not None:
        answer(turn, found.intent)
        return True
    turn.answers.append(intent.name)
    turn.say(
        (found.says,) if found.says else turn.setting.caller.does_not_know,
        "taken_up" if found.says else "does_not_know",
    )
    return True


def _not_the_same_again(turn: Turn, before: Mind) -> None:
    """Who is told that something else was meant does not give the same answer once more."""
    new = [part for part in turn.parts if part.strip(" .") not in before.last_line]
    if turn.parts and not new and not (turn.line.confirms or turn.line.corrects):
        turn.parts.clear()
        turn.say(turn.setting.caller.does_not_know, "does_not_know")
    elif new:
        turn.parts[:] = new


def _not_in_silence(turn: Turn, heard: Understood) -> None:
    """Nobody says nothing to a question, nor to news of some length."""
    if back := what_of_them(heard.text):
        turn.say(back, "what_of_them")
    elif by_name := answers_it(turn.setting.scenario, turn.mind, heard.text):
        turn.say(by_name, "by_name", courtesy=True)
    elif asks_to_go_along(heard.text):
        turn.say(turn.setting.caller.acknowledges or GOES_ALONG, "goes_along")
    elif heard.text.rstrip().endswith("?"):
        turn.say_not_understood()
    elif len(heard.text.split()) >= A_STATEMENT and any(not one.id.startswith("OPEN_") for one in heard.intents):
        turn.say(turn.setting.caller.acknowledges, "acknowledges", courtesy=True)
