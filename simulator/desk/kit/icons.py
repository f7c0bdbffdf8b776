"""The icons by name, as characters of the icon font, and what stands in for the telling ones without it."""

from collections.abc import Mapping

ICON: Mapping[str, str] = {
    name: chr(code)
    for name, code in {
        "phone": 57651,
        "ring": 57654,
        "hangup": 57656,
        "transfer": 57653,
        "pause": 57646,
        "mic": 57624,
        "micoff": 57625,
        "search": 57681,
        "pin": 57617,
        "clock": 57479,
        "shield": 57854,
        "user": 57759,
        "car": 57813,
        "file": 57548,
        "warn": 57747,
        "check": 57452,
        "down": 57453,
        "x": 57778,
        "send": 57682,
        "history": 57845,
        "head": 57585,
        "volume": 57771,
        "users": 57764,
        "siren": 58095,
        "flag": 57553,
        "info": 57593,
        "settings": 57684,
        "contrast": 57501,
        "size": 58759,
        "help": 57474,
        "lock": 57611,
        "radio": 57666,
    }.items()
}

WITHOUT_FONT: Mapping[str, str] = {"check": "x", "down": "v", "x": "x", "warn": "!", "info": "i", "help": "?"}
