"""Reading and writing single rows of the results file, given an open database and a transaction."""

from typing import Any

from sqlite_utils import Database

from reports.chain import sealed
from reports.stored import CallFilter, CallSheet, State, StoredCall
from reports.wall import wall_text
from scoring.outcome import Outcome
from simulator.journal import Entry

_CALL = """
select c.*, s.state, s.length_ms, s.automatic, s.outcome, s.judged,
  (select max(n) from entries e where e.call_id = c.call_id) as entries,
  (select t_ms from entries e where e.call_id = c.call_id order by n desc limit 1) as last_ms,
  (select e.hash from entries e where e.call_id = c.call_id order by n desc limit 1) as head,
  (select count(*) from calls o
    where o.trainee = c.trainee and o.scenario = c.scenario and o.number <= c.number) as attempt
from calls c join summaries s on s.call_id = c.call_id
"""
_FROM = "from calls c join summaries s on s.call_id = c.call_id"


def keep_text(db: Database, kind: str, fingerprint: str, text: str, at: str) -> str:
    """Keep a text under its fingerprint and give the seal of what is kept there.

    A fingerprint is of what a text means: one that differs in comments or order alone is kept as it was first written.
    """
    row = _one(db, "select sha256 from texts where kind = ? and fingerprint = ?", kind, fingerprint)
    if row is not None:
        return str(row["sha256"])
    db.execute("insert into texts values (?, ?, ?, ?, ?)", [kind, fingerprint, text, sealed(text), at])
    return sealed(text)


def add_call(db: Database, sheet: CallSheet, text: str, seal: str, holder: str) -> None:
    """Add the row of a new call, its lease and its summary."""
    started, at = sheet.started, wall_text(sheet.opened_at)
    db.execute(
        "insert into calls values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [sheet.number, sheet.call_id, at, started.trainee, started.scenario, started.fingerprint,
         started.mode, int(started.approved), started.source, text, seal],
    )  # fmt: skip
    db.execute("insert into leases values (?, ?, ?)", [sheet.call_id, holder, at])
    db.execute("insert into summaries (call_id, state, judged) values (?, 'open', 0)", [sheet.call_id])


def add_entry(db: Database, call_id: str, entry: Entry, text: str, seal: str) -> None:
    """Add one entry."""
    db.conn.execute("insert into entries values (?, ?, ?, ?, ?)", (call_id, entry.n, entry.t_ms, text, seal))


def add_sheet(db: Database, table: str, key: str, call_id: str, n: int, sheet: str, seal: str) -> None:
    """Add a marking or a judgement."""
    db.execute(f"insert into {table} (call_id, {key}, sheet, hash) values (?, ?, ?, ?)", [call_id, n, sheet, seal])


def last_approval(db: Database) -> tuple[int, str | None]:
    """The number and the seal of the newest approval; 0 and None where there is none."""
    row = _one(db, "select n, hash from approvals order by n desc limit 1")
    return (0, None) if row is None else (row["n"], row["hash"])


def add_approval(db: Database, n: int, fingerprint: str, sheet: str, seal: str) -> None:
    """Add a decision about a version of a scenario."""
    db.execute("insert into approvals values (?, ?, ?, ?)", [n, fingerprint, sheet, seal])


def approvals(db: Database, fingerprint: str | None) -> list[str]:
    """The decisions about a version, or about all, as they were kept, oldest first."""
    wanted = "" if fingerprint is None else " where fingerprint = ?"
    given = [] if fingerprint is None else [fingerprint]
    return [row["sheet"] for row in db.query(f"select sheet from approvals{wanted} order by n", given)]


def set_state(db: Database, call_id: str, state: State, length_ms: int) -> None:
    """Keep in the summary how and when a call ended."""
    db.execute("update summaries set state = ?, length_ms = ? where call_id = ?", [state, length_ms, call_id])


def set_outcome(db: Database, call_id: str, automatic: Outcome, outcome: Outcome, judged: bool) -> None:
    """Keep in the summary what marking and judgements come to."""
    db.execute(
        "update summaries set automatic = ?, outcome = ?, judged = ? where call_id = ?",
        [automatic, outcome, int(judged), call_id],
    )


