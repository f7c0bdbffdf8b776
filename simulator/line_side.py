"""What happens to the line during a run: it drops and is rung back, falls silent, passes on, is cut in on."""

from typing import Literal

from simulator import actions, events
from simulator.anew import replace
from simulator.answers import bearing
from simulator.line_trouble import ANSWERS_AFTER_MS, RINGS_FOR_MS, right_number, same_number, speaks_when_back
from simulator.people import passed_to
from simulator.run import Run

CALLER_NOTICES_MS = 600  # how long a caller talks on before they hear that they are being talked over
WORTH_TELLING_MS = 700  # a shorter overlap is no interruption: people's turns touch all the time
Went = Literal["drops", "silent", "poor", "back"]
_TO: dict[Went, Literal["dropped", "silent", "poor", "back"]] = {
    "drops": "dropped",
    "silent": "silent",
    "poor": "poor",
    "back": "back",
}


def goes(run: Run, how: Went, because: str = "") -> None:
    """The line changes. On a dropped one nobody is heard, and nothing of the caller's waits to be answered."""
    to = _TO[how]
    run.add(events.LineWent(to=to, because=because))
    trouble = "" if to == "back" else to
    run.line = replace(run.line, goes="", trouble=trouble, last_stir=run.now_ms, prods=0)
    if to == "dropped":
        run.waiting = []
        run.mind = replace(run.mind, last_line="")  # what broke off in the middle is not said again
        run.line = replace(run.line, reply_from=None, held=False, dropped_ms=run.now_ms, passing=None)
    if to in ("dropped", "back"):
        # Words begun while nobody was there keep nobody waiting who comes back.
        run.line = replace(run.line, composing=False, voicing=False)
    run.moment(f"line:{to}")


def rings_back(run: Run, number: str) -> None:
    """A number was rung while the line was down: after some rings it is answered, or not."""
    reaches = run.scenario.channel.answers_call_back and right_number(run.scenario, number)
    run.line = replace(run.line, rings_until=run.now_ms + RINGS_FOR_MS, reaches=reaches)


def is_on_the_line(run: Run, action: actions.CallBack) -> bool:
    """Whether this would ring the very line that is open: the number that the network shows, or one by which a line
    that had dropped was to be had back. A number from a record or the directory is rung to see who answers it."""
    if (
        run.phase != "live"
        or run.line.trouble == "dropped"
        or action.source.strip().lower() not in ("network", "caller")
    ):
        return False
    shown = [entry.event.number or "" for entry in run.entries if isinstance(entry.event, events.PhoneRang)]
    had_dropped = any(isinstance(entry.event, events.LineWent) and entry.event.to == "dropped" for entry in run.entries)
    rung_there = had_dropped and right_number(run.scenario, action.number)
    return rung_there or any(same_number(action.number, one) for one in shown)


def rung(run: Run) -> None:
    """The ringing ends: they answer and the call goes on, or nobody does."""
    reaches = run.line.reaches
    run.line = replace(run.line, rings_until=None, reaches=False)
    if not reaches:
        run.add(events.LineWent(to="unanswered"))
        run.line = replace(run.line, dropped_ms=run.now_ms)
        return
    goes(run, "back")
    speaks = None if speaks_when_back(run.scenario) else run.now_ms + ANSWERS_AFTER_MS
    run.line = replace(run.line, reconnects_at=speaks, busy_until=run.now_ms)


def passes(run: Run, to: str) -> None:
    """Somebody else holds the phone from now."""
    if to == run.mind.holds:
        return
    run.mind = passed_to(run.mind, run.scenario, to)
    run.add(events.PhonePassed(to=to))
    run.moment(f"phone:{to}")
    run.line = replace(run.line, prods=0, remark="")


def voice_heard(run: Run) -> None:
    """The handler begins to speak: a caller who is speaking hears it and stops.

    A line cut in its first half has told nothing: what mattered in it is said again once the line is free.
    """
    words, ending = run.speaking, run.line.line_ending
    if words is None or ending is None or run.phase != "live" or run.line.held:
        return
    began = run.line.began_ms
    run.add(events.TalkedOver(by="handler", lasted_ms=min(CALLER_NOTICES_MS, ending - run.now_ms)))
    _notice(run)
    if run.now_ms - began < (ending - began) / 2:
        told = tuple(one.fact for one in words.tells)
        run.ending = []
        run.mind = run.mind.without_telling(told)
        matters = told or words.press or words.question or words.twist
        run.drowned = words if matters else None
        run.line = replace(run.line, drowned=run.drowned is not None)
    run.line = replace(run.line, line_ending=run.now_ms, busy_until=run.now_ms, cut=True)


def words_came_over(run: Run, began_ms: int, ended_ms: int, source: Literal["typed", "spoken"]) -> None:
    """Words reached the caller: where they began in a line of theirs, both were heard at once.

    Typed words count from their sending: nobody hears the typing. They are read where others are heard, so they
    cut nothing off: the caption of the caller's line stands whole.
    """
    line = run.line
    start = run.now_ms if source == "typed" else began_ms
    if line.cut:
        run.line = replace(line, cut=False)
        return
    over = min(line.busy_until, ended_ms) - start if source == "spoken" else line.busy_until - start
    if run.speaking is None or start < line.began_ms or over < WORTH_TELLING_MS:
        return
    run.add(events.TalkedOver(by="handler", lasted_ms=over))
    if source == "spoken":
        _notice(run)


def _notice(run: Run) -> None:
    run.mind, says_so = bearing.interrupted(run.mind)
    if says_so:
        run.line = replace(run.line, remark="interrupted")
