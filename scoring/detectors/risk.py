"""Risk: immediate safety, injury, weapons, the suspect, advice, the open line, duress, vulnerability, history."""

import re

from scoring.as_spelled import asked_outright, asked_what_is_now
from scoring.dangerous_words import harmless, sent_out_alone
from scoring.detectors.response import HISTORY_SYSTEMS
from scoring.finding import for_assessor, met, not_applicable, not_met, partly
from scoring.happenings import Happened
from scoring.matching import says, words_of
from scoring.outcome import Finding
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import listed, named
from simulator.events import AgencyRequested, CallerSaid, FactTold, LookedUp
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


def _cue_words(reading: Reading, cue: Happened[FactTold] | Happened[CallerSaid]) -> str:
    return named(reading.scenario, cue.event.fact) if isinstance(cue.event, FactTold) else "the opening"


def r01(reading: Reading, settings: Settings) -> Finding:
    """Met when safety or the suspect's whereabouts is asked about within three turns of the first sign of danger; half
    where it is asked later. Where the caller is hiding, what they hear and what is done now are such questions; whether
    they can talk is R07's. A fact brought out by such a question counts."""
    cue = _cue(reading)
    if cue is None:
        return not_applicable("Nothing showed that anybody was in danger.")
    turns = reading.speech.turns_after(cue.t_ms, settings["turns"])
    last = turns[-1].t_ms if turns else reading.ended_ms
    learnt = _learnt_by_asking(reading, "ASK_SAFE_NOW", "ASK_SUSPECT_NOW")
    questions: list[Turn | Happened[FactTold]] = [
        *reading.speech.said("ASK_SAFE_NOW", "ASK_SUSPECT_NOW"),
        *asked_what_is_now(reading.speech, cue.t_ms),
        *filter(None, (asked_outright(reading.speech, one) for one in ("suspect", "safety"))),
        *filter(None, (_who_is_there(reading),)),
        *_of_the_hiding_place(reading),
        *([learnt] if learnt else []),
    ]
    asked = min(questions, key=lambda one: one.t_ms, default=None)
    if asked is None:
        shown = _cue_words(reading, cue)
        because = f"Danger showed with {shown} at {cue.at}; a question about safety was {reading.unseen(cue.t_ms)}."
        return not_met(because, cue, reading.bounds)
    early = asked.t_ms <= last
    if early:
        return met(
            f"Asked about immediate safety at {asked.at}, soon after {_cue_words(reading, cue)} at {cue.at}.",
            cue,
            asked,
        )
    return partly(
        0.5,
        f"Asked about immediate safety only at {asked.at}; {_cue_words(reading, cue)} came at {cue.at}.",
        cue,
        asked,
    )


def _who_is_there(reading: Reading) -> Turn | None:
    """The first words that ask a caller who cannot speak whether somebody is there: whoever is there is feared."""
    return None if reading.scenario.caller.can_speak_freely else asked_outright(reading.speech, "menace")


def _of_the_hiding_place(reading: Reading) -> list[Turn]:
    """The turns that brought out where in the building the caller is."""
    names = set(reading.answering("ASK_LOCATION_REFINE:room")) & set(reading.tagged("safety_critical"))
    lines = [
        reading.speech.spoke_when_told(t)
        for t in reading.told_facts
        if t.event.fact in names and t.event.how == "asked"
    ]
    before = ((turn for turn in reversed(reading.turns) if line and turn.n < line.n) for line in lines)
    return [turn for turns in before if (turn := next(turns, None))]


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
    asked = (
        reading.speech.first("ASK_INJURY") or reading.learnt("ASK_INJURY") or asked_outright(reading.speech, "injury")
    )
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
    """Met when weapons are asked about, or told unasked and recorded. To put one in the caller's mouth asks nothing."""
    heard = (turn for turn in reading.speech.said("ASK_WEAPON") if not _OF_A_FIGHT.search(turn.focus or turn.said.text))
    asked = next(heard, None) or asked_outright(reading.speech, "weapon")
    if asked is not None and _puts_in_the_mouth(reading, asked):
        later = reading.speech.said("ASK_WEAPON", after=asked.t_ms)
        asked = next((turn for turn in later if not _puts_in_the_mouth(reading, turn)), None)
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


