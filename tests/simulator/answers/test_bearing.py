"""How a caller bears being treated: questions passed over, rough words, holds, interruptions, panic, told twice."""

from collections.abc import Callable
from typing import Any

import pytest
from tests_support import scenario_of

from scenarios.scenario import CallerQuestion, Scenario
from simulator import actions, events
from simulator.answers.bearing import interrupted
from simulator.answers.own_questions import answers_before
from simulator.answers.parting_words import closing
from simulator.call import Call
from simulator.caller import Line, Setting, reply
from simulator.heard import HeardIntent, HeardValue, Understood
from simulator.journal import of_kind
from simulator.mind import Mind
from simulator.moments import Moments

OPENED = Mind("frightened", opened=True)


def caller_of(mood: dict[str, Any] | None = None, **changes: Any) -> Scenario:
    plain = scenario_of().model_dump(by_alias=True, mode="json")
    plain["caller"] |= changes
    plain["caller"]["mood"] |= mood or {}
    return Scenario.model_validate(plain)


def heard(*intents: str, text: str = "", values: tuple[HeardValue, ...] = ()) -> Understood:
    made = tuple(HeardIntent(id=name, confidence=0.9) for name in intents)
    return Understood(text=text or " ".join(intents), understood=bool(intents), intents=made, values=values)


def said(mind: Mind, words: Understood, scenario: Scenario) -> Line:
    return reply(Setting(scenario, 1, Moments({"answered": 0})), mind, words)


def texts(call: Call) -> list[str]:
    return [event.text for _, event in of_kind(call.entries, events.CallerSaid)]


def moods(call: Call) -> list[tuple[str, int]]:
    return [(event.because, event.trust) for _, event in of_kind(call.entries, events.MoodChanged)]


QUESTION: dict[str, Any] = {
    "id": "is-she-safe", "says": ["Is she all right?"], "when": {"after": "5s"}, "answered_by": ["EXPL_LIMIT"],
    "thanks": ["Right. Thank you."], "again": ["You still haven't said if she's all right."], "again_after": "20s",
    "most_times": 3,
}  # fmt: skip


def test_an_unanswered_question_is_asked_again_in_other_words_and_costs_trust(live: Callable[..., Call]) -> None:
    call = live(questions=[QUESTION])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    call.do(actions.Say(text="ASK_LOCATION"), 12_000)
    call.let_pass(34_000)
    assert texts(call).count("Is she all right?") == 1
    assert texts(call)[-1] == "You still haven't said if she's all right."
    assert moods(call) == [("question:is-she-safe", -1)]


def test_it_is_not_asked_more_often_than_its_author_says(live: Callable[..., Call]) -> None:
    call = live(questions=[QUESTION])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    for at in range(12_000, 160_000, 8_000):
        call.do(actions.Say(text="ASK_WEAPON"), at)
    assert texts(call).count("You still haven't said if she's all right.") == 2


def test_answered_late_is_answered(live: Callable[..., Call]) -> None:
    call = live(questions=[QUESTION])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    call.let_pass(34_000)
    call.do(actions.Say(text="EXPL_LIMIT"), 40_000)
    for at in range(44_000, 160_000, 8_000):
        call.do(actions.Say(text="ASK_WEAPON"), at)
    assert "Right. Thank you." in texts(call)
    assert texts(call).count("You still haven't said if she's all right.") == 1


def test_an_earlier_question_is_still_open_when_a_later_one_was_asked() -> None:
    later = {**QUESTION, "id": "how-long", "answered_by": ["EXPL_TIME"], "thanks": ["Okay then."]}
    scenario = scenario_of(questions=[QUESTION, later])
    mind = Mind("calm", opened=True, questions_asked=("is-she-safe", "how-long"),
                questions_open=("is-she-safe", "how-long"))  # fmt: skip
    line = said(mind, heard("EXPL_LIMIT"), scenario)
    assert line.text == "Right. Thank you." and line.mind.questions_open == ("how-long",)


def test_nobody_hangs_up_without_a_warning() -> None:
    scenario = caller_of({"hangs_up_at": -2, "warns": ["I'll put the phone down."], "says_when_upset": ["Don't."]})
    first = said(OPENED, heard("NEG_RUDE_BLAME"), scenario)
    second = said(first.mind, heard("NEG_RUDE_BLAME"), scenario)
    assert first.text.endswith("I'll put the phone down.") and not first.hangs_up
    assert second.hangs_up


def test_a_caller_already_at_the_end_of_their_patience_still_warns_first() -> None:
    scenario = caller_of({"hangs_up_at": -2, "warns": ["I'll put the phone down."]})
    at_the_end = Mind("angry", trust=-2, opened=True)
    line = said(at_the_end, heard("NEG_RUDE_BLAME"), scenario)
    assert not line.hangs_up and "I'll put the phone down." in line.text


def test_who_makes_up_for_it_is_not_hung_up_on() -> None:
    scenario = caller_of({"hangs_up_at": -2})
    warned = Mind("angry", trust=-3, opened=True, warned=True)
    assert not said(warned, heard("EMP_ACK"), scenario).hangs_up


