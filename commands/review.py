"""`review`: the assessor's console in a browser, on this computer alone."""

from pathlib import Path

import click

from commands.options import store_option
from reports.console.serve import serve


@click.command()
@store_option
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True, help="0 for any free one.")
@click.option("--browser/--no-browser", default=True, help="Open the browser as well.  [default: yes]")
def review(store: Path, port: int, browser: bool) -> None:
    """Open the assessor's console: calls, timeline, ledger, marks, judgements and evidence pages.

    It is served on 127.0.0.1 only and stays open until Ctrl+C.
    """
    serve(store, port, browser)
