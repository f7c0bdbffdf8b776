"""Risk in particular cases: domestic abuse, suicide, missing, stalking, control, hate, evidence, referral."""

import re

from scoring.as_spelled import asked_outright
from scoring.detectors.identity import referred_to
from scoring.detectors.response import HISTORY_SYSTEMS
from scoring.fair_time import seconds, taper
from scoring.finding import A_QUARTER, by_share, met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.matching import says
from scoring.outcome import Finding
from scoring.plainly_said import keeping_the_scene, preventing
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import called, listed, named, quoted
from simulator.events import CalledBack, Closed, LineWent, LookedUp, RecordOpened

DOMESTIC_SET = {
    "ASK_CHILDREN_VULN": "children", "ASK_HISTORY": "history", "ASK_WEAPON": "weapons",
    "ASK_ALCOHOL_DRUGS": "drink or drugs", "ASK_ORDERS_BAIL": "orders or bail", "ASK_COMMS_NEED": "communication needs",
}  # fmt: skip
SUICIDE_SET = {
    "ASK_SUICIDE_DIRECT": "suicide, directly", "ASK_MEANS_PLAN": "means and plan", "ASK_LOCATION": "the place",
    "ASK_SUPPORT_PRESENT": "who is with them",
}  # fmt: skip


def _subjects(reading: Reading, names: dict[str, str]) -> tuple[list[str], list[str], list[int]]:
    known: list[str] = []
    missing: list[str] = []
    shown: list[int] = []
    for intent, words in names.items():
        seen = reading.speech.first(intent) or reading.learnt(intent)
        (known if seen else missing).append(words)
        shown += [seen.n] if seen else []
    return known, missing, shown


def _set_covered(reading: Reading, names: dict[str, str], needed: int) -> Finding:
    if not reading.caller_lines:
        return not_applicable("There was nobody to ask.")
    known, missing, shown = _subjects(reading, names)
    if len(known) >= needed:
        return met(f"Asked about or learnt: {listed(known)}.", shown)
    because = f"{len(known)} of {len(names)} subjects covered; missing: {listed(missing)}."
    return by_share(len(known) / needed, because, shown, reading.bounds, least=A_QUARTER)


def r09(reading: Reading, settings: Settings) -> Finding:
    """Met when every factor told that makes somebody vulnerable is recorded; share of them. Where none was told, met
    where one is on record all the same (whether anybody said so is A11's), half by asking, not met where asking would
    have brought one out."""
    told = [reading.account(t.event.fact) for t in reading.told_tagged("vulnerability")]
    asked = reading.speech.first("ASK_HEALTH", "ASK_CHILDREN_VULN", "ASK_SUPPORT_PRESENT")
    if not told:
        if not reading.tagged("vulnerability") or not reading.caller_lines:
            return not_applicable("Nobody was vulnerable.")
        field = reading.ledger.written.fields
        kept = next(
            (p for name in ("children", "vulnerability") if (p := field.get(name)) and not _SAYS_NONE.match(p.text)),
            None,
        )
        if kept is not None:
            return met(f"Recorded what makes somebody vulnerable: {quoted(kept.text)}.", kept)
        if asked is not None:
            return partly(0.5, f"Asked at {asked.at}, but no vulnerability came out.", asked)
        return not_met(f"A question that would show vulnerability was {reading.undone()}.", reading.whole)
    missing = [account for account in told if not account.right]
    shown = [n for account in told for n in account.line.shown_by]
    if not missing:
        return met(
            f"Recorded what makes somebody vulnerable: {listed(named(reading.scenario, a.line.fact) for a in told)}.",
            shown,
        )
    because = f"Told, and not recorded rightly: {listed(named(reading.scenario, a.line.fact) for a in missing)}."
    return by_share(1 - len(missing) / len(told), because, shown, reading.whole)


_SAYS_NONE = re.compile(r"\W*(?:no|none|nil|n/?a|not known|unknown|nobody|yes)\b\W*(?:known|seen|told)?\W*$", re.I)


