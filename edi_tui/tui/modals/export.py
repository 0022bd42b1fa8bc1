"""Asks which quarter's status paper to write, in what form and where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Footer, Static

from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.quarters import Quarter, read_quarter
from edi_tui.domain.words import Word
from edi_tui.tui import bindings
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox


class PaperFormat(Word):
    """What a paper can be written as."""

    DOCX = "docx", "Word (.docx)"
    HTML = "html", "Web page (.html)"
    XLSX = "xlsx", "Excel (.xlsx)"
    MD = "md", "Markdown (.md)"
    CSV = "csv", "CSV (.csv)"
    JSON = "json", "JSON (.json)"


_QUARTER = Field("Quarter", FieldKind.LINE, "Such as 2026/27 Q2.", required=True, name="quarter")
_FORMAT = Field("Format", FieldKind.CHOICE, words=PaperFormat, name="format")
_FILE = Field(
    "File", FieldKind.LINE, "Where to write it; the ending follows the format.", True, name="path"
)


@dataclass(frozen=True, slots=True)
class Order:
    """A paper to be written."""

    quarter: Quarter
    format: PaperFormat
    path: Path


class ExportForm(ModalScreen[Order | None]):
    """Gathers what to write; an existing file is never overwritten."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings.FORM]
    AUTO_FOCUS = ".entry"

    def __init__(self, today: date) -> None:
        """Propose the last whole quarter."""
        super().__init__()
        self._quarter = Quarter.containing(today).previous

    def compose(self) -> ComposeResult:
        """Lay the three questions out."""
        path = Path.home() / f"status-{self._quarter.year}-Q{self._quarter.number}"
        begun = {_QUARTER: str(self._quarter), _FORMAT: PaperFormat.DOCX.label, _FILE: str(path)}
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = "Write a status paper"
            yield Static("", id="refusal")
            for spec, words in begun.items():
                yield FieldBox(spec, words, Choices())
            with Horizontal(id="buttons"):
                yield Button("Write", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield Footer(compact=True, show_command_palette=False)

    def _box(self, spec: Field) -> FieldBox:
        return self.query_one(f"#field-{spec.name}", FieldBox)

    @on(FieldBox.Next)
    def go_on(self) -> None:
        """Move to the next field, and write at the last."""
        if self._box(_FILE).has_focus_within:
            self.action_save()
        else:
            self.focus_next(".entry")

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the order over, or say what is wrong with it."""
        box = self._box(_QUARTER)
        try:
            quarter = read_quarter(box.words)
        except ValueError as error:
            box.complain(str(error))
            box.entry.focus()
            return
        kind = next(word for word in PaperFormat if word.label == self._box(_FORMAT).words)
        path = Path(self._box(_FILE).words.strip()).expanduser()
        if path.suffix != f".{kind.value}":
            path = path.with_name(f"{path.name}.{kind.value}")
        self.dismiss(Order(quarter, kind, path))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without writing anything."""
        self.dismiss(None)
