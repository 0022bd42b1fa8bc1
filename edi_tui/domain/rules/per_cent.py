"""A change in per cent that can be read in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from edi_tui.domain.quantities import Quantity, Role
from edi_tui.domain.rows import MeasureRow, ObjectiveRow
from edi_tui.domain.rules.measurable import unit_of
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.wording import Wording, wording_of
from edi_tui.domain.units import Unit, rounded, with_unit

_SAID = re.compile(r"\brelative(?:ly)?\b(?! likelihood)", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:reduc|decreas|drop|fall|lower|cut|fewer|less\b|clos|narrow)", re.IGNORECASE
)


@objective_rule("M6")
def per_cent_of_what(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Warn where a change in per cent may be of the share or in percentage points.

    6% more on 40% is 46% in percentage points and 42.4% of the share. A target that is one of
    the two says which is meant.
    """
    change = _change(row, wording_of(row, view))
    measures = view.measures_of.get(row.ref, ())
    shares = [measure for measure in measures if unit_of(measure, view) is Unit.PERCENT]
    if change is None or (measures and not shares):
        return
    start = _start(shares, wording_of(row, view))
    if start is None:
        yield Remark("unclear", change.text)
        return
    both = _readings(start, change.value, down=bool(_DOWN.search(row.title)))
    if not any(measure.target in both for measure in shares):
        points, share = (with_unit(rounded(value, 1), Unit.PERCENT) for value in both)
        facts = {"start": with_unit(start, Unit.PERCENT), "points": points, "share": share}
        yield Remark("two-readings", change.text, facts)


def _change(row: ObjectiveRow, said: Wording) -> Quantity | None:
    changes = (
        each for each in said.numbers if each.role is Role.CHANGE and each.unit is Unit.PERCENT
    )
    return None if _SAID.search(row.title) else next(changes, None)


def _start(shares: Sequence[MeasureRow], said: Wording) -> Decimal | None:
    kept = next((each.baseline for each in shares if each.baseline is not None), None)
    if kept is None and said.baseline and said.baseline.unit is Unit.PERCENT:
        return said.baseline.value
    return kept


def _readings(start: Decimal, change: Decimal, *, down: bool) -> tuple[Decimal, Decimal]:
    """Return where a change leads: in percentage points, and as a part of the share."""
    by = -change if down else change
    return start + by, start * (100 + by) / 100


RULES: tuple[Rule[Any], ...] = (per_cent_of_what,)
