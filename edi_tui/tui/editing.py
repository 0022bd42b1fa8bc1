"""Adding, changing, updating, attaching and withdrawing, the same in every place."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from edi_tui.domain.errors import ConflictError, EdiError
from edi_tui.domain.fields import Field
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    DRAFTS,
    SUPPORTED,
    Draft,
    EngagementDraft,
    EvidenceDraft,
    ObjectiveDraft,
    ReadingDraft,
    UpdateDraft,
    WaiverDraft,
    fields_of,
)
from edi_tui.domain.rows import DeliveryRow, MeasureRow, NetworkRow, Row, SponsorshipRow
from edi_tui.tui.command_line import adding, editing
from edi_tui.tui.forms.choices import read_choices
from edi_tui.tui.forms.question import Filled, Judge, Question
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.intents import (
    added,
    bound,
    edited,
    for_editing,
    judge_of,
    merged,
    withdrawn,
)
from edi_tui.tui.modals.reason import Withdrawal
from edi_tui.tui.undoing import UndoingScreen

if TYPE_CHECKING:
    from edi_tui.services.records import Saved, Stored
    from edi_tui.services.register import Register


class EditingScreen(UndoingScreen):
    """A place with a current record, and the verbs that act on it."""

    @dataclass
    class Judging(Message):
        """What the rules look at has arrived for a form."""

        form: RecordForm
        judge: Judge

    @property
    def current(self) -> Row | None:
        """The record that the verbs act on."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """The record whose history is shown."""
        return self.current.ref if self.current is not None else ""

    def select(self, ref: str, field: str = "") -> None:
        """Put the cursor on a record, and open its form where a field is named."""
        raise NotImplementedError

    def new_draft(self) -> Draft:
        """Return an empty draft of what `new` writes here."""
        raise NotImplementedError

    def update_draft(self) -> Draft | None:
        """Return the entry that says how the current record is going, or None for other kinds."""
        row = self.current
        if isinstance(row, DeliveryRow):
            return UpdateDraft(
                subject=row.ref,
                on=self.today,
                status=row.status,
                forecast_on=row.forecast_on,
            )
        if isinstance(row, MeasureRow):
            return ReadingDraft(measure=row.ref, as_at=self.today)
        if isinstance(row, NetworkRow):
            return EngagementDraft(network=row.ref, on=self.today)
        if isinstance(row, SponsorshipRow):
            return EngagementDraft(network=row.network_ref, member=row.member_ref, on=self.today)
        return None

    def evidence_draft(self) -> EvidenceDraft | None:
        """Return evidence for the current record, or None where it can have none."""
        row = self.current
        if row is None or row.KIND not in SUPPORTED:
            return None
        return EvidenceDraft(supports=(row.ref,), dated_on=self.today)

    @work
    async def action_new(self) -> None:
        """Write a new record."""
        draft = self.new_draft()
        if (saved := await self._add(draft, f"New {draft.KIND.label.lower()}")) is not None:
            self.select(saved.ref)

    @work
    async def action_update(self) -> None:
        """Say how the current record is going."""
        draft = self.update_draft()
        row = self.current
        if draft is None or row is None:
            return
        given = frozenset({"subject", "measure"} & {spec.name for spec in fields_of(type(draft))})
        await self._add(draft, f"{draft.KIND.label} for {row.ref}", given=given)

    @work
    async def action_attach(self) -> None:
        """Attach evidence to the current record."""
        draft = self.evidence_draft()
        if draft is not None:
            await self._add(draft, f"Evidence for {draft.supports[0]}")

    @work
    async def action_waive(self) -> None:
        """Set a rule aside for the current record."""
        if (row := self.current) is not None:
            await self.waive(row.ref, "")

    async def waive(self, ref: str, rule: str) -> Saved | None:
        """Ask why a rule is set aside for a record, and store it."""
        draft = WaiverDraft(subject=ref, rule=rule)
        given = frozenset({"subject", *(["rule"] * bool(rule))})
        told = f"Set {rule or 'a rule'} aside for {ref}"
        return await self._add(draft, told, given=given)

    async def _add(
        self, draft: Draft, heading: str, given: frozenset[str] = frozenset()
    ) -> Saved | None:
        choices = await self.stored(read_choices)
        if isinstance(choices, EdiError):
            self.edi.refuse(choices)
            return None
        attaching = isinstance(draft, EvidenceDraft)
        question = Question(heading, draft, choices, self.today, given, attaching=attaching)
        return await self.ask_until_stored(question, added)

    def action_edit(self) -> None:
        """Change the current record."""
        if (row := self.current) is not None:
            self.edit_field(row, "")

    @work
    async def edit_field(self, row: Row, field: str) -> None:
        """Change a record, beginning at a field; at the first where none is named."""
        found = await self.stored(for_editing(row.ref))
        if isinstance(found, EdiError):
            self.edi.refuse(found)
            return
        stored, choices = found
        question = Question(
            f"Edit {row.ref}", stored.draft, choices, self.today, focus=field, ref=row.ref
        )
        await self._edit_until_stored(question, stored)

    async def ask(self, question: Question) -> Filled | None:
        """Show a form and return what came out of it; an objective is judged as it is typed."""
        form = RecordForm(question)
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

    async def _edit_until_stored(self, question: Question, stored: Stored) -> None:
        while (filled := await self.ask(question)) is not None:
            result = await self.stored(edited(stored, filled))
            if not isinstance(result, EdiError):
                self.finished(result, "changed", *editing(stored.ref, stored.draft, filled.draft))
                return
            question = question.again(filled, result)
            if isinstance(result, ConflictError):
                newest = await self.stored(for_editing(stored.ref))
                if not isinstance(newest, EdiError):
                    question = merged(question, stored.draft, newest[0])
                    stored = newest[0]

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
                return result
            question = question.again(filled, result)
        return None

    @work
    async def action_withdraw(self) -> None:
        """Take the current record out of the lists, with a reason."""
        row = self.current
        reason, problem = "", ""
        while row is not None:
            told = await self.app.push_screen_wait(Withdrawal(row, reason, problem))
            if told is None:
                return
            result = await self.stored(withdrawn(row, told))
            if not isinstance(result, EdiError):
                self.finished(result, "withdrawn", "withdraw", row.ref, "--reason", told)
                return
            reason, problem = told, str(result)
            row = await self._newest(row)

    async def _newest(self, row: Row) -> Row:
        """Return a row with the version that stands now, as far as it can be read."""
        stored = await self.stored(for_editing(row.ref))
        if isinstance(stored, EdiError):
            return row
        return dataclasses.replace(row, version=stored[0].version)

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
        self.load()


def form_fields(kind: Kind) -> tuple[Field, ...]:
    """Return the fields of a kind of record that people fill in."""
    return tuple(spec for spec in fields_of(DRAFTS[kind]) if spec.typed)
