"""One list of a place: which records it shows, in which columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edi_tui.domain.column import Column
from edi_tui.domain.columns import COLUMNS, MORE
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.tui.widgets.record_table import AHEAD, ENTERED, Filling, Order

if TYPE_CHECKING:
    from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Wish:
    """What a list is asked to show."""

    text: str = ""
    """The filter."""
    order: Order = ENTERED
    ref: str = ""
    """The record that the cursor shall be on."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list shows."""

    wish: Wish
    filling: Filling
    total: int
    """How many records of the kind there are, found or not."""
    meaning: str = ""
    """The filter as it was understood, in words."""
    note: str = ""
    """What is said below the list."""
    left_out: str = ""
    """What was not looked at yet for haste, in a sentence."""
    whole: bool = True
    """Whether all that was found is listed, not only the first of it."""


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

    def read(self, register: Register, wish: Wish, *, glance: bool = False) -> Listed:
        """Return what the list shows, with the rows around the cursor; runs in a thread.

        Args:
            register: The register.
            wish: What is to be shown.
            glance: Whether the first rows of a long list are enough for now.

        Raises:
            FilterError: The filter cannot be understood.
            TooSoonError: Too much has to be worked out for it first; see `work_out`.
        """
        from edi_tui.services.ordering import ordered
        from edi_tui.services.search import rows_at, search

        first = AHEAD if glance and wish.order == ENTERED else None
        found = search(register, self.kind, wish.text, hurry=True, first=first)
        numbers = ordered(register, self.kind, found.numbers, wish.order.column, wish.order.down)
        rows = rows_at(register, self.kind, self.first(numbers, wish.ref))
        more = MORE.get(self.kind, ())
        filling = Filling(self.kind, self.columns, numbers, rows, more, order=wish.order)
        return Listed(
            wish,
            filling,
            found.total,
            found.meaning,
            left_out=found.left_out,
            whole=found.whole,
        )

    def work_out(self, register: Register, text: str) -> None:
        """Work out what a filter asks for and nobody should wait for; runs in a thread."""
        from edi_tui.services.search import search

        search(register, self.kind, text)

    def first(self, numbers: Sequence[int], ref: str) -> Sequence[int]:
        """Return the numbers that are read with the list: those around the cursor."""
        target = read_ref(ref)
        wanted = target[1] if target and target[0] is self.kind else 0
        try:
            place = numbers.index(wanted)
        except ValueError:
            place = 0
        return numbers[max(place - AHEAD, 0) : place + AHEAD]


@dataclass(frozen=True)
class WholeListing(Listing):
    """A list that is short enough to be read whole, since it tells more than the rows say."""

    def first(self, numbers: Sequence[int], ref: str) -> Sequence[int]:
        """Return all numbers."""
        return numbers
