"""The parts in which the page of a record is shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from edi_tui.domain.kinds import Kind

if TYPE_CHECKING:
    from edi_tui.services.pages import Page


class Part(StrEnum):
    """A part of a page, by the name on its tab."""

    DETAIL = "Detail"
    PROGRESS = "Progress"
    MEASURES = "Measures"
    LINKED = "Linked"
    HISTORY = "History"


_PARTS = {
    Kind.UPDATE: Part.PROGRESS,
    Kind.MEASURE: Part.MEASURES,
    Kind.READING: Part.MEASURES,
    Kind.HEARD_SCORE: Part.PROGRESS,
}


def part_of(kind: Kind) -> Part:
    """Return the part in which related records of a kind are listed."""
    return _PARTS.get(kind, Part.LINKED)


def parts_of(page: Page) -> list[Part]:
    """Return the parts that the page of a record has, in order."""
    related = {part_of(kind) for kind, _ in page.related()}
    return [part for part in Part if part in (Part.DETAIL, Part.HISTORY) or part in related]
