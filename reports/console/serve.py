"""Serves the console on this computer alone until it is stopped."""

import contextlib
import os
import socket
import threading
import webbrowser
from pathlib import Path

import click
import uvicorn

from reports.console.app import create_app
from reports.problems import StoreProblem
from reports.store import Store

HOST = "127.0.0.1"


def serve(store_path: Path, port: int = 8765, open_browser: bool = True) -> None:
    """Serve the pages at 127.0.0.1 until Ctrl+C; port 0, or one that is taken, gives a free one.

    A file that cannot be written is shown read-only. Raises StoreProblem when it cannot be read.
    """
    with open_for_review(store_path) as store, bound(port) as door:
        address = f"http://{HOST}:{door.getsockname()[1]}/"
        click.echo(f"Review is open at {address}  (Ctrl+C closes it)")
        if store.read_only:
            click.echo("The results cannot be written here, so judgements cannot be added.")
        if open_browser:
            threading.Timer(0.6, webbrowser.open, (address,)).start()
        config = uvicorn.Config(create_app(store), log_level="warning", access_log=False, server_header=False)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[door])


def open_for_review(path: Path) -> Store:
    """The results, open for judging where that is possible, else to read only."""
    try:
        return Store.open(path, create=False)
    except StoreProblem as problem:
        if problem.trouble not in ("read_only", "full", "locked"):
            raise
        return Store.open(path, read_only=True)


def bound(port: int) -> socket.socket:
    """A socket on this computer alone, at the port asked for or, where that is taken, any free one."""
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this would let another program take a port that is in use
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((HOST, port))
    except OSError:
        door.bind((HOST, 0))
    return door