_OF_A_FIGHT = re.compile(
    r"\b(?:any|a|been|having|had) (?:\w+ )?(?:scrap|scrapping|fight|fighting|argument|barney)\b", re.I
)


def _puts_in_the_mouth(reading: Reading, turn: Turn) -> bool:
    """Whether words say of a weapon that the caller had told of it, who had told of none: that asks for nothing."""
    of_it = (t for t in reading.told_facts if t.event.fact in reading.for_field("weapon") and t.t_ms <= turn.began_ms)
    return _YOU_TOLD.search(turn.said.text) is not None and next(of_it, None) is None


_YOU_TOLD = re.compile(
    r"\b(?:you|ye) (?:told|said|mentioned)\b[^.?!]*\b(?:guns?|kni(?:fe|ves)|weapons?|blade|bat|crowbar)\b", re.I
)


def r04(reading: Reading, settings: Settings) -> Finding:
    """Met when it is established where the suspect is before the final grade; half where only after it, unless that
    grade is the most urgent, which waits for nothing. What the opening words say is established by nobody."""
    asked: Turn | Happened[FactTold] | None = reading.speech.first("ASK_SUSPECT_NOW") or (
        (asked_outright(reading.speech, "suspect") or _who_is_there(reading)) if _cue(reading) else None
    )
    learnt = reading.learnt("ASK_SUSPECT_NOW", unasked=False)
    cue = _cue(reading)
    now = next(iter(asked_what_is_now(reading.speech, cue.t_ms)), None) if cue else None
    first = min((one for one in (asked, learnt, now) if one is not None), key=lambda one: one.t_ms, default=None)
    if first is None:
        if not reading.answering("ASK_SUSPECT_NOW") and cue is None:
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
    dangerous = [turn for turn in reading.speech.surely("NEG_DANGEROUS") if not harmless(reading, turn)]
    if dangerous:
        return for_assessor(f"May have given dangerous advice at {dangerous[0].at}: {dangerous[0].quote}.", dangerous)
    alone = sent_out_alone(reading)
    if alone is not None:
        because = f"Sent the caller out at {alone.at}, when by their own word no officer was with them: {alone.quote}."
        return for_assessor(because, alone)
    written = [p for p in reading.ledger.written.notes if p.where == "log, advice given"]
    unsafe = [p for p in written if says(p.text, reading.scenario.never.advice) and not _warns(p.text)]
    if unsafe:
        return for_assessor("The advice recorded may be dangerous; read it.", unsafe)
    advised = (turn for turn in reading.speech.said("ADV_SAFETY") if not _only_asks(turn))
    given = next(advised, None) or next(
        (turn for turn in reading.turns if not turn.crowded and _keeps_safe(reading, turn)), None
    )
    if given is not None:
        return met(f"Gave safe advice at {given.at}: {given.quote}.", given)
    if not reading.caller_lines:
        return not_applicable("There was nobody to advise.")
    return not_met(f"Safety advice was {reading.unseen()}.", reading.bounds)


def _only_asks(turn: Turn) -> bool:
    """Whether what was heard as advice is a mere question without a word that bids or forbids (`Way, not Drive?`), or
    asks no more than to stay on the line (`Don't go away, okay?`)."""
    words = turn.focus or turn.said.text
    asks = words.rstrip().endswith("?") and not _BIDS.search(turn.said.text)
    return asks or _ONLY_TO_STAY_ON.search(words) is not None


