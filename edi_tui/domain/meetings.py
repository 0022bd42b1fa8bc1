"""The meetings of the board, and by when their papers are due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from edi_tui.domain.bank_holidays import BankHolidays
from edi_tui.domain.dates import read_date
from edi_tui.domain.words import Precision

MOST_PAPER_DAYS = 60
"""The most working days before a meeting that its papers may be due."""
_DAY = timedelta(days=1)


def meeting_day(words: str) -> date | None:
    """Return the exact day that words name, or None where they name none."""
    due = read_date(words).due
    return due.on if due.precision is Precision.DAY else None


def meeting_days(words: Iterable[str]) -> list[date]:
    """Return the days that words name, each once, the first first."""
    return sorted({day for one in words if (day := meeting_day(one))})


def papers_due(meeting: date, working_days: int, kept: BankHolidays) -> date:
    """Return the working day that lies so many working days before a meeting.

    Args:
        meeting: The day of the meeting, which is not counted.
        working_days: How many, from 1; weekends and bank holidays are not counted.
        kept: The bank holidays.
    """
    day = meeting
    while working_days:
        day -= _DAY
        working_days -= kept.is_working_day(day)
    return day
