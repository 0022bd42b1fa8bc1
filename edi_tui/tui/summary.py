"""How the register stands as a whole, in three lines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.columns import Columns
from rich.table import Table
from rich.text import Text
from textual.app import App

from edi_tui.domain.columns import status_words
from edi_tui.domain.words import Status
from edi_tui.tui.status_style import status_style

if TYPE_CHECKING:
    from edi_tui.services.report import Coverage
    from edi_tui.services.today import Today


def summary(app: App[None], today: Today) -> Table:
    """Return the counts of objectives and actions by status, and how the board is covered."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for kind, counts in today.counts.items():
        name = Text(kind.plural.capitalize(), "dim")
        grid.add_row(name, Text(str(sum(counts.values())), "bold"), _counts(app, counts))
    seats = Text(str(today.coverage.seats), "bold")
    grid.add_row(Text("Seats held", "dim"), seats, _board(today.coverage))
    return grid


def _counts(app: App[None], counts: Mapping[Status, int]) -> Columns:
    told = (
        Text(f"{counts[status]} {status_words(status)}", status_style(app, status))
        for status in Status
        if counts.get(status)
    )
    return Columns(told, padding=(0, 3, 0, 0))


def _board(coverage: Coverage) -> Text:
    told = f"{len(coverage.covered)} with an objective of their own"
    if coverage.vacant:
        told += f", {len(coverage.vacant)} more vacant"
    several = "" if coverage.collective == 1 else "s"
    return Text(f"{told}; {coverage.collective} objective{several} for the whole board")
