"""Adding, changing, updating, attaching and withdrawing, the same in every place."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import work

from edi_tui.domain.errors import ConflictError, EdiError
from edi_tui.domain.records import (
    SUPPORTED,
    Draft,
    EngagementDraft,
    EvidenceDraft,
    ReadingDraft,
    UpdateDraft,
    fields_of,
)
from edi_tui.domain.rows import DeliveryRow, MeasureRow, NetworkRow, Row, SponsorshipRow
from edi_tui.domain.values import write_value
from edi_tui.tui.forms.choices import Choices, read_choices
from edi_tui.tui.forms.record_form import Filled, Question, RecordForm
from edi_tui.tui.modals.withdrawal import Withdrawal
from edi_tui.tui.screen import EdiScreen

if TYPE_CHECKING:
    from edi_tui.services.records import Saved, Stored
    from edi_tui.services.register import Register


class EditingScreen(EdiScreen):
    """A place with a current record, and the verbs that act on it."""

    @property
    def current(self) -> Row | None:
        """The record that the verbs act on."""
        raise NotImplementedError

    def select(self, ref: str) -> None:
        """Put the cursor on a record."""
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

    async def _add(
        self, draft: Draft, heading: str, given: frozenset[str] = frozenset()
    ) -> Saved | None:
        choices = await self.stored(read_choices)
        if isinstance(choices, EdiError):
            self.edi.refuse(choices)
            return None
        attaching = isinstance(draft, EvidenceDraft)
        question = Question(heading, draft, choices, self.today, given, attaching=attaching)
        return await self.ask_until_stored(question, _add)

    @work
    async def action_edit(self) -> None:
        """Change the current record."""
        row = self.current
        if row is None:
            return
        found = await self.stored(_for_editing(row.ref))
        if isinstance(found, EdiError):
            self.edi.refuse(found)
            return
        stored, choices = found
        question = Question(f"Edit {row.ref}", stored.draft, choices, self.today)
        await self._edit_until_stored(question, stored)

    async def _edit_until_stored(self, question: Question, stored: Stored) -> None:
        while (filled := await self.app.push_screen_wait(RecordForm(question))) is not None:
            result = await self.stored(_edited(stored, filled))
            if not isinstance(result, EdiError):
                self._done(result, "changed")
                return
            question = question.again(filled, result)
            if isinstance(result, ConflictError):
                newest = await self.stored(_for_editing(stored.ref))
                if not isinstance(newest, EdiError):
                    question = _merged(question, stored.draft, newest[0])
                    stored = newest[0]

    async def ask_until_stored(
        self, question: Question, store: Callable[[Register, Filled], Saved]
    ) -> Saved | None:
        """Show a form until what it holds is stored or the person gives up.

        Nothing typed is lost: a refusal shows the form again, as it was left.
        """
        while (filled := await self.app.push_screen_wait(RecordForm(question))) is not None:
            result = await self.stored(_bound(store, filled))
            if not isinstance(result, EdiError):
                self._done(result, "added")
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
            result = await self.stored(_withdrawn(row, told))
            if not isinstance(result, EdiError):
                self._done(result, "withdrawn")
                return
            reason, problem = told, str(result)
            row = await self._newest(row)

    async def _newest(self, row: Row) -> Row:
        """Return a row with the version that stands now, as far as it can be read."""
        stored = await self.stored(_for_editing(row.ref))
        if isinstance(stored, EdiError):
            return row
        return dataclasses.replace(row, version=stored[0].version)

    def _done(self, saved: Saved, verb: str) -> None:
        self.say(f"{saved.ref} {verb}." if saved.changed else f"{saved.ref} was so already.")
        self.load()


def _add(register: Register, filled: Filled) -> Saved:
    from edi_tui.services import evidence, records

    if isinstance(filled.draft, EvidenceDraft):
        return evidence.attach(register, filled.draft, filled.file)
    return records.add(register, filled.draft)


def _bound(
    store: Callable[[Register, Filled], Saved], filled: Filled
) -> Callable[[Register], Saved]:
    return lambda register: store(register, filled)


def _edited(stored: Stored, filled: Filled) -> Callable[[Register], Saved]:
    from edi_tui.services import records

    return lambda register: records.edit(register, stored.ref, filled.draft, version=stored.version)


def _withdrawn(row: Row, reason: str) -> Callable[[Register], Saved]:
    from edi_tui.services import records

    return lambda register: records.withdraw(register, row.ref, reason, version=row.version)


def _for_editing(ref: str) -> Callable[[Register], tuple[Stored, Choices]]:
    from edi_tui.services import records

    return lambda register: (records.get(register, ref), read_choices(register))


def _merged(question: Question, before: Draft, newest: Stored) -> Question:
    """Keep what was typed, and take the other person's words where nothing was."""
    words, problem = dict(question.words), question.problem
    for spec in fields_of(type(before)):
        if words.get(spec.name) == write_value(spec, getattr(before, spec.name)):
            words[spec.name] = write_value(spec, getattr(newest.draft, spec.name))
    if newest.withdrawn_at is None:
        problem = ConflictError(
            f"{newest.ref} was changed by someone else while you were editing. Nothing was stored "
            "yet: their words now stand where you typed nothing. Look through it and save again."
        )
    return dataclasses.replace(question, draft=newest.draft, words=words, problem=problem)
