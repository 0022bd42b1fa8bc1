"""What stands between an objective and its agreement, and what to do about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from edi_tui.domain.findings import Finding
from edi_tui.tui.keys.dialogs import MISSING
from edi_tui.tui.modals.dialog import ListDialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine


@dataclass(frozen=True, slots=True)
class Remedy:
    """What a person chose to do about one finding."""

    finding: Finding
    waive: bool
    """Whether its rule is set aside; otherwise the record is mended."""


class Missing(ListDialog[Remedy | None]):
    """Lists everything that is missing, each to be mended or set aside."""

    BINDINGS: ClassVar[list[BindingType]] = [*MISSING]

    def __init__(self, ref: str, findings: Sequence[Finding]) -> None:
        """Show what blocks the agreement of an objective."""
        super().__init__()
        self._ref = ref
        self.findings = findings
        """What blocks the agreement, in the order in which it is listed."""

    def compose(self) -> ComposeResult:
        """Lay the findings out."""
        count = len(self.findings)
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"{self._ref} cannot be agreed yet")
            told = "One thing is missing:" if count == 1 else f"{count} things are missing:"
            yield Static(plain(told), id="explained")
            yield OptionList(*(Option(_words(finding)) for finding in self.findings))
        yield KeyLine()

    @on(OptionList.OptionSelected)
    def action_mend(self) -> None:
        """Go and mend what the cursor is on."""
        self._choose(waive=False)

    def action_waive(self) -> None:
        """Set the rule of the finding under the cursor aside."""
        self._choose(waive=True)

    def _choose(self, *, waive: bool) -> None:
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(Remedy(self.findings[place], waive=waive))

    def action_close(self) -> None:
        """Leave the objective as it is."""
        self.dismiss(None)


def _words(finding: Finding) -> Content:
    return Content.assemble(
        plain(f"{finding.message} ", "bold"),
        plain(finding.fix),
        plain(f" ({finding.rule})", "$foreground-muted"),
        "\n",
    )
