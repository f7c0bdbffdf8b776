"""The colours of the three themes, and the arithmetic that proves they can be read."""

from collections.abc import Mapping

Colour = tuple[int, int, int]

THEMES: Mapping[str, Mapping[str, str]] = {
    "day": {
        "canvas": "#DDE2E6",
        "panel": "#F6F7F8",
        "head": "#E9EDF0",
        "input": "#FFFFFF",
        "line": "#C5CDD4",
        "edge": "#768492",
        "text": "#14202B",
        "text2": "#44525F",
        "faint": "#5E6B78",
        "accent": "#1B5A9E",
        "accent_soft": "#D6E5F4",
        "on_accent": "#FFFFFF",
        "bar": "#16232F",
        "bar2": "#223341",
        "on_bar": "#F2F5F7",
        "on_bar2": "#A9BAC8",
        "bar_good": "#6FD694",
        "bar_warn": "#FFC46B",
        "bar_bad": "#FF8A80",
        "focus": "#FFDD00",
        "focus_in": "#0B0C0C",
        "red": "#B3261E",
        "red_soft": "#F8DEDB",
        "amber": "#8A5200",
        "amber_soft": "#FBE8C8",
        "green": "#17663A",
        "green_soft": "#D9EEDF",
        "go": "#1E7D47",
        "stop": "#B3261E",
        "on_solid": "#FFFFFF",
        "select": "#B9D4F0",
        "hover": "#ECF1F5",
        "shadow": "#14202B",
        "zebra": "#EFF2F4",
    },
    "night": {
        "canvas": "#0E1419",
        "panel": "#192129",
        "head": "#1F2932",
        "input": "#10171D",
        "line": "#33414D",
        "edge": "#7D8F9F",
        "text": "#E9EEF2",
        "text2": "#B4C1CC",
        "faint": "#93A3B0",
        "accent": "#86BCF2",
        "accent_soft": "#22405C",
        "on_accent": "#0B1A28",
        "bar": "#0A0F13",
        "bar2": "#1B2731",
        "on_bar": "#EEF2F5",
        "on_bar2": "#9FB1C0",
        "bar_good": "#7FD49B",
        "bar_warn": "#FFC46B",
        "bar_bad": "#FF8A80",
        "focus": "#FFDD00",
        "focus_in": "#0B0C0C",
        "red": "#FF8A80",
        "red_soft": "#4A1E1B",
        "amber": "#FFC46B",
        "amber_soft": "#43310F",
        "green": "#7FD49B",
        "green_soft": "#173A26",
        "go": "#1E7D47",
        "stop": "#B3261E",
        "on_solid": "#FFFFFF",
        "select": "#2C5279",
        "hover": "#222E38",
        "shadow": "#000000",
        "zebra": "#1D262F",
    },
    "contrast": {
        "canvas": "#000000",
        "panel": "#000000",
        "head": "#000000",
        "input": "#000000",
        "line": "#FFFFFF",
        "edge": "#FFFFFF",
        "text": "#FFFFFF",
        "text2": "#FFFFFF",
        "faint": "#D0D0D0",
        "accent": "#8CE0FF",
        "accent_soft": "#003B52",
        "on_accent": "#000000",
        "bar": "#000000",
        "bar2": "#1A1A1A",
        "on_bar": "#FFFFFF",
        "on_bar2": "#FFFFFF",
        "bar_good": "#8BF0AE",
        "bar_warn": "#FFD166",
        "bar_bad": "#FF9C94",
        "focus": "#FFDD00",
        "focus_in": "#000000",
        "red": "#FF9C94",
        "red_soft": "#4D0F0A",
        "amber": "#FFD166",
        "amber_soft": "#4A3500",
        "green": "#8BF0AE",
        "green_soft": "#0A3D1E",
        "go": "#17663A",
        "stop": "#B3261E",
        "on_solid": "#FFFFFF",
        "select": "#0060A8",
        "hover": "#222222",
        "shadow": "#000000",
        "zebra": "#111111",
    },
}


def rgb(hexadecimal: str) -> Colour:
    """The three numbers, 0 to 255, of a colour written as "#14202B"."""
    digits = hexadecimal.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def palette(theme: str) -> dict[str, Colour]:
    """The colours of a theme by name; raises KeyError for a theme that is not there."""
    return {name: rgb(value) for name, value in THEMES[theme].items()}


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""

    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two written colours, 1 to 21."""
    light, dark = sorted((luminance(rgb(one)), luminance(rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """A colour on the way from `one` (share 0) to `other` (share 1)."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue
