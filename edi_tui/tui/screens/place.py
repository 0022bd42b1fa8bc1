"""A place made of lists: the list on one side, the record under the cursor on the other."""

from __future__ import annotations

from collections.abc import Sequence
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
from edi_tui.domain.filters import matches, read_filter
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import Draft
from edi_tui.domain.rows import Row
from edi_tui.tui import bindings
from edi_tui.tui.editing import EditingScreen
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.entry import LineEntry
from edi_tui.tui.widgets.list_tabs import ListTabs
from edi_tui.tui.widgets.record_table import PAGE, RecordTable

if TYPE_CHECKING:
    from edi_tui.services.pages import Page
    from edi_tui.services.register import Register


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
        #misread { display: none; margin: 0 1 1 1; color: $text-error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.LIST]
    AUTO_FOCUS = "RecordTable"
    KINDS: ClassVar[tuple[Kind, ...]] = ()
    """The kinds of record that the place lists, the first one first."""
    EMPTY: ClassVar[dict[Kind, str]] = {}
    """What to say and do where there is no record of a kind."""

    @dataclass
    class Opened(Message):
        """The page of the record under the cursor has arrived."""

        page: Page

    def __init__(self) -> None:
        """Begin with the first list."""
        super().__init__()
        self.kind = self.KINDS[0]
        """The kind of record that is listed."""
        self._rows: Sequence[Row] = ()
        self._wanted = ""
        """The record that the cursor goes to as soon as it is listed."""

    def compose_body(self) -> ComposeResult:
        """Lay out the filter, the list and the detail."""
        with Horizontal(id="split"):
            with Vertical(id="list", classes="panel") as panel:
                panel.border_title = self.PLACE.capitalize()
                yield ListTabs(self.KINDS)
                yield LineEntry(
                    placeholder="words, or field:value such as status:at_risk",
                    id="filter",
                    compact=True,
                )
                yield Static("", id="misread")
                yield RecordTable()
                yield Static("", id="empty")
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

    def read(self, register: Register) -> object:
        """Return the rows of the kind that is listed."""
        from edi_tui.services.lists import rows_of

        return rows_of(register, self.kind)

    def show(self, content: object) -> None:
        """List the rows that match the filter."""
        assert isinstance(content, Sequence)
        self._rows = content
        self.query_one(ListTabs).show(self.kind)
        self._make_way()
        self._list()

    def select(self, ref: str) -> None:
        """Put the cursor on a record as soon as it is listed, in the list of its kind."""
        target = read_ref(ref)
        if target and target[0] in self.KINDS:
            self.kind = target[0]
            self._wanted = ref
        self.load()

    def _make_way(self) -> None:
        """Drop the filter for the record that the cursor goes to, or find it beyond the page."""
        places = [place for place, row in enumerate(self._rows) if row.ref == self._wanted]
        if places:
            self._filter_by(f"ref:{self._wanted}" if places[0] >= PAGE else "")

    def _filter_by(self, text: str) -> None:
        self.filter.value = text
        self.filter.set_class(bool(text), "-open")

    def _list(self) -> None:
        """Show the rows that match, or the matter with the filter."""
        # The rows of the list before stand until those of another kind have arrived.
        kind = self._rows[0].KIND if self._rows else self.kind
        try:
            wanted = read_filter(self.filter.value, kind)
        except ValueError as error:
            self._misread(str(error))
            return
        self._misread("")
        rows = [row for row in self._rows if matches(wanted, row)]
        self.table.show(kind, rows, select=self._wanted)
        if any(row.ref == self._wanted for row in rows):
            self._wanted = ""
        self._subtitle(_counted(len(rows), len(self._rows)))
        self._show_empty(shown=bool(rows))

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
        if self._rows:
            empty.update("Nothing matches the filter. Press escape to show all.")
        else:
            empty.update(self.EMPTY.get(self.kind, "Nothing here yet. Press n to write the first."))

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
            page = page_of(self.edi.opened(), ref)
        except EdiError as error:
            self.post_message(self.Failed(error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(self.Opened(page))

    @on(Opened)
    def show_page(self, message: Opened) -> None:
        """Show a page, unless the cursor has gone on."""
        if self.current is not None and self.current.ref == message.page.row.ref:
            self.query_one(Detail).show(message.page)

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
        self.kind = message.kind
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim the keys that have nothing to act on here."""
        if action in ("edit", "withdraw"):
            return True if self.current is not None else None
        if action == "update":
            return True if self.update_draft() is not None else None
        if action == "attach":
            return True if self.evidence_draft() is not None else None
        if action == "list":
            return len(self.KINDS) > 1
        return True

    def new_draft(self) -> Draft:
        """Return an empty draft of the kind that is listed, dated today where it has a day."""
        from edi_tui.domain.records import DRAFTS, EngagementDraft, ReadingDraft, UpdateDraft

        dated: dict[Kind, Draft] = {
            Kind.UPDATE: UpdateDraft(on=self.today),
            Kind.READING: ReadingDraft(as_at=self.today),
            Kind.ENGAGEMENT: EngagementDraft(on=self.today),
        }
        return dated.get(self.kind) or DRAFTS[self.kind]()


def _counted(shown: int, total: int) -> str:
    if shown > PAGE:
        return f"first {PAGE:,} of {shown:,}; filter with /"
    return f"{shown:,} of {total:,}" if shown != total else f"{total:,}"
