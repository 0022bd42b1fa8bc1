"""How the register stands as a whole, in three lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text
from textual.app import App

from edi_tui.domain.columns import status_words
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Status
from edi_tui.tui.status_style import status_style

if TYPE_CHECKING:
    from edi_tui.services.desk import Today
    from edi_tui.services.report import Coverage


def summary(app: App[None], today: Today) -> Text:
    """Return the counts of objectives and actions by status, and how the board is covered."""
    now = today.contents
    lines = (
        _counts(app, Kind.OBJECTIVE, now.objectives),
        _counts(app, Kind.ACTION, now.actions),
        _board(today.coverage),
    )
    return Text("\n").join(lines)


def _counts(app: App[None], kind: Kind, rows: Sequence[DeliveryRow]) -> Text:
    told = Text.assemble((f"{kind.plural.capitalize():<12}", "dim"), (f"{len(rows):<5}", "bold"))
    counts = Counter(row.computed.status for row in rows)
    for status in Status:
        if counts[status]:
            told.append(f"{counts[status]} {status_words(status)}   ", status_style(app, status))
    return told


def _board(coverage: Coverage) -> Text:
    told = Text.assemble(
        (f"{'Board':<12}", "dim"),
        f"{len(coverage.covered)} of {coverage.seats} seats have an objective of their own",
    )
    if coverage.vacant:
        told.append(f", {len(coverage.vacant)} vacant")
    several = "" if coverage.collective == 1 else "s"
    return told.append(f", {coverage.collective} objective{several} for the whole board")
