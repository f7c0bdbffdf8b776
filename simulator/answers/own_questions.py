"""The caller's own questions: asked, noticed to be unanswered, asked again in other words, answered however late."""

import re
from collections.abc import Iterable, Mapping

from scenarios.scenario import CallerQuestion, Scenario
from simulator.anew import replace
from simulator.answers.feeling import disappointed
from simulator.answers.turn import Line, Setting, Turn
from simulator.heard import HeardIntent, Understood
from simulator.mind import Mind
from simulator.moments import Moments

SURE_ENOUGH = 0.6  # what is heard less surely answers nothing before it is asked
# Comfort, and refusing something else, answer a question once it stands; said before it they were about other things.
_OF_OTHER_THINGS = frozenset(
    ("EMP_REASSURE", "EMP_ACK", "DP_REFUSE", "DP_NCND", "DP_ROUTE", "DP_OFFER_MESSAGE", "EXPL_LIMIT", "LANG_EXPLAIN")
)
_COMING = re.compile(
    r"\b(?:officers?|police|polis|cars?|units?|patrols?|crews?|ambulance|somebody|someone|help|they|we)\b[^.?!]{0,30}"
    r"\b(?:coming|on (?:their|the|its|our) way|(?:been|being|are|have) sent|(?:de|di)spatched|travelling|en route|"
    r"with you (?:soon|shortly|in))\b(?![^.]*\?)",
    re.IGNORECASE,
)
_ASKS_WHETHER_COMING = re.compile(r"\b(?:com(?:e|ing)|nearly here|sent)\b", re.IGNORECASE)


# "Have you any questions for me?", "what would you like to ask?"
_INVITES = re.compile(
    r"(?<!ask )(?<!asked )(?<!asking )\b(?:any|what(?:'s| is| was| are)? your|have you a|got a) (?:other )?questions?\b"
    r"|\b(?:anything|something|what) (?:else )?(?:that )?(?:you(?:'d| would|'re| are|'ve| have)? )?"
    r"(?:(?:like|want|wanted|wanting|wish|need) )?to ask\b",
    re.IGNORECASE,
)
NOTHING_TO_ASK = ("No. I don't think so.", "No, nothing.")


def invites_questions(span: str) -> bool:
    """Whether the words ask what the caller wants to ask, or bid them go on with it."""
    return _INVITES.search(span) is not None or span.strip(" .,!?").lower() in ("go on", "go ahead")


def invites_them(heard: Understood) -> bool:
    """Whether the words invite a question of theirs, and no topic of the call answers that."""
    written = any(one.id == "topic" and invites_questions(one.span) for one in heard.intents)
    return not written and _INVITES.search(heard.text) is not None


def invited(turn: Turn, heard: Understood) -> None:
    """Asked for a question of theirs they ask the one that stands unanswered, or the next whose moment has come.

    What the same words have answered is not asked; who has none says so.
    """
    scenario, mind, moments = turn.setting.scenario, turn.mind, turn.setting.moments
    unasked = (one.id for one in scenario.questions if one.id not in mind.questions_asked)
    ready = (name for name in unasked if moments.ready_at(question_of(scenario, name).when) is not None)
    waiting = (question_of(scenario, name) for name in (*reversed(mind.questions_open), *ready))
    wanted = next((one.id for one in waiting if not _answers(one, heard.intents, heard.text)), None)
    if wanted is None:
        turn.say(scenario.caller.says_no or NOTHING_TO_ASK, "nothing_to_ask")
        return
    _put(turn, wanted)


def ask(setting: Setting, mind: Mind, question_id: str) -> Line:
    """The caller asks a question of their own; asked again it costs trust and comes in other words."""
    turn = Turn(setting, mind)
    question = question_of(setting.scenario, question_id)
    if question_id in mind.questions_open:
        turn.say(question.again, f"question:{question_id}:again")
        if question.costs_trust:
            turn.mind = disappointed(setting.caller, turn.mind)
            turn.line = replace(turn.line, moved_by=f"question:{question_id}")
        _mark_asked(turn, question_id)
        return turn.done()
    _put(turn, question_id)
    return turn.done()


def _put(turn: Turn, question_id: str) -> None:
    turn.say(question_of(turn.setting.scenario, question_id).says, f"question:{question_id}")
    _mark_asked(turn, question_id)


def _mark_asked(turn: Turn, question_id: str) -> None:
    others = tuple(name for name in turn.mind.questions_open if name != question_id)
    asked = tuple(dict.fromkeys((*turn.mind.questions_asked, question_id)))
    turn.mind = replace(turn.mind, questions_asked=asked, questions_open=(*others, question_id))
    turn.line = replace(turn.line, question=question_id)


def answered(turn: Turn, intent: HeardIntent) -> bool:
    """Whether the words answer a question of theirs and they say thanks for it. Answered late counts."""
    scenario = turn.setting.scenario
    fitting = [
        name
        for name in reversed(turn.mind.questions_open)
        if any(map(intent.answers_to, question_of(scenario, name).answered_by))
    ]
    if not fitting:
        return False
    still = tuple(name for name in turn.mind.questions_open if name not in fitting)
    turn.mind = replace(turn.mind, questions_open=still)
    thanked = next((name for name in fitting if question_of(scenario, name).thanks), None)
    if thanked is not None:
        turn.say(question_of(scenario, thanked).thanks, f"thanks:{thanked}")
    return thanked is not None


def answered_beside(turn: Turn, heard: Understood) -> None:
    """Closes what these words answered besides: nobody asks on for it, and nothing more is said of it."""
    scenario = turn.setting.scenario
    still = tuple(
        name
        for name in turn.mind.questions_open
        if not _answers(question_of(scenario, name), heard.intents, heard.text)
    )
    if still != turn.mind.questions_open:
        turn.mind = replace(turn.mind, questions_open=still)


def answers_before(question: CallerQuestion, intents: Iterable[HeardIntent], text: str) -> bool:
    """Whether words said before the question came tell already what it asks."""
    telling = tuple(one for one in intents if one.confidence >= SURE_ENOUGH and one.id not in _OF_OTHER_THINGS)
    return _answers(question, telling, text)


def _answers(question: CallerQuestion, intents: Iterable[HeardIntent], text: str) -> bool:
    if any(one.answers_to(name) for one in intents for name in question.answered_by):
        return True
    coming = any(_ASKS_WHETHER_COMING.search(line) for line in question.says)
    return coming and tells_of_coming(text)


def tells_of_coming(text: str) -> bool:
    """Whether the words say that somebody is on the way."""
    return _COMING.search(text) is not None


def due_again(
    scenario: Scenario, mind: Mind, moments: Moments, asked_at: Mapping[str, int], wait_ms: int
) -> tuple[tuple[int, str], ...]:
    """When each unanswered question is asked again; `wait_ms` is the least time they wait now."""
    dues = []
    for name in mind.questions_open:
        question = question_of(scenario, name)
        times = 1 + mind.count(f"question:{name}:again")
        settled = any(map(moments.happened, question.when.unless))  # what prevents it came since: nobody asks on
        if question.again and times < question.most_times and name in asked_at and not settled:
            at = asked_at[name]
            dues.append((at + max(question.again_after, wait_ms) + moments.later_by(at), name))
    return tuple(dues)


def question_of(scenario: Scenario, name: str) -> CallerQuestion:
    """The question with an id."""
    return next(question for question in scenario.questions if question.id == name)
