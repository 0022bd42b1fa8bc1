"""Asks who takes over from a leaver and when, then shows all that passes before it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from edi_tui.domain.due import format_date
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import MemberRow
from edi_tui.domain.text import shortened
from edi_tui.domain.values import read_day
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.keys.forms import FIELDS, FORM
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import passage, plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.refusal import Refusal

if TYPE_CHECKING:
    from edi_tui.services.handover import Handover

_SUCCESSOR = Field(
    "Successor", FieldKind.REFERENCE, required=True, to=(Kind.MEMBER,), name="successor"
)
_LAST = Field("Last day", FieldKind.DATE, required=True, name="on")
_TITLE = 60


@dataclass(frozen=True, slots=True)
class Succession:
    """Who takes over, and the leaver's last day."""

    successor: str
    on: date


class HandoverForm(FieldForm[Succession | None]):
    """Gathers who takes over from a board member, and when."""

    DEFAULT_CSS = "HandoverForm #named { text-style: bold; margin-bottom: 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [*FIELDS]

    def __init__(
        self,
        row: MemberRow,
        choices: Choices,
        today: date,
        wished: Succession | None = None,
        problem: str = "",
    ) -> None:
        """Ask about a leaver.

        Args:
            row: The leaver.
            choices: The board members.
            today: The register's day.
            wished: What was answered before, where it is asked again.
            problem: Why it was refused.
        """
        super().__init__(today)
        self._row, self._choices = row, choices
        last = wished.on if wished else row.to_on or today
        self._words = {
            "successor": wished.successor if wished else "",
            "on": format_date(last),
        }
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Lay the two questions out."""
        with VerticalScroll(id="dialog", classes="-small", can_focus=False) as dialog:
            dialog.border_title = plain(f"Hand over from {self._row.ref}")
            yield Static(plain(f"{self._row.role} · {self._row.holder}"), id="named")
            for spec in (_SUCCESSOR, _LAST):
                yield FieldBox(spec, self._words[spec.name], self._choices, self.today)
            yield Refusal(self._problem)
            with Horizontal(id="buttons"):
                yield Button("Show what passes", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the answers over, or say what is wrong with one."""
        successor, last = (self.query_one(f"#field-{name}", FieldBox) for name in self._words)
        successor.complain("" if successor.words else "Choose who takes over.")
        try:
            day = read_day(last.words, self.today)
        except ValueError as error:
            last.complain(str(error))
            return
        last.complain("" if day else "Say the leaver's last day.")
        if successor.words and day:
            self.dismiss(Succession(successor.words, day))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave everything with its owner."""
        self.dismiss(None)


class HandoverPreview(Dialog[bool]):
    """Shows all that passes, and what stays, before anything is stored."""

    DEFAULT_CSS = """
    HandoverPreview {
        #dialog { width: 130; }
        #passes { height: auto; max-height: 70vh; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*FORM]
    AUTO_FOCUS = "#passes"

    def __init__(self, planned: Handover) -> None:
        """Show a handover that was worked out."""
        super().__init__()
        self._planned = planned

    def compose(self) -> ComposeResult:
        """Lay the changes over the buttons."""
        pair = f"{self._planned.leaver.ref} to {self._planned.successor.ref}"
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"Hand over from {pair}?")
            with VerticalScroll(id="passes"):
                yield Static(Group(*self._parts()))
            with Horizontal(id="buttons"):
                yield Button("Hand over", variant="warning", id="save", compact=True)
                yield Button("Go back", id="cancel", compact=True)
        yield KeyLine()

    def _parts(self) -> list[RenderableType]:
        first = format_date(self._planned.first)
        parts: list[RenderableType] = [
            passage(f"From {first} on. Papers as at an earlier day keep the old name.", "dim")
        ]
        for one in self._planned.passed:
            parts += [Text(), passage(f"{one.ref}  {shortened(one.title, _TITLE)}", "bold")]
            grid = Table.grid(padding=(0, 1))
            grid.add_row(passage(f"{one.what}:", "dim"), passage(f"{one.was} → {one.now}"))
            parts.append(grid)
        if self._planned.left:
            parts += [Text(), passage("Left as it is", "dim")]
        for left in self._planned.left:
            parts.append(passage(f"{left.ref}  {shortened(left.title, _TITLE)}: {left.reason}"))
        return parts

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand it over."""
        self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Go back to the questions."""
        self.dismiss(False)
