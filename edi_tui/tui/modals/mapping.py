"""What the columns of a file mean, to be looked through before it is imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Select, Static

from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import shortened
from edi_tui.tui.keys.imports import COLUMNS
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.refusal import Refusal

if TYPE_CHECKING:
    from edi_tui.imports.look import Column, Look

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
        .heading { width: 2fr; height: 1; padding-right: 2; text-overflow: ellipsis; }
        .sample { width: 3fr; height: 1; padding-right: 2; color: $text-muted; }
        Static { text-wrap: nowrap; text-overflow: ellipsis; }
        Select { width: 26; }
        Select > SelectCurrent { background: $boost; padding: 0 1; }
        Select:focus > SelectCurrent { background: $primary-muted; }
    }
    """

    def __init__(self, column: Column, labels: Mapping[str, str]) -> None:
        """Offer the fields, each by its label."""
        super().__init__()
        self.column = column
        self._labels = labels

    def compose(self) -> ComposeResult:
        """Lay the heading beside the field."""
        yield Static(plain(shortened(self.column.heading, 60)), classes="heading")
        yield Static(plain(shortened(self.column.sample, 60)), classes="sample")
        first = [name for name in self.column.choices if name in self._labels]
        names = [*first, *(name for name in self._labels if name not in first)]
        fields = ((self._labels[name], name) for name in names)
        options = [("not read", _LEFT_OUT), *fields]
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
        &.-tiny .sample { display: none; }
        &.-tiny .heading { width: 1fr; }
        &.-tiny ColumnRow Select { width: 1fr; }
        &.-tiny #dialog { padding: 0 1; }
        &.-tiny #kind { margin-bottom: 0; }
        &.-tiny #buttons { margin-top: 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*COLUMNS]
    AUTO_FOCUS = "#next"

    def __init__(self, look: Look) -> None:
        """Ask about the columns of a file."""
        super().__init__()
        self.look = look

    def compose(self) -> ComposeResult:
        """Lay the columns under the kind."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"What {shortened(self.look.file, 50)} holds")
            yield Refusal()
            kinds = [(kind.plural.capitalize(), kind.value) for kind in self.look.kinds]
            yield Select(
                kinds, value=self.look.kind.value, allow_blank=False, compact=True, id="kind"
            )
            with VerticalScroll(can_focus=False, id="columns"):
                for column in self.look.columns[:_MOST]:
                    yield ColumnRow(column, self.look.labels)
            with Horizontal(id="buttons"):
                yield Button("Preview", variant="primary", id="next", compact=True)
                yield Button("Back", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Say what is missing."""
        if not self.look.sure:
            self.refuse("The headings do not say what it holds. Choose that, then its columns.")
        elif self.look.lacking:
            self.refuse(self._lacking(self.look.lacking))

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
        unsaid = [row for row in rows if not row.meaning]
        named = {row.meaning for row in rows}
        twice = sorted(
            name for name in named - {_LEFT_OUT, ""} if [r.meaning for r in rows].count(name) > 1
        )
        if unsaid:
            heading = unsaid[0].column.heading
            self.refuse(f"Choose what “{heading}” means, or leave it out with “not read”.")
            unsaid[0].query_one(Select).focus()
        elif twice:
            label = self.look.labels[twice[0]].lower()
            self.refuse(f"Two columns cannot both be the {label}. Leave one out.")
        elif not any(needed <= named for needed in self.look.needed):
            needed = [name for group in self.look.needed for name in sorted(group)]
            self.refuse(self._lacking(needed))
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

    def _lacking(self, names: Sequence[str]) -> str:
        said = " or ".join(self.look.labels[name].lower() for name in names)
        return f"Say which column is the {said}; without it no row says anything."

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Choose another file."""
        self.dismiss(None)
