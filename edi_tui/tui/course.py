"""How far a measure has come, read from the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from edi_tui.domain.figures import Dated, series
from edi_tui.domain.path import Path, Point
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.shortfall import path_of

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
        return path_of(self.row, self.due)

    @property
    def points(self) -> list[Point]:
        """What has a value, the oldest first."""
        return [Point(one.value, one.on) for one in self.series if one.value is not None]


def course_of(page: Page, register: Register) -> Course | None:
    """Return how far the measure of a page has come; None for other records."""
    from edi_tui.reference.metrics import metrics
    from edi_tui.services.targets import due_of

    row = page.row
    if not isinstance(row, MeasureRow):
        return None
    figures = series(row.unit, metrics().get(row.metric), page.readings)
    return Course(row, figures, due_of(register, row))
