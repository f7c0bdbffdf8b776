"""Risk: immediate safety, injury, weapons, the suspect, advice, the open line, duress, vulnerability, history."""

from scoring.as_spelled import asked_as_spelled
from scoring.detectors.response import HISTORY_SYSTEMS
from scoring.fair_time import seconds, taper
from scoring.finding import by_share, for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened, Instant
from scoring.matching import says
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import listed, named
from simulator.events import (
    AgencyRequested,
    Assessed,
    CallerSaid,
    FactTold,
    Graded,
    GradeExplained,
    LookedUp,
    Noted,
    TwistFired,
)
from simulator.understanding.values import canonical

RISK_QUESTIONS = (
    "ASK_SAFE_NOW", "ASK_SAFE_TO_TALK", "ASK_SUSPECT_NOW", "ASK_INJURY", "ASK_WEAPON", "ASK_CHILDREN_VULN",
    "ASK_HEALTH", "ASK_FEAR_IMPACT", "ASK_HISTORY", "ASK_SUICIDE_DIRECT", "ASK_MEANS_PLAN", "ASK_SUPPORT_PRESENT",
)  # fmt: skip


def _cue(reading: Reading) -> Happened[FactTold] | Happened[CallerSaid] | None:
    """Where danger first shows: a fact of life risk or safety; else the opening of an emergency."""
    told = next(iter(reading.told_tagged("life_risk", "safety_critical")), None)
    if told is not None:
        return told
    dangerous = reading.tagged("life_risk") or reading.tagged("safety_critical")
    return reading.caller_lines[0] if dangerous and reading.caller_lines and reading.emergency else None


def _cue_words(cue: Happened[FactTold] | Happened[CallerSaid]) -> str:
    return named(cue.event.fact) if isinstance(cue.event, FactTold) else "the opening"


def r01(reading: Reading, settings: Settings) -> Finding:
    """Met when safety or the suspect's whereabouts is asked about within three turns of the first sign of danger; half
    where it is asked later. A fact brought out by such a question counts."""
    cue = _cue(reading)
    if cue is None:
        return not_applicable("Nothing showed that anybody was in danger.")
    names = ("ASK_SAFE_NOW", "ASK_SUSPECT_NOW", "ASK_SAFE_TO_TALK")
    asked: Turn | Happened[FactTold] | None = reading.speech.first(*names)
    turns = reading.speech.turns_after(cue.t_ms, settings["turns"])
    last = turns[-1].t_ms if turns else reading.ended_ms
    learnt = _learnt_by_asking(reading, "ASK_SAFE_NOW", "ASK_SUSPECT_NOW")
    asked = asked or learnt
    if asked is None:
        because = (
            f"Danger showed with {_cue_words(cue)} at {cue.at}; a question about safety was {reading.unseen(cue.t_ms)}."
        )
        return not_met(because, cue, reading.bounds)
    early = asked.t_ms <= last
    if early:
        return met(f"Asked about immediate safety at {asked.at}, soon after {_cue_words(cue)} at {cue.at}.", cue, asked)
    return partly(
        0.5, f"Asked about immediate safety only at {asked.at}; {_cue_words(cue)} came at {cue.at}.", cue, asked
    )


def _learnt_by_asking(reading: Reading, *intents: str) -> Happened[FactTold] | None:
    """The first fact told in answer to one of these very questions, whatever else would have brought it out."""
    for told in reading.told_facts:
        line = reading.speech.spoke_when_told(told)
        if told.event.how == "asked" and line and {a.partition(":")[0] for a in line.event.answers} & {*intents}:
            return told
    return None


