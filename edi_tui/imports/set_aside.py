"""Rows that were set aside, read again as far as they can be, for a person to correct."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from edi_tui.domain.desk import DeskItem
from edi_tui.domain.imported_fields import decided_by
from edi_tui.domain.records import Draft, fields_of
from edi_tui.imports.drafts import READERS
from edi_tui.imports.grid import Cell
from edi_tui.imports.reading import Reading
from edi_tui.imports.row_reader import RowReader, Surroundings
from edi_tui.services.intake import seats_in
from edi_tui.services.lookup import Lookup
from edi_tui.services.register import Register


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """What a row says."""

    draft: Draft
    words: dict[str, str]
    """The words of the cells that could not be read, by field of the draft."""
    beside: tuple[Draft, ...]
    """Its progress, measure and sponsors."""


def read_again(register: Register, item: DeskItem) -> ReadAgain:
    """Return what a row that was set aside says, with the words that were not understood."""
    file = PurePath(item.finding.where.partition(", ")[0]).stem
    with register.reading() as session:
        around = Surroundings(register.today, file, Lookup(session), seats_in(session))
        fields = {name: heading for heading, name in item.headings.items()}
        cells = {name: Cell(item.cells.get(heading, "")) for name, heading in fields.items()}
        reading = READERS[item.kind](RowReader(item.finding.where, cells, fields, around))
    return ReadAgain(reading.draft, _unread(reading.draft, cells), _beside(reading))


def _unread(draft: Draft, cells: dict[str, Cell]) -> dict[str, str]:
    """Return the words of cells that left their field as blank as that of a new record."""
    blank = type(draft)()
    names = {spec.name for spec in fields_of(type(draft))}
    said = ((name, cell.text) for column, cell in cells.items() for name in decided_by(column)[:1])
    return {
        name: text
        for name, text in said
        if text and name in names and getattr(draft, name) == getattr(blank, name)
    }


def _beside(reading: Reading) -> tuple[Draft, ...]:
    found = (reading.update, reading.measure, *reading.sponsors)
    return tuple(one for one in found if one is not None)
