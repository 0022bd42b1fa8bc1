"""The findings of imports, as the Desk looks at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from edi_tui.domain.desk import Matter, finding_key, matter_of, row_subject
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind, read_kind
from edi_tui.store import batches

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Waiting:
    """A finding of an import that may wait for a person."""

    number: int
    kind: Kind
    matter: Matter
    finding: Finding
    key: str
    column: str
    """The import's own name of the column."""
    headings: Mapping[str, str]
    """That name by heading, for every column that was read."""
    cells: Mapping[str, str]
    read_on: date
    """The day of the import, from which a missing year counts."""


def waiting(session: Session) -> list[Waiting]:
    """Return the findings that may wait for a person, oldest first, settled ones too."""
    rows = batches.waiting(session)
    cells = batches.rows_at(session, {row["batch_id"] for row in rows})
    found = (_read(row, cells.get((row["batch_id"], row["where"]), {})) for row in rows)
    return [one for one in found if one is not None]


def _read(row: Mapping[Any, Any], cells: Mapping[str, str]) -> Waiting | None:
    finding = Finding(
        rule=row["rule"],
        level=FindingLevel(row["level"]),
        message=row["message"],
        where=f"{row['file']}, {row['where']}",
        column=row["column"],
        value=row["value"],
        proposals=tuple(row["proposals"]),
        ref=row["ref"],
    )
    kind, matter = read_kind(row["kind"]), matter_of(finding)
    if kind is None or matter is None:
        return None
    fields = {k: v for table in row["headings"].values() for k, v in table.items()}
    column = fields.get(finding.column, "")
    key = finding_key(finding.rule, _subject(finding, kind, cells), finding.column, finding.value)
    day = date.fromisoformat(row["at"][:10])
    return Waiting(row["id"], kind, matter, finding, key, column, fields, cells, day)


def _subject(finding: Finding, kind: Kind, cells: Mapping[str, str]) -> str:
    return finding.ref or (row_subject(kind, cells) if cells else kind.plural)
