"""A list of records that is filtered, sorted, marked and read as it comes into sight."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Static

from edi_tui.domain.errors import EdiError, FilterError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import Row
from edi_tui.tui.bulk_editing import BulkEditingScreen
from edi_tui.tui.editing import form_fields
from edi_tui.tui.modals.reason import ViewName
from edi_tui.tui.screen import asking
from edi_tui.tui.screens.listing import Listed, Listing, Wish
from edi_tui.tui.screens.table_screen import TableScreen
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.filter_bar import FilterBar
from edi_tui.tui.widgets.list_tabs import ListTabs
from edi_tui.tui.widgets.marking_table import MarkingTable
from edi_tui.tui.widgets.record_table import Order, RecordTable
from edi_tui.tui.widgets.status_line import Happened, StatusLine

if TYPE_CHECKING:
    from edi_tui.domain.filters.completion import Completion
    from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Sought:
    """A list as it was asked for, or as it was before where the filter cannot be understood."""

    listing: Listing
    listed: Listed
    problem: str = ""
    """What is the matter with the filter."""
    waits_for: str = ""
    """What has to be worked out before all that was asked for can be listed, in a sentence."""
    text: str = ""
    """The filter that waits for it."""


class ListScreen(TableScreen, BulkEditingScreen):
    """A place with lists, one shown at a time, and a filter over them."""

    DEFAULT_CSS = """
    ListScreen {
        #note { display: none; height: auto; padding: 1 1 0 1; color: $text-muted; }
        &.-low #note { display: none; }
        &.-low ListTabs { margin: 0 0 0 1; }
        &.-low FilterBar { margin: 0 1; }
        &.-low #meaning { max-height: 1; }
    }
    """
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
        self._typed = ("", 0)
        self._order = Order()
        self._at = ""
        self._sought: Sought | None = None
        self._seeking: tuple[str, Order] | None = None
        self._waiting = self._working_out = False
        self._wanted = ""
        """The record that the cursor goes to as soon as it is listed."""
        self._field = ""
        """The field of that record whose form opens then."""

    def compose_list(self) -> ComposeResult:
        """Lay the names of the lists and the filter over the list."""
        yield ListTabs([listing.title for listing in self.LISTS])
        yield FilterBar()
        yield MarkingTable()
        yield Static("", id="empty")
        yield Static("", id="note")

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
        """Return what the list shows; where it cannot be as asked for, what it showed before."""
        from edi_tui.services.ordering import OrderError
        from edi_tui.services.worked_out import TooSoonError

        listing, wish = self.listing, self._wish
        try:
            listed = self._read_for(listing, wish, register)
            return Sought(listing, listed, waits_for=listed.left_out, text=wish.text)
        except TooSoonError as later:
            before = self._read_before(listing, wish, register)
            return Sought(listing, before, waits_for=str(later), text=wish.text)
        except (FilterError, OrderError) as error:
            return Sought(listing, self._read_before(listing, wish, register), str(error))

    def _read_before(self, listing: Listing, wish: Wish, register: Register) -> Listed:
        """Return the list as it was asked for before; the whole list where that is too much now."""
        from edi_tui.services.worked_out import TooSoonError

        before = self._sought.listed.wish if self._sought else Wish()
        try:
            return listing.read(register, dataclasses.replace(before, ref=wish.ref))
        except TooSoonError:
            return listing.read(register, Wish(ref=wish.ref))

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
        select = self._wanted or self._nearest(content)
        listed, self._sought = content.listed, content
        self._order = listed.wish.order
        self.query_one(ListTabs).show(self.LISTS.index(self.listing))
        self._tell_filter(content)
        note = self.query_one("#note", Static)
        note.display = bool(listed.note)
        if note.display:
            note.update(plain(listed.note))
        self._show_empty(listed)
        self.table.show(listed.filling, select=select)
        if self._wanted and self.table.current_ref == self._wanted:
            self._arrive()
        self._tell_waiting(content)

    def _nearest(self, sought: Sought) -> str:
        """Return where the cursor goes in a list that was not asked for otherwise than before."""
        before = self._sought
        if before is None or before.listing is not sought.listing:
            return ""
        same = before.listed.wish.text == sought.listed.wish.text
        return self.table.nearest(sought.listed.filling) if same else ""

    def _tell_waiting(self, sought: Sought) -> None:
        """Say what is worked out in the background, and begin with it."""
        waits = f"{sought.waits_for} The list follows." * bool(sought.waits_for)
        if waits or self._waiting:
            told = Happened(waits) if waits else self.edi.happened
            self.query_one(StatusLine).show(told)
        self._waiting = bool(waits)
        if waits and not self._working_out:
            self._working_out = True
            self.work_out(sought.listing, sought.text)

    @work(exit_on_error=False, group="work out")
    async def work_out(self, listing: Listing, text: str) -> None:
        """Work out in the background what the list waits for, and list it then."""
        try:
            await self.edi.in_thread(lambda register: listing.work_out(register, text))
        except EdiError as error:
            self.edi.refuse(error)
        finally:
            self._working_out = False
        self.narrow()

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
        if shown:
            return
        if listed.total:
            empty.update("Nothing matches the filter. Press esc to show all.")
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

    @on(FilterBar.Typed)
    def narrow(self) -> None:
        """List what matches what has been typed so far."""
        self._text = self.filter.value
        self._typed = self.filter.typed_so_far
        if self._seeking is None:
            self.seek()

    @work(exit_on_error=False, group="seek")
    async def seek(self) -> None:
        """List what is wished for, and again if something else is by then."""
        try:
            while self._seeking != (asked := (self._text, self._order)):
                self._seeking = asked
                self.show(await self.edi.in_thread(self.read))
                if asked == (self._text, self._order) and self.filter.has_focus_within:
                    self.filter.offer(await self.edi.in_thread(self._completed))
        except EdiError as error:
            self.edi.refuse(error)
        finally:
            self._seeking = None

    def _completed(self, register: Register) -> Sequence[Completion]:
        from edi_tui.services.search import completed

        return completed(register, self.kind, *self._typed)

    @asking
    async def action_save_view(self) -> None:
        """Keep the filter under a name."""
        text, kind = self._text, self.kind
        name, problem = "", ""
        while True:
            subject = f"this filter of {kind.plural.replace('_', ' ')}"
            asked = ViewName(subject, text, name, problem)
            told = await self.app.push_screen_wait(asked)
            if told is None:
                return
            result = await self.stored(partial(_saved, name=told, kind=kind, text=text))
            if not isinstance(result, EdiError):
                self.say(f"Saved: type @{result} in the filter to see it again.")
                return
            name, problem = told, str(result)

    @on(FilterBar.Left)
    def back_to_list(self) -> None:
        """Go back to the list, keeping the filter."""
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
        self.filter.open()


def _saved(register: Register, name: str, kind: Kind, text: str) -> str:
    from edi_tui.services.saved_views import save_view

    return save_view(register, name, kind, text).name
