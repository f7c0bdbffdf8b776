"""One digest of all markings of the gold journals, the same on every Python: `python -m benchmarks.same_marks`."""

import hashlib
import sys
from collections.abc import Iterator

from scenarios.catalogue import Catalogue, load_policy
from scoring.grade_timeline import grade_timeline
from scoring.marking import mark
from scoring.told import told
from tests.scoring.gold.loading import GoldCase, case_names, load_case


def digest(cases: tuple[GoldCase, ...]) -> str:
    """A digest of every marking, grade timeline and record as received, in the order of the cases."""
    found = hashlib.sha256()
    for text in _outputs(cases):
        found.update(text.encode("utf-8"))
    return found.hexdigest()


def _outputs(cases: tuple[GoldCase, ...]) -> Iterator[str]:
    for case in cases:
        policy = load_policy(case.scenario.policy).policy
        for output in (mark, grade_timeline, told):
            yield output(case.scenario, policy, case.journal).model_dump_json()


def main(times: int = 100) -> None:
    """Marks all gold journals so many times and prints what came of it; exit status 1 where it ever differs."""
    catalogue = Catalogue()
    cases = tuple(load_case(name, catalogue) for name in case_names())
    found = {digest(cases) for _ in range(times)}
    print(f"Python {sys.version.split()[0]}: {len(cases)} journals marked {times} times, {len(found)} different")
    print(*sorted(found), sep="\n")
    raise SystemExit(len(found) != 1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
