"""Communication at the end: closing, use of time, the hand-over note, pace, reassurance, questions, wishes."""

import re
from collections.abc import Iterator

from scenarios.vocabulary import vocabulary
from scoring.as_spelled import asked_outright
from scoring.detectors.asked_again import asked_again
from scoring.detectors.goodbyes import FEW_TURNS, asked_to_the_end, asks_for_more, closing_words, only_asks, too_soon
from scoring.detectors.handed_over import in_text, passed_on_inside, to_hand_over
from scoring.fair_time import seconds
from scoring.finding import A_QUARTER, by_share, for_assessor, met, not_applicable, not_met, partly, waived
from scoring.matching import words_of
from scoring.outcome import Finding
from scoring.own_questions import OwnQuestion, own_questions
from scoring.reading import Reading
from scoring.said_of_next import rings_again, says_what_next
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import count, listed, named, quoted
from simulator.events import HandedOver

SHORTEST_NOTE = 4  # words; fewer hand nothing over
ABOUT = 1.1  # a call that is longer than the band by no more than a tenth is about as long as it should be
SHORTEST_CLOSE = 3  # words; a bare `bye then` is no proper close
NEITHER_SLOW_NOR_FAST = (110, 170)  # words a minute


def m12(reading: Reading, settings: Settings) -> Finding:
    """Met when next steps, a reference and when to call again are given; share of those that apply.

    Where the line is kept open for officers only the next steps are due, unless the handler ends it before they
    come: then when to call again as well. All three where it was to be kept for the danger only, that is over, and the
    handler ended it. The reference is waived where it is not safe to give one.
    """
    parts = settings["parts"] or _due_at_the_end(reading)
    if not reading.scenario.caller.can_speak_freely and not _danger_over(reading):
        parts = tuple(part for part in parts if part != "reference")
    said = {part: next(iter(_said_of(reading, part)), None) for part in parts if part in _CLOSING_WORDS}
    if said.get("next", reading) is None:
        said["next"] = next((t for t in reading.turns if _says_next(t)), None)
    if not said:
        return waived("Nothing of this could safely be said.", reading.bounds)
    lacking = [_CLOSING_NAMES[part] for part, turn in said.items() if turn is None]
    shown = [turn for turn in said.values() if turn]
    if not lacking:
        return met(f"Gave {listed(_CLOSING_NAMES[part] for part in said)}.", shown)
    share = 1 - len(lacking) / len(said)
    return by_share(share, f"{listed(lacking).capitalize()}: {reading.unseen()}.", shown, reading.bounds)


def _said_of(reading: Reading, part: str) -> Iterator[Turn]:
    """The turns that give one part of it: as heard, except where their words say something else; when to ring again,
    however it was heard."""
    heard = {turn.number for turn in reading.speech.said(*_CLOSING_WORDS[part])}
    for turn in reading.turns:
        if part == "recontact":
            given = rings_again(turn)
        else:
            given = turn.number in heard and (part != "reference" or _gives_one(turn))
        if given:
            yield turn


def _gives_one(turn: Turn) -> bool:
    """Whether words give a reference, and do not only ask for one or speak of it."""
    return _ASKS_FOR_IT.search(turn.said.text) is None and _FIGURE.search(words_of(turn.said.text)) is not None


_FIGURE = re.compile(r"\d")
_ASKS_FOR_IT = re.compile(
    r"\b(?:what|did|do|does|have|who|wha|how|which|any)\b[^.?!]*\b(?:reference|number|code)\b[^.!]*\?"
    r"|\b(?:you (?:gave|have|hold|mentioned)|number on (?:it|the))\b",
    re.I,
)


def _danger_over(reading: Reading) -> bool:
    """Whether the line was to be kept for a danger alone, which was told to be over before the handler ended it."""
    until, ended = reading.scenario.stay_on_line_until, reading.ended_by_handler
    released = reading.moment(until) if until and until in reading.scenario.facts else None
    return ended is not None and released is not None and released.n < ended.n


