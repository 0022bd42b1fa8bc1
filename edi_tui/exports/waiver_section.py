"""The section of a status paper about rules that were set aside, with the reasons."""

from __future__ import annotations

from edi_tui.domain.rows import WaiverRow
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import said
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.report import StatusReport


def waiver_section(report: StatusReport) -> tuple[Section, ...]:
    """Return every rule that was set aside and why; nothing where none was."""
    if not report.now.waivers:
        return ()
    table = Table(
        "Waived rules",
        tuple(map(Column, ("Rule", "What it asks for", "Record", "Reason"))),
        tuple(map(_waiver, report.now.waivers)),
        "No rule was set aside.",
    )
    text = "Each of these rules was set aside for one record, for the reason that stands beside it."
    return (Section("Waived rules", (text,), (table,)),)


def _waiver(row: WaiverRow) -> tuple[str, ...]:
    text = rule_texts().get(row.rule.upper())
    return row.rule.upper(), said(text.name if text else ""), row.subject, row.reason
