"""Puts the parts together: the command line of First Contact."""

import sys
from collections.abc import Callable
from importlib import import_module

import click

# name -> (module, what it is for); a module is imported only when its command is used, so that help comes at once.
COMMANDS = {
    "train": ("commands.train", "Open the trainee's desk."),
    "rehearse": ("commands.rehearse", "Play scripts of a trainee; show timeline and marks."),
    "lint": ("commands.lint", "Check scenarios, policies and rehearsals."),
    "understand": ("commands.understand", "Show what an utterance is understood as."),
    "preview": ("commands.preview", "Hold a scenario's conversation in the terminal."),
    "approve": ("commands.approve", "Approve a scenario for assessment, as it stands now."),
    "review": ("commands.review", "Open the assessor's console in a browser."),
    "evidence": ("commands.evidence", "Write the evidence page of a call."),
    "verify": ("commands.verify", "Check that stored results were not changed."),
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
    speaks_any_script(sys.stdout, sys.stderr)
    guarded(cli)


def speaks_any_script(*streams: object) -> None:
    """Lets output carry any script, also where the console's own encoding cannot."""
    for stream in streams:
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def guarded(command: click.Command) -> None:
    """Runs a command so that trouble ends in one plain line, never a traceback."""
    from commands.trouble import in_plain_words

    try:
        status = command.main(standalone_mode=False)
        sys.exit(status if isinstance(status, int) else 0)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except Exception as trouble:
        words = in_plain_words(trouble)
        if words is None:
            raise
        click.echo(words, err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
