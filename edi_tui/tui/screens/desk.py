"""The Desk: what imports left open, settled one thing after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from edi_tui.domain.column import Column
from edi_tui.domain.desk import DeskItem, Matter, alike
from edi_tui.domain.errors import EdiError
from edi_tui.domain.records import Draft
from edi_tui.domain.rows import Row
from edi_tui.tui.desk_questions import one_field, whole_row, words_to_choose
from edi_tui.tui.editing import EditingScreen
from edi_tui.tui.forms.question import Filled, Question
from edi_tui.tui.keys.desk import DESK
from edi_tui.tui.modals.accept_all import AcceptAll
from edi_tui.tui.modals.choose import Choose
from edi_tui.tui.place_of import place_of
from edi_tui.tui.screen import asking
from edi_tui.tui.screens.table_screen import TableScreen
from edi_tui.tui.text import cell, plain
from edi_tui.tui.widgets.desk_detail import DeskDetail
from edi_tui.tui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from edi_tui.services.desk_decisions import Settled
    from edi_tui.services.register import Register

    Intent = Callable[[Register], Settled]

_COLUMNS = (
    Column("matter", "Matter", 14),
    Column("ref", "Ref", 8),
    Column("value", "In the file"),
    Column("offer", "Proposed", 14),
)

_ON_ITEMS = ("accept", "proposal", "accept_all", "correct", "keep", "leave_out")
"""The actions that need something under the cursor."""


class DeskScreen(TableScreen, EditingScreen):
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
    }
    """
    AUTO_FOCUS = "ListTable"
    BINDINGS: ClassVar[list[BindingType]] = [*DESK]

    def __init__(self) -> None:
        """Begin without anything read."""
        super().__init__()
        self.items: tuple[DeskItem, ...] = ()
        """What is listed."""
        self._leaving: set[int] = set()
        """What is being settled, and so is listed no more."""
        self._wanted = 0
        self._chosen = 0
        """Which proposal of the current item is chosen."""

    def compose_body(self) -> ComposeResult:
        """Lay the list beside the item."""
        with Horizontal(id="split"):
            with Vertical(id="waiting", classes="panel") as waiting:
                waiting.border_title = "The Desk"
                yield ListTable()
            detail = DeskDetail(classes="panel")
            detail.border_title = "To settle"
            yield detail
        yield Static("", id="empty")

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
        self.items = tuple(one for one in content if one.number not in self._leaving)
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
        self.table.fill(_COLUMNS, lines, select=str(number))
        self.query_one("#waiting").border_subtitle = plain(f"{len(lines):,}")
        self.query_one("#split").display = bool(lines)
        empty = self.query_one("#empty", Static)
        empty.display = not lines
        empty.update("Nothing waits on the Desk. Press escape for Today, or i to import a plan.")
        if lines and not self.table.has_focus and self.app.screen is self:
            self.table.focus()
        self.tell()

    @on(ListTable.Moved)
    def tell(self) -> None:
        """Show the thing under the cursor."""
        self._chosen = 0
        self._show_item()

    def _show_item(self) -> None:
        detail = self.query_one(DeskDetail)
        detail.show(self.item, self._chosen)
        place, count = self.table.cursor + 1, len(self.items)
        detail.border_subtitle = plain(f"{place:,} of {count:,}" if count else "")
        self.refresh_bindings()

    def action_proposal(self, step: int) -> None:
        """Choose the proposal before or after this one."""
        if self.item and self.item.proposals:
            self._chosen = (self._chosen + step) % len(self.item.proposals)
            self._show_item()

    def action_accept(self) -> None:
        """Accept the proposal that is chosen."""
        from edi_tui.services.desk_decisions import accept

        if (item := self.item) and item.proposals:
            number, chosen = item.number, self._chosen
            other = ("--choice", str(chosen + 1)) if chosen else ()
            self.decide(
                [item],
                lambda register: accept(register, [number], chosen),
                *("accept", str(number), *other),
            )

    def action_keep(self) -> None:
        """Keep the words as they stand."""
        from edi_tui.services.desk_decisions import keep

        if item := self.item:
            number = item.number
            self.decide([item], lambda register: keep(register, [number]), "keep", str(number))

    def action_leave_out(self) -> None:
        """Leave the words or the row out of the register."""
        from edi_tui.services.desk_decisions import reject

        if item := self.item:
            number = item.number
            self.decide(
                [item], lambda register: reject(register, [number]), "leave-out", str(number)
            )

    @asking
    async def action_accept_all(self) -> None:
        """Accept the first proposal of everything like this, once it has been looked through."""
        from edi_tui.services.desk_decisions import accept

        like = alike(self.item, self.items) if self.item else []
        if not like:
            return
        agreed = await self.app.push_screen_wait(AcceptAll(like))
        if agreed:
            numbers = [one.number for one in like]
            words = map(str, numbers)
            self.decide(like, lambda register: accept(register, numbers), "accept", *words)

    @asking
    async def action_correct(self) -> None:
        """Settle it with words of one's own."""
        item = self.item
        if item is None:
            return
        if words := words_to_choose(item):
            told = f"{item.finding.value or item.finding.column} ({item.finding.where})"
            chosen = await self.app.push_screen_wait(Choose("What does it mean?", told, words))
            if chosen is not None:
                words_of = ("correct", str(item.number), chosen)
                self.decide([item], _answered(item, chosen), *words_of)
        elif item.matter is Matter.ROW:
            await self._add_row(item)
        else:
            await self._ask_field(item)

    async def _ask_field(self, item: DeskItem) -> None:
        question = await self.stored(partial(one_field, item))
        if isinstance(question, EdiError):
            self.edi.refuse(question)
            return
        field, number = question.focus, str(item.number)
        await self._ask_until_settled(
            question,
            lambda filled: _answered(item, filled.words[field]),
            lambda filled: ("correct", number, filled.words[field]),
        )

    async def _add_row(self, item: DeskItem) -> None:
        asked = await self.stored(partial(whole_row, item))
        if isinstance(asked, EdiError):
            self.edi.refuse(asked)
            return
        question, beside = asked
        await self._ask_until_settled(
            question, lambda filled: _added(item, filled.draft, beside), lambda _: ()
        )

    async def _ask_until_settled(
        self,
        question: Question,
        settle: Callable[[Filled], Intent],
        command: Callable[[Filled], Sequence[str]],
    ) -> None:
        """Show a form until what it holds is stored or the person gives up."""
        while (filled := await self.ask(question)) is not None:
            result = await self.stored(settle(filled))
            if not isinstance(result, EdiError):
                self._settled(result, *command(filled))
                break
            question = question.again(filled, result)
        self.edi.keeping.forget(question.token)

    @work
    async def decide(self, items: Sequence[DeskItem], intent: Intent, *command: str) -> None:
        """Take things off the list at once, so that the next comes up, and store what was said.

        Args:
            items: The things.
            intent: What stores the decision.
            command: The words after `edi-tui desk` that do the same.
        """
        numbers = {one.number for one in items}
        self._leaving |= numbers
        self.show(self.items)
        result = await self.stored(intent)
        self._leaving -= numbers
        if isinstance(result, EdiError):
            self.edi.refuse(result)
            self.load()
        else:
            self._settled(result, *command)

    def _settled(self, done: Settled, *command: str) -> None:
        self.done(done.told, *(("desk", *command) if command else ()))
        self.load()

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


def _answered(item: DeskItem, words: str) -> Intent:
    from edi_tui.services.desk_decisions import answer

    return lambda register: answer(register, item.number, words)


def _added(item: DeskItem, draft: Draft, beside: Sequence[Draft]) -> Intent:
    from edi_tui.services.desk_decisions import add_row

    return lambda register: add_row(register, item.number, draft, beside)
