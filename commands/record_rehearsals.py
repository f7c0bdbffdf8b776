"""Writes a rehearsal's sound to a folder: both sides, the two mixed, the journal, and where each entry is heard."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audio.heard_call import mixed
from audio.recording import Codec, codec_for, write_sound
from audio.sound import Sound, write_wav
from commands.assembling import compiled, load_policy
from commands.rehearsal_sound import RehearsedSound, Voices, is_heard, sound_of_rehearsal
from commands.rehearsing import Played
from reports.recordings import digest_of
from reports.store import Store
from scoring.marking import mark
from simulator.events import CallStarted, RecordingKept
from simulator.journal import Entry, Journal, to_lines

STORE = "results.sqlite"


class NotWritten(Exception):
    """The sound of a rehearsal could not be written; the words say why."""


@dataclass(frozen=True)
class Written:
    """What was written for a rehearsal: its folder (None where the call was never answered) and what went unsaid."""

    folder: Path | None
    seconds: float = 0.0
    unsaid: tuple[str, ...] = ()


def utterances(played: Played) -> int:
    """How many times somebody speaks."""
    return sum(map(is_heard, played.journal))


def record(
    played: Played, out: Path, voices: Voices, store: Store, said_one: Callable[[], object] = lambda: None
) -> Written:
    """Write one rehearsal's sound under `out`, and keep the call with it in a results file. Raises NotWritten."""
    rehearsal = played.rehearsal
    scenario = compiled(rehearsal.scenario).for_seed(rehearsal.seed)
    sound = sound_of_rehearsal(scenario, played.journal, voices, said_one)
    if sound is None:
        return Written(None)
    folder = out / f"{rehearsal.scenario}-{Path(rehearsal.path).stem}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        codec = codec_for("flac")
        for name, one in (("caller", sound.caller), ("handler", sound.handler),
                          ("mixed", mixed(sound.caller, sound.handler))):  # fmt: skip
            _write(one, folder / f"{name}.{codec}", codec)
        (folder / "journal.jsonl").write_text(to_lines(played.journal), encoding="utf-8")
        places = json.dumps(tracks_json(played, sound, folder, codec), ensure_ascii=False, indent=1)
        (folder / "tracks.json").write_text(places + "\n", encoding="utf-8")
        _keep(played, sound, folder, codec, store)
    except (OSError, RuntimeError) as refusal:
        raise NotWritten(f"{folder} cannot be written: {refusal}") from refusal
    return Written(folder, sound.caller.seconds, sound.unsaid)


def _write(sound: Sound, path: Path, codec: Codec) -> None:
    if codec == "wav":
        write_wav(sound, path)
    else:
        write_sound(sound, path, codec)


def tracks_json(played: Played, sound: RehearsedSound, folder: Path, codec: Codec) -> dict[str, Any]:
    """The public form of `tracks.json` (docs/recordings.md): seconds are of the sound, `t_ms` of the call."""
    return {
        "scenario": played.rehearsal.scenario,
        "seed": played.rehearsal.seed,
        "began_ms": sound.began_ms,
        "seconds": round(sound.caller.seconds, 3),
        "tracks": [
            {
                "side": side,
                "file": f"{side}.{codec}",
                "sha256": digest_of(folder / f"{side}.{codec}"),
                "voice": voice,
            }
            for side, voice in (("caller", "as in a call"), ("handler", "synthetic: nobody spoke"), ("mixed", "both"))
        ],
        "entries": [_place(entry, sound) for entry in played.journal],
        "unsaid": list(sound.unsaid),
    }


def _place(entry: Entry, sound: RehearsedSound) -> dict[str, Any]:
    placed = sound.placed.get(entry.n)
    at_s = round(((entry.t_ms if placed is None else placed.at_ms) - sound.began_ms) / 1000, 3)
    place: dict[str, Any] = {"n": entry.n, "kind": entry.event.kind, "t_ms": entry.t_ms}
    place["at_s"] = at_s if 0 <= at_s <= sound.caller.seconds else None
    if placed is not None:
        place |= {"side": placed.side, "until_s": round((placed.until_ms - sound.began_ms) / 1000, 3)}
    return place


def _keep(played: Played, sound: RehearsedSound, folder: Path, codec: Codec, store: Store) -> None:
    """The call with its sound in the results file of the folder, so that the console can play it."""
    started = played.journal[0].event
    assert isinstance(started, CallStarted)
    kept = []
    for side in ("caller", "handler"):
        spooled = store.recordings.spool / f"{folder.name}.{side}.{codec}"
        spooled.parent.mkdir(parents=True, exist_ok=True)
        spooled.write_bytes((folder / f"{side}.{codec}").read_bytes())
        kept.append(
            RecordingKept.model_validate(
                {
                    "track": side,
                    "digest": store.recordings.take(spooled, codec),
                    "codec": codec,
                    "began_ms": sound.began_ms,
                    "lasts_ms": round(sound.caller.seconds * 1000),
                }
            )
        )
    policy = load_policy(started.policy)
    scenario = compiled(played.rehearsal.scenario)
    journal = _with_sound(played.journal, kept)
    with store.open_call(started, scenario.text, policy.text) as writer:
        for entry in journal:
            writer.append(entry)
    store.add_marking(writer.call_id, mark(scenario.for_seed(started.seed), policy.policy, journal))


def _with_sound(journal: Journal, kept: list[RecordingKept]) -> Journal:
    """The journal with its tracks named before its last entry, as the desk names them."""
    *before, last = journal
    events = [*(entry.event for entry in before), *kept, last.event]
    times = [*(entry.t_ms for entry in before), *(last.t_ms for _ in kept), last.t_ms]
    return tuple(Entry(n=n, t_ms=t, event=event) for n, (t, event) in enumerate(zip(times, events, strict=True), 1))
