"""What a rule has to say about a record or an imported cell."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple


class FindingLevel(StrEnum):
    """How much a finding matters."""

    FAIL = "fail"
    WARN = "warn"
    NOTE = "note"


NAMED = 10
"""How many findings are named one by one."""


class Finding(NamedTuple):
    """One thing that a rule has to say, and what decided it."""

    rule: str
    """Stable id, such as `date-impossible`."""
    level: FindingLevel
    message: str
    """What is the matter and what to do, in a sentence for people."""
    where: str = ""
    """File position of an imported cell: `table 2, row 1` or `sheet Plan, row 7`."""
    column: str = ""
    """Heading as the file spells it, or the field name of a record."""
    value: str = ""
    """The words or value that decided it, verbatim."""
    proposals: tuple[str, ...] = ()
    """Values that a person may accept instead."""
    ref: str = ""
    """Record concerned, once it has a reference."""
    version: int = 1
    """Version of the rule, so that a changed rule is told from a changed fact."""
    fix: str = ""
    """What to do, where the message does not say it."""
    waived: str = ""
    """Why the rule was set aside for the record; it is then a note."""


def named(findings: Sequence[Finding]) -> str:
    """Return findings by rule and record: `R1 on OBJ-006, B2 and 3 more`; the first ten alone."""
    told = [f"{one.rule} on {one.ref}" if one.ref else one.rule for one in findings[:NAMED]]
    if len(findings) > NAMED:
        told.append(f"{len(findings) - NAMED:,} more")
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
