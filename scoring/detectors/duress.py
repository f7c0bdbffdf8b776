"""Duress: the caller who cannot speak freely is given another way to answer, and is taken seriously."""

from scoring.detectors.speaking_freely import WANTED, answered_otherwise, asked_if_heard, other_way
from scoring.finding import met, not_applicable, not_met, partly
from scoring.matching import says
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from simulator.events import Closed


def r07(reading: Reading, settings: Settings) -> Finding:
    """Met when, within three turns of the sign that the caller cannot speak freely, they are given another way to
    answer: asked whether they can talk, or given yes or no, taps, a word agreed, leave to whisper or to play a part.
    Half where that comes later, or where only a closed question was so answered, whether they can be heard among them.
    Leave to speak low counts from whenever it was given, in the greeting too. Asking for a louder voice is the
    opposite, and a rude word no way at all."""
    cue = reading.moment(settings["cue"])
    if cue is None or (reading.scenario.caller.can_speak_freely and settings["cue"] == "opening"):
        return not_applicable("Nothing showed that the caller could not speak freely.")
    changed = other_way(reading)
    if changed is None:
        closed = asked_if_heard(reading) or answered_otherwise(reading, cue)
        if closed is not None:
            because = (
                f"Asked what yes or no answers at {closed.at}: {closed.quote}; another way to answer was not settled."
            )
            return partly(0.5, because, cue, closed)
        return not_met(f"Giving another way to answer ({WANTED}) was {reading.unseen(cue.t_ms)}.", cue, reading.bounds)
    early = changed.number in {t.number for t in reading.speech.turns_after(cue.t_ms, settings["turns"])}
    if early or changed.t_ms <= cue.t_ms:
        return met(f"Gave another way to answer at {changed.at}: {changed.quote}.", cue, changed)
    return partly(0.5, f"Gave another way to answer only at {changed.at}: {changed.quote}.", cue, changed)


def r08(reading: Reading, settings: Settings) -> Finding:
    """Met when duress is answered by the most urgent grade, closed questions or a record of it, and the call is not
    treated as a wrong number or a hoax."""
    fact = settings.get("fact")
    cue = (
        reading.moment(fact)
        if fact
        else (None if reading.scenario.caller.can_speak_freely else reading.moment("opening"))
    )
    if cue is None:
        return not_applicable("Nothing showed duress.")
    closed = reading.seen.last(Closed)
    if closed is not None and says(closed.event.category, ("hoax", "duplicate", "wrong number", "abandoned call")):
        return not_met(f"Closed as {closed.event.category} at {closed.at}.", cue, closed, decisive=True)
    shown = (
        reading.speech.first("ASK_SAFE_TO_TALK", "AGREE_CODEWORD")
        or next((step for step in reading.grades if step.grade == reading.most_urgent), None)
        or (
            next(iter(reading.account(fact).line.shown_by[1:]), None)
            if fact and fact in reading.scenario.facts
            else None
        )
    )
    if shown is not None:
        return met("Answered the duress by grade, record or closed questions.", cue, shown)
    return not_met(f"An answer to the duress was {reading.unseen(cue.t_ms)}.", cue, reading.bounds)
