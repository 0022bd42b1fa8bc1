"""What the public reads, in tests."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import ReadingDraft
from edi_tui.services.closing import ClosingTerms
from edi_tui.services.public_content import Number, PublicReport
from edi_tui.services.public_report import public_report as looked_at
from edi_tui.services.publishing import keep
from edi_tui.services.register import Register

ALL_THE_SAME = ClosingTerms(despite="No time")
SUMMARY = "More of us will lead."


def public_report(register: Register, quarter: Quarter) -> PublicReport:
    """Return a quarter as the public reads it, once it is published."""
    report = looked_at(register, quarter)
    keep(register, [report])
    return report


def groups(day: date, *parts: int) -> list[ReadingDraft]:
    """Return what was counted of each group and of everybody."""
    counted = [(f"Band {n}", part, 100) for n, part in enumerate(parts)]
    counted.append(("", sum(parts), 100 * len(parts)))
    return [
        ReadingDraft(
            measure="MEA-001",
            as_at=day,
            group=group,
            numerator=Decimal(part),
            denominator=Decimal(whole),
        )
        for group, part, whole in counted
    ]


def numbers(report: PublicReport) -> list[tuple[str, Number]]:
    """Return the counts of the one published measure by group."""
    (objective,) = report.objectives
    (measure,) = objective.measures
    return [(one.group, one.number) for one in measure.figures]
