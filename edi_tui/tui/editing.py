"""Adding, changing, updating, attaching and withdrawing, the same in every place."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from edi_tui.domain.columns import headline
from edi_tui.domain.errors import ConflictError, EdiError, InvalidError
from edi_tui.domain.fields import Field, FieldKind
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
from edi_tui.tui.forms.left_drafts import asked_again, begun_with
from edi_tui.tui.forms.question import Filled, Judge, Question
from edi_tui.tui.forms.record_form import RecordForm
from edi_tui.tui.intents import (
    added,
    bound,
    differing,
    edited,
    for_editing,
    judge_of,
    merged,
    withdrawn,
)
from edi_tui.tui.modals.conflict import Conflict
from edi_tui.tui.modals.reason import Withdrawal
from edi_tui.tui.screen import asking
from edi_tui.tui.undoing import UndoingScreen

if TYPE_CHECKING:
    from edi_tui.services.kept_drafts import KeptDraft
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

    @asking
    async def action_new(self) -> None:
        """Write a new record."""
        draft = self.new_draft()
        if (saved := await self._add(draft, f"New {draft.KIND.label.lower()}")) is not None:
            self.select(saved.ref)

    @asking
    async def action_update(self) -> None:
        """Say how the current record is going."""
        draft = self.update_draft()
        row = self.current
        if draft is None or row is None:
            return
        given = frozenset({"subject", "measure"} & {spec.name for spec in fields_of(type(draft))})
        await self._add(draft, f"{draft.KIND.label} for {row.ref}", given=given)

    @asking
    async def action_attach(self) -> None:
        """Attach evidence to the current record."""
        draft = self.evidence_draft()
        if draft is not None:
            await self._add(draft, f"Evidence for {draft.supports[0]}")

    @asking
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
        choices = await self.stored(read_choices(draft.KIND))
        if isinstance(choices, EdiError):
            self.edi.refuse(choices)
            return None
        attaching = isinstance(draft, EvidenceDraft)
        question = Question(
            heading,
            draft,
            choices,
            self.today,
            given,
            attaching=attaching,
            focus="" if attaching else _to_fill_in(draft),
        )
        return await self.ask_until_stored(question, added)

    def action_edit(self) -> None:
        """Change the current record."""
        if (row := self.current) is not None:
            self.edit_field(row, "")

    @asking
    async def edit_field(self, row: Row, field: str) -> None:
        """Change a record, beginning at a field; at the first where none is named."""
        found = await self.stored(for_editing(row.ref))
        if isinstance(found, EdiError):
            self.edi.refuse(found)
            return
        stored, choices = found
        question = Question(
            f"Edit {row.ref}",
            stored.draft,
            choices,
            self.today,
            focus=field,
            ref=row.ref,
            version=stored.version,
        )
        await self._edit_until_stored(question, stored)

    async def go_on_with(self, left: KeptDraft) -> None:
        """Show a form again that an earlier run of the program left, with all that was typed."""
        if left.ref:
            await self._go_on_editing(left)
            return
        choices = await self.stored(read_choices(left.kind))
        if isinstance(choices, EdiError):
            self.edi.refuse(choices)
            return
        question = asked_again(left, begun_with(left), choices, self.today)
        if (saved := await self.ask_until_stored(question, added)) is not None:
            self.select(saved.ref)

    async def _go_on_editing(self, left: KeptDraft) -> None:
        found = await self.stored(for_editing(left.ref))
        if isinstance(found, EdiError):
            self.edi.refuse(found)
            return
        stored, choices = found
        question, filled = asked_again(left, stored.draft, choices, self.today), None
        if stored.version != left.version:
            looked_at = dataclasses.replace(stored, draft=begun_with(left, stored.draft))
            question, stored, filled = await self._settle(question, looked_at)
        await self._edit_until_stored(question, stored, filled)

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

    async def _edit_until_stored(
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
                question, stored, filled = await self._settle(question, stored)
            filled = filled or await self.ask(question)
        self.edi.keeping.forget(question.token)

    async def _settle(
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

    @asking
    async def action_withdraw(self) -> None:
        """Take the current record out of the lists, with a reason."""
        row = self.current
        reason, problem = "", ""
        while row is not None:
            told = await self.app.push_screen_wait(
                Withdrawal(row.ref, headline(row), reason, problem)
            )
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
        self.edi.keys.wait_for(self.load())


def _to_fill_in(draft: Draft) -> str:
    """Return the first field that is not filled in already; a choice always is one to make."""
    empty = type(draft)()
    for spec in form_fields(draft.KIND):
        same = getattr(draft, spec.name) == getattr(empty, spec.name)
        if same or spec.kind is FieldKind.CHOICE:
            return spec.name
    return ""


def form_fields(kind: Kind) -> tuple[Field, ...]:
    """Return the fields of a kind of record that people fill in."""
    return tuple(spec for spec in fields_of(DRAFTS[kind]) if spec.typed)
