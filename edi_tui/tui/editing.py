"""Adding, changing, updating, attaching and withdrawing, the same in every place."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from edi_tui.domain.columns import headline
from edi_tui.domain.errors import EdiError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    DRAFTS,
    SUPPORTED,
    Draft,
    EngagementDraft,
    EvidenceDraft,
    ReadingDraft,
    UpdateDraft,
    WaiverDraft,
    fields_of,
)
from edi_tui.domain.rows import DeliveryRow, MeasureRow, NetworkRow, Row, SponsorshipRow
from edi_tui.tui.forms.choices import read_choices
from edi_tui.tui.forms.left_drafts import asked_again, begun_with
from edi_tui.tui.forms.question import Question
from edi_tui.tui.intents import added, for_editing, withdrawn
from edi_tui.tui.modals.reason import Withdrawal
from edi_tui.tui.screen import asking
from edi_tui.tui.storing import StoringScreen

if TYPE_CHECKING:
    from edi_tui.services.kept_drafts import KeptDraft
    from edi_tui.services.records import Saved


class EditingScreen(StoringScreen):
    """A place with a current record, and the verbs that act on it."""

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
        await self.edit_until_stored(question, stored)

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
            question, stored, filled = await self.settle(question, looked_at)
        await self.edit_until_stored(question, stored, filled)

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
