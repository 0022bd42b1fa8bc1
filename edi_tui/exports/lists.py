"""A list of records of one kind as a file."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date

from edi_tui.domain.columns import COLUMNS, cell, row_plain
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ROWS, DeliveryRow, Row
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


def list_csv(kind: Kind, rows: Sequence[Row]) -> bytes:
    """Return rows as CSV: codes, ISO dates, every field."""
    return to_csv(plain_names(kind), map(row_plain, rows))


def list_data(kind: Kind, rows: Sequence[Row]) -> bytes:
    """Return rows as the JSON that lists of the commands print."""
    return to_data({"schema": 1, "kind": kind.plural, "rows": [row_plain(row) for row in rows]})


def list_sheet(kind: Kind, rows: Sequence[Row]) -> bytes:
    """Return rows as an Excel workbook with the columns that people see in the terminal.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    return to_sheet(_paper(kind, rows))


def list_ods(kind: Kind, rows: Sequence[Row]) -> bytes:
    """Return rows as an OpenDocument workbook with the same columns.

    Raises:
        ExportError: A text is longer than a cell can hold.
    """
    return to_ods(_paper(kind, rows))


def _paper(kind: Kind, rows: Sequence[Row]) -> Paper:
    title = kind.plural.capitalize()
    columns = COLUMNS[kind]
    table = Table(
        title,
        tuple(Column(column.heading, column.right) for column in columns),
        tuple(tuple(said(cell(row, column.name)) for column in columns) for row in rows),
        f"The register holds no {kind.plural}.",
    )
    return printable(Paper(title, (), (Section(title, (), (table,)),), _UNDATED))
