"""One row on its way into the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edi_tui.domain.findings import Finding
from edi_tui.domain.records import Draft
from edi_tui.domain.words import Outcome
from edi_tui.imports.joins import Entry
from edi_tui.imports.reading import Reading
from edi_tui.services.batches import SourceRow
from edi_tui.services.intake import Known


@dataclass(slots=True)
class PlannedRow:
    """A row that was read, what it is about, and in the end what became of it."""

    entry: Entry
    words: Mapping[str, str]
    """Text of its cells by field."""
    findings: list[Finding]
    reading: Reading | None = None
    """What it says; nothing where it has to be set aside."""
    twin: PlannedRow | None = None
    """An earlier row of the file with the same words in every cell."""
    known: Known | None = None
    """The record that it is about, where there is one."""
    outcome: Outcome = Outcome.SKIPPED
    ref: str = ""

    @property
    def draft(self) -> Draft | None:
        """The record that it speaks of; none where it is set aside or said before."""
        return self.reading.draft if self.reading and not self.twin else None

    def sources(self) -> Iterator[SourceRow]:
        """Give the rows of the file that it consists of, as they stood there."""
        first, *others = self.entry.parts
        yield SourceRow(first.where, self.outcome, self.ref, first.texts)
        for part in others:
            yield SourceRow(part.where, Outcome.JOINED, self.ref, part.texts)
