"""What the columns of a file mean, to be looked through before it is imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Select, Static

from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import shortened
from edi_tui.imports.header import MAIN
from edi_tui.imports.look import Column, Look
from edi_tui.tui import bindings
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

_LEFT_OUT = "-"
_MOST = 60
"""Columns that are listed; a plan with more is read as its headings say."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a person said of a file."""

    kind: Kind
    chosen: Mapping[str, str]
    """Field by heading, where it is not to be read as usual."""
    again: bool = False
    """Whether the kind is another, so that the columns have to be looked at again."""


class ColumnRow(Horizontal):
    """One heading with a cell below it, and the field that it means."""

    DEFAULT_CSS = """
    ColumnRow {
        height: 1;
        .heading { width: 1fr; padding-right: 1; }
        Select { width: 28; }
        Select > SelectCurrent { background: $boost; padding: 0 1; }
        Select:focus > SelectCurrent { background: $primary-muted; }
    }
    """

    def __init__(self, column: Column, fields: tuple[str, ...]) -> None:
        """Offer the fields."""
        super().__init__()
        self.column = column
        self._fields = fields

    def compose(self) -> ComposeResult:
        """Lay the heading beside the field."""
        said = Content.assemble(
            plain(shortened(self.column.heading, 40), "bold"),
            plain(f"  {shortened(self.column.sample, 60)}", "$text-muted"),
        )
        yield Static(said, classes="heading")
        first = [name for name in self.column.choices if name in self._fields]
        names = [*first, *(name for name in self._fields if name not in first)]
        options = [("not read", _LEFT_OUT), *((name.replace("_", " "), name) for name in names)]
        asked = bool(self.column.choices) and not self.column.field
        value = Select.NULL if asked else self.column.field or _LEFT_OUT
        yield Select(
            options, value=value, allow_blank=asked, prompt="choose", compact=True, classes="field"
        )

    @property
    def meaning(self) -> str:
        """What was chosen; empty where nothing was yet."""
        select = self.query_one(Select)
        return "" if select.is_blank() else str(select.value)


class MappingForm(Dialog[Mapped | None]):
    """Shows what each column is read as, each to be changed."""

    DEFAULT_CSS = """
    MappingForm {
        #kind { width: 28; margin-bottom: 1; }
        #kind > SelectCurrent { background: $boost; padding: 0 1; }
        #columns { height: auto; max-height: 60vh; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.MAPPING]
    AUTO_FOCUS = "#next"

    def __init__(self, look: Look) -> None:
        """Ask about the columns of a file."""
        super().__init__()
        self.look = look

    def compose(self) -> ComposeResult:
        """Lay the columns under the kind."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"What {shortened(self.look.file, 50)} holds")
            yield Static("", id="refusal")
            kinds = [(kind.plural.capitalize(), kind.value) for kind in MAIN]
            yield Select(
                kinds, value=self.look.kind.value, allow_blank=False, compact=True, id="kind"
            )
            with VerticalScroll(can_focus=False, id="columns"):
                for column in self.look.columns[:_MOST]:
                    yield ColumnRow(column, self.look.fields)
            with Horizontal(id="buttons"):
                yield Button("Preview", variant="primary", id="next", compact=True)
                yield Button("Back", id="cancel", compact=True)
        yield KeyLine(show_command_palette=False)

    def on_mount(self) -> None:
        """Say what is missing."""
        if not self.look.sure:
            self._refuse(
                "The headings do not say what the file holds. Choose it, then its columns."
            )
        elif self.look.lacking:
            self._refuse(_lacking(self.look.lacking))

    @on(Select.Changed, "#kind")
    def change_kind(self, message: Select.Changed) -> None:
        """Look at the columns again as those of another kind of list."""
        kind = Kind(str(message.value))
        if kind is not self.look.kind:
            self.dismiss(Mapped(kind, {}, again=True))

    @on(Button.Pressed, "#next")
    def action_preview(self) -> None:
        """Go on, unless a column still has to be chosen."""
        rows = list(self.query(ColumnRow))
        unsaid = [row.column.heading for row in rows if not row.meaning]
        named = {row.meaning for row in rows}
        twice = sorted(
            name for name in named - {_LEFT_OUT, ""} if [r.meaning for r in rows].count(name) > 1
        )
        if unsaid:
            self._refuse(f"Choose what “{unsaid[0]}” means, or leave it out with “not read”.")
        elif twice:
            self._refuse(f"Two columns cannot both be the {twice[0]}. Leave one out.")
        elif not any(needed <= named for needed in MAIN[self.look.kind]):
            needed = [name for group in MAIN[self.look.kind] for name in sorted(group)]
            self._refuse(_lacking(needed))
        else:
            self.dismiss(Mapped(self.look.kind, self._chosen(rows)))

    def _chosen(self, rows: list[ColumnRow]) -> dict[str, str]:
        """Return what was chosen now or before; what is read as usual needs no choice."""
        changed = {
            row.column.heading: row.meaning
            for row in rows
            if row.meaning != (row.column.field or _LEFT_OUT)
        }
        return {**self.look.chosen, **changed}

    def _refuse(self, text: str) -> None:
        refusal = self.query_one("#refusal", Static)
        refusal.update(plain(text))
        refusal.display = bool(text)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Choose another file."""
        self.dismiss(None)


def _lacking(names: tuple[str, ...] | list[str]) -> str:
    said = " or ".join(name.replace("_", " ") for name in names)
    return f"Say which column is the {said}; without it no row says anything."
