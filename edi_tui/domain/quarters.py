"""Quarters of the NHS financial year, which runs from 1 April to 31 March."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """A quarter of a financial year; Q1 is April to June."""

    year: int
    """Calendar year in which the financial year starts: 2026 for 2026/27."""
    number: int

    def __post_init__(self) -> None:
        """Refuse a fifth quarter."""
        if self.number not in range(1, 5):
            raise ValueError(f"There is no quarter {self.number}; a year has Q1 to Q4.")

    @classmethod
    def containing(cls, day: date) -> Quarter:
        """Return the quarter that a day falls in."""
        months = day.year * 12 + day.month - 4
        return cls(months // 12, months % 12 // 3 + 1)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, 1, 1) + relativedelta(months=3 * self.number)

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + relativedelta(months=3) - timedelta(days=1)

    @property
    def next(self) -> Quarter:
        """The quarter after this one."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> Quarter:
        """The quarter before this one."""
        return Quarter(self.year - (self.number == 1), (self.number - 2) % 4 + 1)

    def __str__(self) -> str:
        """Return the quarter as `2026/27 Q2`."""
        return f"{self.year}/{(self.year + 1) % 100:02d} Q{self.number}"
