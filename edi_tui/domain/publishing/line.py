"""A reading that may be printed, and the keys under which its numbers are decided on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from edi_tui.domain.rows import MeasureRow, ReadingRow
from edi_tui.domain.suppression.publication import Key

OUT_OF = "out of"
"""What a key says of a denominator."""
EVERYONE = "everyone"
ALL_GROUPS = "all groups"
"""What a key says of groups that readers add up by themselves."""
SEVERAL = "of several"
"""What a key says besides where each of several breakdowns adds up to it."""

Staff = tuple[str, ...]
"""A day, a group and how many people are in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A reading that may be printed: the keys under which its numbers are decided on."""

    measure: MeasureRow
    reading: ReadingRow
    number: Key | None = None
    out_of: Key | None = None
    figure: Key | None = None

    @property
    def untold(self) -> bool:
        """Whether nothing is printed, since nobody can tell how few people it is about."""
        return not (self.number or self.out_of or self.figure)


def about_of(measure: str, reading: ReadingRow) -> Key:
    """Return what begins the keys of a reading's numbers: the measure, the day and the group."""
    group = reading.group.strip()
    return (measure, reading.as_at.isoformat(), f"group {group}" if group else EVERYONE)


def whole_of(value: Decimal | None) -> int | None:
    """Return a count, or None of what is none."""
    if value is None or value < 0 or value != value.to_integral_value():
        return None
    return int(value)


def staff_of(key: Key) -> Iterator[Staff]:
    """Yield whom a denominator counts; nothing for any other number.

    All groups together are everyone.
    """
    if key[3:4] == (OUT_OF,) and (len(key) == 5 or key[4] == SEVERAL):
        group = EVERYONE if key[2] == ALL_GROUPS else key[2]
        yield (key[1], group.casefold(), key[-1])
