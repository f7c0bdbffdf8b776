"""YAML that remembers where every key and value stands, and refuses what could surprise or harm."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from scenarios.problems import Fault, Problem, ProblemsFound, Where, kinds
from scenarios.source_text import clean, problem_at, read_text

DEEPEST = 40
MOST_VALUES = 50_000

_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,17}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and a column, both counted from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Written:
    """How a value stands in the file: its spot, its key's spot, and a scalar's text as written."""

    at: Spot
    key_at: Spot
    text: str | None = None


@dataclass(frozen=True)
class Source:
    """A file as data: plain lists, dicts and scalars, and where each was written."""

    path: str
    text: str
    value: Any
    written: dict[Where, Written]
    problems: tuple[Problem, ...] = ()

    def spot(self, where: Where, on_key: bool = False) -> Spot:
        """Where something stands; for what is not there, where its nearest container stands."""
        for length in range(len(where), -1, -1):
            found = self.written.get(where[:length])
            if found is not None:
                return found.key_at if on_key or length < len(where) else found.at
        return Spot(1, 1)

    def problem(self, fault: Fault, note: str = "") -> Problem:
        """A fault with its line and column; `note` is added to the message."""
        spot, (message, mend) = self.spot(fault.where, fault.on_key), fault.said()
        severity = kinds()[fault.code].severity
        return Problem(self.path, spot.line, spot.column, fault.code, message + note, mend, severity)


def read_source(path: Path) -> Source:
    """A YAML file as data with places; raises ProblemsFound when it cannot be read at all."""
    return source_of(read_text(path), path.as_posix())


def source_of(text: str, path: str) -> Source:
    """YAML text as data with places.

    Only plain `true`, `false`, whole and decimal numbers are typed; everything else stays text as written.
    Faults that leave the rest readable (tags, anchors, doubled keys) are kept in `problems`; raises
    ProblemsFound for what makes the rest meaningless (syntax, size, depth).
    """
    plain = clean(text, path)
    builder = _Builder(path)
    try:
        for event in yaml.parse(plain, Loader=_PARSER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise ProblemsFound([*builder.problems, _syntax(error, path)]) from None
    if not builder.documents:
        builder.tell(Spot(1, 1), "S12")
    return Source(path, text, builder.root, builder.written, tuple(builder.problems))


@dataclass
class _Open:
    """A list or mapping being read."""

    where: Where
    value: Any
    key: str | None = None
    key_at: Spot | None = None
    lost: bool = False  # what stands here is read but not kept
    doubled: bool = False  # the present key was there before


@dataclass
class _Builder:
    """Folds parser events into data; no recursion, so depth is bounded by count alone."""

    path: str
    root: Any = None
    written: dict[Where, Written] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0
    values: int = 0

    def tell(self, spot: Spot, code: str, **words: Any) -> None:
        self.problems.append(problem_at(self.path, spot.line, spot.column, code, **words))

    def stop(self, spot: Spot, code: str, **words: Any) -> None:
        self.tell(spot, code, **words)
        raise ProblemsFound(self.problems)

    def take(self, event: Any) -> None:
        spot = Spot(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents == 2:
                self.stop(spot, "S11")
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, spot)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()

    def _node(self, event: Any, spot: Spot) -> None:
        self.values += 1
        if self.values > MOST_VALUES:
            self.stop(spot, "S10", limit=MOST_VALUES)
        for problem_code, word in _not_plain(event):
            self.tell(spot, problem_code, word=word)
        holder = self.stack[-1] if self.stack else None
        if holder is not None and isinstance(holder.value, dict) and holder.key is None:
            self._key(holder, event, spot)
        else:
            self._value(holder, event, spot)

    def _key(self, holder: _Open, event: Any, spot: Spot) -> None:
        if not isinstance(event, yaml.ScalarEvent):
            self.stop(spot, "S14")
        key: str = event.value
        holder.key, holder.key_at, holder.doubled = key, spot, key in holder.value
        if holder.doubled and not holder.lost:
            first = self.written[(*holder.where, key)].key_at
            self.tell(spot, "S08", key=key, first=first.line)

    def _value(self, holder: _Open | None, event: Any, spot: Spot) -> None:
        value = _read(event)
        where, key_at, keep = self._put(holder, value, spot)
        if keep:
            text = event.value if isinstance(event, yaml.ScalarEvent) else None
            self.written[where] = Written(spot, key_at, text)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self.stack) >= DEEPEST:
                self.stop(spot, "S09", limit=DEEPEST)
            self.stack.append(_Open(where, value, lost=not keep))

    def _put(self, holder: _Open | None, value: Any, spot: Spot) -> tuple[Where, Spot, bool]:
        if holder is None:
            self.root = value
            return (), spot, True
        if isinstance(holder.value, list):
            where: Where = (*holder.where, len(holder.value))
            holder.value.append(value)
            return where, spot, not holder.lost
        key, key_at = holder.key or "", holder.key_at or spot
        keep = not (holder.lost or holder.doubled)
        holder.key = None
        if not holder.doubled:
            holder.value[key] = value
        return (*holder.where, key), key_at, keep


def _not_plain(event: Any) -> Iterator[tuple[str, str]]:
    if isinstance(event, yaml.AliasEvent):
        yield "S07", f"*{event.anchor}"
        return
    if event.anchor is not None:
        yield "S07", f"&{event.anchor}"
    if event.tag is not None:
        yield "S06", event.tag


def _read(event: Any) -> Any:
    if isinstance(event, yaml.MappingStartEvent):
        return {}
    if isinstance(event, yaml.SequenceStartEvent):
        return []
    if isinstance(event, yaml.AliasEvent):
        return None
    return _scalar(event.value) if event.implicit[0] else event.value


def _scalar(text: str) -> str | int | float | bool | None:
    if len(text) <= 5 and text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _syntax(error: yaml.YAMLError, path: str) -> Problem:
    said = str(getattr(error, "problem", "") or "it cannot be read")
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    began_before = "could not find expected ':'" in said
    mark = next((mark for mark in (reversed(marks) if began_before else marks) if mark), None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return problem_at(path, line, column, "S05", said=said, hint=_syntax_hint(said))


_SYNTAX_HINTS = (
    ("cannot start any token", "Indent with spaces, not tabs, and put text that starts with @ ` or % in quotes."),
    ("mapping values are not allowed", "Put text that holds a colon and a space in quotes."),
    ("could not find expected ':'", "Give the key above a colon, or put the text in quotes."),
    ("did not find expected", "Check quotes, brackets and indentation here and on the line above."),
    ("unexpected end of stream", "Close the quote or bracket that was opened here."),
    ("unknown escape", "Use single quotes, or write two backslashes."),
)


def _syntax_hint(said: str) -> str:
    return next((mend for sign, mend in _SYNTAX_HINTS if sign in said), "Check quotes, colons and indentation.")
