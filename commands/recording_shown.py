"""Records rehearsals for `rehearse --record`, with a progress bar, and says what was written where."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from commands.rehearsing import Played
from reports.problems import StoreProblem

if TYPE_CHECKING:
    from commands.record_rehearsals import Written


def record_all(played: Sequence[Played], out: Path, console: Console) -> bool:
    """Write the sound of rehearsals under a folder; whether all of it could be written. What went wrong is said."""
    # Brings voices and numpy, which rehearsing without sound does not need.
    from commands.record_rehearsals import STORE, NotWritten, record, utterances
    from commands.rehearsal_sound import NoVoices, Voices
    from reports.store import Store

    try:
        voices = Voices()
    except NoVoices as none:
        console.print(f"No sound was written. {escape(str(none))}", style="red", soft_wrap=True)
        return False
    bars = (TextColumn("Recording"), BarColumn(), MofNCompleteColumn(), TextColumn("lines"), TimeRemainingColumn())
    whole = True
    try:
        with Store.open(out / STORE) as store, Progress(*bars, console=console, transient=True) as progress:
            bar = progress.add_task("", total=sum(map(utterances, played)))
            for one in played:
                written = record(one, out, voices, store, lambda: progress.advance(bar))
                whole = _tell(console, one, written) and whole
    except (NotWritten, StoreProblem) as refusal:
        console.print(escape(str(refusal)), style="red", soft_wrap=True)
        return False
    finally:
        voices.close()
    console.print(f"Listen in the console: run_sim.py review --store {escape(str(out / STORE))}", soft_wrap=True)
    return whole


def _tell(console: Console, one: Played, written: "Written") -> bool:
    name = escape(f"{one.rehearsal.scenario} / {Path(one.rehearsal.path).stem}")
    if written.folder is None:
        console.print(f"{name}: never answered, so there is nothing to hear", soft_wrap=True)
        return True
    minutes, seconds = divmod(round(written.seconds), 60)
    console.print(f"{name}: {minutes}:{seconds:02} in {escape(str(written.folder))}", soft_wrap=True)
    for line in written.unsaid:
        console.print(f"  not said: {escape(line)}", style="yellow", soft_wrap=True)
    return not written.unsaid
