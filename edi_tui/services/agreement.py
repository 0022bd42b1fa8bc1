"""Agreeing an objective: from a draft to what its owner is held to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from edi_tui.domain.errors import EdiError
from edi_tui.domain.findings import Finding
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.rules.smart import Criterion
from edi_tui.domain.rules.view import View
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services import records
from edi_tui.services.judgement import findings_of, smart_of
from edi_tui.services.records import Saved
from edi_tui.services.register import Register
from edi_tui.services.views import view_of


def agree(register: Register, ref: str, on: date | None = None) -> Saved:
    """Store the day on which an objective was agreed; one that was agreed already stays.

    Args:
        register: The register.
        ref: The objective.
        on: The day; today without it.

    Raises:
        EdiError: The record is no objective, it is closed, or rules that keep it a draft still
            speak.
        InvalidError: The day is yet to come.
    """
    stored = records.get(register, ref)
    if not isinstance(stored.draft, ObjectiveDraft):
        raise EdiError(f"{stored.ref} is no objective, and only objectives are agreed.")
    if stored.draft.agreed_on:
        return Saved(stored.ref, changed=False)
    view = view_of(register)
    row = view.objectives.get(stored.ref)
    if row and row.status.closed:
        raise EdiError(
            f"{stored.ref} is closed ({row.status.label.lower()}), so there is nothing to agree."
        )
    blocks = blocking(view, stored.ref)
    if blocks:
        raise EdiError(_refusal(stored.ref, blocks))
    agreed = replace(stored.draft, agreed_on=on or register.today)
    return records.edit(register, stored.ref, agreed, version=stored.version)


def verdicts_of(register: Register, ref: str) -> tuple[Criterion, ...]:
    """Return the SMART verdicts of an objective, which may be agreed before it meets them all."""
    view = view_of(register)
    return smart_of(view.objectives[ref], view)


def blocking(view: View, ref: str) -> tuple[Finding, ...]:
    """Return the findings that keep an objective a draft; a rule set aside does not."""
    row = view.objectives.get(ref)
    found = findings_of(row, view) if row else ()
    return tuple(one for one in found if rule_texts()[one.rule].blocks and not one.waived)


def _refusal(ref: str, blocks: Sequence[Finding]) -> str:
    """Return everything that is missing and what to do about it."""
    lines = [f"- {one.message} {one.fix} ({one.rule})" for one in blocks]
    waive = f'edi-tui add waiver --rule {blocks[0].rule} --subject {ref} --reason "..."'
    return "\n".join(
        [
            f"{ref} cannot be agreed yet:",
            *lines,
            f"Where a rule does not fit, set it aside for a reason that prints: {waive}",
        ]
    )
