"""A table of records of one kind, which are read as they come into sight."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from rich.text import Text
from textual.message import Message

from edi_tui.domain import columns
from edi_tui.domain.column import Column
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import DeliveryRow, Row
from edi_tui.tui.status_style import colours, status_style
from edi_tui.tui.text import cell
from edi_tui.tui.widgets.virtual_table import VirtualTable

Told = Mapping[str, Mapping[str, tuple[str, str]]]
"""Words, and the theme's name of their colour or a style, by reference and column."""
AHEAD = 50
"""Rows that are read above and below the window, so that a page further is there already."""
_KEPT = 2_000
"""Most rows that are kept; beyond them those out of sight are let go."""


@dataclass(frozen=True, slots=True)
class Order:
    """The column that a list is sorted by."""

    column: str = ""
    """Its name; empty where the records stand as they were entered."""
    down: bool = False
    """Whether the greatest comes first."""


ENTERED = Order()
"""As the records were entered."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a table shows."""

    kind: Kind
    columns: Sequence[Column]
    numbers: Sequence[int]
    """The number of each record, in order."""
    rows: Sequence[Row]
    """Those that have been read already; the others are asked for when they are seen."""
    more: Sequence[Column] = ()
    """Columns for which there is room in a wide window."""
    told: Told = field(default_factory=dict)
    """Words and colours of cells that the rows themselves do not have."""
    order: Order = ENTERED


class RecordTable(VirtualTable):
    """Lists records by number and keeps the cursor on the record it was on."""

    class Chosen(Message):
        """The cursor came to a record."""

        def __init__(self, row: Row | None) -> None:
            """Carry the row, or None where the list is empty."""
            super().__init__()
            self.row = row

    class Wanted(Message):
        """Rows have come into sight that are not there yet."""

        def __init__(self, numbers: Sequence[int], turn: int) -> None:
            """Carry their numbers, and which filling of the table asks."""
            super().__init__()
            self.numbers, self.turn = numbers, turn

    def __init__(self) -> None:
        """Make an empty table."""
        super().__init__()
        self.filling = Filling(Kind.OBJECTIVE, (), (), ())
        """What is shown."""
        self._rows: dict[str, Row | None] = {}
        self._turn = 0
        self._asked = False

    @property
    def row_count(self) -> int:
        """How many records are listed."""
        return len(self.filling.numbers)

    @property
    def current_ref(self) -> str:
        """The reference of the record under the cursor, empty where there is none."""
        return self.ref_at(self.cursor) if self.row_count else ""

    @property
    def current(self) -> Row | None:
        """The row under the cursor; None where there is none, or it is still being read."""
        return self._rows.get(self.current_ref)

    def ref_at(self, place: int) -> str:
        """Return the reference of the record at a place."""
        return self.filling.kind.ref(self.filling.numbers[place])

    def place_of(self, ref: str) -> int | None:
        """Return the place of a record in the list, or None where it is not listed."""
        target = read_ref(ref)
        if target is None or target[0] is not self.filling.kind:
            return None
        try:
            return self.filling.numbers.index(target[1])
        except ValueError:
            return None

    def nearest(self, filling: Filling) -> str:
        """Return the record under the cursor, or where it is gone the next one that is not.

        Args:
            filling: What is to be shown, of the same kind and in the same order.
        """
        listed = set(filling.numbers)
        after, before = self.filling.numbers[self.cursor :], self.filling.numbers[: self.cursor]
        still = (number for number in (*after, *reversed(before)) if number in listed)
        return next(map(filling.kind.ref, still), "")

    def show(self, filling: Filling, *, select: str = "") -> None:
        """Fill the table, keeping the cursor where it was or moving it to a record.

        Args:
            filling: What to show.
            select: The record that the cursor goes to.
        """
        kept = select or self.current_ref
        self.filling = filling
        self._rows = {row.ref: row for row in filling.rows}
        self._turn += 1
        self._asked = False
        self.set_columns(filling.columns, filling.more)
        self.redraw(self.place_of(kept) or 0)
        self._ask()
        self._tell()

    def take(self, wanted: Wanted, rows: Sequence[Row]) -> None:
        """Show rows that were asked for, unless the table was filled anew since."""
        if wanted.turn != self._turn:
            return
        if len(self._rows) > _KEPT:
            near = {self.ref_at(place) for place in self._near()}
            self._rows = {ref: row for ref, row in self._rows.items() if ref in near}
        known = self.current is not None
        # One that was withdrawn since is not asked for again and again.
        self._rows |= dict.fromkeys(map(self.filling.kind.ref, wanted.numbers))
        self._rows |= {row.ref: row for row in rows}
        self._asked = False
        self.refresh()
        self._ask()
        if not known:
            self._tell()

    def texts(self, place: int) -> Sequence[Text] | None:
        """Return the texts of the columns that there is room for, None while they are read."""
        ref = self.ref_at(place)
        row = self._rows.get(ref)
        if row is None:
            return None
        told = self.filling.told.get(ref, {})
        return [self._cell(row, column, told) for column in self.columns]

    def words(self, place: int) -> Hashable:
        """Return the row, and the words that it does not have itself."""
        ref = self.ref_at(place)
        return self._rows.get(ref), tuple(self.filling.told.get(ref, {}).items())

    def arrow(self, column: Column) -> str:
        """Return an arrow up or down over the column that the list is sorted by."""
        order = self.filling.order
        return (" ▼" if order.down else " ▲") * (order.column == column.name)

    def _cell(self, row: Row, column: Column, told: Mapping[str, tuple[str, str]]) -> Text:
        if column.name in told:
            words, variable = told[column.name]
            return cell(words, colours(self.app).get(variable, variable))
        style = ""
        if column.name == "status" and isinstance(row, DeliveryRow):
            style = status_style(self.app, row.computed.status)
        return cell(columns.cell(row, column.name), style)

    def watch_cursor(self, before: int, now: int) -> None:
        """Tell which record the cursor came to."""
        super().watch_cursor(before, now)
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for the rows that came into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def on_resize(self) -> None:
        """Ask for the rows that a larger window shows."""
        self._ask()

    def _tell(self) -> None:
        row = self.current
        if row is not None or not self.row_count:
            self.post_message(self.Chosen(row))

    def _near(self) -> range:
        """Return the places of the window, and those that are read ahead around it."""
        first = max(self.top - AHEAD, 0)
        return range(first, min(self.top + self.page + AHEAD, self.row_count))

    def _ask(self) -> None:
        """Ask for the rows around the window where one that is seen is not there."""
        last = min(self.top + self.page, self.row_count)
        seen = (self.ref_at(place) for place in range(self.top, last))
        if self._asked or all(ref in self._rows for ref in seen):
            return
        self._asked = True
        places = [place for place in self._near() if self.ref_at(place) not in self._rows]
        numbers = [self.filling.numbers[place] for place in places]
        self.post_message(self.Wanted(numbers, self._turn))
