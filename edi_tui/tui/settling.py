"""Settling what an import left open: accepting, correcting, keeping and leaving out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from edi_tui.domain.desk import DeskItem, Matter, alike
from edi_tui.domain.errors import EdiError
from edi_tui.domain.records import Draft
from edi_tui.tui.desk_questions import one_field, whole_row, words_to_choose
from edi_tui.tui.editing import EditingScreen
from edi_tui.tui.forms.question import Filled, Question
from edi_tui.tui.modals.accept_all import AcceptAll
from edi_tui.tui.modals.choose import Choose
from edi_tui.tui.screen import asking

if TYPE_CHECKING:
    from edi_tui.services.desk_decisions import Settled
    from edi_tui.services.register import Register

    Intent = Callable[[Register], Settled]


class SettlingScreen(EditingScreen):
    """A place where things wait, and the verbs that settle the one under the cursor."""

    def __init__(self) -> None:
        """Begin with nothing that waits."""
        super().__init__()
        self.items: tuple[DeskItem, ...] = ()
        """What is listed."""
        self.leaving: set[int] = set()
        """What is being settled, and so is listed no more."""
        self.chosen = 0
        """Which proposal of the current item is chosen."""

    @property
    def item(self) -> DeskItem | None:
        """What the cursor is on."""
        raise NotImplementedError

    def action_accept(self) -> None:
        """Accept the proposal that is chosen."""
        from edi_tui.services.desk_decisions import accept

        if (item := self.item) and item.proposals:
            number, chosen = item.number, self.chosen
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
        self.leaving |= numbers
        self.show(self.items)
        result = await self.stored(intent)
        self.leaving -= numbers
        if isinstance(result, EdiError):
            self.edi.refuse(result)
            self.load()
        else:
            self._settled(result, *command)

    def _settled(self, done: Settled, *command: str) -> None:
        self.done(done.told, *(("desk", *command) if command else ()))
        self.load()


def _answered(item: DeskItem, words: str) -> Intent:
    from edi_tui.services.desk_decisions import answer

    return lambda register: answer(register, item.number, words)


def _added(item: DeskItem, draft: Draft, beside: Sequence[Draft]) -> Intent:
    from edi_tui.services.desk_decisions import add_row

    return lambda register: add_row(register, item.number, draft, beside)
