"""The verbs of a place, acting on all records that are marked."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import Worker

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import EvidenceDraft, UpdateDraft, fields_of
from edi_tui.tui.command_line import adding, editing
from edi_tui.tui.editing import EditingScreen
from edi_tui.tui.forms.choices import read_choices
from edi_tui.tui.forms.question import Filled, Question
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.intents import for_editing
from edi_tui.tui.modals.bulk import BulkPreview, Choice, ChooseField, choices
from edi_tui.tui.modals.reason import Withdrawal
from edi_tui.tui.screen import asking

if TYPE_CHECKING:
    from edi_tui.domain.records import Draft
    from edi_tui.services.deeds import Deed


class BulkEditingScreen(EditingScreen):
    """A place where several records can be marked; the verbs act on those where there are any."""

    @property
    def marked(self) -> list[str]:
        """The references of the marked records."""
        raise NotImplementedError

    def unmark(self) -> None:
        """Take all marks away."""
        raise NotImplementedError

    @property
    def _heading(self) -> str:
        """How many records are marked, in words."""
        return self._kind.counted(len(self.marked))

    @property
    def _named(self) -> str:
        """The marked records as commands name them."""
        return ",".join(self.marked)

    @property
    def _kind(self) -> Kind:
        target = read_ref(self.marked[0])
        assert target is not None
        return target[0]

    def action_update(self) -> Worker[None]:
        """Say how the current record, or each of the marked, is going."""
        return self.update_marked() if self.marked else super().action_update()

    def action_edit(self) -> None:
        """Change the current record, or one field of all that are marked."""
        if self.marked:
            self.edit_marked()
        else:
            super().action_edit()

    def action_withdraw(self) -> Worker[None]:
        """Take the current record, or all that are marked, out of the lists."""
        return self.withdraw_marked() if self.marked else super().action_withdraw()

    def action_attach(self) -> Worker[None]:
        """Attach evidence to the current record, or one item to all that are marked."""
        return self.attach_marked() if self.marked else super().action_attach()

    @asking
    async def update_marked(self) -> None:
        """Say one thing of all marked records."""
        from edi_tui.services.deeds import Saying

        draft = UpdateDraft(subject=self.marked[0], on=self.today)

        def deed(filled: Filled) -> Deed:
            assert isinstance(filled.draft, UpdateDraft)
            return Saying(filled.draft)

        def command(filled: Filled) -> list[str]:
            return adding(dataclasses.replace(filled.draft, **{"subject": self._named}), draft)

        heading = f"Update {self._heading}"
        await self._ask_and_do(heading, draft, {"subject"}, deed, command)

    @asking
    async def edit_marked(self) -> None:
        """Set one field of all marked records."""
        from edi_tui.services.deeds import How, Setting

        offered = choices(self._kind)
        chosen = await self.app.push_screen_wait(ChooseField(f"Edit {self._heading}", offered))
        first = await self.stored(for_editing(self.marked[0])) if chosen else None
        if chosen is None or first is None:
            return
        if isinstance(first, EdiError):
            self.edi.refuse(first)
            return
        name = chosen.field.name

        def deed(filled: Filled) -> Deed:
            return Setting(chosen.field, getattr(filled.draft, name), chosen.how)

        draft = _without(first[0].draft, chosen)

        def command(filled: Filled) -> list[str]:
            # What adds to a field or takes from it can be said to one record at a time only.
            replaces = chosen.how is How.REPLACE
            return editing(self._named, draft, filled.draft) if replaces else []

        others = {spec.name for spec in fields_of(type(draft))} - {name}
        heading = f"{chosen.label} of {self._heading}"
        await self._ask_and_do(heading, draft, others, deed, command)

    @asking
    async def withdraw_marked(self) -> None:
        """Withdraw all marked records for one reason."""
        from edi_tui.services.deeds import Withdrawing

        reason, named = "", self._named.replace(",", ", ")
        while True:
            asked = Withdrawal(self._heading, named, reason)
            told = await self.app.push_screen_wait(asked)
            if told is None:
                return
            command = ("withdraw", self._named, "--reason", told)
            if await self._done_to_marked(Withdrawing(told), command):
                return
            reason = told

    @asking
    async def attach_marked(self) -> None:
        """Attach one item of evidence to all marked records."""
        draft = EvidenceDraft(supports=tuple(self.marked), dated_on=self.today)
        if await self._add(draft, f"Evidence for {self._heading}") is not None:
            self.unmark()

    async def _ask_and_do(
        self,
        heading: str,
        draft: Draft,
        given: set[str],
        deed: Callable[[Filled], Deed],
        command: Callable[[Filled], Sequence[str]],
    ) -> None:
        """Ask with a form until what it says is done or the person gives up."""
        found = await self.stored(read_choices(draft.KIND))
        if isinstance(found, EdiError):
            self.edi.refuse(found)
            return
        question = Question(heading, draft, found, self.today, frozenset(given))
        while (filled := await self._asked(question)) is not None:
            if await self._done_to_marked(deed(filled), command(filled)):
                return
            question = dataclasses.replace(question, words=filled.words)

    async def _asked(self, question: Question) -> Filled | None:
        form = RecordForm(question)
        # Several objectives are not judged as one is typed.
        form.remove_class("-judged")
        return await self.app.push_screen_wait(form)

    async def _done_to_marked(self, deed: Deed, command: Sequence[str]) -> bool:
        """Show what would become of the marked records and do it; False where it was not done.

        Args:
            deed: What is to be done.
            command: The words of the command that does the same; none where there is no such one.
        """
        from edi_tui.services.bulk import do, plan

        planned = await self.stored(partial(plan, deed=deed, refs=self.marked))
        if isinstance(planned, EdiError):
            self.edi.refuse(planned)
            return False
        if not await self.app.push_screen_wait(BulkPreview(planned)):
            return False
        done = await self.stored(partial(do, planned=planned))
        if isinstance(done, EdiError):
            self.edi.refuse(done)
            return False
        self.done(f"{planned.kind.counted(done)} changed.", *command)
        self.unmark()
        self.edi.keys.wait_for(self.load())
        return True


def _without(draft: Draft, chosen: Choice) -> Draft:
    """Return a draft whose chosen field holds nothing yet."""
    plain = next(one for one in dataclasses.fields(draft) if one.name == chosen.field.name)
    return dataclasses.replace(draft, **{plain.name: plain.default})
