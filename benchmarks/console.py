"""The assessor's console over 10,000 stored calls: each page as a browser asks for it, without the network."""

import asyncio
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.figures import Figure, milliseconds, p95, spread, times
from benchmarks.filling import filled
from reports.console.app import create_app
from reports.store import Store

GOAL_MS, ROUNDS = 100, 40
CALLS = int(os.environ.get("FIRST_CONTACT_BENCH_CALLS", "10000"))
HOST = "127.0.0.1"


def figures(calls: int = CALLS, rounds: int = ROUNDS) -> Iterator[Figure]:
    """The list at its newest, filtered and last page; one whole call; everything else an assessor opens."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.sqlite"
        took = milliseconds(lambda: filled(path, calls)) / 1_000
        size = path.stat().st_size / 2**20
        yield Figure("results file made", took, "s", None, f"{calls:,} calls, {size:.0f} MB")
        with Store.open(path) as store:
            ask = asking(store)
            for what, address in _pages(store, calls).items():
                ask(address)
                taken = times(rounds, lambda address=address: ask(address))  # type: ignore[misc]
                yield Figure(f"console, {what}, p95", p95(taken), "ms", GOAL_MS, spread(taken))
            yield Figure("every seal of the file checked", milliseconds(store.verify) / 1_000, "s")


def _pages(store: Store, calls: int) -> dict[str, str]:
    whole = max((call for call in store.calls(limit=60)), key=lambda call: call.entries)
    return {
        "newest calls": "/",
        "calls of one trainee": f"/?trainee={whole.started.trainee.replace(' ', '+')}",
        "calls not met": "/?outcome=not_met",
        "last page": f"/?page={calls // 25}",
        "one call": f"/calls/{whole.contact}",
        "evidence page": f"/calls/{whole.contact}/evidence",
    }


def asking(store: Store) -> Callable[[str], int]:
    """Asks the console for an address as a server does; gives the status, raises where it is not 200."""
    app = create_app(store)

    def ask(address: str) -> int:
        parts = urlsplit(address)
        status = asyncio.run(_asked(app, parts.path, parts.query.encode()))
        if status != 200:
            raise RuntimeError(f"{address} was answered with {status}")
        return status

    return ask


async def _asked(app: object, path: str, query: bytes) -> int:
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query, "root_path": "",
        "headers": [(b"host", HOST.encode())], "client": (HOST, 1), "server": (HOST, 80),
    }  # fmt: skip
    answered: list[int] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, object]) -> None:
        if message["type"] == "http.response.start":
            answered.append(int(str(message["status"])))

    await app(scope, receive, send)  # type: ignore[operator]
    return answered[0]
