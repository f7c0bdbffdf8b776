"""Puts the parts together: the command line of First Contact."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from importlib import import_module
from types import TracebackType


def quietly(kind: type[BaseException], trouble: BaseException, trace: TracebackType | None) -> None:
    """What ends the program outside of `main`: Ctrl+C there leaves one word and no traceback."""
    if issubclass(kind, KeyboardInterrupt):
        print("Stopped.", file=sys.stderr)
    else:
        sys.__excepthook__(kind, trouble, trace)


LOST_BEFORE = sys.unraisablehook
AGAIN_AFTER_S = 0.02


def pressed_again(lost: "sys.UnraisableHookArgs") -> None:
    """Ctrl+C that came where Python cannot pass it on (an object is being tidied away) is pressed again in a moment."""
    if not issubclass(lost.exc_type, KeyboardInterrupt):
        LOST_BEFORE(lost)
    elif not sys.is_finalizing():
        again = threading.Timer(AGAIN_AFTER_S, press_ctrl_c)
        again.daemon = True
        again.start()


def press_ctrl_c() -> None:
    """Interrupts the main thread, also where it waits for a line to be typed."""
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


# Before the first import that takes time.
sys.excepthook = quietly
sys.unraisablehook = pressed_again
# Sums are done by one thread: in one order on every machine, and no slower where other programs want the processors.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import click  # noqa: E402

# name -> (module, what it is for); a module is imported only when its command is used, so that help comes at once.
COMMANDS = {
    "train": ("commands.train", "Open the trainee's desk."),
    "rehearse": ("commands.rehearse", "Play scripts of a trainee; show timeline and marks."),
    "lint": ("commands.lint", "Check scenarios, policies and rehearsals."),
    "sweep": ("commands.sweep", "Prove scenarios with robot trainees and calls by chance."),
    "understand": ("commands.understand", "Show what an utterance is understood as."),
    "preview": ("commands.preview", "Hold a scenario's conversation in the terminal."),
    "approve": ("commands.approve", "Approve a scenario for assessment, as it stands now."),
    "review": ("commands.review", "Open the assessor's console in a browser."),
    "evidence": ("commands.evidence", "Write the evidence page of a call."),
    "transcript": ("commands.transcript", "Write a call as text: who said what when, and what was done."),
    "remark": ("commands.remark", "Mark stored calls again with today's rules; list what would change."),
    "verify": ("commands.verify", "Check that stored results were not changed."),
    "recordings": ("commands.recordings", "List the sound that is kept of calls, or delete it on record."),
    "prepare": ("commands.prepare", "Get calls ready beforehand, so that no first start takes longer."),
    "voices": ("commands.voices", "Tell which voices speak here; prepare calls for the neural ones."),
    "doctor": ("commands.doctor", "Tell what works on this machine, and how to mend what does not."),
}


class Lazy(click.Group):
    """A group of commands that imports each one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands, in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@click.group(cls=Lazy, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="first-contact", prog_name="First Contact")
@click.pass_context
def cli(context: click.Context) -> None:
    """First Contact: practise and assess police contact handling on simulated calls.

    Without a command the trainee's desk opens; on a machine without a display a rehearsed call is played here instead.
    """
    if context.invoked_subcommand is None:
        train = import_module("commands.train")
        context.invoke(train.train)


def main() -> None:
    """Runs the command line; Ctrl+C at any moment ends it quietly with status 130."""
    speaks_any_script(sys.stdin, sys.stdout, sys.stderr)
    status = guarded(cli)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done: what ends now must not be torn
    sys.exit(status)


def speaks_any_script(*streams: object) -> None:
    """Lets a console or pipe carry any script, also where its own encoding cannot."""
    for stream in streams:
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def guarded(command: click.Command, words: Sequence[str] | None = None) -> int:
    """Runs a command, by default with the words of the command line; gives its status.

    Trouble ends in a plain line, never a traceback: 1 for what went wrong, 2 for a wrong command line, 130 for Ctrl+C.
    """
    try:
        status = command.main(words, standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        return _stopped()
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception as trouble:
        return _stopped() if _interrupted(trouble) else _told(trouble)
    return status if isinstance(status, int) else 0


def _stopped() -> int:
    click.echo("Stopped.", err=True)
    return 130


def _told(trouble: Exception) -> int:
    from commands.trouble import in_plain_words, unforeseen

    click.echo(in_plain_words(trouble) or unforeseen(trouble), err=True)
    return 1


def _interrupted(trouble: BaseException) -> bool:
    # A library interrupted while it is imported may say so in its own way.
    cause = trouble.__cause__ or trouble.__context__
    return cause is not None and (isinstance(cause, KeyboardInterrupt) or _interrupted(cause))


if __name__ == "__main__":
    main()
