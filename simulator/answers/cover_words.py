"""What somebody behind a front says to more than one word answers: both, neither, or "what's the choice?". Pure."""

from collections.abc import Sequence

from simulator.anew import replace
from simulator.answers.answer_word import YesNo
from simulator.answers.said_lately import remembering
from simulator.answers.turn import Line, Setting
from simulator.answers.wording import choose
from simulator.answers.yes_or_no import begins_as_question, closed_clauses
from simulator.heard import HeardIntent, Truth
from simulator.understanding.cutting.question_begins import asks_openly as begins_openly

_TOGETHER: dict[tuple[YesNo, bool], tuple[str, ...]] = {
    ("yes", False): ("Yes, both, please.", "Yes please, both of those.", "Yeah, I'll have both."),
    ("no", False): ("No, neither, thanks.", "No. Neither one.", "No, neither of those."),
    ("yes", True): ("Yes, all of those, please.", "Yes please, all of that."),
    ("no", True): ("No, none of those, thanks.", "No, none of that."),
}
# An open question that nothing fits: they can only choose, and say so.
INVITES = (
    "What's the choice on that?",
    "You'd have to give me a choice on that one.",
    "Is it one or the other? I can pick.",
    "I'd have to pick from what you've got. What is there?",
)
INVITES_BESIDE = (
    "And the other one, what's the choice?",
    "You'd have to give me a choice on the other.",
    "For the other, is it one or the other?",
)


def answers_together(answers: Sequence[Truth], text: str) -> tuple[str, ...]:
    """The lines of one answer to several closed questions; none where it is one question, or they differ.

    A yes to the same thing asked twice is one yes; a no to two questions is a no to both, whatever they are about.
    """
    if len(answers) != 1 or answers[0].word:
        return ()
    one = answers[0]
    asked = (
        1 + one.more if one.answer == "yes" else max(1 + one.more, sum(map(begins_as_question, closed_clauses(text))))
    )
    return _TOGETHER[one.answer, asked > 2] if asked > 1 else ()


def asks_openly(intent: HeardIntent) -> bool:
    """Whether it rests on a question of its own that no yes or no answers."""
    return begins_openly(intent.span) and not closed_clauses(intent.span)


def inviting(setting: Setting, line: Line) -> Line:
    """The line, and that an open question beside it would have to be a choice; not in every line."""
    if any(one in line.mind.lately[-2:] for one in INVITES_BESIDE):
        return line
    more = choose(INVITES_BESIDE, setting.seed, "invites", line.mind.count("invites"))
    text = f"{line.text} {more}"
    mind = line.mind.having_said("invites")
    return replace(line, text=text, mind=replace(mind, last_line=text, lately=remembering(mind.lately, (more,))))
