"""The caller's own questions: how often each was asked, and the handler's words that answer it, then or just before."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scenarios.scenario import CallerQuestion
from scoring.answers_in_words import answered_in_words, forbids, of_a_deed
from scoring.happenings import Happened
from scoring.reading import Reading
from scoring.speech import Turn
from simulator.events import CallerSaid

TURNS = 2  # the handler's next utterances in which a question should be answered; the last before it count too
LAST_WORDS_MS = 5_000  # a question asked less than this before the handler ended the call found them past talking


@dataclass(frozen=True)
class OwnQuestion:
    """One question, every line that asked it, and what answered it; `in_time` within two turns of any asking, or said
    of the very thing before; `before` where it had been told in general just before and was not said when asked."""

    question: CallerQuestion
    lines: tuple[Happened[CallerSaid], ...]
    answer: Turn | None = None
    in_time: bool = False
    before: bool = False


def own_questions(reading: Reading) -> Iterator[OwnQuestion]:
    """Every question that the caller came to ask, in the order of the scenario; left out are those first asked when the
    handler had said their last words and was closing the line (how they ended is M15's)."""
    for question in reading.scenario.questions:
        lines = tuple(line for line in reading.caller_lines if line.event.question == question.id)
        if lines and not _past_talking(reading, lines[0]):
            yield _answered(reading, question, lines)


def _answered(reading: Reading, question: CallerQuestion, lines: tuple[Happened[CallerSaid], ...]) -> OwnQuestion:
    for line in lines:
        turn = _within(reading, question, line) or _told_it(reading, question, line)
        if turn is not None:
            return OwnQuestion(question, lines, turn, in_time=True)
    after = (turn for turn in reading.turns if turn.began_ms > lines[0].t_ms)
    later = next(_saying(reading, question, lines[0].event.text, after), None)
    just_now = next((turn for line in lines if (turn := _told_before(reading, question, line))), None)
    return OwnQuestion(question, lines, just_now or later, before=just_now is not None)


def _within(reading: Reading, question: CallerQuestion, line: Happened[CallerSaid]) -> Turn | None:
    """The first of the next turns that answers a question."""
    near = reading.speech.turns_after(line.t_ms, TURNS)
    said = next(_saying(reading, question, line.event.text, near), None)
    return said or (near[0] if near and _says_yes_or_no(line.event.text, near[0].said.text) else None)


def _saying(reading: Reading, question: CallerQuestion, asked: str, turns: Iterable[Turn]) -> Iterator[Turn]:
    """Those of the turns whose words answer a question; where it is of no known kind, those heard as an answer."""
    heard = {turn.number: turn for turn in reading.speech.said(*question.answered_by)}
    topics = (name for name in question.answered_by if name.startswith("topic:"))
    of_this = {turn.number for turn in reading.speech.said(*topics)}
    for turn in turns:
        answered = answered_in_words(asked, question.answered_by, turn)
        as_heard = turn.number in heard and _answers(reading, question, heard[turn.number])
        if turn.number in of_this or (as_heard if answered is None else answered):
            yield heard.get(turn.number, turn)


def _says_yes_or_no(asked: str, said: str) -> bool:
    """Whether the very next words begin with a yes or a no and go on to say something, where yes or no answers the
    question: `Are you writing this down?`, `Och aye, every word's written down.`"""
    first = re.match(r"[^.?!]*[.?!]*", said.strip())
    return (
        any(_CLOSED.match(part.strip()) for part in re.split(r"(?<=[.?!])\s+", asked) if "?" in part)
        and first is not None
        and not first.group().endswith("?")
        and len(first.group().split()) >= SAYS_SOMETHING
        and _YES_OR_NO.match(first.group()) is not None
    )


SAYS_SOMETHING = 3  # words; a bare `aye, right` takes in what was said
_CLOSED = re.compile(
    r"\W*(?:(?:only|so|but|and|well|oh|please)\W+)*(?:am|is|are|was|were|do|does|did|have|has|will|won'?t|shall|"
    r"can you|can they|could|would|shouldn'?t|should|ought|isn'?t|aren'?t)\b",
    re.I,
)
_YES_OR_NO = re.compile(
    r"\W*(?:(?:oh|och|ah|well|now|sorry|er+|um+)\W+)*(?:yes|yeah|yep|aye|no(?! (?:worries|problem|bother|need to))|"
    r"nope|nae|naw|not (?:at all|the least|in the least|a bit|in any)|of course|course|never|absolutely|certainly|"
    r"(?:i|we|they|it|you|he|she)(?: (?:am|are|is|do|does|did|will|have|has)|'m|'re|'s)(?: not|n't)?(?=\s*[,.!;]))\b"
    r"(?!,? (?:right|okay|ok|thanks|thank you)\b)",
    re.I,
)


def _answers(reading: Reading, question: CallerQuestion, turn: Turn) -> bool:
    """Whether a turn that says one of the answers says it to this question: what becomes of a thing is no reason why
    details are wanted, unless it speaks of keeping them; that no more can be done is no next step."""
    if [name for name in question.answered_by if reading.speech.intent_of(turn, name)] != ["EXPL_NEXT"]:
        return True
    heard = reading.speech.intent_of(turn, "EXPL_NEXT")
    of_use = any(name.startswith("DP_EXPLAIN_USE") for name in question.answered_by)
    kept = _OF_KEEPING.search(heard.span if heard and heard.span else turn.said.text)
    return not _NO_MORE.search(turn.said.text) and (not of_use or kept is not None)


_NO_MORE = re.compile(
    r"\b(?:all (?:that )?(?:i|we) can (?:do|say|tell)|nothing (?:more|else) (?:that )?(?:i|we) can|"
    r"(?:can'?t|cannot) do (?:any ?(?:more|thing)))\b",
    re.I,
)
_OF_KEEPING = re.compile(
    r"\b(?:not(?:e|es|ed)|log(?:ged)?|record(?:s|ed)?|written|writing|kept|keep|stor(?:e|ed)|used?|check|prove|identity|"
    r"confirm|because|so that|data|file|system)\b",
    re.I,
)


def _told_it(reading: Reading, question: CallerQuestion, line: Happened[CallerSaid]) -> Turn | None:
    """What had said the very thing that is asked, at any time before."""
    of_this = [name for name in question.answered_by if name.startswith("topic:")]
    return next((turn for turn in reading.speech.said(*of_this) if turn.t_ms <= line.t_ms), None)


def _told_before(reading: Reading, question: CallerQuestion, line: Happened[CallerSaid]) -> Turn | None:
    """What in the last two turns before a question had answered it in general. A why is answered by the reason alone,
    and comfort, or a word when to ring again, given before a question answers none; whether to do a thing is answered
    before by what forbids, not by what else is to be done (`Put the chain on.`)."""
    answers = [name for name in question.answered_by if name.startswith("DP_EXPLAIN_USE")] or [
        name for name in question.answered_by if not name.startswith("EMP_") and name != "ADV_RECONTACT"
    ]
    earlier = [turn for turn in reading.turns if turn.t_ms <= line.t_ms]
    last = {turn.number for turn in earlier[-TURNS:]}
    deed = of_a_deed(line.event.text)
    return next(
        (turn for turn in reading.speech.said(*answers) if turn.number in last and not (deed and not forbids(turn))),
        None,
    )


def _past_talking(reading: Reading, line: Happened[CallerSaid]) -> bool:
    ended = reading.ended_by_handler
    spoke_after = any(turn.t_ms > line.t_ms for turn in reading.turns)
    return ended is not None and bool(reading.turns) and not spoke_after and ended.t_ms - line.t_ms < LAST_WORDS_MS
