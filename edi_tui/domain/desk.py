"""The Desk: imported cells and rows that wait for a person to settle them."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edi_tui.domain.findings import Finding
from edi_tui.domain.kinds import Kind
from edi_tui.domain.words import Word

CONFLICT = "edited-since"
"""The rule of a cell that disagrees with what was changed in the register since its import."""


class Matter(Word):
    """What sort of thing waits on the Desk."""

    DATE = "date", "Date"
    STATUS = "status", "Status"
    NAME = "name", "Name"
    VALUE = "value", "Value"
    CONFLICT = "conflict", "Changed twice"
    HEADING = "heading", "Heading"
    ROW = "row", "Row set aside"
    TWICE = "twice", "Perhaps twice"


_MATTERS: Mapping[str, Matter] = {
    "status-conflict": Matter.STATUS,
    "status-assumed": Matter.STATUS,
    "link-unknown": Matter.NAME,
    "lead-missing": Matter.NAME,
    "number-unreadable": Matter.VALUE,
    "word-unknown": Matter.VALUE,
    "seat-assumed": Matter.VALUE,
    "heading-unknown": Matter.HEADING,
    "row-duplicate": Matter.TWICE,
    CONFLICT: Matter.CONFLICT,
}


def matter_of(finding: Finding) -> Matter | None:
    """Return what sort of thing a finding of an import is; None where it waits for nobody."""
    if finding.rule == "heading-unknown":
        return Matter.HEADING
    if not finding.ref:
        return Matter.ROW if finding.level != "note" else None
    if finding.rule.startswith("date-"):
        return Matter.DATE if finding.level != "note" else None
    return _MATTERS.get(finding.rule) if finding.level != "note" else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """Words that a person may accept with one key."""

    words: str
    """As they would be typed into the field, or chosen from its vocabulary."""
    why: str = ""
    shown: str = ""
    """How they read, where that is not what is typed: a name beside its reference."""

    def __str__(self) -> str:
        """Return what is offered, with its reason in brackets."""
        said = self.shown or self.words
        return f"{said} ({self.why})" if self.why else said


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One thing to settle, with everything that is needed to settle it."""

    number: int
    """By which it is called on the Desk."""
    matter: Matter
    kind: Kind
    """What the file holds."""
    finding: Finding
    """What the import said; its place names the file."""
    what: str = ""
    """What the record is called."""
    target: str = ""
    """The record in which it is settled; empty for headings and rows."""
    field: str = ""
    """The field of that record."""
    proposals: tuple[Proposal, ...] = ()
    """Likeliest first."""
    keys: tuple[str, ...] = ()
    """The digests of the findings that are settled with it, its own first."""
    refs: tuple[str, ...] = ()
    """The records in which the same words wait for the same answer, its own first."""
    cells: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The row as it stands in the file, by heading."""
    headings: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The import's own name of each column that was read, by heading."""
    column: str = ""
    """The import's own name of the column, such as `lead`."""

    @property
    def ref(self) -> str:
        """The record that it is about; empty where there is none."""
        return self.finding.ref


def alike(item: DeskItem, items: Iterable[DeskItem]) -> list[DeskItem]:
    """Return what may be accepted together with an item: the same matter, each with a likeliest.

    Where several people or words may be meant, none is likeliest.
    """
    likely = (one for one in items if one.matter is item.matter and one.proposals)
    sure = (Matter.DATE, Matter.STATUS, Matter.CONFLICT)
    return [
        one
        for one in likely
        if one.finding.rule == item.finding.rule
        and (one.matter in sure or len(one.proposals) == 1)
        and (one.finding.rule != "status-conflict")
    ]


def finding_key(rule: str, subject: str, column: str, words: str) -> str:
    """Return the digest by which a finding is known again when its file is imported again.

    Args:
        rule: Its rule.
        subject: The record, or what stands for a row or heading that has none.
        column: The heading.
        words: The cell, verbatim.
    """
    digest = hashlib.sha256()
    for part in (rule, subject, column, words):
        digest.update(part.encode(errors="surrogatepass") + b"\x00")
    return digest.hexdigest()


def row_subject(kind: Kind, cells: Mapping[str, str]) -> str:
    """Return what stands for a row without a record: its words, wherever it stands."""
    said = "\x1f".join(f"{heading}\x1e{cells[heading]}" for heading in sorted(cells))
    return f"{kind.plural} {finding_key('', '', '', said)[:16]}"
