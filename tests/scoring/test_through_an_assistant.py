"""Marks of a call through a relay assistant: how one speaks, what is no silence, a link that comes back (issue 5)."""

import pytest
from tape import one_mark

from scenarios.catalogue import Catalogue, load_policy
from scoring.outcome import Mark

POLICY = load_policy().policy


def on(point: str, script: str) -> Mark:
    return one_mark(Catalogue().get("lamp-by-the-door").for_seed(1), POLICY, point, script)


TURNS = "3 answer\n20 say ASK_LOCATION: {}\n50 say ASK_INJURY: {}\n80 say ASK_WEAPON: {}\n110 end handler"
GIVEN = ("Where are you? Go ahead.", "Are you hurt? Go ahead.", "Has he a weapon? Go ahead.")


@pytest.mark.parametrize(
    ("turns", "verdict"),
    [
        (GIVEN, "met"),
        (("Ask her where she is. Go ahead.", *GIVEN[1:]), "met"),  # once past the caller: not knowing how
        (("Ask her where she is. Go ahead.", "Ask her if she is hurt. Go ahead.", GIVEN[2]), "partly"),
        (tuple(one.replace(" Go ahead.", "") for one in GIVEN), "partly"),
        ((*GIVEN[:2], f"Listen, {'and then there is this as well, ' * 8}has he a weapon? Go ahead."), "partly"),
        (("Ask her where she is.", "Ask her if she is hurt.", "Ask her about him."), "not_met"),
    ],
)
def test_who_speaks_to_the_caller_in_short_turns_and_gives_them_has_adapted(
    turns: tuple[str, ...], verdict: str
) -> None:
    assert on("M07", TURNS.format(*turns)).verdict == verdict


@pytest.mark.parametrize(("answered_at", "verdict"), [(34, "met"), (46, "partly")])
def test_what_the_assistant_takes_is_no_silence_of_the_handlers(answered_at: int, verdict: str) -> None:
    said = "Which room are you in, and who is in the house with you now? Go ahead."  # 14 words: 12 s on the way
    after = "\n".join(f"{answered_at + later} say ASK_INJURY: And you? Go ahead." for later in (6, 10, 14))
    script = f"3 answer\n6 say ASK_LOCATION: Where? Go ahead.\n8 caller: Here.\n14 say ASK_ROLE: {said}\n"
    script += f"{answered_at} caller: Bedroom.\n{after}\n{answered_at + 16} end handler"
    assert on("M13", script).verdict == verdict


@pytest.mark.parametrize(("back", "verdict"), [("90 line back\n", "met"), ("", "partly")])
def test_a_link_that_comes_back_by_itself_need_not_be_rung(back: str, verdict: str) -> None:
    looked = "30 look previous: 900339\n40 grade immediate\n"
    assert (
        on(
            "R23",
            f"3 answer\n{looked}60 line dropped\n{back}95 say ASK_INJURY: Are you hurt? Go ahead.\n120 end network",
        ).verdict
        == verdict
    )


def test_a_link_that_came_back_to_nobody_is_not_followed_up() -> None:
    script = "3 answer\n60 line dropped\n90 line back\n200 end network"
    assert on("R23", script).verdict == "not_met"
