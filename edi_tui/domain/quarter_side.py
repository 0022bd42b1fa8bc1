"""One side of a comparison: a closed quarter as it was, or the register as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.drift import Drift
from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import ANSWERS, Kind, read_ref
from edi_tui.domain.plain import Plain
from edi_tui.domain.rows import ChangeRow, DeliveryRow, MeasureRow
from edi_tui.domain.rules.texts import Verdict

_NAMES = ("title", "text", "name", "question", "theme", "role", "code", "subject", "measure")
"""The fields that say what a record is called, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The facts of a register as at a day, and what was said of them."""

    name: str
    as_at: date
    records: Mapping[str, Plain]
    """Every record by reference: `version`, `withdrawn`, `says`."""
    deliveries: Mapping[str, DeliveryRow]
    """The standing objectives and actions."""
    measures: Mapping[str, MeasureRow]
    drift: Mapping[str, Drift]
    findings: Sequence[Finding]
    verdicts: Mapping[str, Mapping[str, Verdict]]
    rules: Mapping[str, int]
    frameworks: Mapping[str, str]
    hidden: frozenset[str] = frozenset()
    """The heard scores of too few people."""
    snapshot: str = ""
    """The digest of the closed quarter; empty for the register as it stands."""
    head: str = ""
    """The newest entry of the change log, as papers print it."""

    def stands(self, ref: str) -> bool:
        """Tell whether a record was there and not withdrawn."""
        return ref in self.records and not self.records[ref]["withdrawn"]

    def says(self, ref: str) -> Plain:
        """Return what a record says; nothing where there is none."""
        said: Plain = self.records[ref]["says"] if ref in self.records else {}
        return said


def edit_between(ref: str, before: Plain, after: Plain) -> ChangeRow:
    """Return what a record says on two sides as one edit of a change log would."""
    return ChangeRow(
        seq=0,
        at="",
        who="",
        verb="edit",
        ref=ref,
        summary="",
        group_id="",
        before=before,
        after=after,
    )


def kind_of(ref: str) -> Kind:
    """Return the kind of a stored record."""
    target = read_ref(ref)
    assert target is not None
    return target[0]


def compared(ref: str) -> bool:
    """Tell whether a record is one that people compare, not an answer about imported words."""
    return kind_of(ref) not in ANSWERS


def name_of(says: Plain) -> str:
    """Return what a record is called."""
    return next((str(says[name]) for name in _NAMES if says.get(name)), "")
