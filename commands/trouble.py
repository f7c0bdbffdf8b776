"""Turns the troubles that can be foreseen into words for the person who can mend them."""

from reports.problems import StoreProblem
from scenarios.catalogue import UnknownPolicy, UnknownScenario
from scenarios.problems import ProblemsFound


def in_plain_words(trouble: Exception) -> str | None:
    """The words for a trouble, or None for one that nobody foresaw."""
    match trouble:
        case ProblemsFound():
            return "\n".join(map(str, trouble.problems))
        case StoreProblem() | UnknownScenario() | UnknownPolicy():
            return str(trouble)
        case OSError():
            where = f" {trouble.filename}" if trouble.filename else ""
            return (
                f"The file{where} cannot be used: {trouble.strerror or trouble}. Check its name and your rights to it."
            )
        case _:
            return None
