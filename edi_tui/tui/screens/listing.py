"""One list of a place: which records it shows, in which columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edi_tui.domain.column import Column
from edi_tui.domain.columns import COLUMNS
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import Row

if TYPE_CHECKING:
    from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows."""

    rows: Sequence[Row]
    told: Mapping[str, Mapping[str, tuple[str, str]]] = field(default_factory=dict)
    """Words, and the theme colour they have, by reference and column, of cells beyond the row's."""
    note: str = ""
    """What is said below the list."""


@dataclass(frozen=True)
class Listing:
    """A list of all records of a kind."""

    kind: Kind
    empty: str = "Nothing here yet. Press n to write the first."
    """What to say and do where there is no record."""

    @property
    def title(self) -> str:
        """What the list is called."""
        return self.kind.plural.replace("_", " ").replace("frameworks", "framework items")

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, in order."""
        return COLUMNS[self.kind]

    def read(self, register: Register) -> Listed:
        """Return what the list shows; runs in a thread."""
        from edi_tui.services.lists import rows_of

        return Listed(rows_of(register, self.kind))
