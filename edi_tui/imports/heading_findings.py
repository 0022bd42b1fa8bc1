"""What has to be said about the headings of a table."""

from __future__ import annotations

from collections.abc import Sequence

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.imports.grid import Table


def unknown(where: str, heading: str, fields: Sequence[str]) -> Finding:
    """Tell that a column was not read."""
    return Finding(
        rule="heading-unknown",
        level=FindingLevel.NOTE,
        message=f"“{heading}” is not a known heading, so its cells are kept with their rows "
        "but not read.",
        fix=f'To have them read, use --map "{heading}=FIELD" with one of: {", ".join(fields)}.',
        where=where,
        column=heading,
        value=heading,
    )


def ambiguous(where: str, heading: str, choices: Sequence[str]) -> Finding:
    """Ask which of several fields a heading means."""
    return Finding(
        rule="heading-ambiguous",
        level=FindingLevel.FAIL,
        message=f"“{heading}” ({where}) may mean {' or '.join(choices)}: choose with "
        f'--map "{heading}={choices[0]}", or leave it out with --map "{heading}=-".',
        where=where,
        column=heading,
        value=heading,
        proposals=tuple(choices),
    )


def twice(where: str, heading: str) -> Finding:
    """Tell that several columns have the same heading."""
    return Finding(
        rule="heading-ambiguous",
        level=FindingLevel.FAIL,
        message=f"Several columns are headed “{heading}” ({where}): give all but one of them "
        "another heading in the file.",
        where=where,
        column=heading,
        value=heading,
    )


def left_out(table: Table) -> list[Finding]:
    """Tell that a table was not read; nothing of one in which nothing stands."""
    if all(row.blank for row in table.rows):
        return []
    return [
        Finding(
            rule="table-left-out",
            level=FindingLevel.NOTE,
            message="No headings that are known were found here, so nothing of it was read. If it "
            'belongs to the plan, say what a heading means with --map "Heading=FIELD".',
            where=table.where,
        )
    ]
