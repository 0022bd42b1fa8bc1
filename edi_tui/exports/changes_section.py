"""The section of a status paper about what changed since the last report."""

from __future__ import annotations

from edi_tui.domain.due import format_date
from edi_tui.domain.quarter_diff import QuarterDiff
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.services.report import StatusReport

UNTOUCHED = "No fact has changed by these."
"""What is said before changed rules."""


def changes_section(report: StatusReport) -> Section:
    """Return what changed since the last quarter before that is closed, rules apart from facts."""
    heading, found = "Changes since the last report", report.changes
    if found is None:
        text = "No earlier quarter is closed, so there is nothing to compare with."
        return Section(heading, (text,))
    before = found.before
    text = f"Compared with {before.name}, closed as at {format_date(before.as_at)}."
    rules = (UNTOUCHED, *found.rules) if found.rules else ()
    return Section(heading, (text, *found.frameworks, *rules), (told_table(heading, found),))


def told_table(caption: str, found: QuarterDiff) -> Table:
    """Return what changed as a board speaks of it, with the records that each is about."""
    return Table(
        caption,
        (Column("What"), Column("Records")),
        tuple((one.text, ", ".join(one.refs)) for one in found.sentences),
        "Nothing that a board would hear of has changed.",
    )
