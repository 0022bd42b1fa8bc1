"""The section of a status paper about rules that were set aside, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from edi_tui.domain.rows import Row, WaiverRow
from edi_tui.domain.rules.board import CONFIDENTIAL
from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import said
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.report import StatusReport


def waiver_section(report: StatusReport) -> tuple[Section, ...]:
    """Return the rules that were set aside and why; nothing where none was."""
    waivers = printed(report)
    if not waivers:
        return ()
    table = Table(
        "Waived rules",
        tuple(map(Column, ("Rule", "What it asks for", "Record", "Reason"))),
        tuple(map(_waiver, waivers)),
        "No rule was set aside.",
    )
    text = "Each of these rules was set aside for one record, for the reason that stands beside it."
    return (Section("Waived rules", (text,), (table,)),)


def printed(report: StatusReport) -> list[WaiverRow]:
    """Return the waivers of standing records, but for appraisals, which are confidential."""
    now = report.now
    rows: Iterable[Row] = chain(
        *(now.objectives, now.actions, now.measures, now.members, now.networks),
        *(now.sponsorships, now.evidence, now.concerns, now.challenges, now.frameworks),
    )
    standing = {row.ref for row in rows}
    return [
        row
        for row in now.waivers
        if row.subject in standing and row.rule.upper() not in CONFIDENTIAL
    ]


def _waiver(row: WaiverRow) -> tuple[str, ...]:
    text = rule_texts().get(row.rule.upper())
    return row.rule.upper(), said(text.name if text else ""), row.subject, row.reason
