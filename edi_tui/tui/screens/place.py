"""A place made of lists: the list on one side, the record under the cursor on the other."""

from __future__ import annotations

import dataclasses
from asyncio import sleep
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import DRAFTS, JUDGED, SUPPORTED, Draft
from edi_tui.domain.rows import Row
from edi_tui.tui import bindings
from edi_tui.tui.bulk_editing import BulkEditingScreen
from edi_tui.tui.course import course_of
from edi_tui.tui.editing import UPDATED, form_fields
from edi_tui.tui.screens.listing import Listed, Listing, Wish
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.filter_bar import FilterBar
from edi_tui.tui.widgets.list_tabs import ListTabs
from edi_tui.tui.widgets.marking_table import MarkingTable
from edi_tui.tui.widgets.record_table import Order, RecordTable

if TYPE_CHECKING:
    from edi_tui.services.pages import Page
    from edi_tui.services.register import Register
    from edi_tui.tui.course import Course


_DAYS = ("on", "as_at", "raised_on", "asked_on")
"""Fields that hold the day of what a record is about; a new one begins with today."""
_REST = 0.06
"""Seconds that the cursor stays on a record before its page is read: not while a key is held."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A list as it was asked for, or as it was before where the filter cannot be understood."""

    listing: Listing
    listed: Listed
    problem: str = ""
    """What is the matter with the filter."""


