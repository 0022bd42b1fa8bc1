"""Some of the records of a kind, as one byte for each number.

A statement looks a hundred thousand of them up in a quarter of the time that a list of their
numbers takes.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa

from edi_tui.store.queries.search.met import Clause, Column

Flags = bytes
"""For each number from 1 on a byte: 1 where the record is one of them, 0 where it is not."""
_SET = b"\x01"


def flags_of(numbers: Iterable[int]) -> Flags:
    """Return the flags of some numbers."""
    chosen = list(numbers)
    flags = bytearray(max(chosen, default=0))
    for number in chosen:
        flags[number - 1] = 1
    return bytes(flags)


def flagged(number: Column, flags: Flags) -> Clause:
    """Require that the number of a record is one of those that are flagged."""
    if _SET not in flags:
        return sa.false()
    known = sa.literal(flags, sa.LargeBinary)
    return sa.func.substr(known, number, 1, type_=sa.LargeBinary) == sa.literal(
        _SET, sa.LargeBinary
    )
