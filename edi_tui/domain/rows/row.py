"""The row that all kinds begin from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from edi_tui.domain.kinds import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The base of all rows."""

    KIND: ClassVar[Kind]
    ref: str
    version: int
    withdrawn: str = ""
    """The reason of the withdrawal; empty while the record stands."""
    source: str = ""
    """Where it was imported from: `plan.docx, table 1, row 1`."""
