"""A first look at a file: what it seems to hold, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.imported_fields import decided_by
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.imports.grid import Grid, Table
from edi_tui.imports.guess import guess_kind
from edi_tui.imports.header import MAIN, Headings, headings_of, labels_of, without_findings
from edi_tui.imports.read_file import read_file
from edi_tui.imports.watch import Watch
from edi_tui.services.learned import memory_of
from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class Column:
    """One heading of a file, in whatever tables it stands."""

    heading: str
    field: str
    """What it means; empty where that is not known."""
    choices: tuple[str, ...] = ()
    """What it may mean, where a person has to choose."""
    sample: str = ""
    """The first cell below it that says something."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a file seems to hold."""

    file: str
    kind: Kind
    sure: bool
    """Whether its headings told the kind; otherwise a person has to."""
    columns: tuple[Column, ...]
    labels: Mapping[str, str]
    """What a column may mean: the label of each field, by the field."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """What a person has said of the columns so far."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What a file may hold."""
        return tuple(MAIN)

    @property
    def needed(self) -> tuple[frozenset[str], ...]:
        """The fields without which no row says anything: all of one of these sets."""
        return MAIN[self.kind]

    @property
    def lacking(self) -> tuple[str, ...]:
        """The fields of which one at least has to be named by a column, and none is."""
        named = {column.field for column in self.columns}
        if any(needed <= named for needed in self.needed):
            return ()
        return tuple(name for needed in self.needed for name in sorted(needed - named))


def look_at(
    register: Register,
    path: Path,
    watch: Watch,
    *,
    kind: Kind | None = None,
    chosen: Mapping[str, str] | None = None,
) -> Look:
    """Return what a file seems to hold, without storing anything.

    Args:
        register: The register, which remembers headings.
        path: The file.
        watch: Follows it, and may stop it.
        kind: What it holds, where a person said so.
        chosen: What a person said of the headings.

    Raises:
        FileRefusedError: The file cannot be read.
        StoppedError: It was stopped.
    """
    watch.begin(f"Opening {path.name}")
    grid = read_file(path)
    watch.check()
    memory, told = memory_of(register), dict(chosen or {})
    sure = True
    if kind is None:
        try:
            kind = guess_kind([grid], told, memory)
        except FileRefusedError:
            if not any(not row.blank for table in grid.tables for row in table.rows):
                raise
            kind, sure = Kind.ACTION, False
    headings = headings_of(kind, told, memory.headings(kind))
    return Look(
        grid.file,
        kind,
        sure,
        _columns(grid, headings),
        {name: field_label(kind, name) for name in headings.fields},
        chosen=told,
    )


def field_label(kind: Kind, name: str) -> str:
    """Return what a column of a kind of list is called in forms, for people to choose it by."""
    labels = {spec.name: spec.label for spec in fields_of(DRAFTS[kind])}
    known = (labels[attribute] for attribute in decided_by(name) if attribute in labels)
    return next(known, name.replace("_", " ").capitalize())


def _columns(grid: Grid, headings: Headings) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    tables = [table for table in grid.tables if headings.row_in(table) is not None]
    for table in tables or grid.tables[:1]:
        for column in _columns_of(table, headings):
            found.setdefault(column.heading, column)
    return tuple(found.values())


def _columns_of(table: Table, headings: Headings) -> Sequence[Column]:
    at = headings.row_in(table)
    top = _first_said(table) if at is None else at
    table = without_findings(table, top)
    texts = [cell.text for cell in table.rows[top].cells] if table.rows else []
    match = headings.match(texts)
    labels = labels_of(table.rows[top], len(texts)) if texts else ()
    return [
        Column(
            labels[index],
            match.columns.get(index, ""),
            match.ambiguous.get(index, ()),
            _sample(table, top, index),
        )
        for index, text in enumerate(texts)
        if text
    ]


def _first_said(table: Table) -> int:
    """Return the first row that may be one of headings: several of its cells say something."""
    several = (
        at for at, row in enumerate(table.rows) if sum(bool(cell.text) for cell in row.cells) > 1
    )
    return next(several, 0)


def _sample(table: Table, top: int, index: int) -> str:
    below = (row.cells[index].text for row in table.rows[top + 1 :] if index < len(row.cells))
    return next(filter(None, below), "")
