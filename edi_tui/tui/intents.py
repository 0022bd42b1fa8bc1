"""What forms ask of the register; each runs in a thread."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from edi_tui.domain.errors import ConflictError
from edi_tui.domain.records import Draft, EvidenceDraft, ObjectiveDraft, fields_of
from edi_tui.domain.rows import Row
from edi_tui.domain.rules.smart import Criterion
from edi_tui.domain.values import write_value
from edi_tui.tui.forms.choices import Choices, read_choices
from edi_tui.tui.forms.question import Filled, Judge, Question
from edi_tui.tui.modals.conflict import Differing

if TYPE_CHECKING:
    from edi_tui.services.records import Saved, Stored
    from edi_tui.services.register import Register


def judge_of(register: Register, ref: str) -> Judge:
    """Return what judges an objective while it is typed, in the register as it stands."""
    from edi_tui.services.judgement import smart_of_draft
    from edi_tui.services.views import view_of

    view = view_of(register)

    def judge(draft: Draft) -> tuple[Criterion, ...]:
        assert isinstance(draft, ObjectiveDraft)
        return smart_of_draft(draft, view, ref)

    return judge


def added(register: Register, filled: Filled) -> Saved:
    """Store a new record; evidence with its file."""
    from edi_tui.services import evidence, records

    if isinstance(filled.draft, EvidenceDraft):
        return evidence.attach(register, filled.draft, filled.file)
    return records.add(register, filled.draft)


def bound(
    store: Callable[[Register, Filled], Saved], filled: Filled
) -> Callable[[Register], Saved]:
    """Return what stores what came out of a form."""
    return lambda register: store(register, filled)


def edited(stored: Stored, filled: Filled) -> Callable[[Register], Saved]:
    """Return what changes a record that was looked at."""
    from edi_tui.services import records

    return lambda register: records.edit(register, stored.ref, filled.draft, version=stored.version)


def withdrawn(row: Row, reason: str) -> Callable[[Register], Saved]:
    """Return what takes a record out of the lists."""
    from edi_tui.services import records

    return lambda register: records.withdraw(register, row.ref, reason, version=row.version)


def for_editing(ref: str) -> Callable[[Register], tuple[Stored, Choices]]:
    """Return what reads a record and what its fields may point to."""
    from edi_tui.services import records

    def read(register: Register) -> tuple[Stored, Choices]:
        stored = records.get(register, ref)
        return stored, read_choices(stored.draft.KIND)(register)

    return read


def differing(question: Question, before: Draft, newest: Draft) -> list[Differing]:
    """Return the fields of which a form and a change by someone else say different things.

    Args:
        question: The form, with what was typed.
        before: What the record said when the form was opened.
        newest: What it says now.
    """
    found = []
    for spec in fields_of(type(before)):
        mine = question.words.get(spec.name, "")
        was, theirs = (write_value(spec, getattr(draft, spec.name)) for draft in (before, newest))
        if spec.name in question.words and mine != theirs:
            found.append(Differing(spec.name, spec.label, mine, theirs, typed=mine != was))
    return found


def merged(question: Question, newest: Stored, fields: Sequence[Differing]) -> Question:
    """Keep what was typed, and take the other person's words where nothing was."""
    theirs = {field.name: field.theirs for field in fields if not field.typed}
    problem = ConflictError(
        f"{newest.ref} was changed by someone else while you were editing. Nothing was stored "
        "yet: their words now stand where you typed nothing. Look through it and save again."
    )
    return dataclasses.replace(
        question,
        draft=newest.draft,
        version=newest.version,
        words={**question.words, **theirs},
        problem=problem,
    )
