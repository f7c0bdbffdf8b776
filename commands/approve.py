"""`approve`: the internal quality assurer approves a scenario for assessment, as it stands now."""

from datetime import UTC, datetime
from pathlib import Path

import click

from commands.assembling import compiled, load_policy
from commands.naming import keepable
from commands.options import store_option
from commands.rehearsing import play_file
from reports.approval import Approval
from reports.store import Store
from scenarios.lint import lint


@click.command()
@click.argument("scenario", metavar="ID")
@click.option("--by", "author", prompt="Your name", help="Who approves it.")
@click.option("--reason", prompt="What you reviewed and why it is fit", help="Kept with the approval.")
@click.option("--retire", is_flag=True, help="Withdraw it from assessment instead.")
@store_option
def approve(scenario: str, author: str, reason: str, retire: bool, store: Path) -> None:
    """Approve the scenario ID for assessment. The approval holds for this very version: any edit un-approves it.

    It must lint clean and every rehearsal must come out as expected first.
    """
    plan = compiled(scenario)
    if not retire:
        _must_prove_itself(Path(plan.path))
    author, reason = keepable(author), keepable(reason)
    if not (author.strip() and reason.strip()):
        raise click.UsageError("An approval needs a name and a reason.")
    with Store.open(store) as results:
        results.add_approval(
            Approval(
                scenario=plan.id,
                fingerprint=plan.fingerprint,
                decision="retired" if retire else "approved",
                author=author,
                reason=reason,
                at=datetime.now(UTC),
            )
        )
    policy = load_policy(plan.surfaces[0].policy)
    done = "withdrawn from assessment" if retire else "approved for assessment"
    click.echo(f"{plan.id} is {done}: version {plan.fingerprint[:12]}, under policy {policy.policy.id}.")


def _must_prove_itself(path: Path) -> None:
    problems = lint((path.parent,))
    scripts = sorted((path.parent / "rehearsals").glob("*.yaml"))
    if problems:
        raise click.ClickException(f"It has {len(problems)} problems. Run lint, mend them, and approve it then.")
    if not scripts:
        raise click.ClickException("It has no rehearsals, so nothing shows that it is fit.")
    differing = [script.name for script in scripts if play_file(script).differs]
    if differing:
        raise click.ClickException(f"These rehearsals do not come out as expected: {', '.join(differing)}.")
