"""Challenges: answered in time, with evidence, and settled with who asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from edi_tui.domain.assurance import proves
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import in_days
from edi_tui.domain.rows import ChallengeRow
from edi_tui.domain.rules.rule import Remark, Rule, rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import Asker

_ASKERS = {
    Asker.ICB: "the integrated care board",
    Asker.NHS_ENGLAND: "NHS England",
    Asker.PEER: "a peer organisation",
    Asker.OTHER: "whoever asked",
}
"""Who asked, inside a sentence, where no name is given."""
_SOON = timedelta(days=30)
"""How far ahead a due answer is worth a word; our own choice."""
_SETTLED = 30
"""Days after an answer by which its asker has said whether it settles it; our own choice."""


@rule("C1", Kind.CHALLENGE)
def answered_in_time(row: ChallengeRow, view: View) -> Iterator[Remark]:
    """Ask for the answer by the day it is due."""
    if row.answer_by and row.answer_by < view.as_at and waiting(row, view.as_at):
        days = in_days((view.as_at - row.answer_by).days)
        yield Remark("overdue", format_date(row.answer_by), {**_asker(row), "days": days})


@rule("C2", Kind.CHALLENGE)
def answer_soon(row: ChallengeRow, view: View) -> Iterator[Remark]:
    """Say that an answer is due soon."""
    day = view.as_at
    if row.answer_by and day <= row.answer_by <= day + _SOON and waiting(row, day):
        yield Remark("soon", format_date(row.answer_by), _asker(row))


@rule("C3", Kind.CHALLENGE)
def answered_with_evidence(row: ChallengeRow, view: View) -> Iterator[Remark]:
    """Ask for the evidence of an answer."""
    answered = _answered_on(row, view.as_at)
    if answered and not any(map(proves, view.evidence_of.get(row.ref, ()))):
        yield Remark("bare", format_date(answered), _asker(row))


@rule("C4", Kind.CHALLENGE)
def settled(row: ChallengeRow, view: View) -> Iterator[Remark]:
    """Ask whether the asker takes the answer as settling it."""
    answered = _answered_on(row, view.as_at)
    closed = row.closed_on is not None and row.closed_on <= view.as_at
    if answered and not closed and (view.as_at - answered).days > _SETTLED:
        yield Remark("open", format_date(answered), _asker(row))


@rule("C5", Kind.CHALLENGE)
def answer_dated(row: ChallengeRow, view: View) -> Iterator[Remark]:
    """Ask by when a challenge must be answered."""
    if row.answer_by is None and waiting(row, view.as_at):
        yield Remark("undated", facts=_asker(row))


def waiting(row: ChallengeRow, day: date) -> bool:
    """Tell whether a challenge has been put and not answered by a day."""
    return row.asked_on <= day and not _answered_on(row, day)


def _answered_on(row: ChallengeRow, day: date) -> date | None:
    return row.answered_on if row.answered_on and row.answered_on <= day else None


def _asker(row: ChallengeRow) -> dict[str, str]:
    return {"asker": row.asker_name or _ASKERS[row.asker]}


RULES: tuple[Rule[Any], ...] = (
    answered_in_time,
    answer_soon,
    answered_with_evidence,
    settled,
    answer_dated,
)
