"""What somebody is reminded of: what is overdue, due, silent or waits to be looked over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.answering import Answered
from edi_tui.domain.due import format_date
from edi_tui.domain.progress import in_days
from edi_tui.domain.rows import ActionRow, ChallengeRow, EvidenceRow, ObjectiveRow
from edi_tui.domain.rules.progress import yet_to_start
from edi_tui.domain.words import ReviewState, Word


class Call(Word):
    """What something asks of its owner, the most pressing first."""

    OVERDUE = "overdue", "Overdue"
    DUE = "due", "Due soon"
    SILENT = "silent", "No update"
    REVIEW = "review", "To be reviewed"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing that somebody is reminded of."""

    call: Call
    ref: str
    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What one owner is reminded of."""

    owner: str
    """The role; empty for what nobody is named for."""
    today: date
    until: date
    """The last day that is looked ahead to."""
    reminders: tuple[Reminder, ...]
    closed: int
    """How much of theirs is closed and left out."""
    quiet: int
    """How much of theirs asks for nothing by then and is left out."""


def digest(
    owner: str, rows: Sequence[Answered], evidence: Iterable[EvidenceRow], span: tuple[date, date]
) -> Digest:
    """Return what an owner is reminded of.

    Args:
        owner: The role.
        rows: What the owner answers for.
        evidence: The evidence that supports any of it.
        span: Today, and the last day that is looked ahead to.
    """
    today, until = span
    told = [(row, tuple(_reminders(row, today, until))) for row in rows]
    found = [one for _, some in told for one in some]
    found += [one for item in evidence for one in _of_evidence(item, until)]
    return Digest(
        owner=owner,
        today=today,
        until=until,
        reminders=tuple(sorted(found, key=lambda one: list(Call).index(one.call))),
        closed=sum(_closed(row) for row in rows),
        quiet=sum(not some and not _closed(row) for row, some in told),
    )


def _closed(row: Answered) -> bool:
    return row.answered_on is not None if isinstance(row, ChallengeRow) else row.status.closed


def _reminders(row: Answered, today: date, until: date) -> Iterator[Reminder]:
    if _closed(row):
        return
    if isinstance(row, ChallengeRow):
        yield from _of_challenge(row, today, until)
        return
    computed = row.computed
    if call := _call(row, today, until):
        due = f"due {format_date(row.due_on)}" if row.due_on else "no due date"
        yield Reminder(call, row.ref, row.headline, "; ".join((due, *computed.reasons)))
    if isinstance(row, ObjectiveRow) and row.review_on and row.review_on <= until:
        why = f"next review {format_date(row.review_on)}"
        yield Reminder(Call.REVIEW, row.ref, row.headline, why)


def _call(row: ObjectiveRow | ActionRow, today: date, until: date) -> Call | None:
    if row.computed.overdue_days:
        return Call.OVERDUE
    if row.due_on and row.due_on <= until:
        return Call.DUE
    return Call.SILENT if row.computed.stale and not yet_to_start(row, today) else None


def _of_challenge(row: ChallengeRow, today: date, until: date) -> Iterator[Reminder]:
    if row.answer_by is None or row.answer_by > until:
        return
    late = (today - row.answer_by).days
    why = f"answer due {format_date(row.answer_by)}"
    if late > 0:
        yield Reminder(Call.OVERDUE, row.ref, row.question, f"{why}; overdue by {in_days(late)}")
    else:
        yield Reminder(Call.DUE, row.ref, row.question, why)


def _of_evidence(row: EvidenceRow, until: date) -> Iterator[Reminder]:
    reasons = []
    if row.review is ReviewState.NOT_REVIEWED:
        reasons.append("waits to be looked over by another office")
    if row.expires_on and row.expires_on <= until:
        reasons.append(f"good until {format_date(row.expires_on)}")
    if reasons:
        yield Reminder(Call.REVIEW, row.ref, row.title, "; ".join(reasons))