_ONLY_TO_STAY_ON = re.compile(
    r"^\W*(?:\w+\W+){0,2}(?:don'?t|do not|dinnae) (?:you )?(?:go away|ring off|hang up)\b", re.I
)
_BIDS = re.compile(
    r"\b(?:stay|stop|keep|hide|lock|bolt|shut|close|bide|leave|get|go|come|move|step|wait|turn|hold|put|find|"
    r"stick|run|"
    r"don'?t|do not|dinnae|dinna|never|try|make sure|if you can|can you|could you|safe|safer|out of|away from)\b",
    re.I,
)


def _keeps_safe(reading: Reading, turn: Turn) -> bool:
    """Whether words advise to keep out of harm's way, though they were not understood, and none that is never safe."""
    advised = says(turn.said.text, _KEEP_SAFE) or _NOT_MOVED.search(words_of(turn.said.text)) is not None
    return advised and not says(turn.said.text, reading.scenario.never.advice)


_NOT_MOVED = re.compile(
    r"\bsafer (?:behind|in|inside|up|where|there|with|staying)\b|\b(?:walls?|doors?|distance) between you and\b"
    r"|\b(?:do not|dinnae|dont|never)(?: you| be)? (?:mov(?:e|ing)|shift(?:ing)?|lift(?:ing)?) "
    r"(?:her|him|them|your|yer|the (?:child|bairn|baby))\b"
    r"|\bdoor stays (?:shut|locked|closed)\b|\b(?:no|nae) (?:fags|smoking|naked|flames|cigarettes)\b"
    r"|\bhands (?:visible|showing|up|where (?:they|we) can see)\b"
)
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
    return listed((named(reading.scenario, name) for name in names), "or")


def _can_be_released(reading: Reading) -> bool:
    return bool(reading.tagged("release")) or any(twist.release for twist in reading.scenario.twists)


def r10(reading: Reading, settings: Settings) -> Finding:
    """Met when earlier incidents are asked about (the number of an earlier report, too) and looked up; half for one of
    the two."""
    asked = (
        reading.speech.first("ASK_HISTORY", "ASK_PATTERN")
        or _learnt_of_the_past(reading)
        or asked_outright(reading.speech, "earlier")
    )
    look = next((u for u in reading.seen.all(LookedUp) if u.event.system in HISTORY_SYSTEMS), None)
    if asked and look:
        return met(f"Asked about earlier incidents at {asked.at} and looked them up at {look.at}.", asked, look)
    if asked or look:
        missing = "looking them up" if asked else "asking about them"
        return partly(0.5, f"Earlier incidents: {missing} was {reading.unseen()}.", asked, look, reading.bounds)
    if not reading.caller_lines:
        return not_applicable("There was nobody to ask.")
    return not_met(f"Asking about or looking up earlier incidents was {reading.unseen()}.", reading.bounds)


def _learnt_of_the_past(reading: Reading) -> Happened[FactTold] | None:
    """What was learnt of earlier incidents; what the question about orders or bail brought out is no history."""
    learnt = reading.learnt("ASK_HISTORY", "ASK_PATTERN")
    line = reading.speech.spoke_when_told(learnt) if learnt else None
    return None if line and "ASK_ORDERS_BAIL" in line.event.answers else learnt


def r11(reading: Reading, settings: Settings) -> Finding:
    """Met when children or vulnerable adults are asked about (or told) and the answer is recorded; half for one."""
    asked = (
        reading.speech.first("ASK_CHILDREN_VULN")
        or reading.learnt("ASK_CHILDREN_VULN")
        or asked_outright(reading.speech, "others")
    )
    facts = {*reading.for_field("children", "vulnerability"), *reading.answering("ASK_CHILDREN_VULN")}
    account = next((reading.account(n) for n in sorted(facts) if reading.told(n) and reading.account(n).right), None)
    field = reading.ledger.written.fields.get("children") or reading.ledger.written.fields.get("vulnerability")
    told = next((t for t in reading.told_facts if t.event.fact in facts), None)
    noted = next((p for p in reading.ledger.written.notes if told and p.n > told.n and says(p.text, _YOUNG)), None)
    noted = noted or next((p for p in reading.ledger.written.notes if asked and _WHO_IS_THERE.search(p.text)), None)
    recorded = account.line.shown_by if account else (field.n if field else noted)
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


