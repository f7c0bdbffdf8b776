"""The desk in the terminal: a contact taken by typing alone, for screen readers and machines without a window."""

import sys
from collections.abc import Callable, Mapping, Sequence

import click
from rich.console import Console
from rich.markup import escape

from commands.desk_session import DeskSession
from commands.kept_call import KeptCall
from commands.naming import keepable
from commands.showing_after import show_after
from commands.text_form import field_help, field_of, form_of
from commands.text_how import how
from commands.text_line import DEEDS, Typed, read_line
from commands.text_shown import show_entries
from scenarios.vocabulary.words import Desk
from simulator import actions
from simulator.desk.ports import CannotStart, StartChoice
from simulator.events import ActionRefused, Closed
from simulator.rehearsal import listen, take

ANSWERED_AFTER_MS = 2_000
_DEEDS_OF: Mapping[Desk, str] = {
    "incident": "/record location: 27 Alder Rise; /look_up system: gazetteer, query: alder rise, reason: live "
    "incident; /grade to: immediate, because: ...",
    "ticket": "/record member number: M-200417; /look_up system: members, query: M-200417, reason: member support; "
    "/verify item: full_name, result: passed",
}
HELP = (
    "Type what you say to the caller. A line that begins with a slash is something you do: {deeds}; "
    "/note ..., /wait 20s. /form shows your record and what is open, /help NAME how a deed is typed, "
    "/help record FIELD what a field takes, /stop ends the run. Time passes as if you spoke and typed at 30 words a "
    "minute; it stands still while you think."
)

NOT_CLOSED = "Nothing is closed yet: /close category: ... gives it one. To finish all the same, type /finish again."


class TextDesk:
    """Plays one kept call line by line. `read` gives the next line and raises EOFError when there is none."""

    def __init__(self, console: Console, live: KeptCall, read: Callable[[], str]) -> None:
        self._console = console
        self._live = live
        self._read = read
        self._warned = False

    def play(self) -> None:
        """From the first ring until the contact is closed, stopped, or the input ends (then it is stopped)."""
        self._show(lambda: self._live.begin())
        self._show(lambda: self._live.do(actions.Answer(), ANSWERED_AFTER_MS))
        self._listen()
        while self._live.call.phase != "over":
            try:
                words = keepable(self._read())
            except (EOFError, KeyboardInterrupt):
                self._console.print("\n[dim]The input ended: the run is stopped. It never counts against anybody.[/]")
                break
            self._turn(read_line(words, self._live.desk), words)
        self._live.leave()

    def _turn(self, typed: Typed, words: str) -> None:
        if typed.deed == "finish" and self._has_nothing_closed():
            return
        if typed.wrong:
            self._console.print(f"[red]{escape(typed.wrong)}[/]", highlight=False)
        elif typed.asked:
            self._answer(typed.asked, words)
        first = len(self._live.entries)
        for step in typed.steps:
            self._show(lambda step=step: take(self._live.call, step, "spoken"))  # type: ignore[misc]
        refused = any(isinstance(entry.event, ActionRefused) for entry in self._live.entries[first:])
        if typed.deed and (typed.wrong or refused):
            self._tell(how(self._live, typed.deed)[1 if typed.wrong else 0 :])
        if typed.steps:
            self._listen()

    def _has_nothing_closed(self) -> bool:
        """Says once that no category closes the contact yet: what is finished cannot be taken up again."""
        if self._warned or any(isinstance(entry.event, Closed) for entry in self._live.entries):
            return False
        self._warned = True
        self._console.print(f"[yellow]{NOT_CLOSED}[/]", highlight=False)
        return True

    def _answer(self, asked: str, words: str) -> None:
        if asked == "form":
            for line in form_of(self._live):
                self._console.print(escape(line), highlight=False)
            return
        name, _, rest = words.partition(" ")[2].strip().lstrip("/").partition(" ")
        field = field_of(self._live, rest.strip(" :")) if name == "record" and rest else None
        if field is not None:
            self._tell(field_help(self._live, field))
        elif name in DEEDS:
            self._tell(how(self._live, name))
        else:
            self._tell(
                (HELP.format(deeds=_DEEDS_OF[self._live.desk]), f"Deeds: {', '.join(f'/{one}' for one in DEEDS)}")
            )

    def _tell(self, lines: Sequence[str]) -> None:
        self._console.print(f"[dim]{escape(chr(10).join(lines))}[/]", highlight=False)

    def _listen(self) -> None:
        self._show(lambda: listen(self._live.call))

    def _show(self, happen: Callable[[], object]) -> None:
        first = len(self._live.entries)
        happen()
        self._live.settle()
        show_entries(self._console, self._live, self._live.entries[first:])


def play_by_typing(session: DeskSession, read: Callable[[], str]) -> None:
    """Takes one contact in practice and shows its marks; raises click.ClickException where none can be taken."""
    # a terminal breaks soft lines in the middle of words; what is piped keeps each line whole
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    try:
        live = session.start(StartChoice(session.trainee, "practice", adjustments=("desk in the terminal",)))
    except CannotStart as trouble:
        raise click.ClickException(str(trouble)) from None
    assert isinstance(live, KeptCall)
    console.print("[reverse] This is a simulation. Nobody is in danger. Practice, not evidence. [/]")
    console.print(f"[dim]{escape(HELP.format(deeds=_DEEDS_OF[live.desk]))}[/]")
    TextDesk(console, live, read).play()
    if live.marking is not None:
        console.print()
        show_after(console, live.call.scenario, live.policy, live.call.entries, live.marking)
    console.print(f"\nKept as {live.kept_as}. This desk is closed: what is typed from here on is read by nobody.")