def _due_at_the_end(reading: Reading) -> tuple[str, ...]:
    """What is due where the scenario does not say: on a line kept for officers the next steps alone, unless the handler
    ended it before they came; then when to call again as well."""
    until = reading.scenario.stay_on_line_until
    if not until:
        return ("next", "reference", "recontact")
    ended, released = reading.ended_by_handler, reading.moment(until)
    if _danger_over(reading):
        return ("next", "reference", "recontact")
    early = ended is not None and (released is None or ended.n < released.n)
    return ("next", "recontact") if early else ("next",)


def _says_next(turn: Turn) -> bool:
    return not turn.crowded and (_WHAT_BECOMES_OF_IT.search(turn.said.text) is not None or says_what_next(turn))


_WHAT_BECOMES_OF_IT = re.compile(
    r"\b(?:will|'ll) (?:all )?be (?:noted|logged|recorded|passed|sent|put on)\b|"
    r"\b(?:they|somebody|someone|an officer|he|she|we|records)(?:'ll| will) (?:\w+ ){0,2}?"
    r"(?:ring|call|phone|contact|be in touch|answer|reply|write|get back|let you know)\b|"
    r"\bi(?:'ll| will|'m going to) (?:\w+ ){0,2}?(?:pass|ask|drop|send|let|put) ",
    re.IGNORECASE,
)
_CLOSING_WORDS = {"next": ("EXPL_NEXT", "LANG_EXPLAIN"), "reference": ("GIVE_REF",), "recontact": ("ADV_RECONTACT",)}
_CLOSING_NAMES = {"next": "next steps", "reference": "a reference", "recontact": "when to call again"}


def m15(reading: Reading, settings: Settings) -> Finding:
    """Met when the handler closes the call courteously and does not cut the caller off in mid-turn.

    Half for a bare goodbye of up to three words (`Bye.`, at the end of whatever else), all closing words taken
    together, and where the caller asked something after the closing words and got no word more. Not applicable where
    the caller, the network or a transfer ended it and nothing was to be closed; to ask if there is more closes nothing.
    """
    ended = reading.ended_by_handler
    closed = closing_words(reading)
    early = [turn for turn in reading.speech.surely("NEG_END_EARLY") if too_soon(reading, turn)]
    if early:
        return not_met(f"Moved to end the call too soon at {early[0].at}: {early[0].quote}.", early)
    asked = next((line for line in reading.caller_lines if asked_to_the_end(reading, line)), None)
    if ended is None:
        if closed is not None and asked is not None and asked.t_ms > closed.t_ms:
            because = f"Closed the call at {closed.at}, with no word to what was asked at {asked.at} after it."
            return partly(0.5, because, closed, asked)
        if closed is not None and closed.number >= len(reading.turns) - 2 and not only_asks(closed):
            return met(f"Closed the call at {closed.at}: {closed.quote}.", closed)
        return not_applicable("The call was not ended by the handler.")
    speaking = next(
        (line for line in reading.caller_lines if line.t_ms <= ended.t_ms < line.t_ms + line.event.lasts_ms), None
    )
    if speaking is not None and closed is None:
        return not_met(f"Cut the caller off at {ended.at} in mid-turn.", speaking, ended)
    words = sum(len(turn.focus.split() or turn.said.text.split()) for turn in reading.speech.said("CLOSE_PROPER"))
    if closed is not None and words <= SHORTEST_CLOSE and not asks_for_more(reading):
        return partly(0.5, f"Ended with no more than {quoted(closed.said.text)} at {closed.at}.", closed, ended)
    if closed is not None and asked is not None:
        return partly(
            0.5, f"Ended the call at {ended.at} without a word to what was asked at {asked.at}.", asked, ended
        )
    if closed is not None:
        return met(f"Closed the call at {closed.at}: {closed.quote}.", closed, ended)
    return not_met(f"Ended the call at {ended.at}; a proper close was {reading.unseen()}.", ended, reading.bounds)


