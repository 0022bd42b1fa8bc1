"""What an import recalled of earlier ones, and what it adds to it."""

from __future__ import annotations

from collections.abc import Iterable

from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import LearnedDraft
from edi_tui.domain.text import folded
from edi_tui.domain.words import LearnedSort
from edi_tui.imports.header import Headings
from edi_tui.imports.tables import NamedTables
from edi_tui.services.intake import Intake
from edi_tui.services.learned import LearnedRow, Memory


def remembered(
    named: NamedTables, memory: Memory, kind: Kind, used: Iterable[LearnedRow]
) -> list[Finding]:
    """Tell what was learned earlier and used now: headings, then words of cells."""
    headings = {
        row.ref: row
        for table in named.tables
        for heading, field in table.headings.items()
        if (row := memory.row_of(LearnedSort.HEADING, heading, kind.plural))
        and row.meaning == field
    }
    return [
        Finding(
            rule="remembered",
            level=FindingLevel.NOTE,
            message=f"Remembered: {row.told}.",
            fix=f"To have it asked again, use edi-tui learned forget {row.ref}.",
            where="file",
            value=row.words,
        )
        for row in (*headings.values(), *used)
    ]


def learn_choices(intake: Intake, headings: Headings) -> None:
    """Remember what a person said of headings that mean something else, or nothing, by themselves.

    Args:
        intake: The register.
        headings: How the headings were read.
    """
    for heading, field in headings.chosen.items():
        if headings.known.fields.get(folded(heading)) != field:
            of = headings.kind.plural
            intake.learn(
                LearnedDraft(sort=LearnedSort.HEADING, of=of, words=heading, meaning=field)
            )
