"""Finds the stored calls that a word on the command line names: a contact, or all of a trainee's."""

from commands.naming import keepable, short
from reports.problems import StoreProblem
from reports.store import Store
from reports.stored import CallFilter, StoredCall


def calls_of(results: Store, who: str) -> tuple[StoredCall, ...]:
    """The call of that contact number or id, or each call of that trainee, newest first. Raises StoreProblem."""
    try:
        return (results.call(keepable(who)),)
    except StoreProblem as problem:
        if problem.trouble != "unknown_call":
            raise
    found = results.calls(CallFilter(trainee=keepable(who)))
    if not found:
        names = ", ".join(results.trainees()) or "none yet"
        raise StoreProblem(
            "unknown_call", f"No contact and no trainee is called {short(keepable(who))!r}. Trainees: {names}."
        )
    return found
