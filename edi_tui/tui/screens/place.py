"""A place made of lists: the list on one side, the record under the cursor on the other."""

from __future__ import annotations

import dataclasses
from asyncio import sleep
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from edi_tui.domain.columns import COLUMNS
from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DRAFTS, Draft
from edi_tui.tui.copying import as_table, rows_named
from edi_tui.tui.course import course_of
from edi_tui.tui.keys.lists import LIST
from edi_tui.tui.reasons import why_not, why_not_all
from edi_tui.tui.screens.list_screen import ListScreen
from edi_tui.tui.widgets.detail import Detail
from edi_tui.tui.widgets.panel import Panel
from edi_tui.tui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from datetime import date

    from edi_tui.services.pages import Page
    from edi_tui.services.register import Register
    from edi_tui.tui.course import Course


_DAYS = ("on", "as_at", "raised_on", "asked_on")
"""Fields that hold the day of what a record is about; a new one begins with today."""
_REST = 0.06
"""Seconds that the cursor stays on a record before its page is read: not while a key is held."""
_WHILE_TYPING = 0.3
"""The same while a filter is typed, whose every letter may bring another record under it."""


class PlaceScreen(ListScreen):
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
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*LIST]
    AUTO_FOCUS = "RecordTable"

    def compose_body(self) -> ComposeResult:
        """Lay out the filter, the list and the detail."""
        with Horizontal(id="split"):
            with Panel(id="list", classes="panel") as panel:
                panel.border_title = self.PLACE.capitalize()
                yield from self.compose_list()
            yield Detail(classes="panel")

    @property
    def detail(self) -> Detail:
        """The record under the cursor, whole."""
        return self.query_one(Detail)

    @on(RecordTable.Chosen)
    def open_detail(self, message: RecordTable.Chosen) -> None:
        """Show the record that the cursor came to."""
        self._at = self.table.current_ref
        if message.row is None:
            self.detail.clear()
            self.refresh_bindings()
        else:
            self.read_page(message.row.ref)

    @work(exclusive=True, exit_on_error=False, group="page")
    async def read_page(self, ref: str) -> None:
        """Read and show the page of the record on which the cursor came to rest."""
        await sleep(_WHILE_TYPING if self.filter.has_focus_within else _REST)
        self.refresh_bindings()
        try:
            page, course = await self.edi.in_thread(lambda register: _page(register, ref))
        except EdiError as error:
            self.edi.refuse(error)
            return
        if self.table.current_ref == ref:
            self.detail.show(page, course)

    @on(RecordTable.Selected)
    def read_detail(self) -> None:
        """Go into the detail; where there is room for one panel only, it takes the place."""
        self.add_class("-reading")
        self.detail.focus()

    def action_filter(self) -> None:
        """Type a filter, over the list if the detail has taken its place."""
        self.remove_class("-reading")
        super().action_filter()

    def action_clear(self) -> None:
        """Come back from the detail, take the marks away, or clear the filter."""
        if self.has_class("-reading"):
            self.remove_class("-reading")
        elif self.filter.has_focus_within or not self.table.unmark():
            self._filter_by("")
        self.table.focus()

    def action_part(self, step: int) -> None:
        """Show the part of the record before or after this one."""
        self.detail.move(step)

    @work
    async def action_copy(self) -> None:
        """Copy the marked records, or the one under the cursor, as a spreadsheet takes them in."""
        refs = self.marked or [self.table.current_ref]
        rows = await self.stored(partial(rows_named, refs=refs))
        if isinstance(rows, EdiError):
            self.edi.refuse(rows)
            return
        self._copy(as_table(rows, COLUMNS[self.kind]), self.kind.counted(len(rows)))

    def action_copy_part(self) -> None:
        """Copy what the detail shows."""
        self._copy(self.detail.words, f"{self.table.current_ref}, as shown")

    def _copy(self, text: str, named: str) -> None:
        self.app.copy_to_clipboard(text)
        self.say(f"Copied {named}, if this terminal lets programs use the clipboard.")

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here."""
        if action in ("edit", "update", "attach", "withdraw") and self.marked:
            return why_not_all(action, self.kind)
        if action == "list" and len(self.LISTS) == 1:
            return "This place has one list only."
        if action == "save_view" and not self.filter.value.strip():
            return "There is no filter to keep. Press / and type one."
        return super().why_not(action) or why_not(action, self.kind, self.current)

    @property
    def listed(self) -> Kind:
        """The kind of record that is listed."""
        return self.kind

    def proposed_file(self, today: date) -> dict[str, str]:
        """Return the list that is shown, with its filter; of a member other papers too."""
        listed = {"what": self.kind.value, "wanted": self.filter.value.strip()}
        if self.kind is Kind.MEMBER and self.current:
            listed["member"] = self.current.ref
        return super().proposed_file(today) | listed

    def new_draft(self) -> Draft:
        """Return an empty draft of the kind that is listed, dated today where it has a day."""
        draft = DRAFTS[self.kind]()
        dated = next((name for name in _DAYS if hasattr(draft, name)), "")
        return dataclasses.replace(draft, **{dated: self.today}) if dated else draft


def _page(register: Register, ref: str) -> tuple[Page, Course | None]:
    from edi_tui.services.pages import page_of

    page = page_of(register, ref)
    return page, course_of(page, register)