def r02(reading: Reading, settings: Settings) -> Finding:
    """Met when injury is asked about (or told) and, where somebody is hurt, help is asked for or first aid given.

    Half where injury was asked about and the injured were left without help.
    """
    asked = reading.speech.first("ASK_INJURY") or reading.learnt("ASK_INJURY")
    hurt = next((t for t in reading.told_facts if t.event.fact in _injuries(reading)), None)
    if asked is None and hurt is None:
        cue = _cue(reading)
        if cue is None and not reading.caller_lines:
            return not_applicable("There was nobody to ask about injury.")
        return not_met(f"A question about injury was {reading.unseen()}.", cue, reading.bounds)
    if hurt is None:
        return met(f"Asked about injury at {asked.at if asked else ''}; nobody was said to be hurt.", asked)
    help_ = reading.speech.first("ADV_FIRST_AID_OR_AMB") or next(
        (r for r in reading.seen.all(AgencyRequested) if r.event.agency == "ambulance"), None
    )
    if help_ is not None:
        return met(f"An injury was told at {hurt.at}; help was arranged at {help_.at}.", hurt, help_)
    because = f"An injury was told at {hurt.at}, but arranging help was {reading.unseen(hurt.t_ms)}."
    return partly(0.5, because, asked, hurt, reading.bounds) if asked else not_met(because, hurt, reading.bounds)


def _injuries(reading: Reading) -> set[str]:
    return {
        name
        for name in (*reading.for_field("injuries"), *reading.tagged("injury"))
        if canonical("answer", reading.account(name).line.truth) not in ("no", "not known")
    }


def r03(reading: Reading, settings: Settings) -> Finding:
    """Met when weapons are asked about, or told unasked and recorded."""
    asked = reading.speech.first("ASK_WEAPON") or asked_as_spelled(reading.speech, "weapon")
    told = next((t for t in reading.told_facts if t.event.fact in reading.for_field("weapon")), None)
    if asked is not None:
        return met(f"Asked about weapons at {asked.at}: {asked.quote}.", asked, told)
    if told is not None:
        account = reading.account(told.event.fact)
        if told.event.how == "asked" or account.right:
            return met(f"A weapon was told at {told.at} and is on record.", told, account.line.shown_by)
        return not_met(f"A weapon was told unasked at {told.at}, and is not on record.", told, reading.whole)
    cue = _cue(reading)
    if cue is None:
        return not_applicable("Nothing pointed to violence or a threat.")
    return not_met(f"A question about weapons was {reading.undone()}.", cue, reading.whole)


def r04(reading: Reading, settings: Settings) -> Finding:
    """Met when it is established where the suspect is before the final grade; half where only after it, unless that
    grade is the most urgent, which waits for nothing. What the opening words say is established by nobody."""
    asked: Turn | Happened[FactTold] | None = reading.speech.first("ASK_SUSPECT_NOW")
    learnt = reading.learnt("ASK_SUSPECT_NOW", unasked=False)
    first = min((one for one in (asked, learnt) if one is not None), key=lambda one: one.t_ms, default=None)
    if first is None:
        if not reading.answering("ASK_SUSPECT_NOW") and _cue(reading) is None:
            return not_applicable("There was no suspect to place.")
        return not_met(f"Establishing where the suspect is was {reading.unseen()}.", reading.bounds)
    final = reading.final_grade
    if final is None or first.t_ms <= final.t_ms or final.grade == reading.most_urgent:
        return met(f"Established where the suspect is at {first.at}.", first)
    return partly(
        0.5, f"Established where the suspect is only at {first.at}, after grading at {final.at}.", first, final
    )


def r05(reading: Reading, settings: Settings) -> Finding:
    """Met when safety advice is given and none of it is dangerous. For the assessor where words may have been
    dangerous, or the log holds advice that must never be given."""
    dangerous = reading.speech.surely("NEG_DANGEROUS")
    if dangerous:
        return for_assessor(f"May have given dangerous advice at {dangerous[0].at}: {dangerous[0].quote}.", dangerous)
    written = [p for p in reading.ledger.written.notes if p.where == "log, advice given"]
    unsafe = [p for p in written if says(p.text, reading.scenario.never.advice) and not _warns(p.text)]
    if unsafe:
        return for_assessor("The advice recorded may be dangerous; read it.", unsafe)
    given = reading.speech.first("ADV_SAFETY") or next(
        (turn for turn in reading.turns if not turn.crowded and _keeps_safe(reading, turn)), None
    )
    if given is not None:
        return met(f"Gave safe advice at {given.at}: {given.quote}.", given)
    if not reading.caller_lines:
        return not_applicable("There was nobody to advise.")
    return not_met(f"Safety advice was {reading.unseen()}.", reading.bounds)


