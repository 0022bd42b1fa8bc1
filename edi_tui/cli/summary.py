"""How the register stands, printed where there is no terminal for the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from edi_tui.cli.output import say, say_fields, say_table

if TYPE_CHECKING:
    from edi_tui.domain.rows import DeliveryRow
    from edi_tui.services.register import Register
    from edi_tui.services.report import Coverage, StatusReport

_FIRST = 10
"""How many of the exceptions the summary names."""


def say_summary(register: Register, more: str) -> None:
    """Print how the register stands today, in words.

    Args:
        register: The register.
        more: Where there is more than is printed, in a few words.
    """
    from edi_tui.domain.due import format_date
    from edi_tui.services.report import status_report

    report = status_report(register)
    say(report.now.organisation.name)
    say(f"{report.quarter}, as at {format_date(report.as_at)}\n")
    say_fields(
        [
            ("Objectives", _counted(report.now.objectives)),
            ("Actions", _counted(report.now.actions)),
            ("Seats", _covered(report.coverage)),
        ]
    )
    _say_exceptions(report, more)


def _counted(rows: Sequence[DeliveryRow]) -> str:
    counts = Counter(row.computed.status for row in rows)
    parts = (f"{count:,} {status.label.lower()}" for status, count in counts.most_common())
    return f"{len(rows):,}: {', '.join(parts)}" if rows else "none yet"


def _covered(coverage: Coverage) -> str:
    vacant = f"; {len(coverage.vacant)} vacant" if coverage.vacant else ""
    covered = len(coverage.covered)
    return f"{covered} of {coverage.seats} have an objective (high impact action 1){vacant}"


def _say_exceptions(report: StatusReport, more: str) -> None:
    from edi_tui.domain.columns import cell

    rows = report.exceptions
    if not rows:
        return
    say(f"\nNeeding attention ({len(rows):,})")
    say_table(
        ("Ref", "Status", "Due", "What"),
        [
            (row.ref, row.computed.status.label, cell(row, "due"), row.headline)
            for row in rows[:_FIRST]
        ],
    )
    if len(rows) > _FIRST:
        say(f"and {len(rows) - _FIRST:,} more: {more}")
