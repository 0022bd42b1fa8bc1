"""The financial years of appraisals, and by when they must be with NHS England."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from edi_tui.domain.quarter_words import read_financial_year
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import AppraisalRow, MemberRow
from edi_tui.domain.words import OrganisationKind, Seat

NATIONAL_DATES: Mapping[Seat, tuple[int, int]] = {Seat.CHAIR: (6, 30), Seat.NON_EXECUTIVE: (9, 30)}
"""Month and day by which an NHS trust or ICB submits the appraisals of a year that has ended.

Board member appraisal guidance, NHS England, 1 April 2025. All others, those of foundation
trusts among them, are held locally and have no national date.
"""


def year_of(day: date) -> int:
    """Return the calendar year in which the financial year of a day starts."""
    return Quarter.containing(day).year


def year_start(year: int) -> date:
    """Return the first day of a financial year."""
    return Quarter(year, 1).start


def year_end(year: int) -> date:
    """Return the last day of a financial year."""
    return Quarter(year, 4).end


def second_half(year: int) -> date:
    """Return the first day of the second half of a financial year."""
    return Quarter(year, 3).start


def year_name(year: int) -> str:
    """Return a financial year as `2026/27`."""
    return f"{year}/{(year + 1) % 100:02d}"


def deadline(seat: Seat, organisation: OrganisationKind, year: int) -> date | None:
    """Return the day by which the appraisal of a seat must be submitted; None where held locally.

    Args:
        seat: The kind of seat.
        organisation: The kind of organisation.
        year: The calendar year in which the appraised financial year started.
    """
    national = NATIONAL_DATES.get(seat) if organisation is not OrganisationKind.FT else None
    return date(year + 1, *national) if national else None


def of_year(appraisals: Iterable[AppraisalRow], year: int) -> list[AppraisalRow]:
    """Return the appraisals of one financial year, however its name is written."""
    return [row for row in appraisals if read_financial_year(row.year) == year]


def took_place(appraisals: Iterable[AppraisalRow], day: date) -> list[AppraisalRow]:
    """Return the appraisals that were held by a day."""
    return [row for row in appraisals if row.appraised_on and row.appraised_on <= day]


def submitted(appraisals: Iterable[AppraisalRow], day: date) -> bool:
    """Tell whether any of a member's appraisals had been submitted by a day."""
    return any(row.submitted_on and row.submitted_on <= day for row in appraisals)


def reviewed(appraisals: Iterable[AppraisalRow], day: date) -> bool:
    """Tell whether any of a member's appraisals had had its mid-year review by a day."""
    return any(row.mid_year_on and row.mid_year_on <= day for row in appraisals)


def served_in(member: MemberRow, year: int) -> bool:
    """Tell whether a member had begun before a financial year ended, and so is appraised for it."""
    return member.from_on is None or member.from_on <= year_end(year)
