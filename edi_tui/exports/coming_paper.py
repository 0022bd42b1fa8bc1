"""What is known of a quarter that has not begun: what falls due in it."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.due import format_date
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import DeliveryRow
from edi_tui.exports.paper import Column, Paper, Section, Table, printable
from edi_tui.exports.wording import answerable, on, said, status_of


def coming_paper(
    quarter: Quarter, objectives: Sequence[DeliveryRow], actions: Sequence[DeliveryRow]
) -> Paper:
    """Return the outlook on a quarter.

    Args:
        quarter: The quarter.
        objectives: Those due in it.
        actions: Those due in it.
    """
    return printable(
        Paper(
            title=f"What falls due in {quarter}",
            subtitles=(
                f"The quarter begins on {format_date(quarter.start)}; its status paper can be "
                "written from then on.",
            ),
            sections=(
                Section("Objectives", tables=(_due("Objectives due", objectives),)),
                Section("Actions", tables=(_due("Actions due", actions),)),
            ),
            dated=quarter.start,
        )
    )


def _due(caption: str, rows: Sequence[DeliveryRow]) -> Table:
    return Table(
        caption,
        (
            Column("Ref"),
            Column("What"),
            Column("Who"),
            Column("Due"),
            Column("Status", status=True),
        ),
        tuple(
            (row.ref, row.headline, said(answerable(row)), on(row.due_on), status_of(row))
            for row in sorted(rows, key=lambda row: (row.due_on, row.ref))
        ),
        "Nothing falls due.",
    )
