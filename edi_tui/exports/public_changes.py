"""What changed from one published quarter to the next, as a section of a page."""

from __future__ import annotations

from edi_tui.exports.paper import Column, Section, Table
from edi_tui.exports.wording import said
from edi_tui.services.public_changes import PublicChanges


def changes_section(found: PublicChanges) -> Section:
    """Return what changed in published objectives: as a board speaks of it, then field by field."""
    columns = tuple(map(Column, ("Ref", "What", "Was", "Is")))
    rows = tuple((one.ref, one.label, said(one.was), said(one.now)) for one in found.fields)
    table = Table("What changed", columns, rows, "Nothing that was published has changed.")
    return Section(f"What changed since {found.before}", found.sentences, (table,))
