"""`preview`: a call held in the terminal, by its own caller or by any persona that fits."""

from click.testing import CliRunner

from commands.preview import preview

NOISE = "Go ahead.\nblah wug zint\n/end\n"


def held(*options: str, words: str) -> tuple[int, str]:
    done = CliRunner().invoke(preview, [*options], input=words)
    return done.exit_code, " ".join(done.output.split())


def test_the_same_call_is_heard_from_another_persona() -> None:
    status, shown = held("noises-downstairs", "--persona", "well-spoken-owner", words=NOISE)
    assert status == 0 and "someone in my house" in shown
    _, own = held("noises-downstairs", words=NOISE)
    assert shown != own


def test_who_does_not_fit_is_refused_with_the_reason_and_who_does() -> None:
    status, shown = held("noises-downstairs", "--persona", "teenager", words="")
    assert status == 2 and "68" in shown and "13 to 17" in shown and "chatty-pensioner" in shown


def test_a_persona_that_is_not_there_is_told_with_the_nearest() -> None:
    status, shown = held("noises-downstairs", "--persona", "chaty-pensioner", words="")
    assert status == 2 and "`chatty-pensioner`" in shown
