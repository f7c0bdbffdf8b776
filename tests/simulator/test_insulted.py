"""A caller who is insulted: no word twice, a warning carried out, and nothing more told until a kind word."""

from asked_by_hand import heard, said, surface

from simulator.answers.bearing import INSULTS_TO_SHUT, is_shut
from simulator.answers.manners import RETORTS
from simulator.answers.turn import Line
from simulator.mind import Mind

WORDS = "You are a nuisance, the lot of you."


def fresh(call: str) -> Mind:
    """A caller of the call who has said what they say first."""
    mood = surface(call, 1).caller.mood
    return Mind(mood.starts, mood.trust, opened=True)


def insulted(call: str, mind: Mind, times: int) -> list[Line]:
    """Their answers to so many insults running."""
    lines: list[Line] = []
    for _ in range(times):
        lines.append(said(surface(call, 1), mind, WORDS, heard("NEG_RUDE_BLAME", WORDS, sure=0.7)))
        mind = lines[-1].mind
    return lines


def test_the_same_retort_comes_only_once_all_were_used() -> None:
    for call in ("hiding-upstairs", "locked-out-member", "noises-downstairs"):
        lines = [line.text for line in insulted(call, fresh(call), len(RETORTS))]
        assert len(set(lines)) == len(lines)
        assert all(lines)


def test_who_said_that_they_would_hang_up_does_so_at_the_next_insult() -> None:
    lines = insulted("ex-after-an-address", fresh("ex-after-an-address"), 8)
    warned = next(at for at, line in enumerate(lines) if line.mind.warned)
    assert not lines[warned].hangs_up
    assert lines[warned + 1].hangs_up


def test_rudeness_alone_ends_any_call_that_can_be_ended() -> None:
    for call in ("ex-after-an-address", "nobody-has-come", "a-helpful-sergeant"):
        assert any(line.hangs_up for line in insulted(call, fresh(call), 8))


def test_an_apology_stays_the_hand() -> None:
    call = "ex-after-an-address"
    lines = insulted(call, fresh(call), 8)
    mind = next(line.mind for line in lines if line.mind.warned)
    sorry = said(surface(call, 1), mind, "I'm sorry, I spoke out of turn.", heard("APOLOGISE", "I'm sorry"))
    assert not sorry.hangs_up
    after = insulted(call, sorry.mind, 2)
    assert [line.hangs_up for line in after] == [False, True]


def test_who_may_not_hang_up_shuts_down_until_a_kind_word() -> None:
    call = "hiding-upstairs"
    scenario = surface(call, 1)
    mind = insulted(call, fresh(call), INSULTS_TO_SHUT)[-1].mind
    assert is_shut(scenario.caller, mind)
    question = "What number are you calling from?"
    asks = heard("ASK_CALLBACK", question)
    shut = said(scenario, mind, question, asks)
    assert not shut.tells
    kind = said(scenario, shut.mind, "I can hear how hard this is.", heard("EMP_ACK", "I can hear how hard this is."))
    assert not is_shut(scenario.caller, kind.mind)
    assert said(scenario, kind.mind, question, asks).tells


def test_what_matters_for_their_life_is_told_to_anybody() -> None:
    call = "hiding-upstairs"
    mind = insulted(call, fresh(call), 2 * INSULTS_TO_SHUT)[-1].mind
    assert said(surface(call, 1), mind, "Where are you?", heard("ASK_LOCATION", "Where are you?", "caller")).tells


def test_who_cannot_speak_freely_says_nothing_that_gives_them_away() -> None:
    call = "a-large-order"
    own = surface(call, 1).caller.manners["NEG_RUDE_BLAME"]
    assert all(any(one in line.text for one in own) for line in insulted(call, fresh(call), 4) if line.text)
