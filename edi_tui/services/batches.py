"""Keeping what was imported: each file, its rows as they stood there, and the findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Outcome
from edi_tui.services.register import Register
from edi_tui.store import batches
from edi_tui.store.changes import Changes


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a file, and what became of it."""

    where: str
    outcome: Outcome
    ref: str = ""
    cells: Mapping[str, str] = field(default_factory=dict)
    """Cell text by heading, verbatim."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One file of an import."""

    kind: Kind
    file: str
    sha256: str
    headings: Mapping[str, Mapping[str, str]]
    """Field by heading, for each table by where it stands."""
    rows: Sequence[SourceRow]
    findings: Sequence[Finding]


def keep(changes: Changes, batch: Batch) -> None:
    """Keep a batch as part of the import's own transaction."""
    number = batches.add_batch(
        changes,
        kind=batch.kind.plural,
        file=batch.file,
        sha256=batch.sha256,
        headings={where: dict(fields) for where, fields in batch.headings.items()},
    )
    batches.add_rows(
        changes,
        number,
        [
            {
                "where": row.where,
                "outcome": row.outcome.value,
                "ref": row.ref,
                "cells": dict(row.cells),
            }
            for row in batch.rows
        ],
    )
    batches.add_findings(
        changes,
        number,
        [
            {
                "ref": found.ref,
                "rule": found.rule,
                "level": found.level.value,
                "where": found.where,
                "column": found.column,
                "value": found.value,
                "message": found.message,
                "proposals": list(found.proposals),
            }
            for found in batch.findings
        ],
    )


def known(changes: Changes, sha256: str, kind: Kind) -> bool:
    """Tell whether a file was kept before as an import of this kind."""
    return batches.has_batch(changes.session, sha256=sha256, kind=kind.plural)


def last_words(changes: Changes, kind: Kind) -> dict[str, dict[str, str]]:
    """Return what the last import said of each record of a kind: cell text by field.

    A row that was joined to another continues its words.
    """
    words: dict[str, dict[str, str]] = {}
    for ref, rows in groupby(
        batches.last_rows(changes.session, kind=kind.plural), key=lambda row: str(row["ref"])
    ):
        first, *others = rows
        parts = [first, *takewhile(lambda row: row["outcome"] == Outcome.JOINED.value, others)]
        fields = {k: v for table in first["headings"].values() for k, v in table.items()}
        words[ref] = dict.fromkeys(fields.values(), "")
        for heading, name in fields.items():
            said = [words[ref][name], *(row["cells"].get(heading, "") for row in parts)]
            words[ref][name] = " ".join(filter(None, said))
    return words


def source_cells(register: Register, ref: str) -> dict[str, str]:
    """Return the cells that a record was imported from, by heading; empty if it was not."""
    with register.reading() as session:
        return batches.cells_of(session, ref)
