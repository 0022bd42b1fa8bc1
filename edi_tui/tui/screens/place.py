"""A place made of lists: the list on one side, the record under the cursor on the other."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import DRAFTS, Draft
from edi_tui.domain.rows import Row
from edi_tui.tui import bindings
from edi_tui.tui.course import Course, course_of
from edi_tui.tui.editing import EditingScreen, form_fields
from edi_tui.tui.reasons import why_not
from edi_tui.tui.screens.listing import Listed, Listing
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.entry import LineEntry
from edi_tui.tui.widgets.list_tabs import ListTabs
from edi_tui.tui.widgets.record_table import PAGE, RecordTable

if TYPE_CHECKING:
    from edi_tui.services.pages import Page
    from edi_tui.services.register import Register


_DAYS = ("on", "as_at", "raised_on", "asked_on")
"""Fields that hold the day of what a record is about; a new one begins with today."""


class PlaceScreen(EditingScreen):
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
        #filter { display: none; margin: 0 1 1 1; background: $boost; }
        #filter.-open { display: block; }
        #note { display: none; height: auto; padding: 1 1 0 1; color: $text-muted; }
        &.-low #note { display: none; }
        #misread { display: none; margin: 0 1 1 1; color: $text-error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.LIST]
    AUTO_FOCUS = "RecordTable"
    LISTS: ClassVar[tuple[Listing, ...]] = ()
    """The lists of the place, the first one first."""

    @dataclass
    class Opened(Message):
        """The page of the record under the cursor has arrived."""

        page: Page
        course: Course | None
        """How far a measure has come; None for other records."""

    def __init__(self) -> None:
        """Begin with the first list."""
        super().__init__()
        self.listing = self.LISTS[0]
        """The list that is shown, or being read."""
        self._shown = self.listing
        self._listed = Listed(())
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
                yield LineEntry(
                    placeholder="words, or field:value such as status:at_risk",
                    id="filter",
                    compact=True,
                )
                yield Static("", id="misread")
                yield RecordTable()
                yield Static("", id="empty")
                yield Static("", id="note")
            yield Detail(classes="panel")

    @property
    def table(self) -> RecordTable:
        """The list."""
        return self.query_one(RecordTable)

    @property
    def filter(self) -> Input:
        """Where a filter is typed."""
        return self.query_one("#filter", Input)

    @property
    def current(self) -> Row | None:
        """The record under the cursor."""
        return self.table.current

    @property
    def kind(self) -> Kind:
        """The kind of record that is listed."""
        return self.listing.kind

    def read(self, register: Register) -> object:
        """Return what the list shows."""
        listing = self.listing
        return listing, listing.read(register)

    def show(self, content: object) -> None:
        """List the rows that match the filter."""
        assert isinstance(content, tuple)
        self._shown, self._listed = content
        self.query_one(ListTabs).show(self.LISTS.index(self.listing))
        note = self.query_one("#note", Static)
        note.update(plain(self._listed.note))
        note.display = bool(self._listed.note)
        self._make_way()
        self._list()

    def select(self, ref: str, field: str = "") -> None:
        """Put the cursor on a record as soon as it is listed, in the list of its kind.

        Args:
            ref: The record.
            field: The field whose entry opens then, if it is one that people fill in.
        """
        target = read_ref(ref)
        for listing in self.LISTS:
            if target and listing.kind is target[0]:
                self.listing, self._wanted, self._field = listing, ref, field
                break
        self.load()

    def _make_way(self) -> None:
        """Drop the filter for the record that the cursor goes to, or find it beyond the page."""
        rows = self._listed.rows
        places = [place for place, row in enumerate(rows) if row.ref == self._wanted]
        if places:
            self._filter_by(f"ref:{self._wanted}" if places[0] >= PAGE else "")

    def _filter_by(self, text: str) -> None:
        self.filter.value = text
        self.filter.set_class(bool(text), "-open")

    def _list(self) -> None:
        """Show the rows that match, or the matter with the filter."""
        from edi_tui.services.search import search

        kind = self._shown.kind
        try:
            found = search(self.edi.opened(), kind, self.filter.value)
        except EdiError as error:
            self._misread(str(error))
            return
        self._misread("")
        wanted = {kind.ref(number) for number in found.numbers}
        rows = [row for row in self._listed.rows if row.ref in wanted]
        self.table.show(self._shown.columns, rows, self._listed.told, select=self._wanted)
        self._subtitle(_counted(len(rows), len(self._listed.rows)))
        self._show_empty(shown=bool(rows))
        if self._wanted and any(row.ref == self._wanted for row in rows):
            self._arrive()

    def _arrive(self) -> None:
        """Open the form of the record that the cursor was sent to, where a field was named."""
        row, field = self.current, self._field
        self._wanted = self._field = ""
        if row is not None and field in {spec.name for spec in form_fields(row.KIND)}:
            self.edit_field(row, field)

    def _misread(self, problem: str) -> None:
        misread = self.query_one("#misread", Static)
        misread.update(plain(problem))
        misread.display = bool(problem)

    def _subtitle(self, text: str) -> None:
        self.query_one("#list").border_subtitle = plain(text)

    def _show_empty(self, *, shown: bool) -> None:
        empty = self.query_one("#empty", Static)
        empty.display = not shown
        hidden = not self.table.display
        self.table.display = shown
        if shown and hidden and not self.filter.has_focus:
            self.table.focus()
        if self._listed.rows:
            empty.update("Nothing matches the filter. Press escape to show all.")
        else:
            empty.update(plain(self._shown.empty))

    @on(RecordTable.Chosen)
    def open_detail(self, message: RecordTable.Chosen) -> None:
        """Show the record that the cursor came to."""
        self.refresh_bindings()
        if message.row is None:
            self.query_one(Detail).clear()
        else:
            self.read_page(message.row.ref)

    @work(thread=True, exclusive=True, exit_on_error=False, group="page")
    def read_page(self, ref: str) -> None:
        """Read the page of a record in the background."""
        from edi_tui.services.pages import page_of

        try:
            register = self.edi.opened()
            page = page_of(register, ref)
            course = course_of(page, register)
        except EdiError as error:
            self.post_message(self.Failed(error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Opened(page, course))

    @on(Opened)
    def show_page(self, message: Opened) -> None:
        """Show a page, unless the cursor has gone on."""
        if self.current is not None and self.current.ref == message.page.row.ref:
            self.query_one(Detail).show(message.page, message.course)

    @on(Input.Changed, "#filter")
    def narrow(self) -> None:
        """List what matches what has been typed so far."""
        self._list()

    @on(Input.Submitted, "#filter")
    def back_to_list(self) -> None:
        """Go back to the list, keeping the filter."""
        self.table.focus()

    @on(RecordTable.RowSelected)
    def read_detail(self) -> None:
        """Go into the detail; where there is room for one panel only, it takes the place."""
        self.add_class("-reading")
        self.query_one(Detail).focus()

    @on(ListTabs.Chosen)
    def change_list(self, message: ListTabs.Chosen) -> None:
        """Show another list of this place."""
        self.listing = self.LISTS[message.place]
        self._filter_by("")
        self.load()

    def action_list(self, step: int) -> None:
        """Show the list before or after this one."""
        self.query_one(ListTabs).move(step)

    def action_filter(self) -> None:
        """Type a filter."""
        self.remove_class("-reading")
        self.filter.add_class("-open")
        self.filter.focus()

    def action_clear(self) -> None:
        """Come back from the detail, or clear the filter."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
            self.table.focus()
            return
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
        self.table.move_cursor(row=0)

    def action_bottom(self) -> None:
        """Move to the last row."""
        self.table.move_cursor(row=max(self.table.row_count - 1, 0))

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here."""
        if action == "list" and len(self.LISTS) == 1:
            return "This place has one list only."
        return why_not(action, self.kind, self.current)

    def new_draft(self) -> Draft:
        """Return an empty draft of the kind that is listed, dated today where it has a day."""
        draft = DRAFTS[self.kind]()
        dated = next((name for name in _DAYS if hasattr(draft, name)), "")
        return dataclasses.replace(draft, **{dated: self.today}) if dated else draft


def _counted(shown: int, total: int) -> str:
    if shown > PAGE:
        return f"first {PAGE:,} of {shown:,}; filter with /"
    return f"{shown:,} of {total:,}" if shown != total else f"{total:,}"
