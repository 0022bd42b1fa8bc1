"""Reading the cells of one row, and keeping what has to be said about them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TypeVar

from edi_tui.domain.dates import DateReading, date_from_cell, read_date
from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.leads import read_leads
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.statuses import read_status
from edi_tui.domain.text import folded, shortened
from edi_tui.domain.values import read_flag, read_number, read_word
from edi_tui.domain.words import LearnedSort, Seat, Status, Word
from edi_tui.imports.framework_codes import read_codes
from edi_tui.imports.grid import Cell
from edi_tui.services.learned import LearnedRow, Memory
from edi_tui.services.lookup import Lookup

W = TypeVar("W", bound=Word)

_NOTES = frozenset({"status-blank", "lead-several"})
_NOTHING = frozenset({"", "n a", "na", "none", "nil", "not applicable"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rows of one file are read against."""

    document: date
    """The date that a missing year counts from."""
    plan: str
    lookup: Lookup
    seats: Mapping[str, Seat]
    """The kind of seat of each board member."""
    memory: Memory = field(default_factory=Memory)
    """What was learned from people at earlier imports."""
    used: dict[str, LearnedRow] = field(default_factory=dict)
    """What of it was used so far, by reference."""

    def remembered(self, sort: LearnedSort, words: str) -> str:
        """Return what words mean as it was learned; nothing where it was not."""
        row = self.memory.row_of(sort, words)
        if row is None:
            return ""
        self.used[row.ref] = row
        return row.meaning


class RowReader:
    """The cells of one row by field, and the findings made while they are read."""

    def __init__(
        self,
        where: str,
        cells: Mapping[str, Cell],
        headings: Mapping[str, str],
        surroundings: Surroundings,
    ) -> None:
        """Begin a row.

        Args:
            where: Its place in the file.
            cells: Its cells by field.
            headings: The heading of each field's column.
            surroundings: What it is read against.
        """
        self.where = where
        self.around = surroundings
        self.findings: list[Finding] = []
        self._cells, self._headings = cells, headings

    def has(self, field: str) -> bool:
        """Tell whether the table has a column for a field."""
        return field in self._cells

    def text(self, field: str) -> str:
        """Return the paragraphs of a cell; nothing where there is no such column."""
        return self._cells[field].text if field in self._cells else ""

    def line(self, field: str) -> str:
        """Return the text of a cell on one line."""
        return " ".join(self.text(field).split())

    def say(
        self,
        rule: str,
        level: FindingLevel,
        message: str,
        field: str = "",
        proposals: Sequence[str] = (),
    ) -> None:
        """Keep a finding about the row, or about one of its cells."""
        self.findings.append(
            Finding(
                rule=rule,
                level=level,
                message=message,
                where=self.where,
                column=self._headings.get(field, ""),
                value=self.text(field),
                proposals=tuple(proposals),
            )
        )

    def due(self, field: str) -> Due:
        """Read a due date, which keeps its words whatever they say."""
        return self._date(field).due

    def day(self, field: str) -> date | None:
        """Read a date, the last day of what an imprecise one names."""
        return self._date(field).due.on

    def status(self) -> Status:
        """Read how delivery stands; silence is no update."""
        if not self.has("status"):
            return Status.NO_UPDATE
        if known := self.around.remembered(LearnedSort.STATUS, self.text("status")):
            return Status(known)
        reading = read_status(self.text("status"))
        if reading.rule:
            labels = [status.label for status in reading.named]
            self.say(reading.rule, _level(reading.rule), reading.message, "status", labels)
        return reading.status

    def leads(self) -> tuple[str, tuple[str, ...]]:
        """Read who leads and who supports."""
        reading = read_leads(self.text("lead"))
        if reading.rule and self.has("lead"):
            self.say(reading.rule, _level(reading.rule), reading.message, "lead")
        return reading.lead, reading.supporting

    def number(self, field: str) -> Decimal | None:
        """Read a number; one that cannot be read stays with the row's words."""
        try:
            return read_number(self.text(field))
        except ValueError as error:
            message = f"{error} It was left empty."
            self.say("number-unreadable", FindingLevel.WARN, message, field)
            return None

    def word(self, words: type[W], field: str) -> W | None:
        """Read a word of a vocabulary; none where the cell is blank or says another."""
        text = self.line(field)
        if not text:
            return None
        try:
            return words(read_word(words, text))
        except ValueError as error:
            labels = [word.label for word in words]
            self.say("word-unknown", FindingLevel.WARN, f"{error} Please choose.", field, labels)
            return None

    def flag(self, field: str, *, default: bool) -> bool:
        """Read a yes or no."""
        text = self.line(field)
        if not text:
            return default
        try:
            return read_flag(text)
        except ValueError as error:
            self.say("word-unknown", FindingLevel.WARN, str(error), field, ["yes", "no"])
            return default

    def link(self, draft: type[Draft], name: str, *, column: str = "", needed: bool = False) -> str:
        """Read the reference or exact name of another record; nothing where there is none.

        Args:
            draft: The draft that points to it.
            name: The field of the draft.
            column: The field of the cell, where it has another name.
            needed: Whether the row is worth nothing without it.
        """
        text = self.text(column or name)
        if not text:
            return ""
        spec = spec_of(draft, name)
        try:
            return self.around.lookup.one(spec, text)
        except ValueError as error:
            known = self.around.remembered(LearnedSort.PERSON, text)
            if known and Kind.MEMBER in spec.to:
                return known
            level = FindingLevel.FAIL if needed else FindingLevel.WARN
            self.say("link-unknown", level, str(error), column or name)
            return ""

    def frameworks(self, draft: type[Draft]) -> tuple[str, ...]:
        """Read the codes of framework items; those that the register lacks are not linked.

        A column of bare numbers takes the framework from its heading.
        """
        text = self.text("framework")
        if folded(text) in _NOTHING:
            return ()
        find = partial(self.around.lookup.find, Kind.FRAMEWORK_ITEM)
        codes = read_codes(text) or read_codes(f"{self._headings['framework']} {text}")
        named = [part for part in re.split(r"[,;/\n]", text) if find(part)]
        known = [*named, *filter(find, codes)]
        missing = [code for code in codes if not find(code)] if known else [self.line("framework")]
        if missing:
            said = ", ".join(f"“{shortened(code, 60)}”" for code in missing)
            message = f"The register has no framework item {said}, so it was not linked."
            self.say("link-unknown", FindingLevel.WARN, message, "framework")
        return self.around.lookup.many(spec_of(draft, "frameworks"), known)

    def _date(self, field: str) -> DateReading:
        cell = self._cells.get(field, Cell())
        if cell.on is not None:
            return date_from_cell(cell.on, cell.text)
        reading = read_date(cell.text, document=self.around.document)
        for remark in reading.remarks:
            proposals = [day.isoformat() for day in remark.proposals]
            self.say(remark.rule, remark.level, remark.message, field, proposals)
        return reading


def spec_of(draft: type[Draft], name: str) -> Field:
    """Return what is known of a draft's field."""
    return next(field for field in fields_of(draft) if field.name == name)


def _level(rule: str) -> FindingLevel:
    return FindingLevel.NOTE if rule in _NOTES else FindingLevel.WARN
