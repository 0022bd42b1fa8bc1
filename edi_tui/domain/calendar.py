"""What a calendar says of a register: which day calls for what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain import appraisal_year as years
from edi_tui.domain.bank_holidays import BankHolidays
from edi_tui.domain.board_seats import filled, sits
from edi_tui.domain.coverage import Mark, mid_year_mark
from edi_tui.domain.due import format_date
from edi_tui.domain.meetings import papers_due
from edi_tui.domain.rows import (
    ActionRow,
    AppraisalRow,
    ChallengeRow,
    EvidenceRow,
    MemberRow,
    ObjectiveRow,
)
from edi_tui.domain.words import OrganisationKind, Word


class Occasion(Word):
    """What a day is for."""

    DUE = "due", "Due"
    REVIEW = "review", "Next review"
    ANSWER = "answer", "Answer due"
    EXPIRY = "expiry", "Evidence to be looked at again"
    MID_YEAR = "mid-year", "Mid-year reviews from"
    SUBMISSION = "submission", "Appraisal due at NHS England"
    PAPERS = "papers", "Papers due"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One day of a calendar, and what it is for."""

    on: date
    ref: str
    """What it is about: a reference, or a quarter."""
    occasion: Occasion
    title: str
    note: str = ""
    key: str = ""
    """What tells it from others of the same record and occasion."""


def delivery_entries(rows: Iterable[ObjectiveRow | ActionRow]) -> Iterator[Entry]:
    """Yield when open objectives and actions are due, and when objectives are looked at next."""
    for row in rows:
        if row.status.closed:
            continue
        if row.due_on:
            yield Entry(row.due_on, row.ref, Occasion.DUE, row.headline, _answers(row))
        if isinstance(row, ObjectiveRow) and row.review_on:
            yield Entry(row.review_on, row.ref, Occasion.REVIEW, row.headline, _answers(row))


def _answers(row: ObjectiveRow | ActionRow) -> str:
    if isinstance(row, ObjectiveRow):
        return f"Owner: {row.owner}" if row.owner else ""
    return f"Lead: {row.lead}" if row.lead else ""


def challenge_entries(rows: Iterable[ChallengeRow]) -> Iterator[Entry]:
    """Yield by when questions from outside are to be answered."""
    for row in rows:
        if row.answer_by and not row.answered_on:
            answers = f"Answers: {row.owner}" if row.owner else ""
            yield Entry(row.answer_by, row.ref, Occasion.ANSWER, row.question, answers)


def evidence_entries(rows: Iterable[EvidenceRow]) -> Iterator[Entry]:
    """Yield until when evidence is good."""
    for row in rows:
        if row.expires_on:
            supports = f"Supports: {', '.join(row.supports)}" if row.supports else ""
            yield Entry(row.expires_on, row.ref, Occasion.EXPIRY, row.title, supports)


def appraisal_entries(
    members: Iterable[MemberRow],
    appraisals: Iterable[AppraisalRow],
    kind: OrganisationKind,
    today: date,
) -> Iterator[Entry]:
    """Yield when mid-year reviews begin and appraisals must be with NHS England, until they are.

    Whose they are is said, by role, and nothing of what they found.

    Args:
        members: Everyone.
        appraisals: Everyone's.
        kind: The kind of organisation, on which the national dates hang.
        today: The day that it is.
    """
    own: dict[str, list[AppraisalRow]] = {}
    for row in appraisals:
        own.setdefault(row.member_ref, []).append(row)
    for member in members:
        if filled(member) and sits(member, today):
            yield from _appraised(member, own.get(member.ref, []), kind, today)


def _appraised(
    member: MemberRow, appraisals: Sequence[AppraisalRow], kind: OrganisationKind, today: date
) -> Iterator[Entry]:
    this = years.year_of(today)
    if mid_year_mark(member, appraisals, today) in (Mark.NO, Mark.NOT_YET):
        yield _of_year(member, years.second_half(this), Occasion.MID_YEAR, this)
    for year in (this - 1, this):
        on = years.deadline(member.seat, kind, year) if years.served_in(member, year) else None
        if on and not years.submitted(years.of_year(appraisals, year), today):
            yield _of_year(member, on, Occasion.SUBMISSION, year)


def _of_year(member: MemberRow, on: date, occasion: Occasion, year: int) -> Entry:
    title = f"{member.role}, {years.year_name(year)}"
    return Entry(on, member.ref, occasion, title, key=str(year))


def paper_entries(
    meetings: Iterable[tuple[date, str, str]], working_days: int, kept: BankHolidays
) -> Iterator[Entry]:
    """Yield by when the papers of meetings are due.

    Args:
        meetings: The day of each, what the entry is about, and what meets.
        working_days: How many working days before.
        kept: The bank holidays, which are none.
    """
    for meeting, ref, who in meetings:
        title = f"{who}, {format_date(meeting)}"
        note = f"{working_days} working days before the meeting"
        yield Entry(
            papers_due(meeting, working_days, kept),
            ref,
            Occasion.PAPERS,
            title,
            note,
            meeting.isoformat(),
        )
