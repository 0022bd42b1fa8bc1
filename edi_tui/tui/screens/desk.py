"""The Desk: what imports left open, settled one thing after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from edi_tui.domain.column import Column
from edi_tui.domain.desk import DeskItem, alike
from edi_tui.domain.rows import Row
from edi_tui.tui.keys.desk import DESK
from edi_tui.tui.place_of import place_of
from edi_tui.tui.screens.table_screen import TableScreen
from edi_tui.tui.settling import SettlingScreen
from edi_tui.tui.text import cell, plain
from edi_tui.tui.widgets.desk_detail import DeskDetail
from edi_tui.tui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from edi_tui.services.register import Register

_COLUMNS = (
    Column("matter", "Matter", 14),
    Column("ref", "Ref", 8),
    Column("value", "In the file"),
    Column("offer", "Proposed", 14),
)

_NOTHING = "Nothing waits on the Desk. Press esc for Today, or i to import a plan."

_ON_ITEMS = ("accept", "proposal", "accept_all", "correct", "keep", "leave_out")
"""The actions that need something under the cursor."""


class DeskScreen(TableScreen, SettlingScreen):
    """What waits on one side, the thing under the cursor with its proposals on the other."""

    PLACE = "today"
    DEFAULT_CSS = """
    DeskScreen {
        #split { height: 1fr; }
        #waiting { width: 3fr; height: 1fr; }
        DeskDetail { width: 2fr; height: 1fr; }
        &.-narrow #split, &.-tiny #split { layout: vertical; }
        &.-narrow #waiting, &.-tiny #waiting { width: 1fr; height: 2fr; }
        &.-narrow DeskDetail, &.-tiny DeskDetail { width: 1fr; height: 3fr; }
        &.-tiny.-low #waiting { height: 4; }
        &.-tiny.-low .-idle #waiting { height: 1fr; }
        .-idle DeskDetail { display: none; }
    }
    """
    AUTO_FOCUS = "ListTable"
    BINDINGS: ClassVar[list[BindingType]] = [*DESK]

    def __init__(self) -> None:
        """Begin without anything read."""
        super().__init__()
        self._wanted = 0
        self._told: DeskItem | None = None

    def compose_body(self) -> ComposeResult:
        """Lay the list beside the item."""
        with Horizontal(id="split"):
            with Vertical(id="waiting", classes="panel") as waiting:
                waiting.border_title = "The Desk"
                yield ListTable()
            detail = DeskDetail(classes="panel")
            detail.border_title = "To settle"
            yield detail

    @property
    def table(self) -> ListTable:
        """The list."""
        return self.query_one(ListTable)

    @property
    def item(self) -> DeskItem | None:
        """What the cursor is on."""
        key = self.table.current_key
        return next((one for one in self.items if str(one.number) == key), None)

    @property
    def current(self) -> Row | None:
        """No record: things on the Desk are settled, not edited."""
        return None

    def select_number(self, number: int) -> None:
        """Put the cursor on a thing as soon as it is listed."""
        self._wanted = number
        self.load()

    def read(self, register: Register) -> object:
        """Return what waits."""
        from edi_tui.services.desk import desk

        return desk(register)

    def show(self, content: object) -> None:
        """List what waits, but for what is being settled."""
        assert isinstance(content, tuple)
        place = self.table.cursor
        self.items = tuple(one for one in content if one.number not in self.leaving)
        self._list(self._wanted or self._number_at(place))
        self._wanted = 0

    def _number_at(self, place: int) -> int:
        """Return the number of what stood at a place, or of what stands there now."""
        current = self.table.current_key
        if any(str(one.number) == current for one in self.items):
            return int(current)
        return self.items[min(place, len(self.items) - 1)].number if self.items else 0

    def _list(self, number: int) -> None:
        lines = [(str(one.number), _cells(one)) for one in self.items]
        self.table.why_empty = _NOTHING
        self.table.fill(_COLUMNS, lines, select=str(number))
        self.query_one("#waiting").border_subtitle = plain(f"{len(lines):,}")
        self.query_one("#split").set_class(not lines, "-idle")
        self.tell()

    @on(ListTable.Moved)
    def tell(self) -> None:
        """Show the thing under the cursor; what was chosen for it stays chosen."""
        if self.item != self._told:
            self.chosen = 0
        self._told = self.item
        self._show_item()

    def _show_item(self) -> None:
        detail = self.query_one(DeskDetail)
        detail.show(self.item, self.chosen)
        place, count = self.table.cursor + 1, len(self.items)
        detail.border_subtitle = plain(f"{place:,} of {count:,}" if count else "")
        self.refresh_bindings()

    def action_proposal(self, step: int) -> None:
        """Choose the proposal before or after this one."""
        if self.item and self.item.proposals:
            self.chosen = (self.chosen + step) % len(self.item.proposals)
            self._show_item()

    @on(ListTable.Selected)
    def action_open(self) -> None:
        """Go to the record, or correct what has none."""
        item = self.item
        if item is None:
            return
        place = place_of(item.ref)
        if place:
            self.edi.go(place, ref=item.ref)
        else:
            self.action_correct()

    def action_back(self) -> None:
        """Go back to Today."""
        self.edi.go("today")

    def why_not(self, action: str) -> str:
        """Return why a key has nothing to act on here."""
        if action not in _ON_ITEMS:
            return super().why_not(action)
        if self.item is None:
            return "Nothing waits on the Desk."
        if action in ("accept", "proposal") and not self.item.proposals:
            return "Nothing can be proposed here: press e to give the right words."
        if action == "accept_all" and not alike(self.item, self.items):
            return "Here each needs a look of its own: none is the likeliest."
        return ""


def _cells(item: DeskItem) -> list[Text]:
    finding = item.finding
    offer = item.proposals[0] if item.proposals else None
    return [
        cell(item.matter.label),
        cell(item.ref),
        cell(finding.value or finding.message),
        cell((offer.shown or offer.words) if offer else "–"),
    ]