class PlaceScreen(BulkEditingScreen):
    """Lists of one or more kinds of record, one shown at a time, beside the detail."""

    DEFAULT_CSS = """
    PlaceScreen {
        #split { height: 1fr; }
        #list { width: 13fr; height: 1fr; }
        Detail { width: 8fr; height: 1fr; }
        &.-narrow #split { layout: vertical; }
        &.-narrow #list { width: 1fr; height: 11fr; }
        &.-narrow Detail { width: 1fr; height: 9fr; }
        &.-tiny Detail, &.-low Detail { display: none; }
        &.-tiny.-reading #list, &.-low.-reading #list { display: none; }
        &.-tiny.-reading Detail, &.-low.-reading Detail { display: block; }
        #note { display: none; height: auto; padding: 1 1 0 1; color: $text-muted; }
        &.-low #note { display: none; }
        &.-low ListTabs { margin: 0 0 0 1; }
        &.-low FilterBar { margin: 0 1; }
        &.-low #meaning { max-height: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.LIST]
    AUTO_FOCUS = "RecordTable"
    LISTS: ClassVar[tuple[Listing, ...]] = ()
    """The lists of the place, the first one first."""

    @dataclass
    class RowsRead(Message):
        """Rows that came into sight have arrived."""

        wanted: RecordTable.Wanted
        rows: Sequence[Row]

    def __init__(self) -> None:
        """Begin with the first list."""
        super().__init__()
        self.listing = self.LISTS[0]
        """The list that is shown, or being read."""
        self._text = ""
        self._order = Order()
        self._at = ""
        self._sought: Sought | None = None
        self._seeking: Wish | None = None
        self._wanted = ""
        """The record that the cursor goes to as soon as it is listed."""
        self._field = ""
        """The field of that record whose form opens then."""

    def compose_body(self) -> ComposeResult:
        """Lay out the filter, the list and the detail."""
        with Horizontal(id="split"):
            with Vertical(id="list", classes="panel") as panel:
                panel.border_title = self.PLACE.capitalize()
                yield ListTabs([listing.title for listing in self.LISTS])
                yield FilterBar()
                yield MarkingTable()
                yield Static("", id="empty")
                yield Static("", id="note")
            yield Detail(classes="panel")

    @property
    def table(self) -> MarkingTable:
        """The list."""
        return self.query_one(MarkingTable)

    @property
    def filter(self) -> FilterBar:
        """Where a filter is typed."""
        return self.query_one(FilterBar)

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

    @property
    def kind(self) -> Kind:
        """The kind of record that is listed."""
        return self.listing.kind

    @property
    def _wish(self) -> Wish:
        """What the list is to show; asked for by threads, which do not look at widgets."""
        return Wish(self._text, self._order, self._wanted or self._at)

    def _filter_by(self, text: str) -> None:
        self._text = self.filter.value = text

    def read(self, register: Register) -> object:
        """Return what the list shows; with a filter that makes no sense, what it showed before."""
        from edi_tui.services.ordering import OrderError
        from edi_tui.domain.errors import FilterError

        listing, wish = self.listing, self._wish
        try:
            return Sought(listing, self._read_for(listing, wish, register))
        except (FilterError, OrderError) as error:
            before = self._sought.listed.wish if self._sought else Wish()
            kept = dataclasses.replace(before, ref=wish.ref)
            return Sought(listing, listing.read(register, kept), str(error))

    def _read_for(self, listing: Listing, wish: Wish, register: Register) -> Listed:
        """Return a list; without its filter where that hides the record that is wanted."""
        listed = listing.read(register, wish)
        target = read_ref(self._wanted)
        if not wish.text or target is None or target[1] in listed.filling.numbers:
            return listed
        whole = listing.read(register, dataclasses.replace(wish, text=""))
        return whole if target[1] in whole.filling.numbers else listed

    def show(self, content: object) -> None:
        """List the rows that match the filter, or say what is the matter with it."""
        assert isinstance(content, Sought)
        if content.listing is not self.listing:
            return
        listed, self._sought = content.listed, content
        self._order = listed.wish.order
        self.query_one(ListTabs).show(self.LISTS.index(self.listing))
        self._tell_filter(content)
        note = self.query_one("#note", Static)
        note.update(plain(listed.note))
        note.display = bool(listed.note)
        self._show_empty(listed)
        self.table.show(listed.filling, select=self._wanted)
        if self._wanted and self.table.current_ref == self._wanted:
            self._arrive()

    def _tell_filter(self, sought: Sought) -> None:
        if self._wanted and not sought.problem and not sought.listed.wish.text:
            self._filter_by("")
        self.filter.tell(sought.listed.meaning, sought.problem)

    def _show_empty(self, listed: Listed) -> None:
        shown = bool(listed.filling.numbers)
        empty = self.query_one("#empty", Static)
        empty.display = not shown
        hidden = not self.table.display
        self.table.display = shown
        if shown and hidden and not self.filter.has_focus_within:
            self.table.focus()
        if listed.total:
            empty.update("Nothing matches the filter. Press escape to show all.")
        else:
            empty.update(plain(self.listing.empty))

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
        self.load()

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
        shown, total = self.table.row_count, self._sought.listed.total
        told = f"{shown:,} of {total:,}" if shown != total else f"{total:,}"
        marks = f"{marked:,} marked · " * bool(marked)
        ranging = "range: v ends it · " * self.table.ranging
        self.query_one("#list").border_subtitle = plain(f"{ranging}{marks}{told}")
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

    @on(RecordTable.Chosen)
    def open_detail(self, message: RecordTable.Chosen) -> None:
        """Show the record that the cursor came to."""
        self._at = self.table.current_ref
        self.refresh_bindings()
        if message.row is None:
            self.query_one(Detail).clear()
        else:
            self.read_page(message.row.ref)

    @work(exclusive=True, exit_on_error=False, group="page")
    async def read_page(self, ref: str) -> None:
        """Read and show the page of the record on which the cursor came to rest."""
        await sleep(_REST)
        try:
            page, course = await self.edi.in_thread(lambda register: _page(register, ref))
        except EdiError as error:
            self.edi.refuse(error)
            return
        if self.table.current_ref == ref:
            self.query_one(Detail).show(page, course)

    @on(FilterBar.Typed)
    def narrow(self) -> None:
        """List what matches what has been typed so far."""
        self._text = self.filter.value
        if self._seeking is None:
            self.seek()

    @work(exit_on_error=False, group="seek")
    async def seek(self) -> None:
        """List what is wished for, and again if something else is by then."""
        try:
            while self._seeking != (wish := self._wish):
                self._seeking = wish
                self.show(await self.edi.in_thread(self.read))
        except EdiError as error:
            self.edi.refuse(error)
        finally:
            self._seeking = None

    @on(FilterBar.Left)
    def back_to_list(self) -> None:
        """Go back to the list, keeping the filter."""
        self.table.focus()

    @on(RecordTable.Selected)
    def read_detail(self) -> None:
        """Go into the detail; where there is room for one panel only, it takes the place."""
        self.add_class("-reading")
        self.query_one(Detail).focus()

    @on(ListTabs.Chosen)
    def change_list(self, message: ListTabs.Chosen) -> None:
        """Show another list of this place."""
        self._change(self.LISTS[message.place])
        self.load()

    def _change(self, listing: Listing) -> None:
        if listing is not self.listing:
            self.listing, self._sought, self._order = listing, None, Order()
            self._filter_by("")

    @on(RecordTable.HeaderClicked)
    def sort_by_heading(self, message: RecordTable.HeaderClicked) -> None:
        """Sort by a column; the other way round where the list is sorted by it already."""
        column = message.column.name
        self._sort(Order(column, column == self._order.column and not self._order.down))

    def _sort(self, order: Order) -> None:
        self._order = order
        self.narrow()

    def action_sort(self) -> None:
        """Sort by the next column, and after the last as the records were entered."""
        names = ["", *(column.name for column in self.table.columns if column.name != "ref")]
        place = names.index(self._order.column) if self._order.column in names else 0
        self._sort(Order(names[(place + 1) % len(names)]))

    def action_reverse(self) -> None:
        """Sort the other way round."""
        self._sort(dataclasses.replace(self._order, down=not self._order.down))

    def action_list(self, step: int) -> None:
        """Show the list before or after this one."""
        self.query_one(ListTabs).move(step)

    def action_filter(self) -> None:
        """Type a filter."""
        self.remove_class("-reading")
        self.filter.open()

    def action_clear(self) -> None:
        """Come back from the detail, take the marks away, or clear the filter."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
        elif self.filter.has_focus_within or not self.table.unmark():
            self._filter_by("")
        self.table.focus()

    def action_down(self) -> None:
        """Move down."""
        self.table.action_cursor_down()

    def action_up(self) -> None:
        """Move up."""
        self.table.action_cursor_up()

    def action_top(self) -> None:
        """Move to the first row."""
        self.table.move_cursor(0)

    def action_bottom(self) -> None:
        """Move to the last row."""
        self.table.move_cursor(self.table.row_count - 1)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim the keys that have nothing to act on here."""
        if action in ("edit", "update", "attach", "withdraw") and self.marked:
            return super().check_action(action, parameters)
        if action in ("edit", "withdraw"):
            return True if self.current is not None else None
        if action == "waive":
            return True if self.current and self.current.KIND in JUDGED else None
        if action == "update":
            if self.kind not in UPDATED:
                return False
            return True if self.update_draft() is not None else None
        if action == "attach":
            if self.kind not in SUPPORTED:
                return False
            return True if self.evidence_draft() is not None else None
        if action == "list":
            return len(self.LISTS) > 1
        return True

    def new_draft(self) -> Draft:
        """Return an empty draft of the kind that is listed, dated today where it has a day."""
        draft = DRAFTS[self.kind]()
        dated = next((name for name in _DAYS if hasattr(draft, name)), "")
        return dataclasses.replace(draft, **{dated: self.today}) if dated else draft


def _page(register: Register, ref: str) -> tuple[Page, Course | None]:
    from edi_tui.services.pages import page_of

    page = page_of(register, ref)
    return page, course_of(page, register)