def drop_lease(db: Database, call_id: str) -> None:
    """Nobody writes this call any more."""
    db.execute("delete from leases where call_id = ?", [call_id])


def holders(db: Database) -> tuple[str, ...]:
    """Who is writing calls now, as far as the file knows."""
    return tuple(row["holder"] for row in db.query("select holder from leases order by since"))


def open_calls(db: Database) -> tuple[str, ...]:
    """The ids of calls that have no end."""
    return tuple(r["call_id"] for r in db.query("select call_id from summaries where state = 'open'"))


def id_of(db: Database, wanted: str) -> str | None:
    """The id of a call given by its id or its contact number, or None."""
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 12 else -1
    row = _one(db, "select call_id from calls where call_id = ? or number = ?", wanted, number)
    return None if row is None else str(row["call_id"])


def call_row(db: Database, call_id: str) -> dict[str, Any]:
    """The row of a call that is known to exist."""
    row = _one(db, "select * from calls where call_id = ?", call_id)
    assert row is not None
    return row


def last_call(db: Database) -> tuple[int, str | None]:
    """The number and seal of the newest call; 0 and None before the first."""
    row = _one(db, "select number, hash from calls order by number desc limit 1")
    return (0, None) if row is None else (int(row["number"]), str(row["hash"]))


def head_of(db: Database, call_id: str) -> tuple[int, str | None]:
    """The number and seal of a call's newest entry; 0 and None before the first."""
    return last_of(db, "entries", "n", call_id)


def last_of(db: Database, table: str, key: str, call_id: str) -> tuple[int, str | None]:
    """The number and seal of the newest row of a call in a table; 0 and None before the first."""
    row = _one(db, f"select {key} as n, hash from {table} where call_id = ? order by {key} desc limit 1", call_id)
    return (0, None) if row is None else (int(row["n"]), str(row["hash"]))


def last_moment(db: Database, call_id: str) -> int:
    """The time of a call's newest entry in milliseconds from the first ring; 0 before the first."""
    row = _one(db, "select t_ms from entries where call_id = ? order by n desc limit 1", call_id)
    return 0 if row is None else int(row["t_ms"])


def one_call(db: Database, call_id: str) -> dict[str, Any]:
    """One call with its summary."""
    row = _one(db, _CALL + "where c.call_id = ?", call_id)
    assert row is not None
    return row


def calls(db: Database, wanted: CallFilter, limit: int | None, offset: int) -> list[dict[str, Any]]:
    """Calls with their summaries, newest first."""
    where, values = _conditions(wanted)
    # The page is chosen first: what is costly about a call is asked only of those shown.
    page = f"select c.number {_FROM} {where} order by c.number desc limit ? offset ?"
    sql = f"{_CALL} where c.number in ({page}) order by c.number desc"
    return list(db.query(sql, [*values, -1 if limit is None else limit, offset]))


def count(db: Database, wanted: CallFilter) -> int:
    """How many calls a filter lets through."""
    where, values = _conditions(wanted)
    sql = f"select count(*) as n {_FROM} {where}"
    return int(next(iter(db.query(sql, values)))["n"])


def _conditions(wanted: CallFilter) -> tuple[str, list[Any]]:
    pairs: list[tuple[str, Any]] = [
        ("c.trainee = ?", wanted.trainee),
        ("c.mode = ?", wanted.mode),
        ("s.state = ?", wanted.state),
    ]
    if wanted.outcome == "unmarked":
        pairs.append(("s.outcome is null and 1 = ?", 1))
    else:
        pairs.append(("s.outcome = ?", wanted.outcome))
    if wanted.evidence_only:
        pairs.append(("c.mode = 'assessment' and c.approved = ?", 1))
    kept = [(clause, value) for clause, value in pairs if value is not None]
    where = "where " + " and ".join(clause for clause, _ in kept) if kept else ""
    return where, [value for _, value in kept]


def trainees(db: Database) -> tuple[str, ...]:
    """Every trainee with a call."""
    return tuple(row["trainee"] for row in db.query("select distinct trainee from calls order by trainee"))


