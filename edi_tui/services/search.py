"""Finding records (stand-in)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.errors import EdiError
from edi_tui.domain.filters import matches, read_filter
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import Row
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register


class FilterError(EdiError):
    """A filter that cannot be understood."""

    title = "Filter not understood"


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter finds."""

    numbers: Sequence[int]
    total: int
    meaning: str


def search(
    register: Register,
    kind: Kind,
    text: str = "",
    *,
    withdrawn: bool = False,
    as_at: date | None = None,
) -> Found:
    """Find records."""
    try:
        wanted = read_filter(text, kind)
    except ValueError as error:
        raise FilterError(str(error)) from None
    rows = rows_of(register, kind, as_at=as_at, withdrawn=withdrawn)
    found = [_number(row) for row in rows if matches(wanted, row)]
    return Found(found, len(rows), wanted.described)


def rows_at(register: Register, kind: Kind, numbers: Sequence[int]) -> Sequence[Row]:
    """Read rows."""
    by = {_number(row): row for row in rows_of(register, kind)}
    return [by[number] for number in numbers if number in by]


def _number(row: Row) -> int:
    target = read_ref(row.ref)
    assert target is not None
    return target[1]
