"""Communication: greeting, courtesy, feeling, language, need, silence, spelling, closing, time, hand-over."""

import re

from scoring.as_spelled import asked_outright
from scoring.citing import cited
from scoring.detectors.trade_words import of_the_trade, surely_jargon
from scoring.fair_time import seconds, taper
from scoring.finding import by_share, for_assessor, met, not_applicable, not_met, partly, waived
from scoring.happenings import Happened
from scoring.hard_words import agrees_well, parts_well, promises, rude_turns
from scoring.matching import groups_said, holds, says
from scoring.misread import read_back_wrongly
from scoring.outcome import Finding
from scoring.plainly_said import declining, naming_route, offers_instead
from scoring.reading import CROSS, Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.stated_time import beside_target, names_no_time, says_how_long, speaks_of_time
from scoring.wording import count, listed, named
from simulator.events import CallerSaid, MoodChanged, OperatorSaid, TalkedOver

MEANT_MS = 500  # a shorter overlap is a turn that touches another
FEW_TURNS = 3  # fewer utterances than this show nothing of manner
SALUTATIONS = ("hello", "hi", "hiya", "hey", "good morning", "good afternoon", "good evening", "morning", "evening")
CALMER = {
    "calm": 0,
    "flat": 0,
    "charming": 0,
    "frightened": 1,
    "tearful": 2,
    "frustrated": 2,
    "distressed": 2,
    "angry": 3,
}


def m01(reading: Reading, settings: Settings) -> Finding:
    """Met when the first words are the policy's greeting for this line, begun within its time after answering.

    Thanking the operator may come first. Late tapers to twice the time; half where words of the greeting lack. Not met
    where the first words neither greet nor say any of it.
    """
    answered = reading.seen.answered
    greeting = reading.policy.greetings.get(reading.scenario.channel.kind)
    if answered is None or greeting is None:
        return not_applicable("The call was not answered, or the policy has no greeting for this line.")
    if not reading.turns:
        return not_met(f"A greeting was {reading.unseen()}.", answered, reading.bounds)
    first = _greeting_turn(reading)
    groups = groups_said(first.said.text, greeting.says)
    recognised = reading.speech.intent_of(first, "OPEN_GREET") is not None or says(first.said.text, SALUTATIONS)
    if first.crowded or (not recognised and not groups):
        return not_met(f"The first words were no greeting: {first.quote}.", answered, first)
    operator = reading.seen.first(OperatorSaid)
    ready = max(answered.t_ms, operator.t_ms + operator.event.lasts_ms if operator else 0)
    started = min(turn.began_ms for turn in reading.turns[: first.number])
    took = max(0, started - ready)
    left = taper(took, greeting.within * reading.time.pace)
    if groups < len(greeting.says):
        left *= 0.5
        return by_share(left, f"Greeted at {first.at}, but not as the policy words it: {first.quote}.", answered, first)
    because = f"Greeted {seconds(took)} after the line was free: {first.quote}."
    return by_share(left, because, answered, first)


def _greeting_turn(reading: Reading) -> Turn:
    first = reading.turns[0]
    to_operator = reading.speech.intent_of(first, "OPEN_BT_ACK") is not None
    greets = reading.speech.intent_of(first, "OPEN_GREET") is not None
    return reading.turns[1] if to_operator and not greets and len(reading.turns) > 1 else first


def m02(reading: Reading, settings: Settings) -> Finding:
    """Met when no rude or blaming words were found in at least three utterances. For the assessor where some were:
    tone is judged by hearing it."""
    rude = rude_turns(reading)
    if rude:
        return for_assessor(
            f"May have been rude or blaming at {rude[0].at}: {rude[0].quote}. Hear how it was said.", rude
        )
    if len(reading.turns) < FEW_TURNS:
        return not_applicable("Too little was said to judge courtesy.")
    return met(
        f"No rude or blaming words in {count(len(reading.turns), 'utterance')}; the tone is for the ear.", reading.turns
    )