def test_somebody_badly_treated_tells_no_more_than_what_matters() -> None:
    plain = caller_of({"shuts_down_at": -1, "says_when_shut": ["I've nothing more to say."]}).model_dump(
        by_alias=True, mode="json"
    )
    plain["facts"]["address"]["tags"] = ["essential"]
    scenario = Scenario.model_validate(plain)
    shut = Mind("angry", trust=-1, opened=True)
    name = HeardIntent(id="ASK_PERSON_DETAILS", slot="name", confidence=0.9)
    kept = said(shut, Understood(text="x", understood=True, intents=(name,)), scenario)
    assert kept.text == "I've nothing more to say." and not kept.tells
    assert [one.fact for one in said(shut, heard("ASK_LOCATION"), scenario).tells] == ["address"]


def test_a_long_hold_that_nobody_explained_is_remarked_upon(live: Callable[..., Call]) -> None:
    call = live()
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    call.do(actions.Hold(), 10_000)
    call.do(actions.Resume(), 40_000)
    call.let_pass(46_000)
    assert texts(call)[-1] == "Hello? I've just been sat here listening to music."
    assert moods(call) == [("put on hold unexplained", -1)]


def test_a_hold_that_was_explained_is_not(live: Callable[..., Call]) -> None:
    call = live()
    call.do(actions.Say(text="OPEN_GREET HOLD_EXPLAIN"), 3_000)
    call.do(actions.Hold(), 10_000)
    call.do(actions.Resume(), 40_000)
    call.let_pass(46_000)
    assert not any("music" in text for text in texts(call)) and moods(call) == []


def test_at_the_third_interruption_they_say_so() -> None:
    mind, said_so = OPENED, []
    for _ in range(4):
        mind, now = interrupted(mind)
        said_so.append(now)
    assert said_so == [False, False, True, False]


PANIC = {"says": ["Oh God, oh God!"], "eased": ["Okay. Okay."]}


def test_in_panic_nothing_is_told_until_the_same_instruction_comes_again() -> None:
    scenario = caller_of(panic=PANIC)
    first = said(OPENED, heard("ASK_LOCATION"), scenario)
    assert first.text == "Oh God, oh God!" and not first.tells
    second = said(first.mind, heard("ASK_LOCATION"), scenario)
    assert second.text == "Okay. Okay. Four Mill Way." and [one.fact for one in second.tells] == ["address"]
    assert second.moved_by == "ASK_LOCATION"


def test_a_different_instruction_each_time_does_not_help_soon() -> None:
    scenario = caller_of(panic=PANIC)
    first = said(OPENED, heard("ASK_LOCATION"), scenario)
    assert said(first.mind, heard("ASK_WEAPON"), scenario).text == "Oh God, oh God!"


@pytest.mark.parametrize("words", ["NEG_RUDE_BLAME ASK_LOCATION", "ASK_LOCATION " + "word " * 30])
def test_neither_rough_nor_long_words_reach_somebody_in_panic(words: str) -> None:
    scenario = caller_of(panic=PANIC)
    mind = OPENED
    for _ in range(3):
        intents = [word for word in words.split() if word.isupper()]
        mind = said(mind, heard(*intents, text=words), scenario).mind
    assert not mind.eased


def test_told_a_third_time_it_is_short_and_impatient() -> None:
    plain = caller_of(impatient=["For the third time,"]).model_dump(by_alias=True, mode="json")
    plain["facts"]["address"]["again"] = ["I said, four Mill Way, Quayford.", "Four Mill Way."]
    scenario = Scenario.model_validate(plain)
    mind, lines = OPENED, []
    for _ in range(3):
        line = said(mind, heard("ASK_LOCATION"), scenario)
        mind, lines = line.mind, [*lines, line]
    assert lines[2].text == "For the third time, four Mill Way." and not lines[1].tells and not lines[2].tells


def code(value: str, agreement: str, said_as: str = "") -> HeardValue:
    plain = {"kind": "phone", "value": value, "said": said_as, "fact": "number", "agreement": agreement}
    return HeardValue.model_validate({**plain, "standing": "told"})


def test_one_wrong_figure_is_put_right_by_itself_and_then_the_whole_number_is_said() -> None:
    scenario, parts = scenario_of(), []
    for seed in range(1, 12):
        setting = Setting(scenario, seed, Moments({"answered": 0}))
        wrong = heard("READBACK", values=(code("07700 900119", "near"),))
        first = reply(setting, OPENED.having_told("number"), wrong)
        second = reply(setting, first.mind, wrong)
        assert first.corrects == second.corrects == "number"
        assert "one one one" in second.text
        parts.append(first.text)
    assert "No. Not nine, one at the end." in parts and any("one one one" in part for part in parts)


