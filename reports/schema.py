"""The tables of the results file, as migrations that are never edited once released."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x46437452  # "FCtR": marks a file as ours
SCHEMA_VERSION = 4
OLDEST_READ = 2  # files from this format on can be read as they are; older ones must be opened for writing once

migrations = Migrations("first_contact")

# Evidence is only ever added to. Leases and summaries are aids that can be rebuilt from it.
APPEND_ONLY = ("texts", "calls", "entries", "markings", "judgements")


def _refuse_changes(db: Database, table: str) -> None:
    for deed in ("update", "delete"):
        db.execute(
            f"create trigger {table}_no_{deed} before {deed} on {table} begin"
            f" select raise(abort, '{table} is append-only: add a new row beside the old one'); end"
        )


@migrations()
def m001_calls_and_their_evidence(db: Database) -> None:
    """The first format: texts, calls, entries, markings, judgements; leases and summaries beside them."""
    db.table("texts").create(
        {"kind": str, "fingerprint": str, "text": str, "sha256": str, "kept_at": str},
        pk=("kind", "fingerprint"),
        not_null={"text", "sha256", "kept_at"},
    )
    db.table("calls").create(
        {
            "number": int, "call_id": str, "opened_at": str, "trainee": str, "scenario": str,
            "fingerprint": str, "mode": str, "approved": int, "source": str, "sheet": str, "hash": str,
        },
        pk="number",
        not_null={"call_id", "opened_at", "sheet", "hash"},
    )  # fmt: skip
    db.table("calls").create_index(["call_id"], unique=True)
    db.table("calls").create_index(["trainee", "scenario"])
    db.table("entries").create(
        {"call_id": str, "n": int, "t_ms": int, "entry": str, "hash": str},
        pk=("call_id", "n"),
        not_null={"t_ms", "entry", "hash"},
    )
    db.table("markings").create(
        {"call_id": str, "run": int, "sheet": str, "hash": str},
        pk=("call_id", "run"),
        not_null={"sheet", "hash"},
    )
    db.table("judgements").create(
        {"call_id": str, "n": int, "sheet": str, "hash": str},
        pk=("call_id", "n"),
        not_null={"sheet", "hash"},
    )
    db.table("leases").create({"call_id": str, "holder": str, "since": str}, pk="call_id")
    db.table("summaries").create(
        {"call_id": str, "state": str, "length_ms": int, "automatic": str, "outcome": str, "judged": int},
        pk="call_id",
    )
    db.table("summaries").create_index(["state"])
    db.table("summaries").create_index(["outcome"])
    for table in APPEND_ONLY:
        _refuse_changes(db, table)


@migrations()
def m002_approvals(db: Database) -> None:
    """Approvals of scenarios for assessment, each bound to a fingerprint."""
    db.table("approvals").create(
        {"n": int, "fingerprint": str, "sheet": str, "hash": str}, pk="n", not_null={"fingerprint", "sheet", "hash"}
    )
    db.table("approvals").create_index(["fingerprint"])
    _refuse_changes(db, "approvals")


@migrations()
def m003_lists_by_mode_and_outcome(db: Database) -> None:
    """The list of 10,000 calls, filtered by outcome and mode, is answered from indexes alone."""
    db.table("calls").create_index(["call_id", "mode", "approved", "trainee"])
    db.table("summaries").create_index(["outcome", "call_id"])


@migrations()
def m004_deletions(db: Database) -> None:
    """Recordings that were deleted on record, chained to their call like its judgements."""
    db.table("deletions").create(
        {"call_id": str, "n": int, "sheet": str, "hash": str}, pk=("call_id", "n"), not_null={"sheet", "hash"}
    )
    _refuse_changes(db, "deletions")


def prepare(db: Database) -> None:
    """Bring a new or older file to this version's format, in one transaction that another writer waits for."""
    db.execute("begin immediate")
    try:
        migrations.apply(db)
        db.execute(f"pragma application_id = {APPLICATION_ID}")
        db.execute(f"pragma user_version = {SCHEMA_VERSION}")
        db.execute("commit")
    except BaseException:
        db.rollback()
        raise
