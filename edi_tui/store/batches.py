"""The tables of what was imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Outcome, Status
from edi_tui.store.changes import Changes
from edi_tui.store.mapping import core, table_of
from edi_tui.store.models import ImportBatch, ImportFinding, ImportRow

_BATCHES = core(ImportBatch)
_ROWS = core(ImportRow)
_FINDINGS = core(ImportFinding)


def add_batch(
    changes: Changes,
    *,
    kind: str,
    file: str,
    sha256: str,
    headings: Mapping[str, Mapping[str, str]],
) -> int:
    """Store that a file was imported and return the number of the batch."""
    made = sa.insert(_BATCHES).values(
        at=changes.at,
        who=changes.who,
        kind=kind,
        file=file,
        sha256=sha256,
        headings=headings,
        group_id=changes.group,
    )
    number: int = changes.session.execute(made.returning(_BATCHES.c.id)).scalar_one()
    return number


def add_rows(changes: Changes, batch: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Store the rows of a batch as they stood in the file."""
    if rows:
        changes.session.execute(sa.insert(_ROWS), [{**row, "batch_id": batch} for row in rows])


def add_findings(changes: Changes, batch: int, findings: Sequence[Mapping[str, Any]]) -> None:
    """Store what was found in a batch."""
    if findings:
        values = [{**finding, "batch_id": batch} for finding in findings]
        changes.session.execute(sa.insert(_FINDINGS), values)


def mark_undone(session: Session, group: str, *, undone: bool) -> None:
    """Leave the files of a step of the change log out of account, or take them into it again."""
    files = _BATCHES.c.group_id == group
    session.execute(sa.update(_BATCHES).where(files).values(undone=undone))


def has_batch(session: Session, *, sha256: str, kind: str) -> bool:
    """Tell whether a file was stored before."""
    wanted = sa.select(_BATCHES.c.id).where(
        _BATCHES.c.sha256 == sha256, _BATCHES.c.kind == kind, ~_BATCHES.c.undone
    )
    return session.execute(wanted.limit(1)).first() is not None


def last_rows(session: Session, *, kind: str) -> Sequence[RowMapping]:
    """Return the rows that each record was last imported from, record by record.

    Each comes with the headings of its batch; within a record they are in the file's order.
    """
    newest = (
        sa.select(_ROWS.c.ref, sa.func.max(_ROWS.c.batch_id).label("batch_id"))
        .join(_BATCHES, _BATCHES.c.id == _ROWS.c.batch_id)
        .where(_ROWS.c.ref != "", _BATCHES.c.kind == kind, ~_BATCHES.c.undone)
        .group_by(_ROWS.c.ref)
        .subquery()
    )
    wanted = (
        sa.select(_ROWS.c.ref, _ROWS.c.outcome, _ROWS.c.cells, _BATCHES.c.headings)
        .join(newest, (newest.c.ref == _ROWS.c.ref) & (newest.c.batch_id == _ROWS.c.batch_id))
        .join(_BATCHES, _BATCHES.c.id == _ROWS.c.batch_id)
        .order_by(_ROWS.c.ref, _ROWS.c.id)
    )
    return session.execute(wanted).mappings().all()


def cells_of(session: Session, ref: str) -> dict[str, str]:
    """Return the cells that a record was first imported from, by heading."""
    wanted = (
        sa.select(_ROWS.c.cells)
        .where(_ROWS.c.ref == ref, _ROWS.c.outcome == Outcome.CREATED.value)
        .order_by(_ROWS.c.id)
        .limit(1)
    )
    cells: dict[str, str] | None = session.execute(wanted).scalar()
    return dict(cells or {})


def open_findings(session: Session) -> list[RowMapping]:
    """Return the findings that nobody has settled, each once, with the file it stands in.

    What a later import of the same file says takes the place of what an earlier one said.
    """
    newest = (
        sa.select(sa.func.max(_BATCHES.c.id).label("id"))
        .where(~_BATCHES.c.undone)
        .group_by(_BATCHES.c.file, _BATCHES.c.kind)
        .subquery()
    )
    undated, unsaid = _undated(session), _without_status(session)
    rows = session.execute(
        sa.select(_FINDINGS, _BATCHES.c.file)
        .join(_BATCHES, _BATCHES.c.id == _FINDINGS.c.batch_id)
        .join(newest, newest.c.id == _BATCHES.c.id)
        .where(_FINDINGS.c.level != "note")
        .order_by(_FINDINGS.c.id)
    ).mappings()
    found = {(row["ref"] or row["id"], row["rule"], row["column"]): row for row in rows}
    return [row for row in found.values() if _open(row, undated, unsaid)]


def _open(row: RowMapping, undated: set[str], unsaid: set[str]) -> bool:
    if row["rule"].startswith("date-"):
        return row["ref"] in undated
    if row["rule"].startswith("status-"):
        return row["ref"] in unsaid
    return not row["ref"]


def _undated(session: Session) -> set[str]:
    refs: set[str] = set()
    for kind in (Kind.OBJECTIVE, Kind.ACTION):
        table = table_of(kind)
        wanted = sa.select(table.c.id).where(
            table.c.due_on.is_(None), table.c.withdrawn_at.is_(None)
        )
        refs |= {kind.ref(number) for number in session.execute(wanted).scalars()}
    return refs


def _without_status(session: Session) -> set[str]:
    updates = table_of(Kind.UPDATE)
    refs: set[str] = set()
    for kind in (Kind.OBJECTIVE, Kind.ACTION):
        table = table_of(kind)
        said = sa.select(updates.c[f"{kind.value}_id"]).where(
            updates.c.status != Status.NO_UPDATE.value,
            updates.c[f"{kind.value}_id"].is_not(None),
            updates.c.withdrawn_at.is_(None),
        )
        wanted = sa.select(table.c.id).where(
            table.c.withdrawn_at.is_(None), table.c.id.not_in(said)
        )
        refs |= {kind.ref(number) for number in session.execute(wanted).scalars()}
    return refs
