"""What the caller says to words they heard: a pure decision from scenario, mind and moments."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from scenarios.once import once
from scenarios.scenario import Answer, Press, Scenario
from scenarios.vocabulary import vocabulary
from simulator import bearing
from simulator.anew import replace
from simulator.checks import GOES_ALONG, asks_to_go_along, is_the_check
from simulator.claims import asks_of_that, concerns
from simulator.feeling import RUDE, feel
from simulator.fillers import begun_with
from simulator.heard import HeardIntent, Understood
from simulator.manners import COURTESIES, MANNERS, REFUSALS, retorts
from simulator.meant_otherwise import puts_right_what_was_asked
from simulator.mind import Mind
from simulator.missed import asks_back, missed
from simulator.news import reaction, taken_aback
from simulator.of_another import of_whom
from simulator.order_of_parts import answer_first, unknown_last
from simulator.own_details import answered_at_once, says_this_one
from simulator.own_questions import answered, answered_beside, ask, invited, invites_questions, invites_them
from simulator.parting_words import closing, kindly_meant
from simulator.people import danger_is_over
from simulator.read_backs import NEVER_SAID, answer_values, deny_claims, give_town
from simulator.said_back import asks_to_say_back, said_back
from simulator.spells import letters_read_back, spell, to_tell_first, without_letters
from simulator.summed_up import reads_nothing_back, was_told
from simulator.taken_up import taken_up, understood_anyway
from simulator.telling import Brought, brought_out, unasked
from simulator.turn import Line, Setting, Telling, Turn
from simulator.which_person import which_of_two
from simulator.which_town import ABOUT_PLACE, town_asked, town_is_topic
from simulator.word_fits import answered_by_another, fitting
from simulator.wording import choose
from simulator.worth import CLEAR, PLAIN, by_the_way, worth_answering

__all__ = ["Line", "Setting", "Telling", "ask", "next_press", "opening", "press", "reply", "volunteer"]

MOST_PARTS = 4
A_STATEMENT = 5  # words; from here something said wants at least "right"
_BYE = re.compile(r"\bbye\b", re.IGNORECASE)


def reply(setting: Setting, mind: Mind, heard: Understood) -> Line:
    """The caller's answer to an utterance; its text is empty where nothing needs saying."""
    if bearing.in_panic(setting.caller, mind):
        # What a greeting asks already is not taken in: they blurt out why they ring.
        return _reply_in_panic(setting, mind, heard) if mind.opened else opening(setting, mind)
    heard = kindly_meant(heard, help_is_there=danger_is_over(setting.scenario, setting.moments))
    feeling = feel(setting.caller, mind, heard.intents)
    turn = Turn(setting, feeling.mind)
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


