"""What every reader makes of a file: tables of cells, each knowing where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from edi_tui.domain.findings import Finding


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, and the date where the file holds a real one."""

    text: str = ""
    """Plain paragraphs, nothing else done to the words; a real date in ISO form."""
    on: date | None = None
    """Set where the file stores a typed date, which then needs no reading."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the number that a person sees."""

    number: int
    """Spreadsheets and CSV: the sheet's own row number. Word: 1 for the table's first row."""
    cells: tuple[Cell, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell says anything."""
        return not any(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a Word file, one sheet of a workbook, or a whole CSV file."""

    where: str
    """`table 2`, `sheet Plan`, or `file` for CSV."""
    rows: tuple[Row, ...]
    paged: bool = False
    """Whether rows may have been split by page breaks (Word)."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything read from one file."""

    file: str
    """File name without folders."""
    sha256: str
    tables: tuple[Table, ...]
    notices: tuple[Finding, ...] = field(default=())
    """What the reader had to decide: an encoding, a hidden sheet left out."""
