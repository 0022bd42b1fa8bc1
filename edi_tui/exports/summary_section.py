"""The section of a paper that counts the objectives and actions by status."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.columns import status_words
from edi_tui.domain.due import format_date
from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.words import Status
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.tally import tally
from edi_tui.exports.wording import number_of
from edi_tui.services.report import StatusReport


def summary_section(report: StatusReport) -> Section:
    """Return how many of each status there are, beside the quarter before."""
    now, before = report.now, report.before
    text = (
        f"As at {format_date(report.as_at)} the register holds "
        f"{number_of(len(now.objectives), 'objective')} and "
        f"{number_of(len(now.actions), 'action')}."
    )
    if now.objectives or now.actions:
        text += f" {_attention(len(report.exceptions))}"
    return Section(
        "Summary",
        (text,),
        (
            _counts("Objectives by status", report, now.objectives, before.objectives),
            _counts("Actions by status", report, now.actions, before.actions),
        ),
    )


def _attention(count: int) -> str:
    if count == 0:
        return "None of them needs attention."
    return f"{count} of them {'needs' if count == 1 else 'need'} attention."


def _counts(
    caption: str, report: StatusReport, now: Sequence[DeliveryRow], before: Sequence[DeliveryRow]
) -> Table:
    current, earlier = tally(now), tally(before)
    return Table(
        caption,
        (
            Column("Status", status=True),
            Column(str(report.quarter), right=True),
            Column(str(report.quarter.previous), right=True),
            Column("Movement"),
        ),
        tuple(
            (
                status_words(status),
                str(current.get(status, 0)),
                str(earlier.get(status, 0)),
                _movement(current.get(status, 0) - earlier.get(status, 0)),
            )
            for status in Status
            if status in current or status in earlier
        ),
        f"The register holds no {caption.partition(' ')[0].lower()} yet.",
        drawn=True,
    )


def _movement(difference: int) -> str:
    if difference == 0:
        return "No change"
    return f"{difference} more" if difference > 0 else f"{-difference} fewer"
