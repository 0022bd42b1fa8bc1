"""What is copied to the clipboard: rows as a spreadsheet takes them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from edi_tui.domain.column import Column
from edi_tui.domain.columns import cell
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.rows import Row
from edi_tui.domain.text import one_line

if TYPE_CHECKING:
    from edi_tui.services.register import Register


def rows_named(register: Register, refs: Iterable[str]) -> Sequence[Row]:
    """Return the rows of records of one kind; runs in a thread."""
    from edi_tui.services.search import rows_at

    targets = [target for ref in refs if (target := read_ref(ref))]
    return rows_at(register, targets[0][0], [number for _, number in targets]) if targets else ()


def as_table(rows: Iterable[Row], columns: Sequence[Column]) -> str:
    """Return rows as lines, with a tab between the words of one column and the next."""
    names = [column.name for column in columns]
    return "\n".join("\t".join(one_line(cell(row, name)) for name in names) for row in rows)
