"""What is asked of people: only what is needed, its use explained when asked, consent where it rests on it."""

import re

from scenarios.vocabulary import vocabulary
from scoring.finding import for_assessor, met, not_applicable, not_met, partly, waived
from scoring.happenings import Happened
from scoring.outcome import Finding
from scoring.own_questions import own_questions
from scoring.reading import Reading
from scoring.settings import Settings
from scoring.speech import Turn
from scoring.wording import called, count, quoted
from simulator.events import CallerSaid, Referred


def c07(reading: Reading, settings: Settings) -> Finding:
    """Met when questions were asked and none of them was needless for this purpose. Waived where life is at risk, for
    what is asked until the danger is over. What somebody else asked of the caller or did to them is the account, not a
    detail collected."""
    over = next(iter(reading.releases), None)
    risk = reading.life_risk
    needless = [turn for turn in _needless(reading) if risk is None or (over is not None and turn.n > over.n)]
    if risk is not None and not needless:
        return waived("A life was at risk, so no question counts as too many.", risk)
    asks = [turn for turn in reading.turns if any(h.id.startswith(("ASK_", "VER_ASK")) for h in turn.said.intents)]
    if not asks:
        return not_applicable("No question was asked.")
    if needless:
        return not_met(f"Asked at {needless[0].at} for what this contact does not need: {needless[0].quote}.", needless)
    return met(f"Asked {count(len(asks), 'question')}, none of them needless.", asks)


def _needless(reading: Reading) -> list[Turn]:
    """The turns that ask for what the scenario says this contact does not need."""
    asked = [turn for name in reading.scenario.never.ask for turn in reading.speech.surely(name)]
    return [turn for turn in asked if not _OF_ANOTHER.search(_sentence(turn))]


_OF_ANOTHER = re.compile(
    r"\b(?:has|have|had|did|does|is|was|were|what(?:'?s| has| did)?) "
    r"(?:he|she|they|this man|that man|the man|the caller|anyone|anybody|someone|somebody) (?:\w+ ){0,2}?"
    r"(?:have|hold|know\w*|ask\w*|told?|tell\w*|want\w*|had|got|taken?|took|made|say|said|threaten\w*|offer\w*|"
    r"rung|rang|call\w*)\b"
    r".*\b(?:you|your)\b",
    re.IGNORECASE,
)


def _sentence(turn: Turn) -> str:
    """The sentence of a turn in which the words that matter stand; all of it where they stand in none."""
    sentences = re.findall(r"[^.?!]+[.?!]*", turn.said.text)
    return next((one for one in sentences if turn.focus and turn.focus in one), turn.said.text)


def c08(reading: Reading, settings: Settings) -> Finding:
    """Met when, asked why or how data is used, the handler answers within two turns of any asking; half where the
    answer comes later. What answers the question is what the scenario says answers it, here as in M20."""
    wanted = {q.id: q for q in reading.scenario.questions if any(a.startswith("DP_EXPLAIN_USE") for a in q.answered_by)}
    if settings.get("question"):
        wanted = {q.id: q for q in reading.scenario.questions if q.id == settings["question"]}
    asked = [one for one in own_questions(reading) if one.question.id in wanted]
    if not asked:
        return not_applicable("The caller did not ask why or how their details are used.")
    one = next((one for one in asked if one.in_time), next((one for one in asked if one.answer), asked[0]))
    first, turn = one.lines[0], one.answer
    if turn is not None and one.in_time:
        return met(f"Asked at {first.at}, explained at {turn.at}: {turn.quote}.", one.lines, turn)
    if turn is not None:
        return partly(0.5, f"Asked at {first.at}, explained only at {turn.at}.", one.lines, turn)
    return not_met(f"Asked at {first.at}; an explanation was {reading.unseen(first.t_ms)}.", one.lines, reading.bounds)


def c09(reading: Reading, settings: Settings) -> Finding:
    """Met when consent was asked before every referral that rests on it. Half where it is only recorded as given; for
    the assessor where the answer may have been no."""
    voluntary = [r for r in reading.seen.all(Referred) if _rests_on_consent(r.event.to)]
    asked = next((turn for turn in reading.speech.said("DP_CONSENT_REFERRAL") if _asks_leave(turn)), None)
    if not voluntary:
        if asked is not None and reading.scenario.accepts.referrals:
            return met(f"Asked for consent at {asked.at} before any referral.", asked)
        return not_applicable("No referral was made that rests on consent.")
    first = voluntary[0]
    refused = _refusal(reading, asked) if asked is not None else None
    if asked is not None and refused is not None and asked.n < first.n:
        answer = quoted(refused.event.text)
        because = f"Asked for consent at {asked.at}; the answer was {answer}, and it was referred at {first.at}."
        return for_assessor(f"{because} Was that a no?", asked, refused, voluntary)
    if asked is not None and asked.n < first.n:
        return met(
            f"Asked for consent at {asked.at}, before the referral to {called(first.event.to)}.", asked, voluntary
        )
    if first.event.consent:
        return partly(
            0.5,
            f"Recorded consent for {called(first.event.to)}, but asking for it was {reading.unseen()}.",
            voluntary,
            reading.bounds,
        )
    return not_met(f"Referred to {called(first.event.to)} at {first.at} without asking for consent.", voluntary)


def _asks_leave(turn: Turn) -> bool:
    """Whether words leave it to the caller; `I'm passing your details on` only tells them."""
    return _LEAVES_IT_TO_THEM.search(turn.focus or turn.said.text) is not None


_LEAVES_IT_TO_THEM = re.compile(
    r"\?|\b(?:if|unless|whether|would|could|can|may|shall|do|are|is|okay|ok|happy|like|want|mind|agree|consent|"
    r"permission|"
    r"say[- ]so|up to you|choice|leave|all right|alright)\b",
    re.I,
)


def _refusal(reading: Reading, asked: Turn) -> Happened[CallerSaid] | None:
    """The caller's next words, where they say no to what they were asked to agree to."""
    line = next((one for one in reading.caller_lines if one.n > asked.n), None)
    return line if line is not None and _SAYS_NO.search(line.event.text) else None


_SAYS_NO = re.compile(
    r"\b(?:no need|don'?t need|not need|rather not|i'?d rather (?:you )?(?:not|didn'?t)|don'?t want|no,? thank|"
    r"not for me|leave it|don'?t bother)\b"
    r"|^\W*no\b(?!\W+(?:problem|i don'?t mind|that'?s (?:fine|all right)))",
    re.I,
)


def _rests_on_consent(unit: str) -> bool:
    known = vocabulary().choice("referrals", unit)
    return known is not None and known.consent
