"""What can be asked in a call, each thing with the wordings known for it: what the models of hearing are taught by."""

from pathlib import Path

import yaml

from scenarios.catalogue import Catalogue

Groups = dict[str, tuple[str, ...]]  # wordings by what they ask


def asked_in(call: str, wordings: Path | None = None) -> Groups:
    """The call's topics, and its questions for a yes and for a no, with the examples of all its surfaces.

    `wordings` is a folder of further ones, `CALL.yaml` with a list a topic; what the call does not have is left out.
    """
    found: dict[str, dict[str, None]] = {}
    for surface in Catalogue().get(call).surfaces:
        for name, topic in surface.topics.items():
            found.setdefault(name, {}).update(dict.fromkeys(topic.examples))
        for name, fact in surface.facts.items():
            found.setdefault(f"yes {name}", {}).update(dict.fromkeys(fact.yes_to))
            found.setdefault(f"no {name}", {}).update(dict.fromkeys(fact.no_to))
    for name, more in _read(wordings, call).items():
        if name in found:
            found[name].update(dict.fromkeys(more))
    return {name: tuple(examples) for name, examples in found.items() if examples}


def _read(folder: Path | None, call: str) -> dict[str, list[str]]:
    path = folder / f"{call}.yaml" if folder else None
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path and path.is_file() else {}