def entries(db: Database, call_id: str) -> tuple[str, ...]:
    """The JSON of a call's entries in order."""
    return _column(db, "select entry from entries where call_id = ? order by n", call_id)


def sheets(db: Database, table: str, key: str, call_id: str) -> tuple[str, ...]:
    """The JSON of a call's markings or judgements in order."""
    return _column(db, f"select sheet from {table} where call_id = ? order by {key}", call_id)


def last_sheet(db: Database, table: str, key: str, call_id: str) -> str | None:
    """The JSON of a call's newest marking or judgement, or None."""
    found = _column(db, f"select sheet from {table} where call_id = ? order by {key} desc limit 1", call_id)
    return found[0] if found else None


def text(db: Database, kind: str, fingerprint: str) -> str | None:
    """A kept text, or None."""
    row = _one(db, "select text from texts where kind = ? and fingerprint = ?", kind, fingerprint)
    return None if row is None else str(row["text"])


def deletions(db: Database, call_id: str) -> tuple[str, ...]:
    """The JSON of what was deleted of a call, in order; none in a file of before there were any."""
    return sheets(db, "deletions", "n", call_id) if db.table("deletions").exists() else ()


def named_elsewhere(db: Database, digest: str, call_id: str) -> bool:
    """Whether another call's journal names the same recording, and it was not deleted there."""
    sql = (
        "select 1 from entries e where call_id <> ? and entry like ? and not exists"
        " (select 1 from deletions d where d.call_id = e.call_id and d.sheet like ?) limit 1"
    )
    return _one(db, sql, call_id, f"%{digest}%", f"%{digest}%") is not None


def all_calls(db: Database) -> list[dict[str, Any]]:
    """Every call row in order, with what its summary says."""
    return list(
        db.query(
            "select c.*, s.state, s.automatic, s.outcome from calls c"
            " left join summaries s on s.call_id = c.call_id order by c.number"
        )
    )


def evidence_of(db: Database, call_id: str) -> dict[str, list[dict[str, Any]]]:
    """Everything that hangs from one call, for checking its seals."""
    of = {
        "entries": "select n, entry as text, hash, t_ms from entries where call_id = ? order by n",
        "markings": "select run as n, sheet as text, hash from markings where call_id = ? order by run",
        "judgements": "select n, sheet as text, hash from judgements where call_id = ? order by n",
        "texts": "select t.* from texts t join calls c on c.call_id = ? where t.kind = 'scenario'"
        " and t.fingerprint = c.fingerprint",
        "policies": "select t.* from texts t join calls c on c.call_id = ? where t.kind = 'policy' and t.fingerprint ="
        " case when json_valid(c.sheet) then json_extract(c.sheet, '$.started.policy_fingerprint') end",
    }
    if db.table("deletions").exists():
        of["deletions"] = "select n, sheet as text, hash from deletions where call_id = ? order by n"
    return {"deletions": []} | {name: list(db.query(sql, [call_id])) for name, sql in of.items()}


def stored_call(row: dict[str, Any]) -> StoredCall:
    """A row of `calls` or `one_call` as what is given back."""
    sheet = CallSheet.model_validate_json(row["sheet"])
    state: State = row["state"]
    return StoredCall(
        call_id=sheet.call_id,
        number=sheet.number,
        opened_at=sheet.opened_at,
        started=sheet.started,
        state=state,
        length_ms=row["length_ms"] or row["last_ms"] or 0,
        entries=row["entries"] or 0,
        attempt=row["attempt"],
        head=row["head"] or row["hash"],
        automatic=row["automatic"],
        outcome=row["outcome"],
        judged=bool(row["judged"]),
    )


def _column(db: Database, sql: str, call_id: str) -> tuple[str, ...]:
    """One text of every row, without a dictionary for each: a call has a hundred entries."""
    return tuple([text for (text,) in db.conn.execute(sql, (call_id,)).fetchall()])


def _one(db: Database, sql: str, *values: Any) -> dict[str, Any] | None:
    """The first row, read without the savepoint that `Database.query` sets around every question."""
    found = db.conn.execute(sql, values)
    row = found.fetchone()
    return None if row is None else dict(zip((name for name, *_ in found.description), row, strict=True))