def _keeps_safe(reading: Reading, turn: Turn) -> bool:
    """Whether words advise to keep out of harm's way, though they were not understood, and none that is never safe."""
    return says(turn.said.text, _KEEP_SAFE) and not says(turn.said.text, reading.scenario.never.advice)


_KEEP_SAFE = (
    "stay where you are", "stop where you are", "stay put", "stay inside", "stay upstairs", "stay in your room",
    "keep out of sight", "hold fast", "bide where you are", "don't open", "do not open", "don't you open",
    "keep the door shut", "keep it shut", "keep the door locked", "keep the door closed", "keep your door shut",
    "keep your door locked", "lock the door", "lock your door", "don't go down", "do not go down", "don't go out",
    "do not go out", "don't go near", "do not go near", "keep away from the door", "come away from the door",
    "stay away from the door", "don't move her", "do not move her", "don't move him", "do not move him",
)  # fmt: skip


def _warns(text: str) -> bool:
    return says(text, ("not to", "do not", "don't", "never", "stay", "advised against", "must not"))


def r06(reading: Reading, settings: Settings) -> Finding:
    """Met when the line is kept until the moment that releases it, by a handler who stayed in the conversation.

    Not met where the handler ended the call before. Not applicable where there was no reason to keep it.
    """
    until = reading.scenario.stay_on_line_until
    reason = reading.life_risk or (reading.caller_lines[0] if until and reading.caller_lines else None)
    if reason is None or (until is None and not _can_be_released(reading)):
        return not_applicable("There was no reason to keep the line open.")
    released = reading.moment(until) if until else next(iter(reading.releases), None)
    ended = reading.ended_by_handler
    if ended is not None and (released is None or ended.n < released.n):
        because = f"Ended the call at {ended.at} before the reason to keep the line had passed: {_kept_for(reading)}"
        because += f" came at {released.at}." if released else " had not come."
        return not_met(because, reason, ended)
    if ended is None and reading.seen.ended is not None and reading.seen.ended.event.by == "handler":
        return not_applicable("The line was not ended by the handler.")
    engaged = [turn for turn in reading.turns if turn.t_ms > reason.t_ms]
    if len(engaged) < 3:
        return not_applicable("The line stayed open, but hardly a word was said on it.")
    how = f"until {released.at}" if released else "to the end"
    return met(f"Kept the line open {how}.", reason, released, reading.seen.ended)


def _kept_for(reading: Reading) -> str:
    """What the line was to be kept for, by the name that the scenario gives it."""
    until = reading.scenario.stay_on_line_until
    names = [until] if until else [*reading.tagged("release"), *(t.id for t in reading.scenario.twists if t.release)]
    return listed((named(name) for name in names), "or")


def _can_be_released(reading: Reading) -> bool:
    return bool(reading.tagged("release")) or any(twist.release for twist in reading.scenario.twists)


