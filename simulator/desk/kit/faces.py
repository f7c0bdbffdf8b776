"""The font files: which there are, which characters they can draw, and what stands in for the rest."""

import sys
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pygame
from pygame.font import Font

from simulator.desk.kit.fontfile import fault_of

Face = Path | None
"""A font file, or None for the font that comes inside pygame."""

FOLDER = Path(__file__).resolve().parents[1] / "assets" / "fonts"
FILES = {
    "regular": "AtkinsonHyperlegibleNext_400Regular.ttf",
    "bold": "AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "mono": "AtkinsonHyperlegibleMono_400Regular.ttf",
    "icon": "lucide.ttf",
}
BOX = "\u25a1"
_LINUX = Path("/usr/share/fonts/truetype")
_MAC = Path("/System/Library/Fonts")


class Faces:
    """Loads fonts once, and says for each stretch of a text which face can draw it."""

    def __init__(self, folder: Path = FOLDER, on_problem: Callable[[str], object] | None = None) -> None:
        self._folder = folder
        self._on_problem = on_problem
        self._fonts: dict[tuple[Face, int], Font] = {}
        self._covered: dict[tuple[Face, str], bool] = {}
        self._probes: dict[Face, Any] = {}
        self._styles: dict[str, Face] = {}

    def face(self, style: str) -> Face:
        """The face of a style (regular, bold, mono, icon); a missing or broken file is told once."""
        if style not in self._styles:
            self._styles[style] = self._usable(self._folder / FILES[style])
        return self._styles[style]

    def font(self, face: Face, px: int) -> Font:
        """The face at a height in pixels."""
        key = (face, px)
        if key not in self._fonts:
            self._fonts[key] = Font(str(face) if face else None, px)
        return self._fonts[key]

    def forget_sizes(self) -> None:
        """Drop the loaded sizes, as after a change of text size."""
        self._fonts.clear()

    def runs(self, text: str, style: str) -> list[tuple[Face, str]]:
        """The text cut into stretches that one face draws; what no face has becomes a visible box."""
        main = self.face(style)
        if text.isascii() or style == "icon":
            return [(main, _drawable(text))]
        found: list[tuple[Face, str]] = []
        for char in text:
            if not _is_drawable(char):
                continue
            before = found[-1][0] if found else main
            stretch = self._stretch(char, main, before)
            if stretch is None:
                continue
            if found and stretch[0] == before:
                found[-1] = (before, found[-1][1] + stretch[1])
            else:
                found.append(stretch)
        return found

    def covers(self, face: Face, char: str) -> bool:
        """Whether the face has a glyph for the character."""
        key = (face, char)
        if key not in self._covered:
            self._covered[key] = self._probe(face, char)
        return self._covered[key]

    def _stretch(self, char: str, main: Face, before: Face) -> tuple[Face, str] | None:
        if char == " ":
            return before, char
        category = unicodedata.category(char)
        if category in ("Mn", "Me", "Cf") and self.covers(before, char):
            return before, char
        if category == "Cf" or _is_selector(char):
            return None
        if self.covers(main, char):
            return main, char
        for face in fallbacks():
            if self.covers(face, char):
                return face, char
        return self._box(main)

    def _box(self, main: Face) -> tuple[Face, str]:
        for face in (main, *fallbacks(), None):
            if self.covers(face, BOX):
                return face, BOX
        return main, "?"

    def _usable(self, path: Path) -> Face:
        fault = fault_of(path)
        if not fault:
            return path
        if self._on_problem:
            self._on_problem(
                f"The font {path.name} cannot be used ({fault}). "
                "Text is shown in another font; install First Contact again to mend it."
            )
        return None

    def _probe(self, face: Face, char: str) -> bool:
        # Font.metrics() answers for a missing glyph as if it were there; freetype says None.
        try:
            import pygame.freetype as freetype

            if not freetype.get_init():
                freetype.init()
            if face not in self._probes:
                self._probes[face] = freetype.Font(str(face) if face else None, 16)
            metrics = self._probes[face].get_metrics(char)
        except (ImportError, OSError, pygame.error, UnicodeError):
            return face is None
        return bool(metrics and metrics[0])


@lru_cache(maxsize=1)
def fallbacks() -> tuple[Path, ...]:
    """The fonts of this computer that cover other scripts, in the order they are tried."""
    return tuple(path for path in _candidates() if path.is_file() and not fault_of(path))


def _candidates() -> list[Path]:
    if sys.platform == "win32":
        import os

        folder = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
        names = ("segoeui.ttf", "Nirmala.ttf", "msyh.ttc", "meiryo.ttc", "malgun.ttf", "seguisym.ttf", "seguiemj.ttf")
        return [folder / name for name in names]
    if sys.platform == "darwin":
        return [_MAC / "Supplemental" / "Arial Unicode.ttf", _MAC / "Apple Symbols.ttf"]
    noto = [
        _LINUX / "noto" / f"NotoSans{script}-Regular.ttf"
        for script in ("", "Arabic", "Hebrew", "Devanagari", "Bengali", "Gurmukhi", "Symbols", "Symbols2")
    ]
    return [
        *noto,
        _LINUX.parent / "opentype" / "noto" / "NotoSansCJK-Regular.ttc",
        _LINUX / "dejavu" / "DejaVuSans.ttf",
        _LINUX / "droid" / "DroidSansFallbackFull.ttf",
    ]


def _drawable(text: str) -> str:
    return text if text.isprintable() else "".join(char for char in text if _is_drawable(char))


def _is_drawable(char: str) -> bool:
    return unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
