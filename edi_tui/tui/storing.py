"""Asking with a form until what it holds is stored, so that nothing typed is lost."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from edi_tui.domain.errors import ConflictError, EdiError, InvalidError
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.tui.command_line import adding, editing
from edi_tui.tui.forms.question import Filled, Judge, Question
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.intents import bound, differing, edited, for_editing, judge_of, merged
from edi_tui.tui.modals.conflict import Conflict
from edi_tui.tui.undoing import UndoingScreen

if TYPE_CHECKING:
    from edi_tui.services.records import Saved, Stored
    from edi_tui.services.register import Register


class StoringScreen(UndoingScreen):
    """A place that shows forms, and again where what they hold was refused."""

    @dataclass
    class Judging(Message):
        """What the rules look at has arrived for a form."""

        form: RecordForm
        judge: Judge

    async def ask(self, question: Question) -> Filled | None:
        """Show a form and return what came out of it; an objective is judged as it is typed."""
        form = RecordForm(question)
        form.keep_with(self.edi.keeping.keeper(question))
        if isinstance(question.draft, ObjectiveDraft):
            self.read_rules(form)
        return await self.app.push_screen_wait(form)

    @work(thread=True, exclusive=True, exit_on_error=False, group="judge")
    def read_rules(self, form: RecordForm) -> None:
        """Read what the rules look at, once for each form, while the person begins to type."""
        try:
            judge = judge_of(self.edi.opened(), form.question.ref)
        except EdiError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Judging(form, judge))

    @on(Judging)
    def begin_judging(self, message: Judging) -> None:
        """Let the form judge what is typed."""
        message.form.judge_with(message.judge)

    async def ask_until_stored(
        self, question: Question, store: Callable[[Register, Filled], Saved]
    ) -> Saved | None:
        """Show a form until what it holds is stored or the person gives up.

        Nothing typed is lost: a refusal shows the form again, as it was left.
        """
        begun = question.draft
        while (filled := await self.ask(question)) is not None:
            result = await self.stored(bound(store, filled))
            if not isinstance(result, EdiError):
                command = adding(filled.draft, begun, filled.file)
                self.finished(result, "added", *command)
                self.edi.keeping.forget(question.token)
                return result
            question = question.again(filled, result)
        self.edi.keeping.forget(question.token)
        return None

    async def edit_until_stored(
        self, question: Question, stored: Stored, filled: Filled | None = None
    ) -> None:
        """Show a form until the change is stored or the person gives up.

        Args:
            question: What the form is for.
            stored: The record as it was looked at.
            filled: What came out of the form already, which is not shown at first then.
        """
        filled = filled or await self.ask(question)
        while filled is not None:
            result = await self.stored(edited(stored, filled))
            if not isinstance(result, EdiError):
                self.finished(result, "changed", *editing(stored.ref, stored.draft, filled.draft))
                break
            question, filled = question.again(filled, result), None
            if isinstance(result, ConflictError):
                question, stored, filled = await self.settle(question, stored)
            filled = filled or await self.ask(question)
        self.edi.keeping.forget(question.token)

    async def settle(
        self, question: Question, looked_at: Stored
    ) -> tuple[Question, Stored, Filled | None]:
        """Ask whose words stand where someone else changed the record as well.

        Returns:
            The question as it is asked again, the record as it is now, and what is to be stored;
            None where the form is shown first.
        """
        found = await self.stored(for_editing(looked_at.ref))
        if isinstance(found, EdiError) or found[0].withdrawn_at is not None:
            return question, looked_at, None
        newest, _ = found
        fields = differing(question, looked_at.draft, newest.draft)
        question = merged(question, newest, fields)
        chosen: Mapping[str, str] | None = {}
        if fields:
            chosen = await self.app.push_screen_wait(Conflict(newest.ref, fields))
        if chosen is None:
            return question, newest, None
        question = dataclasses.replace(question, words={**question.words, **chosen}, problem=None)
        try:
            return question, newest, question.filled(question.words)
        except InvalidError as error:
            return dataclasses.replace(question, problem=error), newest, None

    def finished(self, saved: Saved, verb: str, *command: str) -> None:
        """Say what became of a record, and list it as it is now.

        Args:
            saved: What was stored.
            verb: What happened to it, such as `changed`.
            command: The words of the command that does the same, after `edi-tui`.
        """
        if saved.changed:
            self.done(f"{saved.ref} {verb}.", *command)
        else:
            self.say(f"{saved.ref} was so already.")
        self.edi.keys.wait_for(self.load())
