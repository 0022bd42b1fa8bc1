"""A list of records that is filtered, sorted, marked and read as it comes into sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.rows import Row
from edi_tui.tui.editing import form_fields
from edi_tui.tui.screens.listing import Listing
from edi_tui.tui.screens.seeking import SeekingScreen
from edi_tui.tui.screens.sought import Sought
from edi_tui.tui.screens.table_screen import TableScreen
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.filter_bar import FilterBar
from edi_tui.tui.widgets.list_tabs import ListTabs
from edi_tui.tui.widgets.marking_table import MarkingTable
from edi_tui.tui.widgets.panel import Panel
from edi_tui.tui.widgets.record_table import Order, RecordTable

_NOTHING = "Nothing matches the filter. Press esc to show all."


class ListScreen(SeekingScreen, TableScreen):
    """A place with lists, one shown at a time, and a filter over them."""

    DEFAULT_CSS = """
    ListScreen {
        #note { display: none; height: auto; padding: 1 1 0 1; color: $text-muted; }
        &.-low #note { display: none; }
        &.-low ListTabs { margin: 0 0 0 1; }
        &.-low FilterBar { margin: 0 1; }
        &.-low #meaning { max-height: 1; }
        &.-narrow.-high #list.-filtered { min-height: 11; }
    }
    """

    @dataclass
    class RowsRead(Message):
        """Rows that came into sight have arrived."""

        wanted: RecordTable.Wanted
        rows: Sequence[Row]

    def __init__(self) -> None:
        """Begin with the first list."""
        super().__init__()
        self._field = ""
        """The field of that record whose form opens then."""

    def compose_list(self) -> ComposeResult:
        """Lay the names of the lists and the filter over the list."""
        yield ListTabs([listing.title for listing in self.LISTS])
        yield FilterBar()
        yield MarkingTable()
        yield Static("", id="note")

    @property
    def current(self) -> Row | None:
        """The record under the cursor."""
        return self.table.current

    @property
    def marked(self) -> list[str]:
        """The references of the marked records."""
        return self.table.marked

    def unmark(self) -> None:
        """Take all marks away."""
        while self.table.unmark():
            pass

    def show(self, content: object) -> None:
        """List the rows that match the filter, or say what is the matter with it."""
        assert isinstance(content, Sought)
        if content.listing is not self.listing or self._is_stale(content):
            return
        select = self._wanted or self._nearest(content)
        listed, self._sought = content.listed, content
        if content.problem and content.wish.order == self._order:
            self._order = listed.wish.order
        self.query_one(ListTabs).show(self.LISTS.index(self.listing))
        self._tell_filter(content)
        note = self.query_one("#note", Static)
        note.display = bool(listed.note)
        if note.display:
            note.update(plain(listed.note))
        self.table.why_empty = _NOTHING if listed.total else self.listing.empty
        self.table.show(listed.filling, select=select)
        self.count()
        if self._wanted and self.table.current_ref == self._wanted:
            self._arrive()
        self._tell_waiting(content)

    def _is_stale(self, sought: Sought) -> bool:
        """Tell whether what was asked for later is shown already."""
        return self._sought is not None and sought.turn < self._sought.turn

    def _nearest(self, sought: Sought) -> str:
        """Return where the cursor goes in a list that was not asked for otherwise than before."""
        before = self._sought
        if before is None or before.listing is not sought.listing:
            return ""
        same = before.listed.wish.text == sought.listed.wish.text
        return self.table.nearest(sought.listed.filling) if same else ""

    def _tell_filter(self, sought: Sought) -> None:
        if self._wanted and not sought.problem and not sought.listed.wish.text:
            self._filter_by("")
        self.filter.tell(sought.listed.meaning, sought.problem)
        self.query_one("#list").set_class(self.filter.has_class("-open"), "-filtered")

    def select(self, ref: str, field: str = "") -> None:
        """Put the cursor on a record as soon as it is listed, in the list of its kind.

        Args:
            ref: The record.
            field: The field whose entry opens then, if it is one that people fill in.
        """
        target = read_ref(ref)
        for listing in self.LISTS:
            if target and listing.kind is target[0]:
                self._change(listing)
                self._wanted, self._field = ref, field
                break
        self.edi.keys.wait_for(self.load())

    def _arrive(self) -> None:
        """Open the form of the record that the cursor was sent to, where a field was named."""
        row, field = self.current, self._field
        self._wanted = self._field = ""
        if row is not None and field in {spec.name for spec in form_fields(row.KIND)}:
            self.edit_field(row, field)

    @on(MarkingTable.Marked)
    def count(self) -> None:
        """Say how many records are listed and marked."""
        if self._sought is None:
            return
        marked = len(self.table.marked)
        shown, listed = self.table.row_count, self._sought.listed
        more = "" if listed.whole else "+"
        told = f"{shown:,}{more} of {listed.total:,}" if shown != listed.total else f"{shown:,}"
        marks = f"{marked:,} marked · " * bool(marked)
        ranging = "range: v ends it · " * self.table.ranging
        self.query_one("#list", Panel).tell(plain(f"{ranging}{marks}{told}"))
        self.refresh_bindings()

    @on(RecordTable.Wanted)
    def read_wanted(self, message: RecordTable.Wanted) -> None:
        """Read the rows that came into sight."""
        self.read_rows(message)

    @work(thread=True, exit_on_error=False, group="rows")
    def read_rows(self, wanted: RecordTable.Wanted) -> None:
        """Read rows in the background."""
        from edi_tui.services.search import rows_at

        try:
            rows = rows_at(self.edi.opened(), self.kind, wanted.numbers)
        except EdiError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.RowsRead(wanted, rows))

    @on(RowsRead)
    def show_rows(self, message: RowsRead) -> None:
        """Show the rows that were read."""
        self.table.take(message.wanted, message.rows)

    @on(FilterBar.Left)
    def back_to_list(self) -> None:
        """Go back to the list, keeping the filter, as soon as all that it finds is there."""
        if self._rest is not None:
            self.edi.keys.wait_for(self._rest)
        self.table.focus()

    @on(ListTabs.Chosen)
    def change_list(self, message: ListTabs.Chosen) -> None:
        """Show another list of this place."""
        self._change(self.LISTS[message.place])
        self.load()

    def _change(self, listing: Listing) -> None:
        if listing is not self.listing:
            self.listing, self._sought, self._order = listing, None, Order()
            self._filter_by("")

    def action_list(self, step: int) -> None:
        """Show the list before or after this one."""
        self.query_one(ListTabs).move(step)
