"""Every shortcut of the desk in one table: what the desk obeys, and what the help shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Shortcut:
    """One shortcut: the key by pygame's name ("f2", "k"), its modifiers, the command, and what the help says."""

    key: str
    command: str
    says: str
    ctrl: bool = False
    alt: bool = False
    shift: bool = False
    shown: bool = True

    @property
    def label(self) -> str:
        """How the key is written for people: Ctrl+Shift+S."""
        name = _NAMES.get(self.key, self.key.upper() if len(self.key) < 4 else self.key.capitalize())
        parts = [n for n, on in (("Ctrl", self.ctrl), ("Alt", self.alt), ("Shift", self.shift)) if on]
        return "+".join([*parts, name])


_NAMES = {"=": "plus", "-": "minus", "escape": "Esc", "return": "Enter", "[+]": "plus", "[-]": "minus"}

SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("f1", "help", "These keys"),
    Shortcut("f2", "answer", "Answer; on a dropped line, ring back"),
    Shortcut("f3", "hold", "Hold, and take off hold"),
    Shortcut("f4", "transfer", "Transfer the call"),
    Shortcut("f5", "hand_over", "Hand over"),
    Shortcut("f12", "clear", "Clear the line: asks, and clears when pressed again"),
    Shortcut("t", "go_say", "Speak to the caller", ctrl=True),
    Shortcut("escape", "back", "Back to speaking to the caller; stay on the line"),
    Shortcut("e", "go_form", "Incident or ticket", ctrl=True),
    Shortcut("l", "go_log", "New log entry", ctrl=True),
    Shortcut("d", "go_thrive", "THRIVE, or identity check", ctrl=True),
    Shortcut("i", "go_identity", "Identity check", ctrl=True),
    Shortcut("g", "go_grade", "Response grade", ctrl=True),
    Shortcut("k", "go_lookup", "Look-up search", ctrl=True),
    Shortcut("o", "go_record", "The opened record", ctrl=True),
    Shortcut("r", "go_actions", "Actions: request, refer, escalate, send", ctrl=True),
    Shortcut("w", "go_wrap_up", "Wrap-up", ctrl=True),
    Shortcut("f10", "theme", "Day, night, high contrast"),
    Shortcut("=", "larger", "Larger text", ctrl=True),
    Shortcut("=", "larger", "Larger text", ctrl=True, shift=True, shown=False),
    Shortcut("[+]", "larger", "Larger text", ctrl=True, shown=False),
    Shortcut("-", "smaller", "Smaller text", ctrl=True),
    Shortcut("[-]", "smaller", "Smaller text", ctrl=True, shown=False),
    Shortcut("0", "usual_size", "Usual text size", ctrl=True),
    Shortcut("f9", "captions", "Captions on and off"),
    Shortcut("l", "lock", "Lock the screen", ctrl=True, shift=True),
    Shortcut("p", "pause", "Pause, and go on (practice only)", ctrl=True),
    Shortcut("s", "stop", "Stop the run", ctrl=True, shift=True),
)

KIT_KEYS: tuple[tuple[str, str], ...] = (
    ("F6, Shift+F6", "Next and previous panel"),
    ("Tab, Shift+Tab", "Next and previous field"),
    ("Left, Right or a letter", "Choose among Yes, No, N/K and the like"),
    ("Ctrl+Enter", "Add the log entry; do the deed that is written"),
    ("Alt+Down", "Open a list; type to find"),
)


def help_rows(talk: str = "") -> tuple[tuple[str, str], ...]:
    """The keys as the help lists them: how they are written, what they do. `talk` is the key one speaks with."""
    rows: dict[str, list[str]] = {}
    for shortcut in SHORTCUTS:
        if shortcut.shown:
            rows.setdefault(shortcut.says, []).append(shortcut.label)
        if shortcut.command == "go_say" and talk:
            rows["Hold it and speak to the caller (where speech is on)"] = [talk]
    return (*((", ".join(keys), says) for says, keys in rows.items()), *KIT_KEYS)


def label_of(command: str) -> str:
    """The key that a command goes by, for buttons; empty where it has none."""
    return next((s.label for s in SHORTCUTS if s.command == command and s.shown), "")