def m16(reading: Reading, settings: Settings) -> Finding:
    """Met when the call's length lies in the scenario's band, or within a tenth of it, and no more than `repeats`
    questions ask again, in the same words or for the same place, name or number, for what was told and bring out
    nothing new; half for one of the two. Typing and pauses do not lengthen a call, nor does what comes after the
    moment that the line was to be kept for. Asking how it stands now is no repeat."""
    asked = [told for told in reading.told_facts if told.event.how == "asked"]
    if not asked or reading.seen.ended is None or len(reading.turns) < FEW_TURNS:
        return not_applicable("No information was obtained by asking, so the time shows nothing.")
    band = reading.scenario.plan.length
    took = reading.time.between(reading.answered_ms, reading.ended_ms, holds=True)
    until = reading.scenario.stay_on_line_until
    released = reading.moment(until) if until else None
    needed = reading.time.between(reading.answered_ms, released.t_ms, holds=True) if released else took
    typed = reading.time.typed_in(reading.answered_ms, reading.ended_ms)
    inside = band.from_ <= took and min(took - typed, needed) <= band.to * ABOUT * reading.time.pace
    again = asked_again(reading)
    faults = []
    if not inside:
        faults.append(f"the call took {seconds(took)}, outside {seconds(band.from_)} to {seconds(band.to)}")
    if len(again) > settings["repeats"]:
        faults.append(f"{count(len(again), 'question')} asked again for what had been told")
    if not faults:
        return met(f"Took {seconds(took)} with {count(len(again), 'question')} asked again.", reading.bounds, again)
    because = listed(faults)
    return by_share(1 - len(faults) / 2, because[:1].upper() + because[1:] + ".", reading.bounds, again)


def m17(reading: Reading, settings: Settings) -> Finding:
    """Met when the hand-over note holds at least `full` (80 %) of what the responder needs in at most 80 words; share
    of what it holds, a part of a thing in part, three quarters of that where it is longer. What it only asks it does
    not hold. Default: the place and every safety fact told. Notes
    are taken together, and with messages sent inside, to an agency or to dispatch: an update need not repeat what was
    passed on before; messages without any hand-over count half. Not met for a note of fewer than four words, or to
    nobody; for the assessor where nothing had been told that it could hold."""
    handed = reading.seen.last(HandedOver)
    if handed is None:
        accepted = [grade for grade in reading.accepted_grades if grade.rank < len(reading.policy.grades)]
        if not accepted:
            return not_applicable("There was nobody to hand over to.")
        return _sent_without_a_note(reading)
    notes = [one.event.text for one in reading.seen.all(HandedOver)]
    sent = passed_on_inside(reading)
    text = "\n".join(notes)
    if not text.strip():
        return not_met(f"The hand-over at {handed.at} has no note.", handed, decisive=True)
    if vocabulary().choice("roles", handed.event.to) is None:
        return not_met(f"Handed over at {handed.at} to {quoted(handed.event.to)}, who is nobody here.", handed)
    names = [name for name in to_hand_over(reading) if reading.told(name)]
    words = max(len(note.split()) for note in notes)
    if sum(len(note.split()) for note in notes) < SHORTEST_NOTE:
        return not_met(f"The hand-over note says only {quoted(text)}: nobody can act on that.", handed, decisive=True)
    if not names:
        because = f"Handed over in {count(words, 'word')}; nothing had been told that a responder must have."
        return for_assessor(f"{because} Does the note say what to do?", handed)
    holds_of = {name: in_text(reading, name, "\n".join((*sent, text))) for name in names}
    missing = [name for name in names if holds_of[name] < 1]
    share = sum(holds_of.values()) / len(names)
    long = words > settings["words"]
    if share >= settings["full"] and not long:
        because = f"The note holds {len(names) - len(missing)} of {len(names)} things a responder needs"
        return met(f"{because}{', and part of the rest' if missing else ''}, in {words} words.", handed)
    faults = [f"lacks {listed(named(reading.scenario, name) for name in missing)}"] if missing else []
    faults += [f"has {words} words, more than {settings['words']}"] if long else []
    return by_share(min(0.99, share) * (0.75 if long else 1), f"The hand-over note {listed(faults)}.", handed)


