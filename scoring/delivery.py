"""How the handler spoke: share of talk, pace, silences, greeting, talking over. Facts for a debrief, never scored."""

from itertools import pairwise

from scenarios.scenario import Frozen
from scoring.fair_time import FairTime, seconds
from scoring.happenings import Happenings
from simulator.events import CallAnswered, CallEnded, CallerSaid, HandlerSaid, OperatorSaid, TalkedOver
from simulator.journal import Journal, clock

SILENCE_MS = 8_000  # a silence that a caller notices (DOMAIN M13)
FEW_WORDS = 20  # fewer words than this show no pace


class Silence(Frozen):
    """A silence of more than 8 s while the call was live: from when (ms), how long (ms), after which entry."""

    n: int
    t_ms: int
    lasted_ms: int


class Pace(Frozen):
    """Words and the milliseconds that they took, of spoken or of typed utterances."""

    words: int
    took_ms: int

    @property
    def a_minute(self) -> int | None:
        """Words a minute; None where too few words were said to tell."""
        return round(self.words * 60_000 / self.took_ms) if self.words >= FEW_WORDS and self.took_ms > 0 else None


class Delivery(Frozen):
    """The measures of one call. Nothing here is marked, and nothing is taken from how a voice sounds.

    `talk_share`: the handler's part of all speech, 0 to 1, as it would take to say; None where nobody spoke.
    `greeting_ms`: from when the line was free to the handler's first word or key. `cut_in`: times the handler talked
    over the caller; `cut_in_on`: times the caller talked over the handler.
    """

    talk_share: float | None
    handler_ms: int
    others_ms: int
    spoken: Pace
    typed: Pace
    silences: tuple[Silence, ...] = ()
    greeting_ms: int | None = None
    cut_in: tuple[int, ...] = ()
    cut_in_on: tuple[int, ...] = ()

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """The measures in words, label and value, for people."""
        pairs = [("Time to the greeting", "-" if self.greeting_ms is None else seconds(self.greeting_ms))]
        share = "-" if self.talk_share is None else f"{self.talk_share:.0%} handler, {1 - self.talk_share:.0%} others"
        pairs.append(("Share of the talk", share))
        for name, pace in (("Pace, spoken", self.spoken), ("Pace, typed", self.typed)):
            if pace.words:
                few = f"too few words to tell ({pace.words})"
                pairs.append((name, f"{pace.a_minute} words a minute" if pace.a_minute else few))
        longest = max((one.lasted_ms for one in self.silences), default=0)
        quiet = f"{len(self.silences)}, the longest {seconds(longest)}" if self.silences else "none"
        pairs.append((f"Silences over {SILENCE_MS // 1000} s", quiet))
        over = f"{_often(len(self.cut_in))} by the handler, {_often(len(self.cut_in_on))} by the caller"
        pairs.append(("Talking over", over if self.cut_in or self.cut_in_on else "none"))
        return tuple(pairs)


def _often(times: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(times, f"{times} times")


def delivery(journal: Journal) -> Delivery:
    """The delivery of a journal. Pure; never marked (DOMAIN section 5, rule 7)."""
    seen = Happenings(journal)
    said, lines = seen.all(HandlerSaid), seen.all(CallerSaid)
    handler_ms = sum(one.event.spoken_ms for one in said)
    others_ms = sum(one.event.lasts_ms for one in lines if one.event.manner == "speech")
    others_ms += sum(one.event.lasts_ms for one in seen.all(OperatorSaid))
    whole = handler_ms + others_ms
    over = seen.all(TalkedOver)
    return Delivery(
        talk_share=round(handler_ms / whole, 3) if whole else None,
        handler_ms=handler_ms,
        others_ms=others_ms,
        spoken=_pace(seen, "spoken"),
        typed=_pace(seen, "typed"),
        silences=_silences(seen),
        greeting_ms=_to_greeting(seen),
        cut_in=tuple(one.n for one in over if one.event.by == "handler"),
        cut_in_on=tuple(one.n for one in over if one.event.by == "caller"),
    )


def _pace(seen: Happenings, source: str) -> Pace:
    """Spoken words over the time they lasted; typed words over the time from the first key to the sending."""
    own = [one for one in seen.all(HandlerSaid) if one.event.source == source and one.t_ms > one.event.began_ms]
    took = sum(one.t_ms - one.event.began_ms for one in own)
    return Pace(words=sum(len(one.event.text.split()) for one in own), took_ms=took)


def _to_greeting(seen: Happenings) -> int | None:
    answered, first, operator = seen.first(CallAnswered), seen.first(HandlerSaid), seen.first(OperatorSaid)
    if answered is None or first is None:
        return None
    free = max(answered.t_ms, operator.t_ms + operator.event.lasts_ms if operator else 0)
    return max(0, first.event.began_ms - free)


def _silences(seen: Happenings) -> tuple[Silence, ...]:
    """Stretches of the live call in which nobody spoke or typed to the other; pauses and a lost line are none."""
    answered, ended = seen.first(CallAnswered), seen.first(CallEnded)
    if answered is None:
        return ()
    heard = [(answered.t_ms, answered.t_ms, answered.n)]
    heard += [(one.event.began_ms, one.t_ms, one.n) for one in seen.all(HandlerSaid)]
    heard += [(one.t_ms, one.t_ms + one.event.lasts_ms, one.n) for one in seen.of((CallerSaid, OperatorSaid))]
    until = ended.t_ms if ended is not None else seen.last_ms
    heard = sorted(stretch for stretch in heard if stretch[0] <= until)
    time, found = FairTime(seen), []
    quiet_from, last_n = heard[0][1], heard[0][2]
    for (_, _, _), (began, end, n) in pairwise([*heard, (until, until, seen.last_n)]):
        gap = time.between(quiet_from, began, holds=True)
        if gap > SILENCE_MS:
            found.append(Silence(n=last_n, t_ms=quiet_from, lasted_ms=gap))
        if end >= quiet_from:
            quiet_from, last_n = end, n
    return tuple(found)


def silences_in_words(found: tuple[Silence, ...], most: int = 3) -> str:
    """`12 s from 01:20, 9 s from 02:02 and 1 more`."""
    words = [f"{seconds(one.lasted_ms)} from {clock(one.t_ms)}" for one in found[:most]]
    more = f" and {len(found) - most} more" if len(found) > most else ""
    return ", ".join(words) + more
