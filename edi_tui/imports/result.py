"""What became of an import: counts, rows and findings."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import shortened
from edi_tui.domain.words import Outcome
from edi_tui.imports.header import MAIN
from edi_tui.services.batches import SourceRow

NEWS = (Outcome.CREATED, Outcome.UPDATED, Outcome.QUARANTINED)
"""What rows can become that a person looks at before an import."""
_FIRST = 70
"""How many characters of what a record is called are told."""


@dataclass(frozen=True, slots=True)
class TableResult:
    """One table of a file as it was read."""

    where: str
    headings: Mapping[str, str]
    """Field by heading, as the file spells it."""
    rows: int
    """Rows that were read; headings, banners and blank rows are none."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of one file."""

    file: str
    sha256: str
    plan: str
    tables: tuple[TableResult, ...]
    rows: tuple[SourceRow, ...]
    """Every row in the order of the file, the skipped ones too."""
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What became of an import, or would become of it."""

    kind: Kind
    dry_run: bool
    files: tuple[FileResult, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows were read, what became of them, and how many were skipped.

        The rows read are those created, updated, unchanged, joined and quarantined together.
        """
        found = Counter(row.outcome for file in self.files for row in file.rows)
        skipped = found.pop(Outcome.SKIPPED, 0)
        outcomes = {word.value: found[word] for word in Outcome if word is not Outcome.SKIPPED}
        return {"read": found.total(), **outcomes, "skipped": skipped}

    @property
    def rows(self) -> tuple[SourceRow, ...]:
        """The rows that were read; their place names the file where there are several."""
        return tuple(
            dataclasses.replace(row, where=self._where(file, row.where))
            for file in self.files
            for row in file.rows
            if row.outcome is not Outcome.SKIPPED
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found; the place names the file where there are several."""
        return tuple(
            found._replace(where=self._where(file, found.where))
            for file in self.files
            for found in file.findings
        )

    def told(self, row: SourceRow) -> str:
        """Return a row on a line: where it stands, its record, and the first words of what it is.

        Of a record that is not stored yet there is no reference to tell.
        """
        known = "" if self.dry_run and row.outcome is Outcome.CREATED else row.ref
        return "  ".join(filter(None, (row.where, known, shortened(self._name(row), _FIRST))))

    def _name(self, row: SourceRow) -> str:
        """Return what a row says its record is called; else the first thing that it says."""
        main = {name for needed in MAIN[self.kind] for name in needed}
        tables = (table for file in self.files for table in file.tables)
        meant = [pair for table in tables for pair in table.headings.items()]
        named = {heading for heading, field in meant if field in main}
        said = [text for heading, text in row.cells.items() if heading in named and text]
        return ", ".join(said) or next((text for text in row.cells.values() if text), "")

    def plain(self) -> dict[str, Any]:
        """Return the result as JSON values."""
        return {
            "schema": 1,
            "kind": self.kind.plural,
            "dry_run": self.dry_run,
            **self.counts,
            "files": [_file(file) for file in self.files],
            "rows": [
                {"where": row.where, "outcome": row.outcome.value, "ref": row.ref}
                for row in self.rows
            ],
            "findings": [_finding(found) for found in self.findings],
        }

    def _where(self, file: FileResult, where: str) -> str:
        return ", ".join(filter(None, (file.file if len(self.files) > 1 else "", where)))


def _file(file: FileResult) -> dict[str, Any]:
    tables = [
        {"where": table.where, "headings": dict(table.headings), "rows": table.rows}
        for table in file.tables
    ]
    return {"file": file.file, "sha256": file.sha256, "tables": tables}


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "level": found.level.value,
        "where": found.where,
        "column": found.column,
        "value": found.value,
        "message": " ".join(filter(None, (found.message, found.fix))),
        "proposals": list(found.proposals),
    }
