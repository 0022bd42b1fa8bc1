"""The section of a status paper about what changed since the last report."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.board_language import Sentence
from edi_tui.domain.due import format_date
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.services.report import StatusReport

UNTOUCHED = "No fact has changed by these."
"""What is said before changed rules."""


def changes_section(report: StatusReport) -> Section:
    """Return what changed since the last quarter before that was closed, rules apart from facts."""
    heading, found = "Changes since the last report", report.changes
    if found is None:
        when = "was closed when this one was" if report.closing else "is closed"
        return Section(heading, (f"No earlier quarter {when}, so there is nothing to compare.",))
    text = f"Compared with {found.since}, closed as at {format_date(found.as_at)}."
    if found.damage:
        return Section(heading, (f"Not {text[0].lower()}{text[1:]} {found.damage}",))
    rules = (UNTOUCHED, *found.rules) if found.rules else ()
    table = told_table(heading, found.sentences)
    return Section(heading, (text, *found.frameworks, *rules), (table,))


def told_table(caption: str, sentences: Sequence[Sentence]) -> Table:
    """Return what changed as a board speaks of it, with the records that each is about."""
    return Table(
        caption,
        (Column("What"), Column("Records")),
        tuple((one.text, ", ".join(one.refs)) for one in sentences),
        "Nothing that a board would hear of has changed.",
    )