def _answered(turn: Turn, before: Mind, heard: Understood) -> Line:
    """Everything heard is answered, as far as a person answers in one breath."""
    opening_now = not before.opened
    heard = understood_anyway(before, heard)
    if opening_now:
        _open(turn)
    if not opening_now and letters_read_back(turn, heard.text):
        heard = without_letters(heard)
    denied = () if opening_now else deny_claims(turn, heard)
    invite = not opening_now and invites_them(heard)
    if not opening_now and not denied and not invite and not heard.understood and not heard.values:
        turn.say(turn.setting.caller.not_understood, "not_understood")
        turn.line = replace(turn.line, understood=False)
    written_for = any(town_is_topic(turn.setting.scenario, intent) for intent in heard.intents)
    town_given = town_asked(heard.text) and not written_for and give_town(turn)
    answer_values(turn, heard, but="place" if town_given else "")
    worth = (() if opening_now else closing(heard)) or worth_answering(heard, opening_now=opening_now)
    turn.asked_besides = any(intent.asks and intent.id != "ASK_REPEAT" for intent in worth)
    if not opening_now:
        worth = which_of_two(turn.setting.scenario, heard, of_whom(turn.setting.scenario, heard, worth))
        worth = answered_at_once(turn, heard, worth)
    for intent in worth:
        about_place = intent.id in ABOUT_PLACE and intent.slot not in ("postcode", "room", "access", "landmark")
        about_place = about_place or (intent.id == "topic" and town_asked(intent.span))
        if any(concerns(claim, intent) for claim in denied) or (town_given and about_place):
            continue
        if is_the_check(intent.span, heard.text) or (denied and asks_of_that(intent.span)):
            continue  # "do you understand?" asks nothing but that
        # More than a person says in one breath waits until it is asked again: nothing is told that is not said.
        if len(turn.parts) >= MOST_PARTS:
            break
        if asks_to_say_back(intent.span):
            turn.say(said_back(heard, freely=turn.setting.caller.can_speak_freely), "said_back")
            continue
        if invite and invites_questions(intent.span):
            continue
        turn.by_the_way = by_the_way(intent, heard.intents)
        if _takes_up(turn, before, intent, heard.text):
            continue
        _answer_intent(turn, intent)
    if invite:
        invited(turn, heard)
    if puts_right_what_was_asked(heard.text):
        _not_the_same_again(turn, before)
    answered_beside(turn, heard)
    unknown = turn.setting.caller.does_not_know
    if not opening_now:
        turn.parts = list(unknown_last(turn.parts, unknown))
    elif turn.parts[1:] and not any(part in unknown for part in turn.parts[1:]):
        turn.parts = list(answer_first(turn.parts[0], turn.parts[1:]))
    if not opening_now and not denied:
        _ask_back(turn, missed(heard, worth), heard.text)
    bearing.react(turn, before)
    if not turn.line.hangs_up:
        _press_on(turn, heard)
    if turn.line.press and len(turn.parts) == 1 and turn.written_courtesies:
        turn.parts.insert(0, turn.written_courtesies[0])  # who presses on says first what they say to an offer
    if not opening_now and not turn.parts and not turn.courtesies:
        _not_in_silence(turn, heard)
    if turn.parts and not opening_now:
        turn.parts[0], turn.mind = taken_aback(heard.text, turn.mind, turn.parts[0])
    if not turn.parts and turn.courtesies and not opening_now:
        said, turn.mind = reaction(heard.text, turn.mind, turn.setting.seed, turn.courtesies[0])
        turn.courtesies[0] = said
    return turn.done(filler=not opening_now and turn.line.understood)


def _takes_up(turn: Turn, before: Mind, intent: HeardIntent, text: str) -> bool:
    """Answers a short question of what was just told from what was told; whether it was one."""

    def answered_now(one: HeardIntent) -> bool:
        brought = brought_out(turn.setting.scenario, turn.mind, turn.setting.moments, one)
        if brought is None:
            return _written_answer(turn, one) is not None
        return brought.fact in turn.mind.told  # what nobody was heard to ask for tells nothing new

    found = taken_up(turn.setting.scenario, before, turn.setting.moments, intent, text, answered_now)
    if found is None:
        return False
    if found.intent is not None:
        _answer_intent(turn, found.intent)
        return True
    turn.answers.append(f"{intent.id}:{intent.slot}" if intent.slot else intent.id)
    turn.say(
        (found.says,) if found.says else turn.setting.caller.does_not_know,
        "taken_up" if found.says else "does_not_know",
    )
    return True


def _ask_back(turn: Turn, lost: tuple[str, ...], text: str) -> None:
    """A question of several that they did not catch: they ask for it, or where they caught nothing else, say so."""
    if not lost:
        return
    caller = turn.setting.caller
    alone = any(re.search(rf"(?:^|[.!?;:] ?){re.escape(one.rstrip('?'))}", text) for one in lost)
    if not turn.parts and turn.courtesies and not alone:
        return  # "here is the number, have you a pen?" is answered by an okay
    if not turn.parts and turn.courtesies:
        turn.say(caller.not_understood, "not_understood")
        turn.line = replace(turn.line, understood=False)
        return
    back = asks_back(caller, turn.mind, turn.setting.seed) if 0 < len(turn.parts) < MOST_PARTS else ()
    if back:
        turn.say(back, "asks_back")
        turn.mind = replace(turn.mind, asked_back_at=turn.mind.lines)


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
    if asks_to_go_along(heard.text):
        turn.say(turn.setting.caller.acknowledges or GOES_ALONG, "goes_along")
    elif heard.text.rstrip().endswith("?"):
        turn.say(turn.setting.caller.not_understood, "not_understood")
        turn.line = replace(turn.line, understood=False)
    elif len(heard.text.split()) >= A_STATEMENT and any(not one.id.startswith("OPEN_") for one in heard.intents):
        turn.say(turn.setting.caller.acknowledges, "acknowledges", courtesy=True)


def opening(setting: Setting, mind: Mind) -> Line:
    """The caller speaks first, unasked."""
    turn = Turn(setting, mind)
    _open(turn)
    return turn.done()


