"""`evidence`: writes the evidence page of a call, or of each of a trainee's calls."""

from pathlib import Path

import click

from commands.options import store_option
from commands.whose import calls_of
from reports.evidence import PdfProblem, write_evidence
from reports.store import Store
from reports.stored import StoredCall


@click.command()
@click.argument("who", metavar="TRAINEE|CALL")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Write the PDF here.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the HTML page here.")
@store_option
@click.pass_context
def evidence(context: click.Context, who: str, pdf: Path | None, html: Path | None, store: Path) -> None:
    """Write the evidence page of a CALL (its contact number or id), or of each call of a TRAINEE.

    Without --pdf or --html a PDF named after the contact is written beside the results file. For several calls each
    file's name gets the contact number.
    """
    with Store.open(store, read_only=True) as results:
        calls = calls_of(results, who)
        if pdf is None and html is None:
            pdf = store.with_name("contact.pdf" if len(calls) > 1 else f"contact-{calls[0].contact}.pdf")
        for call in calls:
            files = [_named(file, call, len(calls)) for file in (pdf, html)]
            try:
                write_evidence(results, call.call_id, pdf=files[0], html=files[1])
            except PdfProblem as problem:
                click.echo(f"Contact {call.contact}: {problem}", err=True)
                context.exit(1)
            click.echo("\n".join(str(file.absolute()) for file in files if file is not None))


def _named(file: Path | None, call: StoredCall, of: int) -> Path | None:
    return file if file is None or of == 1 else file.with_name(f"{file.stem}-{call.contact}{file.suffix}")
