"""A list of records of one kind as a file."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.columns import COLUMNS, cell, row_plain
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import ROWS, DeliveryRow, Row
from edi_tui.exports.manifest import LIST, Manifest, made_by
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.to_csv import to_csv
from edi_tui.exports.to_data import to_data
from edi_tui.exports.to_ods import to_ods
from edi_tui.exports.to_sheet import to_sheet
from edi_tui.exports.wording import said

_UNDATED = date(1980, 1, 1)
"""A list says nothing of a date; archives begin here."""


def plain_names(kind: Kind) -> list[str]:
    """Return the keys that `row_plain` gives for rows of a kind, also where there are no rows."""
    names: list[str] = []
    for field in dataclasses.fields(ROWS[kind]):
        if field.name == "computed":
            names += ["computed_status", "computed_reason", "overdue_days", "stale"]
        else:
            names.append(field.name)
    return [*names, "hia"] if issubclass(ROWS[kind], DeliveryRow) else names


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The rows of one kind, and of what they were taken."""

    kind: Kind
    rows: Sequence[Row]
    head: str
    """The newest entry of the change log, as papers print it."""
    as_at: date
    """The day at which progress was read."""
    wanted: str = ""
    """The filter; empty where all rows are in it."""
    hidden: int = 0
    """How many rows were left out, since too few people stand behind them."""


def list_csv(listing: Listing) -> bytes:
    """Return rows as CSV: codes, ISO dates, every field."""
    return to_csv(plain_names(listing.kind), map(row_plain, listing.rows))


def list_data(listing: Listing) -> bytes:
    """Return rows as the JSON that lists of the commands print, and what they were taken of."""
    kind = listing.kind
    said = _manifest(listing, "json", tuple(plain_names(kind)))
    rows = [row_plain(row) for row in listing.rows]
    return to_data({"schema": 1, "kind": kind.plural, "rows": rows, "manifest": said.plain()})


def list_sheet(listing: Listing) -> bytes:
    """Return rows as an Excel workbook with the columns that people see in the terminal.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    return to_sheet(_paper(listing, "xlsx"))


def list_ods(listing: Listing) -> bytes:
    """Return rows as an OpenDocument workbook with the same columns.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    return to_ods(_paper(listing, "ods"))


def _paper(listing: Listing, file_format: str) -> Paper:
    title = listing.kind.plural.capitalize()
    columns = COLUMNS[listing.kind]
    table = Table(
        title,
        tuple(Column(column.heading, column.right) for column in columns),
        tuple(tuple(said(cell(row, column.name)) for column in columns) for row in listing.rows),
        f"The register holds no {listing.kind.plural}.",
    )
    paper = printable(Paper(title, (), (Section(title, (), (table,)),), _UNDATED))
    manifest = _manifest(listing, file_format, paper.headings)
    return dataclasses.replace(paper, manifest=manifest.line())


def _manifest(listing: Listing, file_format: str, columns: tuple[str, ...]) -> Manifest:
    """Return what a list says of its making; it is of no closed quarter."""
    return Manifest(
        paper=LIST,
        part=listing.kind.plural,
        format=file_format,
        made_by=made_by(file_format),
        quarter=str(Quarter.containing(listing.as_at)),
        as_at=listing.as_at.isoformat(),
        snapshot="",
        head=listing.head,
        filter=listing.wanted,
        columns=columns,
        suppressed=listing.hidden,
    )