def r09(reading: Reading, settings: Settings) -> Finding:
    """Met when every factor told that makes somebody vulnerable is recorded; share of them. Where none was told, met
    half by asking, not met where asking would have brought one out."""
    told = [reading.account(t.event.fact) for t in reading.told_tagged("vulnerability")]
    asked = reading.speech.first("ASK_HEALTH", "ASK_CHILDREN_VULN", "ASK_SUPPORT_PRESENT")
    if not told:
        if not reading.tagged("vulnerability") or not reading.caller_lines:
            return not_applicable("Nobody was vulnerable.")
        if asked is not None:
            return partly(0.5, f"Asked at {asked.at}, but no vulnerability came out.", asked)
        return not_met(f"A question that would show vulnerability was {reading.undone()}.", reading.whole)
    missing = [account for account in told if not account.right]
    shown = [n for account in told for n in account.line.shown_by]
    if not missing:
        return met(f"Recorded what makes somebody vulnerable: {listed(named(a.line.fact) for a in told)}.", shown)
    because = f"Told, and not recorded rightly: {listed(named(a.line.fact) for a in missing)}."
    return by_share(1 - len(missing) / len(told), because, shown, reading.whole)


def r10(reading: Reading, settings: Settings) -> Finding:
    """Met when earlier incidents are asked about and looked up; half for one of the two."""
    asked = reading.speech.first("ASK_HISTORY", "ASK_PATTERN") or reading.learnt("ASK_HISTORY", "ASK_PATTERN")
    look = next((u for u in reading.seen.all(LookedUp) if u.event.system in HISTORY_SYSTEMS), None)
    if asked and look:
        return met(f"Asked about earlier incidents at {asked.at} and looked them up at {look.at}.", asked, look)
    if asked or look:
        missing = "looking them up" if asked else "asking about them"
        return partly(0.5, f"Earlier incidents: {missing} was {reading.unseen()}.", asked, look, reading.bounds)
    if not reading.caller_lines:
        return not_applicable("There was nobody to ask.")
    return not_met(f"Asking about or looking up earlier incidents was {reading.unseen()}.", reading.bounds)


def r11(reading: Reading, settings: Settings) -> Finding:
    """Met when children or vulnerable adults are asked about (or told) and the answer is recorded; half for one."""
    asked = reading.speech.first("ASK_CHILDREN_VULN") or reading.learnt("ASK_CHILDREN_VULN")
    facts = {*reading.for_field("children", "vulnerability"), *reading.answering("ASK_CHILDREN_VULN")}
    account = next((reading.account(n) for n in sorted(facts) if reading.told(n) and reading.account(n).right), None)
    field = reading.ledger.written.fields.get("children") or reading.ledger.written.fields.get("vulnerability")
    recorded = account.line.shown_by if account else (field.n if field else None)
    if asked and recorded:
        return met(f"Asked who else is there at {asked.at} and recorded the answer.", asked, recorded)
    if asked or recorded:
        missing = "recording the answer" if asked else "asking"
        return partly(
            0.5, f"Children and vulnerable adults: {missing} was {reading.unseen()}.", asked, recorded, reading.bounds
        )
    if not reading.caller_lines:
        return not_applicable("There was nobody to ask.")
    return not_met(f"Asking about children or vulnerable adults was {reading.unseen()}.", reading.bounds)


def r22(reading: Reading, settings: Settings) -> Finding:
    """Met when each change is followed within 30 s by a fresh assessment: a THRIVE heading, a grade or rationale, a
    risk question, or another that brings out a danger. Each tapers to nothing at twice; share of the changes. A first
    grade, a lowering that no fact allows, and asking how the caller can talk assess nothing again."""
    cues = _changes(reading)
    if not cues:
        return not_applicable("Nothing changed during the call.")
    within = settings["within"] * reading.time.pace
    shares, words, shown = [], [], []
    for name, cue in cues:
        again = _assessed_again(reading, cue)
        shown.append(cue.n)
        if again is None:
            shares.append(0.0)
            words.append(f"not assessed again after {name} at {cue.at}")
            continue
        took = reading.time.between(cue.t_ms, again.t_ms)
        shares.append(taper(took, within))
        words.append(f"assessed again {seconds(took)} after {name} at {cue.at}")
        shown.append(again.n)
    because = listed(words)
    return by_share(sum(shares) / len(shares), because[:1].upper() + because[1:] + ".", shown, reading.bounds)


