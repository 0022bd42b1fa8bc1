"""A due date together with the words it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edi_tui.domain.words import Precision

# Not strftime, which would follow the locale.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due: the reading, the original words and how exact they were.

    The words are kept whatever they say, so "31/4/2016" or "ongoing" has no day but is not lost.
    """

    on: date | None = None
    text: str = ""
    precision: Precision = Precision.NONE

    def __str__(self) -> str:
        """Return the day as `30 Jun 2027`, else the words."""
        return format_date(self.on) if self.on else self.text


# A register names the same few hundred days again and again.
@lru_cache(maxsize=4096)
def format_date(day: date) -> str:
    """Return a date as people read it: `30 Jun 2027`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"
