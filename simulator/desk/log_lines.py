"""The lines that the incident log writes of its own accord when something is done; pure."""

from simulator import events as e
from simulator.desk.names import Names, readable


def line_of(event: e.Event, names: Names) -> str | None:
    """The log's own line for a deed, or None for what no log records (talk, fields, look-ups)."""
    match event:
        case e.Graded():
            by = f", authority {names.choice('roles', event.authority)}" if event.authority else ""
            before = f" (was {names.grade(event.previous)})" if event.previous else ""
            return f"Graded {names.grade(event.grade)}{before}{by}"
        case e.GradeExplained():
            return f"Rationale for {names.grade(event.grade)}: {event.because}"
        case e.AgencyRequested():
            return f"{names.choice('agencies', event.agency)} requested"
        case e.Referred():
            consent = {True: ", consent given", False: ", no consent", None: ""}[event.consent]
            return f"Referred to {names.choice('referrals', event.to)}{consent}"
        case e.Escalated():
            about = f": {event.about}" if event.about else ""
            return f"{names.choice('roles', event.to)} told{about}"
        case e.MessageSent():
            return f"Message to {_somebody(event.to, names)} by {event.channel}: {event.text}"
        case e.LogLinked():
            return f"Linked to {event.log}"
        case e.LogRestricted():
            return f"Log set to: {names.choice('restrictions', event.level)}"
        case e.HandedOver():
            return f"Handed over to {_somebody(event.to, names)}: {event.text}"
        case e.CallTransferred():
            warm = ", introduced" if event.warm else ""
            return f"Call transferred to {_somebody(event.to, names)}{warm}"
        case e.CalledBack():
            return f"Rang {event.number} (number from {event.source})"
        case e.LineWent(to="dropped" | "unanswered" | "back"):
            return {"dropped": "Line dropped", "unanswered": "No answer", "back": "Line open again"}[event.to]
        case e.AccessReset():
            return f"Reset sent: {names.choice('reset_channels', event.channel)}"
        case e.RecordUpdated():
            return f"Record {event.record}: {readable(event.field)} changed to {event.value}"
        case e.ItemVerified():
            return f"Identity, {names.choice('verification_items', event.item)}: {event.result}"
        case e.Closed():
            return f"Closed as {event.category}" + "".join(f", {q}" for q in event.qualifiers if q)
        case _:
            return None


def _somebody(to: str, names: Names) -> str:
    for of in ("roles", "agencies", "referrals"):
        found = names.words.choice(of, to)
        if found:
            return found.label
    return readable(to)
