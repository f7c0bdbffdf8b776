"""Options that several commands share."""

from pathlib import Path

import click

from reports.store import default_store_path

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    default=default_store_path,
    help="The results file.  [default: in your own data folder]",
)
