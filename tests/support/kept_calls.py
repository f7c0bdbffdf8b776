"""Rehearsed calls of the library, kept and marked in a results file as the desk keeps them."""

from functools import cache

from commands.assembling import compiled, load_policy, parts
from commands.rehearsing import Played, play_file
from reports.store import Store
from simulator.events import CallStarted


@cache
def rehearsed(call: str, script: str) -> Played:
    """A rehearsal of the library, played."""
    return play_file(next(path for path in parts().catalogue.rehearsals(call) if path.stem == script))


def keep_rehearsed(
    store: Store,
    call: str = "hiding-upstairs",
    script: str = "weak",
    *,
    trainee: str = "Ann",
    text: str | None = None,
    policy: str | None = "as it is",
    marked: bool = True,
) -> str:
    """Keep one and give its id; `text` stands in for its scenario's, `policy` for its policy's (None: not kept)."""
    played = rehearsed(call, script)
    started = played.journal[0].event
    assert isinstance(started, CallStarted)
    changes: dict[str, object] = {"trainee": trainee}
    if text is not None:
        changes["fingerprint"] = "0" * 64
    if policy != "as it is":
        changes["policy_fingerprint"] = "1" * 64
    own = started.model_copy(update=changes)
    kept_policy = load_policy(started.policy).text if policy == "as it is" else policy
    with store.open_call(own, text if text is not None else compiled(call).text, kept_policy) as writer:
        for entry in (played.journal[0].model_copy(update={"event": own}), *played.journal[1:]):
            writer.append(entry)
    if marked:
        store.add_marking(writer.call_id, played.marking)
    return writer.call_id