def m03(reading: Reading, settings: Settings) -> Finding:
    """Met when the caller is openly invited to tell within the first turns and not talked over in the first 8 s of the
    account, unless a life is known to be at risk; half where the invitation comes late, after an account that was put
    to them and that they denied, or they were talked over."""
    asked = _invited(reading)
    if asked is None:
        return not_met(f"An open invitation to tell what is happening was {reading.unseen()}.", reading.bounds)
    over = _talked_over(reading)
    if over is not None:
        return partly(0.5, f"Invited the account at {asked.at}, but spoke over it at {over.at}.", asked, over)
    led = next((turn for turn in reading.turns[: asked.number - 1] if _puts_words(reading, turn)), None)
    if led is not None:
        because = f"Invited the account at {asked.at}, after putting one to the caller at {led.at}: {led.quote}."
        return partly(0.5, because, led, asked)
    if asked.number <= settings["turns"]:
        return met(f"Invited the account at {asked.at}: {asked.quote}.", asked)
    return partly(0.5, f"Invited the account only at {asked.at}, in turn {asked.number}.", asked)


def _puts_words(reading: Reading, turn: Turn) -> bool:
    """Whether a turn put an account to the caller before they could give theirs, and they denied it: `So he's from our
    CID, he took the card off you, yeah?`, `No. I didn't say that.`"""
    line = reading.line_after(turn.n)
    told = not turn.crowded and _PUT_TO.search(turn.said.text) is not None
    return told and line is not None and _DENIED.match(line.event.text) is not None


_PUT_TO = re.compile(r"\bso\b[^.?!]{12,}\b(?:yeah|yes|aye|right|then|correct|is that right)\W*\?", re.I)
_DENIED = re.compile(r"\W*(?:no|nay|not)\b", re.I)


def _invited(reading: Reading) -> Turn | None:
    """The first words that ask openly what it is about, in whatever words: `how can I help?`, `go ahead`, `tell me what
    he said`."""
    found = (reading.speech.first("ASK_WHAT_HAPPENED"), asked_outright(reading.speech, "account"))
    return min((turn for turn in found if turn is not None), key=lambda turn: turn.number, default=None)


def _talked_over(reading: Reading) -> Turn | Happened[TalkedOver] | None:
    """Talking over the first 8 s of the caller's first line: as it was measured, else a spoken turn begun inside it;
    typing is no talking over."""
    if not reading.caller_lines:
        return None
    line = reading.caller_lines[0]
    end = line.t_ms + min(8_000, line.event.lasts_ms)
    risk = reading.life_risk.t_ms if reading.life_risk else end
    measured = reading.seen.all(TalkedOver)
    if measured:
        over = (one for one in measured if one.event.by == "handler" and one.event.lasted_ms >= MEANT_MS)
        return next((one for one in over if line.t_ms < one.t_ms < min(end, max(risk, line.t_ms))), None)
    return next(
        (
            t
            for t in reading.turns
            if t.said.source == "spoken" and line.t_ms < t.began_ms < min(end, max(risk, line.t_ms))
        ),
        None,
    )


def m06(reading: Reading, settings: Settings) -> Finding:
    """Met when no police jargon is used, or it is explained within two turns; not met where it stands unexplained.
    Only abbreviations and words of the trade are jargon, not plain words oddly heard or spelled."""
    if len(reading.turns) < FEW_TURNS:
        return not_applicable("Too little was said to judge the language.")
    heard = [turn for turn in reading.speech.surely("NEG_JARGON") if of_the_trade(turn.focus or turn.said.text)]
    numbers = {turn.number for turn in heard}
    jargon = [turn for turn in reading.turns if turn.number in numbers or surely_jargon(turn.said.text)]
    said = reading.turns if jargon else ()
    plainly = [t for t in said if not t.crowded and _IN_PLAIN_WORDS.search(t.said.text.lower())]
    unexplained = [
        t
        for t in jargon
        if not reading.speech.within(t.t_ms - 1, 3, "LANG_EXPLAIN")
        and not any(t.number <= one.number <= t.number + 2 for one in plainly)
    ]
    if unexplained:
        return not_met(
            f"Used jargon at {unexplained[0].at} and did not explain it: {unexplained[0].quote}.", unexplained
        )
    if jargon:
        return met("Explained the jargon that was used.", jargon, plainly, reading.speech.said("LANG_EXPLAIN"))
    return met(f"No jargon found in {count(len(reading.turns), 'utterance')}.", reading.turns)


