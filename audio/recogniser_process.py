"""The process that recognises: loads one engine and answers each line of JSON with one line, away from the desk."""

import base64
import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from audio.parent import lines_until_gone
from audio.recogniser_engines import Engine, SphinxEngine, WhisperEngine
from audio.recogniser_model import DIGEST, Model

SPHINX = "sphinx"


def load(engine: str, folder: str, name: str, checked: bool) -> Engine:
    """The engine of this name; raises what it raises."""
    if engine == SPHINX:
        return SphinxEngine()
    return WhisperEngine(Model(Path(folder), name, DIGEST if checked else ""))


def serve(wishes: Iterable[str], answers: TextIO, engine: Engine) -> None:
    """Answer wishes until they end. A sound that cannot be worked out is told, and the next one is awaited."""
    for text in wishes:
        wish = json.loads(text)
        try:
            heard = engine.recognise(base64.b64decode(wish["pcm"]))
            _answer(answers, wish["id"], {"ok": True, **asdict(heard)})
        except Exception as error:  # engines fail in their own ways; all of them mean: not this time
            _answer(answers, wish["id"], {"ok": False, "why": f"{type(error).__name__}: {error}"})


def _answer(answers: TextIO, number: object, what: dict[str, Any]) -> None:
    print(json.dumps({"id": number, **what}), file=answers, flush=True)


def main() -> None:
    """Serve over stdin and stdout; whatever the engines print goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    wishes = lines_until_gone()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    engine, folder, name, checked = sys.argv[1:5]
    try:
        loaded = load(engine, folder, name, checked == "checked")
    except Exception as error:
        _answer(answers, 0, {"ok": False, "why": f"{type(error).__name__}: {error}"})
        return
    _answer(answers, 0, {"ok": True, "name": loaded.name})
    serve(wishes, answers, loaded)


if __name__ == "__main__":
    main()
