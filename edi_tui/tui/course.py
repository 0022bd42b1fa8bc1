"""How far a measure has come, read from the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from edi_tui.domain.figures import Dated, series
from edi_tui.domain.kinds import Kind
from edi_tui.domain.path import Path, Point
from edi_tui.domain.rows import MeasureRow, ObjectiveRow
from edi_tui.domain.units import read_unit

if TYPE_CHECKING:
    from edi_tui.services.pages import Page
    from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Course:
    """A measure with what its readings come to, and the day by which its target is due."""

    row: MeasureRow
    series: Sequence[Dated]
    """The oldest first."""
    due: date | None
    """The measure's own date, or that of its objective."""

    @property
    def path(self) -> Path | None:
        """The way from baseline to target; None where an end of it is not known."""
        row = self.row
        if row.baseline is None or row.baseline_on is None or row.target is None:
            return None
        if self.due is None:
            return None
        baseline, target = Point(row.baseline, row.baseline_on), Point(row.target, self.due)
        unit = read_unit(row.unit)
        return Path(baseline, target, row.direction, unit.parity if unit else Decimal(1))

    @property
    def points(self) -> list[Point]:
        """What has a value, the oldest first."""
        return [Point(one.value, one.on) for one in self.series if one.value is not None]


def course_of(page: Page, register: Register) -> Course | None:
    """Return how far the measure of a page has come; None for other records."""
    from edi_tui.reference.metrics import metrics

    row = page.row
    if not isinstance(row, MeasureRow):
        return None
    figures = series(row.unit, metrics().get(row.metric), page.readings)
    return Course(row, figures, due_of(row, register))


def due_of(row: MeasureRow, register: Register) -> date | None:
    """Return the day by which the target of a measure is due: its own or its objective's."""
    from edi_tui.services.lists import rows_of

    if row.target_on or not row.objective:
        return row.target_on
    objectives = rows_of(register, Kind.OBJECTIVE)
    found = (near for near in objectives if isinstance(near, ObjectiveRow))
    return next((near.due_on for near in found if near.ref == row.objective), None)