def volunteer(setting: Setting, mind: Mind, fact: str) -> Line:
    """A fact comes out at its own moment."""
    turn = Turn(setting, mind)
    lines, key = unasked(setting.scenario.facts[fact], mind, fact)
    turn.say(lines, key)
    turn.tell(fact, "volunteered")
    return turn.done()


def press(setting: Setting, mind: Mind, wanted: Press) -> Line:
    """The caller asks for what may not be given."""
    turn = Turn(setting, mind)
    _press(turn, wanted)
    return turn.done()


def next_press(scenario: Scenario, mind: Mind) -> Press | None:
    """The press whose turn it is, or None when all were made."""
    return next((p for p in scenario.presses if p.id not in mind.presses_made), None)


def _open(turn: Turn) -> None:
    turn.say(turn.setting.scenario.opening, "opening")
    for fact in turn.setting.scenario.opening_tells:
        turn.tell(fact, "opening")
    turn.mind = replace(turn.mind, opened=True)


def _answer_intent(turn: Turn, intent: HeardIntent) -> None:
    name = f"{intent.id}:{intent.slot}" if intent.slot else intent.id
    turn.answers.append(name)
    turn.plainly = intent.confidence >= PLAIN
    if answered(turn, intent) or says_this_one(turn, intent):
        return
    if intent.id == "ASK_REPEAT" and turn.mind.last_line:
        if turn.asked_besides:
            return  # "back again, what's the postcode": the question is answered, and the last line not said once more
        turn.parts.append(turn.mind.last_line)
        for fact in turn.mind.unheard:
            turn.tell(fact, "asked")
        return
    if intent.id == "PHONETIC_SPELL":
        untold = to_tell_first(turn, intent)
        if untold is not None:
            intent = untold
        elif spell(turn, intent):
            return
    stays = turn.setting.scenario.stay_on_line_until
    if intent.id == "CLOSE_PROPER" and stays is not None and not turn.setting.moments.happened(stays):
        # A goodbye in danger is being left alone, however kindly it is said.
        intent = intent.model_copy(update={"id": "NEG_END_EARLY"})
    if intent.id == "CLOSE_PROPER":
        # Who still wants something says so instead of goodbye; nobody says goodbye twice.
        unfinished = _written_answer(turn, intent)
        if unfinished is not None:
            _say_written(turn, intent, unfinished, courtesy=False)
        elif not turn.mind.count("goodbye"):
            turn.say(turn.setting.caller.goodbye or ("Bye.",), "goodbye")
        else:
            turn.say(("Bye.", "Bye now."), "goodbye_again", courtesy=True)
        return
    brought = brought_out(turn.setting.scenario, turn.mind, turn.setting.moments, intent)
    if brought is not None and brought.puts_right and brought.fact in turn.brought:
        return  # said a moment ago: nobody puts right in the same breath what they have just told
    if answered_by_another(turn, intent, brought):
        return
    written = _written_answer(turn, intent)
    if brought is not None and _goes_before(brought, written):
        _bring_out(turn, brought)
    elif written is not None:
        _say_written(turn, intent, written, courtesy=intent.id in COURTESIES or turn.by_the_way)
    else:
        _say_manners(turn, intent)


def _goes_before(brought: Brought, written: "_Written | None") -> bool:
    """A new fact goes first, unless only what is written is for the very slot asked; so nothing unasked is given away.

    After it what is written for the very slot, then what was told of it, then what is written for the bare intent.
    """
    if written is None:
        return True
    if brought.first_time:
        return brought.exact or not written.exact
    return brought.exact and not written.exact


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


@dataclass(frozen=True)
class _Written:
    number: int
    answer: Answer
    exact: bool  # written for the intent's own slot


def _written_answer(turn: Turn, intent: HeardIntent) -> _Written | None:
    happened = turn.setting.moments.happened

    def known(moment: str) -> bool:
        fact = moment.removeprefix("right:")
        return happened(moment) or (fact in turn.mind.told and (fact == moment or fact not in turn.mind.unsettled))

    fitting = []
    by_name = _answers_by_name(turn.setting.scenario)
    slot = f"{intent.id}:{intent.slot or ''}"
    to_it = {found[0]: found for name in (intent.id, slot) for found in by_name.get(name, ())}
    for number, answer in to_it.values():
        unless = (answer.unless,) if isinstance(answer.unless, str) else answer.unless
        if all(map(known, answer.if_)) and not any(map(known, unless)):
            fitting.append(_Written(number, answer, (number, answer) in by_name.get(slot, ())))
    return min(fitting, key=lambda found: (not found.exact, found.number), default=None)