def _sent_without_a_note(reading: Reading) -> Finding:
    """What messages alone handed over: at most half."""
    text = "\n".join(passed_on_inside(reading))
    names = [name for name in to_hand_over(reading) if reading.told(name)]
    share = sum(in_text(reading, name, text) for name in names) / len(names) if names and text else 0.0
    if share < A_QUARTER:
        return not_met(f"A hand-over note was {reading.undone()}.", reading.whole, decisive=True)
    return partly(0.5 * share, "No hand-over note; messages to those who respond hold a part of it.", reading.whole)


def m18(reading: Reading, settings: Settings) -> Finding:
    """Met when spoken turns average 110 to 170 words a minute; else for the assessor to hear. Accent never counts."""
    spoken = [t for t in reading.turns if t.said.source == "spoken" and t.t_ms > t.began_ms]
    if len(spoken) < 3:
        return not_applicable("Too little was spoken aloud to judge the pace.")
    rate = sum(len(t.said.text.split()) for t in spoken) * 60_000 / sum(t.t_ms - t.began_ms for t in spoken)
    low, high = NEITHER_SLOW_NOR_FAST
    if low <= rate <= high:
        return met(f"Spoke at about {rate:.0f} words a minute.", spoken)
    return for_assessor(f"Spoke at about {rate:.0f} words a minute; was it clear? Hear it.", spoken)


def m20(reading: Reading, settings: Settings) -> Finding:
    """Met when each question of the caller's own is answered within two turns of an asking; share of them. A question
    that is asked again is one question; one that was told in general just before, and not when it was asked, is half
    answered. Comfort, or when to ring again, said before answers none, and a why is answered by the reason alone. A
    question first asked as the handler was already ending the line is left out."""
    asked = tuple(own_questions(reading))
    if not asked:
        return not_applicable("The caller asked nothing that was left to answer.")
    shown = [entry for one in asked for entry in (*one.lines, one.answer)]
    missing = [one for one in asked if not one.in_time]
    if not missing:
        return met(f"Answered {count(len(asked), 'question')} of the caller's own within two turns.", shown)
    words = (f"the question of {one.lines[0].at}{_only_later(one)}" for one in missing)
    share = 1 - sum(0.5 if one.before else 1.0 for one in missing) / len(asked)
    return by_share(share, f"Not answered within two turns: {listed(words)}.", shown, reading.bounds)


def _only_later(one: OwnQuestion) -> str:
    if one.answer is None:
        return ""
    if not one.before:
        return f" (only at {one.answer.at})"
    since = next((line for line in one.lines if line.t_ms >= one.answer.t_ms), one.lines[-1])
    again = f" again at {since.at}" if since is not one.lines[0] else ""
    return f" (told at {one.answer.at}, before it was asked{again})"


def m21(reading: Reading, settings: Settings) -> Finding:
    """Met when, on a contact that is no emergency, the caller is asked what they want to happen."""
    if reading.emergency:
        return not_applicable("On the emergency line the need is plain.")
    if not reading.scenario.caller.can_speak_freely:
        return waived("The caller could not speak freely.", reading.bounds)
    heard = (turn for turn in reading.speech.said("ASK_OUTCOME_WANTED") if not _OF_A_MESSAGE.search(turn.said.text))
    asked = next(heard, None) or asked_outright(reading.speech, "wanted")
    if asked is not None:
        return met(f"Asked what the caller wants at {asked.at}: {asked.quote}.", asked)
    return not_met(f"Asking what the caller wants was {reading.unseen()}.", reading.bounds)


# What somebody is to be told is not what is to happen.
_OF_A_MESSAGE = re.compile(
    r"\b(?:want|like|have) (?:me |us )?(?:to )?(?:say(?:ing)?|said|pass(?:ed)? on|"
    r"tell(?:ing)?|told)\b",
    re.I,
)
