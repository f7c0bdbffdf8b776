"""Tells what a word on the command line names: a file, a folder, or neither."""

from pathlib import Path


def is_file(name: str | Path) -> bool:
    """Whether there is such a file. Words that cannot be a file's name (too long, a null character) name none."""
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False


def is_folder(name: str | Path) -> bool:
    """Whether there is such a folder; as `is_file`."""
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def keepable(text: str) -> str:
    """The text as it can be kept and shown: bytes that are not UTF-8 become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def short(text: str, longest: int = 80) -> str:
    """The text as it can stand in one line of a message."""
    return text if len(text) <= longest else f"{text[: longest - 3]}..."
