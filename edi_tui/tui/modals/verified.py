"""What was found of the file of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from edi_tui.tui.keys.dialogs import CLOSE
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import passage, plain
from edi_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from edi_tui.exports.verify import Verified

_LABEL = 10


class VerifiedPaper(Dialog[bool]):
    """Says in one sentence whether a paper is what its closed quarter gives.

    Its result is whether the paper shall be held against its quarter in its Word template.
    """

    BINDINGS: ClassVar[list[BindingType]] = [CLOSE]
    AUTO_FOCUS = "#dialog"

    def __init__(self, path: Path, found: Verified) -> None:
        """Tell of a file.

        Args:
            path: The file.
            found: What was found of it.
        """
        super().__init__()
        self._path, self._found = path, found

    def compose(self) -> ComposeResult:
        """Lay the sentence over what the paper says of its making."""
        with VerticalScroll(id="dialog") as dialog:
            dialog.border_title = plain(self._path.name)
            grid = Table.grid(padding=(0, 1))
            grid.add_column(width=_LABEL)
            grid.add_column(ratio=1)
            for label, text in self._facts():
                grid.add_row(passage(label, "dim"), passage(text))
            sentence = passage(f"{self._path.name} {self._found.said}")
            yield Static(Group(sentence, Text(), grid))
            with Horizontal(id="buttons"):
                if self._lacks_template:
                    yield Button("Name its template", variant="primary", id="name", compact=True)
                yield Button("Close", variant="primary", id="close", compact=True)
        yield KeyLine()

    def _facts(self) -> Iterator[tuple[str, str]]:
        if (manifest := self._found.manifest) is not None:
            what = " ".join(filter(None, (manifest.paper, manifest.part)))
            yield "Paper", f"{what}, {manifest.quarter}, for the {manifest.audience}"
            yield "Made by", manifest.made_by

    @property
    def _lacks_template(self) -> bool:
        """Whether it was written into a Word document that was not named, or into another."""
        from edi_tui.exports.verify import Verdict

        manifest = self._found.manifest
        other = self._found.verdict is Verdict.OTHER_TEMPLATE
        return other and manifest is not None and bool(manifest.template)

    @on(Button.Pressed, "#name")
    def name_template(self) -> None:
        """Ask for the template."""
        self.dismiss(True)

    @on(Button.Pressed, "#close")
    def action_close(self) -> None:
        """Go back to the place."""
        self.dismiss(False)
