"""What recruitment a goal would need at another turnover or date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import ClassVar, TypeVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from edi_tui.domain.due import format_date
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.goal_terms import terms_of
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.trajectory import Trajectory, trajectory
from edi_tui.domain.trajectory_figures import figures
from edi_tui.domain.values import read_day, read_number, write_value
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.keys.dialogs import WHAT_IF
from edi_tui.tui.text import passage, plain
from edi_tui.tui.widgets.key_line import KeyLine

V = TypeVar("V")

_TURNOVER = Field("Turnover (% a year)", FieldKind.NUMBER, name="turnover")
_BY = Field("Goal met by", FieldKind.DATE, name="by")


class TrajectoryForm(FieldForm[None]):
    """Works a goal out again as turnover and date are changed; stores nothing."""

    DEFAULT_CSS = """
    TrajectoryForm {
        #figures { height: auto; max-height: 60vh; margin-top: 1; scrollbar-size-vertical: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*WHAT_IF]

    def __init__(self, row: MeasureRow, due: date | None, today: date) -> None:
        """Begin with what the measure says.

        Args:
            row: The measure, a share of posts in %.
            due: The day by which the goal is to be met.
            today: The day from which it is counted.
        """
        super().__init__(today)
        self._row = row
        self._words = {
            "turnover": write_value(_TURNOVER, row.turnover),
            "by": format_date(due) if due else "",
        }

    def compose(self) -> ComposeResult:
        """Lay the two questions over the figures."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"What {self._row.ref} would need")
            yield Static(plain(self._row.name), id="named")
            for spec in (_TURNOVER, _BY):
                yield FieldBox(spec, self._words[spec.name], Choices(), self.today)
            with VerticalScroll(id="figures", can_focus=False):
                yield Static("", id="worked-out")
        yield KeyLine()

    def on_mount(self) -> None:
        """Work it out as it stands."""
        self.work_out()

    @on(Input.Changed)
    def work_out(self) -> None:
        """Show the figures for what is typed, or what is wrong with it."""
        turnover = self._read(_TURNOVER, read_number)
        by = self._read(_BY, lambda text: read_day(text, self.today))
        told = self.query_one("#worked-out", Static)
        try:
            told.update(self._shown(turnover, by))
        except InvalidError as error:
            told.update(plain(str(error)))

    def action_save(self) -> None:
        """Go back to the first question; there is nothing to store."""
        self.set_focus(self.boxes[0].entry)

    def action_close(self) -> None:
        """Leave the measure as it is."""
        self.dismiss(None)

    def _read(self, spec: Field, read: Callable[[str], V | None]) -> V | None:
        box = self.query_one(f"#field-{spec.name}", FieldBox)
        try:
            value = read(box.words)
        except ValueError as error:
            box.complain(str(error))
            return None
        box.complain("")
        return value

    def _shown(self, turnover: Decimal | None, by: date | None) -> RenderableType:
        terms = replace(terms_of(self._row, by), turnover=turnover)
        found = trajectory(terms.to_goal(self.today))
        grid = Table.grid(padding=(0, 2))
        grid.add_column(width=28)
        grid.add_column(ratio=1)
        for label, words in figures(found, self._row.hires):
            grid.add_row(passage(label, "dim"), passage(words))
        assumed = " ".join(found.assumptions)
        return Group(
            passage(found.verdict, _style(found)), Text(), grid, Text(), passage(assumed, "dim")
        )


def _style(found: Trajectory) -> str:
    return "bold" if found.reachable else "bold reverse"