def test_a_name_that_sounds_the_same_gets_a_yes_until_it_is_spelled() -> None:
    plain = scenario_of().model_dump(by_alias=True, mode="json")
    plain["facts"]["name"] |= {"value": "Ann Forde", "sounds_like": ["Ann Ford"], "corrects": ["With an E."]}
    scenario = Scenario.model_validate(plain)
    value = HeardValue(kind="name", value="Ann Ford", fact="name", agreement="near", standing="told")
    told = OPENED.having_told("name")
    assert said(told, heard("READBACK", values=(value,)), scenario).confirms == "name"
    assert said(told, heard("READBACK", "PHONETIC_SPELL", values=(value,)), scenario).corrects == "name"


def test_nobody_in_danger_puts_down_the_only_line_they_have() -> None:
    plain = caller_of({"hangs_up_at": -2}).model_dump(by_alias=True, mode="json")
    plain["facts"]["address"]["tags"] = ["life_risk"]
    plain["stay_on_line_until"] = "they-go"
    scenario = Scenario.model_validate(plain)
    warned = Mind("angry", trust=-3, opened=True, warned=True)
    assert said(warned, heard("NEG_RUDE_BLAME"), scenario).hangs_up
    assert not said(warned.having_told("address"), heard("NEG_RUDE_BLAME"), scenario).hangs_up


def test_a_question_answered_before_it_was_asked_is_not_asked(live: Callable[..., Call]) -> None:
    later = {**QUESTION, "when": {"after": "20s", "since": "opening"}, "answered_by": ["EXPL_TIME"]}
    call = live(questions=[later])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    call.do(actions.Say(text="EXPL_TIME"), 15_000)
    call.let_pass(90_000)
    assert "Is she all right?" not in texts(call)


def test_comfort_alone_is_no_answer_beforehand(live: Callable[..., Call]) -> None:
    later = {**QUESTION, "when": {"after": "20s", "since": "opening"}, "answered_by": ["EMP_REASSURE"]}
    call = live(questions=[later])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    call.do(actions.Say(text="EMP_REASSURE"), 15_000)
    call.let_pass(60_000)
    assert "Is she all right?" in texts(call)


def test_whether_they_are_coming_is_answered_by_saying_so() -> None:
    question = CallerQuestion.model_validate(
        {"id": "coming", "says": ["Is somebody coming?"], "when": {"after": "5s"}, "answered_by": ["EXPL_NEXT"]}
    )
    assert answers_before(question, (), "Officers are on their way to you now.")
    assert not answers_before(question, (), "Are they coming from the back?")


def test_nobody_asks_the_moment_a_hold_ends(live: Callable[..., Call]) -> None:
    call = live(questions=[QUESTION])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    call.do(actions.Say(text="HOLD_EXPLAIN"), 4_500)
    call.do(actions.Hold(), 6_500)
    call.do(actions.Resume(), 40_000)
    call.let_pass(43_000)
    assert "Is she all right?" not in texts(call)
    call.let_pass(50_000)
    assert texts(call)[-1] == "Is she all right?"


def test_who_might_ring_off_waits_for_a_goodbye_or_for_quiet(live: Callable[..., Call]) -> None:
    call = live(ends={"after": "5s", "since": "opening"}, questions=[], twists=[])
    call.do(actions.Say(text="OPEN_GREET"), 3_000)
    for at in range(6_000, 60_000, 1_000):
        call.do(actions.KeysHeard(), at)
    assert call.phase == "live"
    call.let_pass(100_000)
    assert call.phase == "wrap_up"


def test_a_closing_line_gets_a_goodbye_whatever_else_was_read_into_it() -> None:
    words = Understood(
        text="Leave the door as it is for the officers. Thank you, goodbye.",
        understood=True,
        intents=(HeardIntent(id="topic", slot="door", confidence=0.8, span="Leave the door as it is"),),
    )
    assert [one.id for one in closing(words)] == ["CLOSE_PROPER"]
    assert closing(words.model_copy(update={"text": "Did she say goodbye?"})) == ()


def test_a_goodbye_too_early_is_answered_for_itself_and_not_called_rude() -> None:
    mood = {"upset_by": ["NEG_RUDE_BLAME", "NEG_END_EARLY"], "says_when_upset": ["Why do you speak to me like this?"]}
    scenario = caller_of(mood)
    left = said(OPENED, heard("NEG_END_EARLY", text="I'm going now, bye."), scenario)
    blamed = said(OPENED, heard("NEG_RUDE_BLAME", text="That was stupid of you."), scenario)
    assert "like this" in blamed.text and left.text and "like this" not in left.text


def test_a_goodbye_that_praises_behind_it_is_a_goodbye() -> None:
    praised = HeardIntent(id="topic", slot="how-brave", confidence=0.8, span="you've been so brave.")
    words = "Bye for now, sweetheart, you've been so brave."
    heard = Understood(text=words, understood=True, intents=(praised,))
    assert [one.id for one in closing(heard)] == ["CLOSE_PROPER"]
    asks = heard.model_copy(update={"text": "Don't say bye yet, you've been so brave."})
    assert closing(asks) == ()