# A no to the question is an answer, too: `lives alone`, `nobody with her`, `son with her now`.
_WHO_IS_THERE = re.compile(
    r"\b(?:(?:lives|living|normally|usually) alone|alone (?:in|at|there|with)|on (?:her|his|their) own|"
    r"(?:nobody|no[- ]?one) (?:else|with)|"
    r"(?:son|daughter|husband|wife|partner|niece|nephew|neighbour|mother|father|carer) (?:is )?(?:with|there|"
    r"present|sundays?))\b",
    re.I,
)
_YOUNG = ("child", "children", "baby", "infant", "kids", "kid", "toddler", "little one", "little boy", "little girl")


def r26(reading: Reading, settings: Settings) -> Finding:
    """Met when, with somebody dangerous near or a life at risk, the caller is told to stay on the line, or that the
    handler will, or a codeword is agreed, at whatever time."""
    cue = _cue(reading) or (None if reading.scenario.caller.can_speak_freely else reading.moment("opening"))
    if cue is None:
        return not_applicable("Nobody was in danger.")
    said = reading.speech.first("ADV_STAY_LINE", "AGREE_CODEWORD") or next(
        (turn for turn in reading.turns if not turn.crowded and _stays(turn.said.text)), None
    )
    if said is not None:
        return met(f"Kept contact safe at {said.at}: {said.quote}.", cue, said)
    return not_met(
        f"Asking the caller to stay on the line, or a codeword, was {reading.unseen(cue.t_ms)}.", cue, reading.bounds
    )


def _stays(text: str) -> bool:
    return says(text, _STAYS) or _WITH_YOU.search(_FOLLOWS.sub(" ", text)) is not None


_STAYS = (
    "i'll stay with you", "i will stay with you", "i'm staying with you", "i'll stay on the line",
    "i will stay on the line", "i'm staying on the line", "i'll stay on with you", "i won't hang up",
    "i'm not hanging up", "i'll keep the line open", "don't hang up", "do not hang up", "don't you hang up",
    "dinnae hing up", "dinna hing up", "dinnae hang up", "dinna hang up", "dont hang up", "stay on line",
    "bide on the line", "stop on the line", "keep talking to me", "go on talking", "don't put the phone down",
    "do not put the phone down", "don't go away", "dinnae go away", "don't ring off",
)  # fmt: skip
# `Okay, okay, I'm with you.`: the handler follows what is said, and says nothing of staying.
_FOLLOWS = re.compile(
    r"\b(?:okay|ok|right|yes|yeah|yep|aye|ah|oh|gotcha|i see|got it)\W+(?:i'?m|i am) (?:wi'?|with) (?:you|ye)\W*"
    r"(?=[.;!?]|$)",
    re.I,
)
_WITH_YOU = re.compile(
    r"\b(?:i'?m|i am|i'?ll|i will)(?: going to| gonna)? (?:be |stay(?:ing)?|stoppin[g']?|stop|keep(?:ing)?|right )?"
    r"\W*(?:right )?(?:here )?(?:wi'?|with) (?:you|ye|thee)\b(?! (?:shortly|soon|in a))"
    r"|\b(?:leav\w+|keep\w*) (?:this |the |your |that )?(?:phone |call )?(?:line )?open\b|(?:^|[.?!]\W*)line open\b"
    r"|\b(?:let\w*|letting) (?:you|ye) go (?:once|when|as soon as) (?:they|the|somebody|an officer)\b"
    r"|\b(?:staying|stopping) (?:on |here )?(?:till|until) (?:they|the|somebody|an officer)\b",
    re.I,
)
