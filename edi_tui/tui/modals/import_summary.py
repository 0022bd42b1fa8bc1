"""What an import would do, or has done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from edi_tui.domain.findings import FindingLevel
from edi_tui.tui.keys.imports import SUMMARY
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from edi_tui.imports.result import ImportResult

_LEVELS = {
    FindingLevel.FAIL: "To settle",
    FindingLevel.WARN: "To look at",
    FindingLevel.NOTE: "To know",
}
_SHOWN = 200
"""Rows, and findings, that are listed; their number is always said."""


class ImportSummary(Dialog[bool]):
    """Counts rows and lists findings; before the import it asks, after it offers the Desk."""

    DEFAULT_CSS = """
    ImportSummary {
        #told { height: auto; max-height: 60vh; scrollbar-size-vertical: 1; }
        #told Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*SUMMARY]
    AUTO_FOCUS = "#save"

    def __init__(self, result: ImportResult, *, waiting: int = 0) -> None:
        """Show a preview, or a report with how much waits on the Desk."""
        super().__init__()
        self.result = result
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        """Lay what is told over the buttons."""
        preview = self.result.dry_run
        with Vertical(id="dialog") as dialog:
            files = ", ".join(file.file for file in self.result.files)
            dialog.border_title = plain(f"{'Preview of' if preview else 'Imported'} {files}")
            with VerticalScroll(id="told"):
                yield Static(Content("\n").join(self._lines()))
            with Horizontal(id="buttons"):
                if preview:
                    yield Button("Import", variant="primary", id="save", compact=True)
                    yield Button("Back", id="cancel", compact=True)
                elif self._waiting:
                    yield Button("Go to the Desk", variant="primary", id="save", compact=True)
                    yield Button("Close", id="cancel", compact=True)
                else:
                    yield Button("Close", variant="primary", id="cancel", compact=True)
        yield KeyLine()

    def _lines(self) -> Iterator[Content]:
        yield plain(_counts(self.result), "bold")
        if self._waiting:
            things = "thing waits" if self._waiting == 1 else "things wait"
            yield plain(f"{self._waiting:,} {things} on the Desk.")
        if self.result.dry_run:
            yield plain("Nothing is stored until you import it.", "$text-muted")
        yield from self._rows()
        yield from self._findings()

    def _rows(self) -> Iterator[Content]:
        from edi_tui.imports.result import NEWS

        rows = [row for row in self.result.rows if row.outcome in NEWS]
        for outcome in NEWS:
            found = [row for row in rows if row.outcome is outcome]
            if found:
                yield plain(f"\n{outcome.label} ({len(found):,})", "bold")
            for row in found[:_SHOWN]:
                yield plain(f"  {self.result.told(row)}")

    def _findings(self) -> Iterator[Content]:
        for level, title in _LEVELS.items():
            found = [one for one in self.result.findings if one.level is level]
            if found:
                yield plain(f"\n{title} ({len(found):,})", "bold")
            for one in found[:_SHOWN]:
                place = ", ".join(filter(None, (one.where, one.column)))
                before = f"  {place}: " if place else "  "
                yield Content.assemble(plain(before, "$text-muted"), plain(one.message))

    @on(Button.Pressed, "#save")
    def action_confirm(self) -> None:
        """Go on: import it, or go to the Desk."""
        self.dismiss(self.result.dry_run or bool(self._waiting))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Go back, or close the report."""
        self.dismiss(False)


def _counts(result: ImportResult) -> str:
    counts = result.counts
    words = {"quarantined": "set aside"}
    became = ("created", "updated", "unchanged", "joined", "quarantined")
    told = [f"{counts[name]:,} {words.get(name, name)}" for name in became if counts[name]]
    rows = f"{counts['read']:,} row{'s' * (counts['read'] != 1)} of {result.kind.plural}"
    return f"{rows}{': ' if told else ''}{', '.join(told)}"