def r12(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `needed` (five) of the six first-contact subjects of domestic abuse were asked or told; in part
    from a quarter of those needed."""
    return _set_covered(reading, DOMESTIC_SET, settings["needed"])


def r13(reading: Reading, settings: Settings) -> Finding:
    """Met when suicide, means, place and support were all asked about or told; share of the four."""
    return _set_covered(reading, SUICIDE_SET, len(SUICIDE_SET))


def r14(reading: Reading, settings: Settings) -> Finding:
    """Met when at least `needed` (80 %) of the missing-person facts came out; share of them."""
    names = reading.answering("ASK_MISSING_SET")
    if not names:
        return not_applicable("Nobody was missing.")
    told = [reading.told(name) for name in names if reading.told(name)]
    missing = [called(name) for name in names if not reading.told(name)]
    because = f"{len(told)} of {len(names)} missing-person facts came out"
    because += f"; not asked: {listed(missing)}." if missing else "."
    return by_share(len(told) / len(names), because, told, reading.bounds, full=settings["needed"])


def r15(reading: Reading, settings: Settings) -> Finding:
    """Met when the pattern is asked about, earlier reports are found and the qualifier stalking is set; share."""
    parts = {
        "asking about the pattern": reading.speech.first("ASK_PATTERN", "ASK_HISTORY") or reading.learnt("ASK_PATTERN"),
        "finding earlier reports": next((u for u in reading.seen.all(LookedUp) if u.event.system == "previous"), None),
        "marking it as stalking": _marked(reading, ("stalking", "harassment")),
    }
    return _parts(reading, parts)


def r16(reading: Reading, settings: Settings) -> Finding:
    """Met when control or fear is asked about and the record marks it; half for one of the two."""
    parts = {
        "asking about control or fear": reading.speech.first("ASK_CONTROL", "ASK_FEAR_IMPACT")
        or reading.learnt("ASK_CONTROL", "ASK_FEAR_IMPACT"),
        "marking it on the record": _marked(reading, (settings["qualifier"], "coercive", "controlling", "domestic")),
    }
    return _parts(reading, parts)


def r17(reading: Reading, settings: Settings) -> Finding:
    """Met when the caller is asked openly why they were chosen, without being led, and the flag is set; share. A
    reason put into the caller's mouth is not met, nor a why that is answered in the same breath; one that was only
    hinted at loses the asking."""
    led = reading.speech.surely("NEG_LEAD_ACCOUNT") or _names_the_reason(reading)
    if led:
        return not_met(f"Led the account at {led[0].at}: {led[0].quote}.", led)
    hinted = _hints_at_the_reason(reading)
    asked = reading.speech.first("ASK_HATE_PERCEPTION") or reading.learnt("ASK_HATE_PERCEPTION")
    marked = _marked(reading, ("hate",))
    if hinted is not None and marked is not None:
        return partly(
            0.5, f"The flag is set, but the reason was hinted at, at {hinted.at}: {hinted.quote}.", hinted, marked
        )
    parts = {"asking why, openly": asked if hinted is None else None, "setting the flag": marked}
    return _parts(reading, parts)


def _hints_at_the_reason(reading: Reading) -> Turn | None:
    """The first question that hints at a hostile reason before the caller gave theirs, unless why had been asked openly
    before: `does he say anything about where you come from?`."""
    learnt, openly = reading.learnt("ASK_HATE_PERCEPTION"), reading.speech.first("ASK_HATE_PERCEPTION")
    until = min((seen.n for seen in (learnt, openly) if seen), default=reading.seen.last_n + 1)
    return next((t for t in reading.turns if t.n < until and not t.crowded and _HINTS.search(t.said.text)), None)


_REASON = (
    r"(?:where (?:you|ye)(?:'re| are| come)? (?:\w+ )?from|(?:you|your) (?:being (?:foreign|gay|disabled|"
    r"black|asian|polish|muslim|jewish|deaf)|race|religion|colou?r|skin|faith|accent|nationality|country))\b"
)
_HINTS = re.compile(rf"\babout {_REASON}[^.!]*\?", re.I)


def _names_the_reason(reading: Reading) -> tuple[Turn, ...]:
    """The questions that name a hostile reason before the caller gave theirs: `is it because of where you're from?`."""
    learnt = reading.learnt("ASK_HATE_PERCEPTION")
    until = learnt.n if learnt else reading.seen.last_n + 1
    asking = (t for t in reading.turns if t.n < until and not t.crowded)
    return tuple(t for t in asking if _HOSTILE.search(t.said.text) or _OWN_ANSWER.search(t.said.text))


_HOSTILE = re.compile(
    r"\b(?:because|cos|down to) (?:of )?(?:where (?:you|ye)(?:'re| are)? (?:come )?from|your (?:race|religion|"
    r"colou?r|skin|faith|accent)|(?:you|ye)(?:'re| are) (?:not from|foreign|chinese|polish|asian|black|muslim|jewish|"
    r"gay|disabled))\b[^.!]*\?|\bracist\b[^.!]*\?|\bgo back to (?:your|where)\b[^.!]*\?",
    re.I,
)
# `Did he say why? About where you're from?`: the why is answered in the same breath.
_OWN_ANSWER = re.compile(
    rf"\bwhy\b[^.!?]*[.?,]\W*(?:(?:is|was|or|and|maybe|perhaps|it|to do|something|with)\W+)*(?:about|over|with|for) "
    rf"{_REASON}[^.!]*\?",
    re.I,
)


def _marked(reading: Reading, words: tuple[str, ...]) -> object | None:
    """A closing qualifier, code, field or note that says it, or None."""
    closed = reading.seen.last(Closed)
    if closed is not None and (says(closed.event.category, words) or says(" ".join(closed.event.qualifiers), words)):
        return closed
    fields = reading.ledger.written.fields
    flagged = next((fields[w] for w in words if w in fields and not fields[w].text.lower().startswith("no")), None)
    return flagged or next((p for p in reading.ledger.written.standing if says(p.text, words)), None)


def _parts(reading: Reading, parts: dict[str, object | None], *, of_caller: bool = True) -> Finding:
    if of_caller and not reading.caller_lines:
        return not_applicable("There was nobody to ask.")
    shown = [getattr(seen, "n", None) for seen in parts.values() if seen is not None]
    lacking = [what for what, seen in parts.items() if seen is None]
    if not lacking:
        return met(f"Seen: {listed(parts)}.", shown)
    share = 1 - len(lacking) / len(parts)
    return by_share(share, f"{listed(lacking).capitalize()}: {reading.undone()}.", shown, reading.whole)


def r18(reading: Reading, settings: Settings) -> Finding:
    """Met when dangers to officers (weapons, dogs, fire, fuel, who is violent) are asked about or looked up and the
    hand-over, or a message sent on, says what there is; half for one."""
    looked = (u for u in reading.seen.all(LookedUp) if u.event.system in HISTORY_SYSTEMS)
    asked = reading.speech.first("ASK_OFFICER_SAFETY", "ASK_WEAPON") or asked_outright(reading.speech, "hazard")
    got = asked or next(looked, None)
    words = (
        "dog",
        "weapon",
        "armed",
        "firearm",
        "knife",
        "violent",
        "hazard",
        "warning",
        "crowbar",
        "bar",
        "danger",
        "risk",
        "petrol",
        "fuel",
        "fire",
        "smoke",
        "gas",
        "live wires",
        "no weapon",
        "weapons not seen",
    )
    notes = (p for p in reading.ledger.written.notes if p.where == "hand-over" or p.where.startswith("message"))
    passed = next((p for p in notes if says(p.text, words)), None)
    return _parts(reading, {"getting dangers to officers": got, "passing them on in the hand-over": passed})


def r19(reading: Reading, settings: Settings) -> Finding:
    """Met when advice to keep scene or evidence is given and recorded; half where only given or only recorded."""
    given = reading.speech.first("ADV_PRESERVE") or next(iter(keeping_the_scene(reading.turns)), None)
    words = ("touch", "preserve", "evidence", "scene", "prints", "forensic", "leave everything", "keep", "not clean",
             "not tidy", "not move", "not touch", "not to touch", "leave")  # fmt: skip
    noted = next((p for p in reading.ledger.written.notes if p.where.startswith("log") and says(p.text, words)), None)
    return _parts(reading, {"advice to keep the scene": given, "a note of it in the log": noted})


def r20(reading: Reading, settings: Settings) -> Finding:
    """Met when prevention advice is given."""
    given = reading.speech.first("ADV_PREVENT") or next(iter(preventing(reading.turns)), None)
    return _parts(reading, {"prevention advice": given})


def r21(reading: Reading, settings: Settings) -> Finding:
    """Met when an accepted service is named; half where a service was named but not which; not met for a wrong one."""
    accepted = reading.scenario.accepts.signposts
    if not accepted:
        return not_applicable("No other service fits this contact.")
    named = reading.speech.said("SIGNPOST")
    slots = {turn: [h.slot for h in turn.said.intents if h.id == "SIGNPOST"] for turn in named}
    right = next((turn for turn, found in slots.items() if set(found) & set(accepted)), None) or next(
        (t for t in reading.turns if not t.crowded and says(t.said.text, tuple(map(called, accepted)))), None
    )
    if right is not None:
        return met(f"Pointed to the right service at {right.at}: {right.quote}.", right)
    if any(None in found for found in slots.values()):
        return partly(0.5, f"Pointed to a service at {named[0].at}, but not clearly which: {named[0].quote}.", named)
    if named:
        return not_met(f"Pointed to a service that does not fit at {named[0].at}: {named[0].quote}.", named)
    return not_met(f"Pointing to {listed(map(called, accepted), 'or')} was {reading.unseen()}.", reading.bounds)


LATE = 3  # times what is allowed; a history looked up later tells nothing of the lost call any more


def r23(reading: Reading, settings: Settings) -> Finding:
    """Met when, after the line is lost or drops, the number's history is looked up and the contact graded again in
    time, and it is rung back unless that is unsafe, when it must not be; a line that came back by itself need not be.
    A history looked up and a grade set before the line was lost stand, and count as well; a history looked up only
    when the call that was rung back is over does not, nor one after more than three times that time."""
    lost = reading.lost
    if lost is None:
        return not_applicable("The call was not cut off or abandoned.")
    back = reading.seen.first(CalledBack)
    if settings["callback"] == "unsafe" and back is not None and back.n > lost.n:
        why = f": {settings['why']}" if settings.get("why") else ""
        return not_met(f"Rang back at {back.at}, which was not safe{why}.", lost, back)
    ended = reading.seen.ended
    over = ended.n if back is not None and ended is not None and ended.n > back.n else None
    looks = (u for u in reading.seen.all(LookedUp) if u.event.system == "previous")
    look = next((u for u in looks if over is None or u.n < over), None)
    within = settings["within"] * reading.time.pace
    late = look is not None and look.n > lost.n and reading.time.between(lost.t_ms, look.t_ms) > LATE * within
    graded = next((s for s in reading.grades if s.n > lost.n), None) or reading.final_grade
    parts: dict[str, object | None] = {"looking up the number's history": look, "grading it": graded}
    if settings["callback"] != "unsafe":
        parts["ringing back"] = back or _back_by_itself(reading)
    if late and look is not None:
        done = sum(part is not None for part in parts.values()) - 1
        took = reading.time.between(lost.t_ms, look.t_ms)
        because = f"Looked up the number's history only at {look.at}, {seconds(took)} after the line was lost."
        return by_share(done / len(parts), because, lost, look)
    finding = _parts(reading, parts, of_caller=False)
    if finding.verdict != "met" or graded is None or graded.n < lost.n:
        return finding
    took = reading.time.between(lost.t_ms, graded.t_ms)
    return by_share(
        taper(took, within),
        f"Followed up the lost call {seconds(took)} after it was cut.",
        lost,
        graded,
        look,
    )


def _back_by_itself(reading: Reading) -> Happened[LineWent] | None:
    """Where a line that dropped was open again before anybody had rung it and was spoken on, or None."""
    back = next((went for went in reading.seen.all(LineWent) if went.event.to == "back"), None)
    return back if back is not None and any(turn.n > back.n for turn in reading.turns) else None


def r24(reading: Reading, settings: Settings) -> Finding:
    """Met when risk is asked about at least once and the contact is not closed as a hoax before any check."""
    closed = reading.seen.last(Closed)
    checks = reading.seen.of((LookedUp, RecordOpened))
    if closed is not None and says(closed.event.category, ("hoax",)) and not any(c.n < closed.n for c in checks):
        return not_met(f"Closed as {quoted(closed.event.category)} at {closed.at} without a check.", closed)
    asked = reading.speech.first(
        "ASK_SAFE_NOW",
        "ASK_INJURY",
        "ASK_HEALTH",
        "ASK_SUPPORT_PRESENT",
        "ASK_WEAPON",
        "ASK_SUSPECT_NOW",
        "ASK_CHILDREN_VULN",
        "ASK_FEAR_IMPACT",
        "ASK_SUICIDE_DIRECT",
    )
    return _parts(reading, {"a question about risk": asked})


NO_SAFEGUARDING = ("victim_support",)


def r25(reading: Reading, settings: Settings) -> Finding:
    """Met when a safeguarding referral is made where the scenario calls for one; support for victims is none."""
    wanted = {name for name in reading.scenario.accepts.referrals if name not in NO_SAFEGUARDING}
    made = referred_to(reading, *(wanted or set(settings["to"])))
    if made is not None:
        return met(f"Referred to {called(made.event.to)} at {made.at}.", made)
    return not_met(f"A safeguarding referral was {reading.undone()}.", reading.whole)
