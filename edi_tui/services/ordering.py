"""Sorting a list by one of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Any

from edi_tui.domain.columns import words
from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import DeliveryRow, Row
from edi_tui.domain.text import folded
from edi_tui.domain.words import Status, Word
from edi_tui.services.register import Register
from edi_tui.services.search import rows_at
from edi_tui.store.queries.columns import column_values

MOST = 5_000
"""Most records that are sorted by what has to be worked out for each."""


class OrderError(EdiError):
    """A list is too long to be sorted by this."""

    title = "Not sorted"


def ordered(
    register: Register, kind: Kind, numbers: Sequence[int], column: str, down: bool
) -> Sequence[int]:
    """Return numbers sorted by a column; what holds nothing there stands last either way.

    Args:
        register: The register.
        kind: The kind of record.
        numbers: The records, in the order in which equal ones stay.
        column: The name of the column; as they stand where it is empty.
        down: Whether the greatest comes first.

    Raises:
        OrderError: There are too many for a column that is worked out row by row.
    """
    if column in ("", "ref", "code"):
        return numbers[::-1] if down else numbers
    with register.reading() as session:
        values = column_values(session, kind, column)
    if values is None:
        values = _worked_out(register, kind, numbers, column)
    keys = {number: _key(value) for number, value in values.items()}
    known = sorted((one for one in numbers if one in keys), key=keys.__getitem__, reverse=down)
    return [*known, *(number for number in numbers if number not in keys)]


def _worked_out(
    register: Register, kind: Kind, numbers: Sequence[int], column: str
) -> dict[int, object]:
    if len(numbers) > MOST:
        raise OrderError(
            f"That column can be sorted for up to {MOST:,} {kind.plural} and {len(numbers):,} are "
            "listed. Filter the list first."
        )
    return dict(_held(rows_at(register, kind, numbers), column))


def _held(rows: Iterable[Row], column: str) -> Iterable[tuple[int, object]]:
    for row in rows:
        target = read_ref(row.ref)
        value = getattr(row, column, None)
        if column == "status" and isinstance(row, DeliveryRow):
            value = row.computed.status
        if target is not None and value not in (None, "", ()):
            yield target[1], value


_WORST_FIRST = (*"RAGB", "")
"""The letters of statuses in the order in which people want to see them."""


def _key(value: object) -> Any:
    if isinstance(value, Status):
        letter = value.letter if value.letter in _WORST_FIRST else ""
        return _WORST_FIRST.index(letter), list(Status).index(value)
    if isinstance(value, Word):
        return list[Enum](type(value)).index(value)
    if isinstance(value, str | tuple):
        return folded(words(value))
    return value