_IN_PLAIN_WORDS = re.compile(
    r"\b(?:(?:police|polis|our|office) (?:talk|speak|jargon)|jargon|in (?:plain|simple|ordinary) (?:words|english)|"
    r"(?:what )?i mean(?:t)?\b[:,\s]|(?:that|it|which) (?:means|stands for|is short for)|(?:that|it)'?s short for|"
    r"put (?:it|that) (?:more )?(?:plainly|simply))"
)


def m08(reading: Reading, settings: Settings) -> Finding:
    """Met when the account is summed up before the final grade, on a contact that is not Immediate.

    Saying back two values in one utterance sums up. Waived where the caller cannot speak freely.
    """
    final = reading.final_grade
    if final is not None and final.grade == reading.most_urgent:
        return not_applicable(f"Graded {final.grade.name}; a summary can wait.")
    if not reading.scenario.caller.can_speak_freely:
        return waived("The caller could not speak freely.", reading.bounds)
    if not reading.caller_lines:
        return not_applicable("There was no account to sum up.")
    summed = reading.speech.first("LISTEN_SUMMARISE") or next(
        (t for t in reading.turns if _says_back(reading, t) >= 2 or _sums_up(reading, t)), None
    )
    if summed is None:
        return not_met(f"A summary was {reading.unseen()}.", reading.bounds)
    if final is None or summed.n < final.n or reading.ended_by_handler is None or summed.n < reading.ended_by_handler.n:
        return met(f"Summed up at {summed.at}: {summed.quote}.", summed)
    return partly(0.5, f"Summed up only at {summed.at}, after the grade was settled.", summed, final)


def _says_back(reading: Reading, turn: Turn) -> int:
    """How many values told before a turn it says back, as heard or by its words."""
    heard = {value.fact for value in turn.said.values if value.standing == "told"}
    told = (told for told in reading.told_facts if told.t_ms < turn.began_ms)
    said = {t.event.fact for t in told if (kind := reading.scenario.fact_kind(t.event.fact)) in _VALUES
            and holds(kind, turn.said.text, t.event.value)}  # fmt: skip
    return len(heard | said)


def _sums_up(reading: Reading, turn: Turn) -> bool:
    """Whether a turn puts two things together that were told, in whatever words, as a sum of it."""
    put = " ".join(part for part in _SENTENCES.findall(turn.said.text) if not _ASKS.match(part))
    if turn.crowded or _IN_SUM.search(turn.said.text) is None:
        return False
    facts = cited(reading, put, turn.began_ms)
    # A name and a number read back are no account.
    return len(facts) >= 2 and any(reading.scenario.fact_kind(one) not in (*_VALUES, "reference") for one in facts)


_SENTENCES = re.compile(r"[^.?!]+[.?!]*")
_IN_SUM = re.compile(
    r"\b(?:what i(?:'ve| have) got|in a (?:line|nutshell|few words)|to (?:sum|recap|go over|run through)|"
    r"sum(?:ming)? (?:it )?up|"
    r"you(?:'ve| have) told me|(?:a minute|a moment|a while) ago you (?:said|told me)|have i got|if i(?:'ve|"
    r" have) (?:got|understood)|if i were to write|"
    r"let me (?:go over|run through|"
    r"see if i)|(?:is|have i got) (?:that|it|this|all that) (?:all )?(?:right|correct)|"
    r"^\W*so\b[^.?!]{25,}[.?!]?\s*(?:yes|yeah|right)?\W*$)",
    re.I,
)
_ASKS = re.compile(
    r"\W*(?:(?:and|but|okay|ok|right|um|er|well)\W+)*(?:what(?! i)|who|where|when|why|how|which|whose|is|are|"
    r"was|were|do|"
    r"does|did|has|have|had|can|could|will|would|tell|any)\b",
    re.I,
)
_VALUES = ("name", "phone", "postcode", "registration", "place", "date")