@once
def _answers_by_name(scenario: Scenario) -> Mapping[str, tuple[tuple[int, Answer], ...]]:
    """The answers that an author wrote, each with its number, by all that they are to: INTENT or INTENT:slot."""
    found: dict[str, list[tuple[int, Answer]]] = {}
    for number, answer in enumerate(scenario.answers):
        for name in dict.fromkeys((answer.to,) if isinstance(answer.to, str) else answer.to):
            found.setdefault(name, []).append((number, answer))
    return {name: tuple(answers) for name, answers in found.items()}


def _say_written(turn: Turn, intent: HeardIntent, written: _Written, *, courtesy: bool) -> None:
    key, answer = f"answer:{written.number}", written.answer
    if written.number in turn.written and not courtesy:
        return  # asked in two ways at once: "are you living together, or are you at different addresses?"
    turn.written.add(written.number)
    says = (answer.say,) if isinstance(answer.say, str) else answer.say
    lines = answer.again if turn.mind.count(key) and answer.again else says
    if intent.id == RUDE:
        lines = retorts(lines, turn.mind.count(key), freely=turn.setting.caller.can_speak_freely)
    turn.say(fitting(turn, intent, lines), key, courtesy=courtesy)
    if courtesy:
        turn.written_courtesies.append(turn.courtesies[-1])
    if not courtesy and _BYE.search(turn.parts[-1]):
        turn.mind = turn.mind.having_said("goodbye")


def _say_manners(turn: Turn, intent: HeardIntent) -> None:
    caller = turn.setting.caller
    if intent.id == "OPEN_GREET" or intent.id == "OPEN_BT_ACK" or intent.id == "NEG_LEAD_DATA":
        return
    if intent.id in MANNERS:
        if intent.id == "READBACK" and (turn.line.corrects or turn.line.confirms):
            return
        if intent.id in ("READBACK", "LISTEN_SUMMARISE") and reads_nothing_back(
            turn.setting.scenario, turn.mind, intent.span
        ):
            if not turn.parts:  # "yes, that's right" to a question would answer what nobody said
                turn.say(caller.not_understood, "not_understood")
                turn.line = replace(turn.line, understood=False)
            return
        if intent.id == "LISTEN_SUMMARISE" and not was_told(turn.setting.scenario, turn.mind, intent.span):
            if turn.mind.holds == "caller" and intent.confidence >= CLEAR:
                turn.say(NEVER_SAID, "never_said")
            else:  # who took the phone over has told nothing of it, and a guess at a summary puts nothing into a mouth
                turn.say(caller.acknowledges, "acknowledges", courtesy=True)
            return
        if intent.id.startswith(("EMP_", "ADV_", "EXPL_", "HOLD_")) and turn.mind.count("acknowledges") % 2:
            turn.say(caller.acknowledges, "acknowledges", courtesy=True)
            return
        turn.mind = turn.mind.having_said("acknowledges")
        lines, key = caller.manners.get(intent.id) or MANNERS[intent.id], f"manners:{intent.id}"
        if intent.id == RUDE:
            lines = retorts(lines, turn.mind.count(key), freely=caller.can_speak_freely)
        turn.say(lines, key, courtesy=intent.id in COURTESIES)
        return
    known = vocabulary().intents.get(intent.id)
    if intent.id == "topic" or (known is not None and known.asks):
        # Which detail is meant was not understood: beside an answer nobody says that they do not know it.
        vague = intent.id in ("ASK_PERSON_DETAILS", "VER_ASK_ITEM") and intent.slot is None
        turn.say(caller.does_not_know, "does_not_know", courtesy=vague)


def _press_on(turn: Turn, heard: Understood) -> None:
    wanted = next_press(turn.setting.scenario, turn.mind)
    if wanted is None or wanted.when is not None or turn.setting.moments.happened("disclosed"):
        return
    first = not turn.mind.presses_made
    refused = any(intent.id in REFUSALS for intent in heard.intents)
    if (first and turn.line.mind.opened) or (not first and refused):
        _press(turn, wanted)


def _press(turn: Turn, wanted: Press) -> None:
    turn.say(wanted.says, f"press:{wanted.id}")
    turn.mind = replace(
        turn.mind,
        presses_made=(*turn.mind.presses_made, wanted.id),
        press_open=wanted.id,
        mood=wanted.mood or turn.mind.mood,
    )
    turn.line = replace(turn.line, press=wanted.id)
