"""A due date together with the words it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from edi_tui.domain.words import Precision


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
        return f"{self.on.day} {self.on:%b %Y}" if self.on else self.text