def m09(reading: Reading, settings: Settings) -> Finding:
    """Met when an honest time is given and nothing is promised outside the handler's power; half where the time said
    for officers to come is less than half the target of the grade that stood, or more than twice the longest, or where
    all that was said is that no time can be named (`as fast as they can` names none). That somebody is coming says
    nothing of time."""
    promised = promises(reading)
    if promised:
        return not_met(
            f"Promised what was not in the handler's power at {promised[0].at}: {promised[0].quote}.", promised
        )
    heard = {turn.number: turn for turn in reading.speech.said("EXPL_TIME") if speaks_of_time(turn.said.text)}
    none = {turn.number: turn for turn in reading.turns if not turn.crowded and names_no_time(turn.said.text)}
    in_minutes = {turn.number: turn for turn in reading.turns if not turn.crowded and says_how_long(turn.said.text)}
    spoken = tuple(turn for _, turn in sorted({**none, **in_minutes, **heard}.items()))
    told = next((turn for turn in spoken if not names_no_time(turn.said.text)), None)
    if told is None and spoken:
        return partly(0.5, f"Said honestly at {spoken[0].at} that no time can be named: {spoken[0].quote}.", spoken)
    if told is not None:
        amiss = next((why for turn in spoken if (why := beside_target(reading, turn))), None)
        if amiss is not None:
            return partly(0.5, *amiss)
        return met(f"Gave an honest time at {told.at}: {told.quote}.", told)
    return not_met(f"A word about how long it may take was {reading.unseen()}.", reading.bounds)


def m10(reading: Reading, settings: Settings) -> Finding:
    """Met when a limit is explained together with what can be done, within two turns; half for the limit alone."""
    heard = (turn for turn in reading.speech.said(*_LIMITS) if _SETS_A_LIMIT.search(turn.said.text))
    said = {turn.number: turn for turn in (*declining(reading.turns), *heard)}
    limits = [said[number] for number in sorted(said)]
    pressed = bool(reading.scenario.presses) and any(line.event.press for line in reading.caller_lines)
    if not limits:
        if not pressed:
            return not_applicable("No limit had to be explained.")
        return not_met(f"An explanation of the limit was {reading.unseen()}.", reading.bounds)
    offers = ("SIGNPOST", "EXPL_NEXT", "DP_ROUTE", "DP_OFFER_MESSAGE")
    for turn in limits:
        near = {one.number for one in reading.speech.turns_after(turn.t_ms - 1, 3)}
        routes = naming_route(reading.turns, reading.scenario.accepts.routes)
        instead = (one for one in reading.turns if one.number in near and offers_instead(one))
        offered = (
            reading.speech.within(turn.t_ms - 1, 3, *offers)
            or next((r for r in routes if r.number in near), None)
            or next(instead, None)
        )
        if offered is not None:
            because = f"Explained the limit at {turn.at} and what can be done at {offered.at}: {offered.quote}."
            return met(because, turn, offered)
    later = reading.speech.first(*offers)
    but = f"what can be done was said apart from it, at {later.at}" if later else "not what can be done instead"
    return partly(0.5, f"Explained the limit at {limits[0].at}, but {but}.", limits, later)


_LIMITS = ("EXPL_LIMIT", "DP_REFUSE", "DP_NCND")
# What was heard as a limit is one where it denies or restricts: `keep to that order` is none.
_SETS_A_LIMIT = re.compile(
    r"\b(?:can'?t|cannot|can not|carnt|cannae|won'?t|wont|will not|not|\w+n't|\w+nae|never|no|nor|nobody|"
    r"nothing|none|only|unable|"
    r"must|need(?:s|ed)? to|ha(?:s|ve) to|out)\b",
    re.I,
)