def _changes(reading: Reading) -> list[tuple[str, Instant]]:
    """Each change, from the end of the line that tells it."""
    found: dict[int, tuple[str, Instant]] = {}
    told_by_twist: set[str] = set()
    for fired in reading.seen.all(TwistFired):
        twist = next((t for t in reading.scenario.twists if t.id == fired.event.twist), None)
        told_by_twist |= set(twist.reveals) if twist else set()
        if fired.event.reassess:
            line = next((c for c in reading.caller_lines if c.event.twist == fired.event.twist), None)
            t_ms = line.t_ms + line.event.lasts_ms if line else fired.t_ms
            found[fired.n] = ("the change", Instant(fired.n, t_ms))
    for told in reading.told_tagged("upgrade", "release"):
        if told.event.fact not in told_by_twist:
            found[told.n] = (named(told.event.fact), Instant(told.n, told.t_ms))
    ended = reading.seen.ended
    return [one for n, one in sorted(found.items()) if ended is None or n < ended.n]


def _assessed_again(reading: Reading, cue: Instant) -> Instant | None:
    empty = _grades_that_assess_nothing(reading, cue)
    deeds = [
        Instant(done.n, done.t_ms)
        for done in reading.seen.of((Assessed, Graded, GradeExplained, Noted))
        if done.n > cue.n
        and done.n not in empty
        and (not isinstance(done.event, Noted) or done.event.section == "rationale")
    ]
    questions = [name for name in RISK_QUESTIONS if name != "ASK_SAFE_TO_TALK"]
    asked = [Instant(t.n, t.t_ms) for t in reading.speech.said(*questions) if t.n > cue.n]
    learnt = [Instant(t.n, t.t_ms) for t in _brought_out_danger(reading) if t.n > cue.n]
    return min((*deeds, *asked, *learnt), key=lambda one: one.n, default=None)


def _brought_out_danger(reading: Reading) -> list[Turn]:
    """The handler's words that a danger was told in answer to: what they asked for counts, however they asked."""
    found = []
    for told in reading.told_tagged("life_risk", "safety_critical"):
        line = reading.speech.spoke_when_told(told) if told.event.how == "asked" else None
        turn = next((turn for turn in reversed(reading.turns) if line and turn.n < line.n), None)
        found += [turn] if turn else []
    return found


def _grades_that_assess_nothing(reading: Reading, cue: Instant) -> set[int]:
    """Entries of first grades set after a change, and of lowerings that no release allows, with their rationale."""
    found: set[int] = set()
    for step in reading.grades:
        allowed = any(release.n < step.n for release in reading.releases)
        if step.n > cue.n and (step.previous is None or (step.lowered and not allowed)):
            found |= {n for n in (step.n, step.because_n) if n}
    return found


def r26(reading: Reading, settings: Settings) -> Finding:
    """Met when, with somebody dangerous near, the caller is told to stay on the line, or that the handler will, or a
    codeword is agreed."""
    cue = _cue(reading) or (None if reading.scenario.caller.can_speak_freely else reading.moment("opening"))
    if cue is None:
        return not_applicable("Nobody dangerous was near.")
    said = reading.speech.first("ADV_STAY_LINE", "AGREE_CODEWORD") or next(
        (turn for turn in reading.turns if not turn.crowded and says(turn.said.text, _STAYS)), None
    )
    if said is not None:
        return met(f"Kept contact safe at {said.at}: {said.quote}.", cue, said)
    return not_met(
        f"Asking the caller to stay on the line, or a codeword, was {reading.unseen(cue.t_ms)}.", cue, reading.bounds
    )


_STAYS = (
    "i'll stay with you", "i will stay with you", "i'm staying with you", "i'll stay on the line",
    "i will stay on the line", "i'm staying on the line", "i'll stay on with you", "i won't hang up",
    "i'm not hanging up", "i'll keep the line open",
)  # fmt: skip
