"""Asking for a list by filter and order, while somebody types them."""

from __future__ import annotations

import dataclasses
from asyncio import sleep
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.worker import Worker, get_current_worker

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.tui.bulk_editing import BulkEditingScreen
from edi_tui.tui.modals.reason import ViewName
from edi_tui.tui.screen import asking
from edi_tui.tui.screens.listing import Listing, Wish
from edi_tui.tui.screens.sought import Asked, Sought
from edi_tui.tui.widgets.filter_bar import FilterBar
from edi_tui.tui.widgets.marking_table import MarkingTable
from edi_tui.tui.widgets.record_table import Order, RecordTable
from edi_tui.tui.widgets.status_line import Happened, StatusLine

if TYPE_CHECKING:
    from edi_tui.services.register import Register

_PAUSE = 0.1
"""Seconds without another letter after which all that a filter finds is listed."""


class SeekingScreen(BulkEditingScreen):
    """A place that lists what is wished for, and what it listed before while it cannot."""

    LISTS: ClassVar[tuple[Listing, ...]] = ()
    """The lists of the place, the first one first."""

    def __init__(self) -> None:
        """Begin with the first list."""
        super().__init__()
        self.listing = self.LISTS[0]
        """The list that is shown, or being read."""
        self._text = ""
        self._order = Order()
        self._at = ""
        self._sought: Sought | None = None
        self._turns = count(1)
        self._seeking = self._waiting = self._working_out = False
        self._rest: Worker[None] | None = None
        """What lists all that was found, where only the first of it is listed yet."""
        self._wanted = ""
        """The record that the cursor goes to as soon as it is listed."""

    @property
    def table(self) -> MarkingTable:
        """The list."""
        return self.query_one(MarkingTable)

    @property
    def filter(self) -> FilterBar:
        """Where a filter is typed."""
        return self.query_one(FilterBar)

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
        return self._asked_for().answer(register)

    def _asked_for(self, typed: tuple[str, int] | None = None) -> Asked:
        before = self._sought.listed.wish if self._sought else Wish()
        turn = next(self._turns)
        return Asked(self.listing, self._wish, before, self._wanted, typed, turn)

    def _tell_waiting(self, sought: Sought) -> None:
        """Say what is worked out in the background, and begin with it."""
        waits = f"{sought.waits_for} The list follows." * bool(sought.waits_for)
        if waits or self._waiting:
            told = Happened(waits) if waits else self.edi.happened
            self.query_one(StatusLine).show(told)
        self._waiting = bool(waits)
        if waits and not self._working_out:
            self._working_out = True
            self.work_out(sought.listing, sought.wish.text)

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

    def on_mount(self) -> None:
        """Follow what is typed with each letter."""
        self.watch(self.filter.entry, "value", self.narrow, init=False)

    def narrow(self) -> None:
        """List what matches what has been typed so far."""
        self._text = self.filter.value
        if self._rest is not None:
            self._rest.cancel()
        if not self._seeking:
            self._seeking = True
            self.seek()

    @work(exit_on_error=False, group="seek")
    async def seek(self) -> None:
        """List what is wished for, and again if something else is by then."""
        done = None
        try:
            while done != (asked := (self._text, self._order)):
                done = asked
                typed = self.filter.typed_so_far if self.filter.has_focus_within else None
                sought = await self.edi.in_thread(self._asked_for(typed).answer)
                self.show(sought)
                self.call_after_refresh(self._offer, asked, sought)
            if not sought.listed.whole:
                self._rest = self.list_rest()
        except EdiError as error:
            self.edi.refuse(error)
        finally:
            self._seeking = False

    def _offer(self, asked: tuple[str, Order], sought: Sought) -> None:
        """Propose how the filter may go on, unless something else has been typed since."""
        if asked == (self._text, self._order):
            self.filter.offer(sought.offered)

    @work(exclusive=True, exit_on_error=False, group="rest")
    async def list_rest(self) -> None:
        """List all that was found, of which the first is listed already."""
        worker: Worker[None] = get_current_worker()
        try:
            await sleep(_PAUSE)
            self.show(await self.edi.in_thread(self.read))
        except EdiError as error:
            self.edi.refuse(error)
        finally:
            self._rest = None if self._rest is worker else self._rest
            self.edi.keys.over(worker)

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

    def action_filter(self) -> None:
        """Type a filter."""
        self.filter.open()


def _saved(register: Register, name: str, kind: Kind, text: str) -> str:
    from edi_tui.services.saved_views import save_view

    return save_view(register, name, kind, text).name