def m11(reading: Reading, settings: Settings) -> Finding:
    """Met when a cross caller is calmer at the end, and a warning came before ending the call on them. The end is the
    caller's last line, or a later change of mood; who thanks the handler in the last two lines is calmer, and so is who
    is cross no more, if still upset, and agrees in them."""
    cross = [line for line in reading.caller_lines if line.event.mood in CROSS]
    if not cross:
        return not_applicable("The caller was not cross.")
    if len(reading.turns) < FEW_TURNS:
        said = count(len(reading.turns), "utterance")
        return not_applicable(f"The caller was {cross[0].event.mood} at {cross[0].at}, but only {said} came.")
    ended = reading.ended_by_handler
    warned = reading.speech.first("CTRL_BOUNDARY")
    moods = [one.event.mood for one in reading.seen.of((CallerSaid, MoodChanged))]
    calmer = CALMER.get(moods[-1], 1) < max(CALMER.get(line.event.mood, 0) for line in cross)
    thanks = next((line for line in reading.caller_lines[-2:] if parts_well(line.event.text)), None)
    if not calmer and warned is None and thanks is not None:
        because = f"The caller was {cross[0].event.mood} at {cross[0].at} and thanked at the end, at {thanks.at}."
        return met(because, cross[0], thanks)
    last = reading.caller_lines[-2:]
    if not calmer and warned is None and moods[-1] not in CROSS and agrees_well([line.event.text for line in last]):
        because = f"The caller was {cross[0].event.mood} at {cross[0].at}, and no more at the end, but agreed."
        return met(because, cross[0], last)
    if ended is not None and moods[-1] in CROSS and warned is None:
        return not_met(f"Ended the call at {ended.at} on a cross caller without a warning.", cross[0], ended)
    if calmer:
        return met(
            f"The caller was {cross[0].event.mood} at {cross[0].at} and {moods[-1]} at the end.",
            cross[0],
            reading.caller_lines[-1],
        )
    if warned is not None:
        return partly(0.5, f"The caller stayed {moods[-1]}; set a limit at {warned.at}.", cross[0], warned)
    return not_met(f"The caller was {cross[0].event.mood} at {cross[0].at} and no calmer at the end.", cross)


_NAME = "ASK_PERSON_DETAILS:name"  # `your name, and how do you spell it?` spells no code


def m14(reading: Reading, settings: Settings) -> Finding:
    """Met when postcodes and registrations told are spelled phonetically or read back; share of them.

    Waived where the caller cannot speak freely and it was not done; not where it was read back wrongly and left so.
    """
    kinds = ("postcode", "registration")
    names = settings["facts"] or tuple(
        told.event.fact for told in reading.told_facts if reading.scenario.fact_kind(told.event.fact) in kinds
    )
    told = [reading.told(name) for name in names if name in reading.scenario.facts and reading.told(name)]
    if not told:
        return not_applicable("No postcode, registration or unusual name was told.")
    checked, missing, shown = 0, [], []
    for one in told:
        assert one is not None
        back = reading.read_back((one.event.fact,))
        near = {turn.number for turn in reading.speech.turns_after(one.t_ms, 3)}
        spelling = (turn for turn in reading.speech.said("PHONETIC_SPELL") if turn.number in near)
        spelled = next((turn for turn in spelling if not reading.speech.intent_of(turn, _NAME)), None)
        turn = back[0] if back else spelled
        if turn is not None:
            checked += 1
            shown.append(turn.n)
        else:
            missing.append(named(reading.scenario, one.event.fact))
            shown.append(one.n)
    if not missing:
        return met(
            f"Spelled or read back {listed(named(reading.scenario, one.event.fact) for one in told if one)}.", shown
        )
    if not reading.scenario.caller.can_speak_freely:
        wrong = next((turn for one in told if one and (turn := read_back_wrongly(reading, one))), None)
        if wrong is not None:
            return not_met(f"Read back wrongly at {wrong.at} and left so: {wrong.quote}.", shown, wrong)
        return waived("The caller could not speak freely, so spelling could wait.", shown)
    because = f"Neither spelled nor read back: {listed(missing)}."
    return by_share(checked / len(told), because, shown, reading.bounds)
