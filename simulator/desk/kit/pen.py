"""Writing on the window: units to pixels, text, icons, in the colours of the theme."""

from pygame import Surface

from simulator.desk.kit.caches import ByteCapped
from simulator.desk.kit.faces import Faces
from simulator.desk.kit.fonts import Fonts
from simulator.desk.kit.icons import ICON, WITHOUT_FONT
from simulator.desk.kit.tokens import Colour, palette
from simulator.desk.kit.wrapping import Row, shortened, wrap

DESIGN_SIZE = (1920, 1080)
LEAST_SCALE = 0.86
ROWS_CAP = 2_000_000
CAP_HEIGHT = 0.69
"""Height of a capital letter as a share of the text's height."""


class Pen:
    """Knows the scale and the theme; measures and draws text. Sizes are units at 1920x1080."""

    def __init__(self, screen: Surface, theme: str, user_scale: float, faces: Faces) -> None:
        self.screen = screen
        self.user_scale = user_scale
        self.least_room = (1, 1)
        self.theme_name = theme
        self.scale = 1.0
        """Pixels in one unit."""
        self.rescale()
        self.c = palette(theme)
        self._rows: ByteCapped[list[str]] = ByteCapped(ROWS_CAP)
        self.fonts = Fonts(faces)
        self.cut: list[str] = []
        """What had to be shortened while the present widget was drawn."""
        self.elided: list[str] | None = None
        """A list here gathers all that had to be shortened; tests use it."""

    def keep_room(self, units: tuple[int, int]) -> None:
        """From now on so many units fit into the window, in width and height, however large the text is wanted."""
        self.least_room = units
        self.rescale()

    def rescale(self) -> None:
        """Reckon the scale anew: the window's size times the user's text size, as far as that fits."""
        self.scale = self._fitted() * min(self.user_scale, self.most_user_scale())

    def most_user_scale(self) -> float:
        """The largest text size, in tenths, at which all that must fit into this window does; 1 at the least."""
        width, height = self.screen.get_size()
        room = min(width / self.least_room[0], height / self.least_room[1])
        return max(1.0, int(10 * room / self._fitted()) / 10)

    def _fitted(self) -> float:
        width, height = self.screen.get_size()
        return max(LEAST_SCALE, min(width / DESIGN_SIZE[0], height / DESIGN_SIZE[1]))

    def px(self, units: float) -> int:
        """Units in whole pixels; at least one unless it is none."""
        return max(1, round(units * self.scale)) if units else 0

    def colour(self, colour: str | Colour) -> Colour:
        """A colour by its name in the theme, or as it is."""
        return self.c[colour] if isinstance(colour, str) else colour

    def text_width(self, text: str, size: float = 15, style: str = "regular") -> float:
        """How wide the text is in pixels."""
        return self.fonts.width(text, self.px(size), style)

    def text(
        self,
        surface: Surface,
        text: str,
        x: float,
        y: float,
        size: float = 15,
        colour: str | Colour = "text",
        style: str = "regular",
        maxw: float | None = None,
        align: str = "left",
        h: float | None = None,
    ) -> float:
        """Draw one line and say how wide it is. x is its left, right or middle by `align`; y the top of the
        letters, or of a box `h` high in which they stand in the middle. Beyond `maxw` it is shortened."""
        px = self.px(size)
        if maxw is not None:
            text = self.elide(text, px, style, maxw)
        if not text:
            return 0.0
        ink = self.fonts.ink(text, px, self.colour(colour), style)
        width = self.fonts.width(text, px, style)
        left = x - width if align == "right" else x - width / 2 if align == "center" else x
        top = y if h is None else y + (h + px * CAP_HEIGHT) / 2 - ink.baseline
        surface.blit(ink.surface, (round(left), round(top)))
        return width

    def elide(self, text: str, px: int, style: str, maxw: float) -> str:
        """The text, shortened with an ellipsis to `maxw` pixels; the widget's tooltip then tells all of it."""
        short = shortened(text, lambda part: self.fonts.width(part, px, style), maxw)
        if short != text:
            self.cut.append(text)
            if self.elided is not None:
                self.elided.append(text)
        return short

    def wrap(self, text: str, px: int, style: str, maxw: float) -> list[Row]:
        """The rows, as pairs of where each starts and ends, in which the text is at most `maxw` pixels wide."""
        return wrap(text, lambda part: self.fonts.measure(part, px, style), maxw)

    def wrapped(self, text: str, size: float, maxw: float, style: str = "regular") -> list[str]:
        """The text of each row, without the spaces at its end."""
        key = (text, self.px(size), style, maxw)
        rows = self._rows.get(key)
        if rows is None:
            rows = [text[start:end].rstrip() for start, end in self.wrap(text, self.px(size), style, maxw)]
            self._rows.put(key, rows, 200 + 4 * len(text) + 60 * len(rows))
        return list(rows)

    def icon(
        self, surface: Surface, name: str, cx: float, cy: float, size: float = 18, colour: str | Colour = "text"
    ) -> None:
        """Draw an icon by its name around a middle."""
        style, char = ("icon", ICON[name]) if self.fonts.faces.face("icon") else ("bold", WITHOUT_FONT.get(name, ""))
        if not char:
            return
        picture = self.fonts.ink(char, self.px(size), self.colour(colour), style).surface
        surface.blit(picture, (round(cx - picture.get_width() / 2), round(cy - picture.get_height() / 2)))
