"""What can be measured, by name; a subject's file is imported only when it is asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """A file of this folder with a function `figures`, and whether it is done within seconds."""

    module: str
    about: str
    quick: bool = True


SUBJECTS = {
    "decision": Subject("benchmarks.decision", "words to the caller's decision"),
    "rehearsed": Subject("benchmarks.rehearsed", "a rehearsed call"),
    "marking": Subject("benchmarks.marks", "marking, and marking again"),
    "journal": Subject("benchmarks.journal", "an entry on disk"),
    "lint": Subject("benchmarks.library", "lint of the library"),
    "evidence": Subject("benchmarks.evidence", "the evidence page as PDF"),
    "desk": Subject("benchmarks.desk", "first frame, keystroke to screen, idle, memory", quick=False),
    "console": Subject("benchmarks.console", "the console with 10,000 stored calls", quick=False),
    "remark": Subject("benchmarks.remarked", "marking a results file again on every processor", quick=False),
    "sound": Subject("benchmarks.sound", "the caller's first sound", quick=False),
}
