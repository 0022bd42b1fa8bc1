"""The measures and their readings."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.units import Unit, read_unit
from edi_tui.tui.keys.lists import MEASURES
from edi_tui.tui.modals.trajectory import TrajectoryForm
from edi_tui.tui.screen import asking
from edi_tui.tui.screens.listing import Listing
from edi_tui.tui.screens.place import PlaceScreen


class MeasuresScreen(PlaceScreen):
    """What is counted, how far it has come, and what its goal would need."""

    PLACE = "measures"
    BINDINGS: ClassVar[list[BindingType]] = [*MEASURES]
    LISTS = (
        Listing(
            Kind.MEASURE,
            "No measures yet. Press n to say what will be counted, from what to what.",
        ),
        Listing(
            Kind.READING,
            "No readings yet. Press u on a measure to enter its value as at a date.",
        ),
    )

    @asking
    async def action_trajectory(self) -> None:
        """Work out what recruitment the goal of a measure needs."""
        row = self.current
        if not isinstance(row, MeasureRow):
            return
        from edi_tui.services.targets import due_of

        due = await self.stored(partial(due_of, row=row))
        if isinstance(due, EdiError):
            self.edi.refuse(due)
            return
        await self.app.push_screen_wait(TrajectoryForm(row, due, self.today))

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here; what-if is for a share of posts."""
        if action != "trajectory":
            return super().why_not(action)
        row = self.current
        if isinstance(row, MeasureRow) and _has_goal(row):
            return ""
        return "Nothing to work out here: this is for a measure in % with its posts or turnover."


def _has_goal(row: MeasureRow) -> bool:
    """Tell whether a measure is a share of posts of which the turnover may be asked."""
    counted = row.posts is not None or row.turnover is not None
    return counted and read_unit(row.unit) is Unit.PERCENT
