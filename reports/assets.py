"""Where the fonts lie that the console, the evidence page and the PDF share with the desk."""

from pathlib import Path

import simulator

FONTS = Path(simulator.__file__).parent / "desk" / "assets" / "fonts"
SANS, SANS_BOLD = "AtkinsonHyperlegibleNext_400Regular.ttf", "AtkinsonHyperlegibleNext_600SemiBold.ttf"
MONO, MONO_BOLD = "AtkinsonHyperlegibleMono_400Regular.ttf", "AtkinsonHyperlegibleMono_500Medium.ttf"
FACES = (SANS, SANS_BOLD, MONO, MONO_BOLD)


def font(name: str) -> bytes | None:
    """The bytes of one of `FACES`, or None where it is missing: pages then use the reader's own fonts."""
    file = FONTS / name
    return file.read_bytes() if name in FACES and file.is_file() else None
