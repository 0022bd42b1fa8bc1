"""Asks which quarter's status paper to write, in what form and where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button

from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.quarter_words import read_quarter
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.words import Word
from edi_tui.tui.forms.choices import Choices
from edi_tui.tui.forms.field_box import FieldBox
from edi_tui.tui.forms.field_form import FieldForm
from edi_tui.tui.keys.forms import FIELDS
from edi_tui.tui.widgets.key_line import KeyLine

T = TypeVar("T")


class PaperFormat(Word):
    """What a paper can be written as."""

    DOCX = "docx", "Word (.docx)"
    PDF = "pdf", "PDF (.pdf)"
    HTML = "html", "Web page (.html)"
    XLSX = "xlsx", "Excel (.xlsx)"
    ODS = "ods", "OpenDocument (.ods)"
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
    words: Mapping[str, str] = field(default_factory=dict)
    """What stood in each field."""


class ExportForm(FieldForm[Order | None]):
    """Gathers what to write; an existing file is never overwritten."""

    BINDINGS: ClassVar[list[BindingType]] = [*FIELDS]

    def __init__(
        self,
        today: date,
        quarter: Quarter,
        words: Mapping[str, str] | None = None,
        problem: str = "",
    ) -> None:
        """Propose a quarter, or what was typed before.

        Args:
            today: The register's day.
            quarter: The one that is proposed.
            words: What stood in each field, where it is asked again.
            problem: Why it was not written.
        """
        super().__init__(today)
        self._words = words or _proposed(quarter)
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Lay the three questions out."""
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = "Write a status paper"
            for spec in (_QUARTER, _FORMAT, _FILE):
                yield FieldBox(spec, self._words[spec.name], Choices(), self.today)
            with Horizontal(id="buttons"):
                yield Button("Write", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show why it was not written."""
        if self._problem:
            self._box(_FILE).complain(self._problem)
            self.go_to(_FILE.name)

    def _box(self, spec: Field) -> FieldBox:
        return self.query_one(f"#field-{spec.name}", FieldBox)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the order over, or say what is wrong with it."""
        words = {spec.name: self._box(spec).words for spec in (_QUARTER, _FORMAT, _FILE)}
        kind = next(word for word in PaperFormat if word.label == words["format"])
        quarter = self._checked(_QUARTER, read_quarter)
        path = self._checked(_FILE, partial(_path, kind))
        if quarter and path:
            self.dismiss(Order(quarter, kind, path, words))

    def _checked(self, spec: Field, read: Callable[[str], T]) -> T | None:
        """Return what stands in a field, or say under it what is wrong and return None."""
        box = self._box(spec)
        try:
            value = read(box.words)
        except ValueError as error:
            box.complain(str(error))
            self.set_focus(box.entry)
            return None
        box.complain("")
        return value

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without writing anything."""
        self.dismiss(None)


def _proposed(quarter: Quarter) -> dict[str, str]:
    path = Path.home() / f"status-{quarter.year}-Q{quarter.number}"
    words = {_QUARTER: str(quarter), _FORMAT: PaperFormat.DOCX.label, _FILE: str(path)}
    return {spec.name: text for spec, text in words.items()}


def _path(kind: PaperFormat, words: str) -> Path:
    """Return where to write, with the ending of the format.

    Raises:
        ValueError: No file is named.
    """
    try:
        path = Path(words.strip()).expanduser()
    except RuntimeError as error:  # ~somebody who has no home
        raise ValueError(f"“{words}” is not a place on this computer.") from error
    if not path.name:
        raise ValueError("Say where to write it.")
    return path if path.suffix == f".{kind.value}" else path.with_name(f"{path.name}.{kind.value}")
