"""Choosing what is set for many records, and looking at what would become of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, OptionList, Static

from edi_tui.domain.column import Column
from edi_tui.domain.columns import COLUMNS
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.tui.keys.dialogs import FIELD_CHOICE, PREVIEW
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.status_style import colours
from edi_tui.tui.text import cell, plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.list_table import ListTable

if TYPE_CHECKING:
    from edi_tui.services.bulk import Plan
    from edi_tui.services.deeds import How, Step

_MANY = (FieldKind.REFERENCES, FieldKind.NAMES)
_VERBS = {"replace": "Set", "add": "Add to", "remove": "Take from"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done to which field."""

    field: Field
    how: How

    @property
    def label(self) -> str:
        """The choice in words, such as `Add to framework items`."""
        label = self.field.label
        lowered = label if label.isupper() or label[:3].isupper() else label[0].lower() + label[1:]
        return f"{_VERBS[self.how.value]} {lowered}"


def choices(kind: Kind) -> list[Choice]:
    """Return what can be set for many records of a kind: not what tells them apart.

    What holds many can be added to and taken from.
    """
    from edi_tui.services.deeds import How

    hows = {True: (How.ADD, How.REMOVE, How.REPLACE), False: (How.REPLACE,)}
    return [Choice(field, how) for field in settable(kind) for how in hows[field.kind in _MANY]]


def settable(kind: Kind) -> list[Field]:
    """Return the fields that may hold the same in many records of a kind."""
    if kind is Kind.UPDATE:
        return []
    title = COLUMNS[kind][1].name
    known = fields_of(DRAFTS[kind])
    return [spec for spec in known if spec.typed and not spec.required and spec.name != title]


class ChooseField(Dialog[Choice | None]):
    """Asks which field is set for all of the marked records."""

    DEFAULT_CSS = """
    ChooseField {
        OptionList { height: auto; max-height: 60vh; border: none; background: $surface; }
        OptionList > .option-list--option-highlighted { background: $primary-muted; color: $text; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*FIELD_CHOICE]

    def __init__(self, heading: str, offered: Sequence[Choice]) -> None:
        """Offer the choices."""
        super().__init__()
        self._heading, self._offered = heading, offered

    def compose(self) -> ComposeResult:
        """Lay the choices out under one another."""
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = plain(self._heading)
            yield OptionList(*(plain(choice.label) for choice in self._offered))
        yield KeyLine()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Hand the choice over."""
        self.dismiss(self._offered[event.option_index])

    def action_close(self) -> None:
        """Leave without a choice."""
        self.dismiss(None)


_COLUMNS = (
    Column("ref", "Ref", 8),
    Column("title", "Record"),
    Column("before", "Now"),
    Column("after", "Then"),
)


class BulkPreview(Dialog[bool]):
    """Lists what would become of each record, and asks whether to do it."""

    DEFAULT_CSS = """
    BulkPreview {
        #dialog { width: 120; height: 92%; }
        #told { margin-bottom: 1; }
        #whole { height: auto; max-height: 3; margin-top: 1; color: $text-muted; }
        &.-low #whole { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*PREVIEW]
    AUTO_FOCUS = "ListTable"

    def __init__(self, plan: Plan) -> None:
        """Show a plan."""
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        """Lay the list between what it comes to and the buttons."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"{self._plan.summary.capitalize()}?")
            yield Static(plain(self._plan.told), id="told")
            yield ListTable()
            yield Static("", id="whole")
            with Horizontal(id="buttons"):
                yield Button("Do it", variant="primary", id="save", compact=True)
                yield Button("Back", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """List the records."""
        lines = [(step.ref, self._cells(step)) for step in self._plan.steps]
        self.query_one(ListTable).fill(_COLUMNS, lines, select="")

    def _cells(self, step: Step) -> list[Text]:
        style = colours(self.app).get("text-error", "") if step.refused else ""
        after = f"✗ {step.refused}" if step.refused else step.after
        return [cell(step.ref), cell(step.title), cell(step.before, "dim"), cell(after, style)]

    @on(ListTable.Moved)
    def tell(self) -> None:
        """Say what becomes of the record under the cursor in full."""
        step = self._plan.steps[self.query_one(ListTable).cursor]
        told = f"✗ {step.refused}" if step.refused else f"{step.before} → {step.after}"
        self.query_one("#whole", Static).update(plain(f"{step.ref} {step.title}: {told}"))

    @on(Button.Pressed, "#save")
    def action_confirm(self) -> None:
        """Say that it shall be done."""
        if self._plan.changing:
            self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Go back without doing anything."""
        self.dismiss(False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim what there is nothing to do for."""
        return None if action == "confirm" and not self._plan.changing else True
