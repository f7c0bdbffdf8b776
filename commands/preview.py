"""`preview`: holds the conversation of a scenario in the terminal, for its author."""

import click
from rich.console import Console
from rich.markup import escape

from commands.assembling import compiled, load_policy, make_call, started
from commands.naming import keepable
from scenarios.catalogue import UnknownScenario
from scenarios.persona_file import load_persona, persona_names
from scenarios.persona_heard import misfit, spoken_by
from scenarios.problems import ProblemsFound, hint
from scenarios.scenario import CompiledScenario
from simulator import actions, events
from simulator.call import Call
from simulator.journal import Entry, clock
from simulator.pace import handler_speaks_ms

HELP = (
    "Type what you say. A line that starts with a slash is a command: /wait 20 (seconds), /facts (told so far), "
    "/back 07700 900111 (ring back), /end, /help. Time passes as if you spoke; the caller waits while you type."
)


@click.command()
@click.argument("scenario", metavar="ID")
@click.option("--seed", default=1, show_default=True, type=click.IntRange(1), help="Which surface and wording.")
@click.option("--persona", metavar="ID", help="Who rings: the same facts, spoken by this persona (docs/personas.md).")
@click.option("--quiet", is_flag=True, help="Do not show what your words were understood as.")
def preview(scenario: str, seed: int, persona: str | None, quiet: bool) -> None:
    """Hold the conversation of the scenario ID (or of a scenario file) in the terminal. Nothing is kept."""
    console = Console(highlight=False)
    try:
        plan = compiled(scenario)
    except UnknownScenario as unknown:
        raise click.UsageError(str(unknown)) from None
    except ProblemsFound as found:
        for problem in found.problems:
            click.echo(str(problem), err=True)
        raise SystemExit(1) from None
    if persona is not None:
        plan = _spoken_by(plan, seed, persona)
    policy = load_policy(plan.surfaces[0].policy)
    start = started(plan, policy, trainee="author", mode="practice", seed=seed, source="preview")
    call = make_call(plan, policy, start)
    call.begin()
    console.print(f"[dim]{escape(HELP)}[/]")
    _show(console, call.do(actions.Answer(), 2_000), quiet)
    while call.phase == "live":
        try:
            words = input("You: ")
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        _turn(console, call, keepable(words.strip()), quiet)
    console.print("[dim]The call has ended.[/]")


def _spoken_by(plan: CompiledScenario, seed: int, name: str) -> CompiledScenario:
    """The plan with the seed's surface spoken by that persona; a usage error where there is none or it does not fit."""
    known = persona_names()
    if name not in known:
        raise click.UsageError(f"there is no persona `{name}`. {hint(name, known)}".rstrip())
    surface = plan.for_seed(seed)
    person = load_persona(name)
    own = load_persona(surface.caller.persona) if surface.caller.persona else None
    if why := misfit(person, surface, own):
        owns = {one: load_persona(one) for one in known}
        fitting = [one for one in known if not misfit(owns[one], surface, own)]
        others = f" Who fits: {', '.join(fitting)}." if fitting else ""
        raise click.UsageError(
            f"`{name}` cannot be the caller here: {why}.{others} Another surface has another --seed."
        )
    heard = spoken_by(surface, person, own)
    surfaces = tuple(heard if one is surface else one for one in plan.surfaces)
    return plan.model_copy(update={"surfaces": surfaces})


def _turn(console: Console, call: Call, words: str, quiet: bool) -> None:
    if not words or words == "/help":
        console.print(f"[dim]{escape(HELP)}[/]")
    elif words == "/end":
        _show(console, call.do(actions.Clear(), call.now_ms), quiet)
    elif words == "/facts":
        told = {e.event.fact for e in call.entries if isinstance(e.event, events.FactTold)}
        for name in call.scenario.facts:
            console.print(f"  {'told    ' if name in told else '[dim]untold[/]  '} {name}")
    elif words.startswith("/back"):
        number = words.removeprefix("/back").strip() or call.scenario.channel.number or ""
        _show(console, call.do(actions.CallBack(number=number, source="network"), call.now_ms), quiet)
        _listen(console, call, quiet)
    elif words.startswith("/wait"):
        seconds = words.removeprefix("/wait").strip()
        much = int(seconds) if seconds.isdigit() else 10
        _show(console, call.let_pass(call.now_ms + min(much, 600) * 1_000), quiet)
    else:
        began = call.now_ms
        say = actions.Say(text=words, began_ms=began)
        _show(console, call.do(say, began + handler_speaks_ms(words)), quiet)
        _listen(console, call, quiet)


def _listen(console: Console, call: Call, quiet: bool) -> None:
    while call.awaits_reply and (due := call.next_due_ms()) is not None:
        _show(console, call.let_pass(due), quiet)


def _show(console: Console, entries: tuple[Entry, ...], quiet: bool) -> None:
    for entry in entries:
        event = entry.event
        match event:
            case events.OperatorSaid():
                who = "Assistant" if event.who == "relay" else "Operator"
                console.print(f"[dim]{clock(entry.t_ms)}[/] {who}: {escape(event.text)}")
            case events.CallerSaid():
                who = event.speaker[:1].upper() + event.speaker[1:]
                console.print(f"[dim]{clock(entry.t_ms)}[/] [cyan]{escape(who)}: {escape(event.text)}[/]")
            case events.LineWent():
                console.print(f"[yellow]   the line: {event.to}[/]")
            case events.PhonePassed():
                console.print(f"[dim]   the phone is with: {escape(event.to)}[/]")
            case events.TalkedOver():
                console.print(f"[dim]   talked over by the {event.by} for {event.lasted_ms / 1000:.1f} s[/]")
            case events.HandlerSaid() if not quiet:
                names = ", ".join(f"{i.id}{':' + i.slot if i.slot else ''} {i.confidence:.0%}" for i in event.intents)
                values = ", ".join(f"{v.kind} {v.value} ({v.agreement}, {v.standing})" for v in event.values)
                console.print(
                    f"[dim]   understood: {escape(names or 'nothing')}{'; ' + escape(values) if values else ''}[/]"
                )
            case events.FactTold() if not quiet:
                console.print(f"[dim]   told: {event.fact} ({event.how.replace('_', ' ')})[/]")
            case events.ActionRefused():
                console.print(f"[red]   {escape(event.because)}[/]")
            case _:
                pass
