"""Where each kind of record is listed."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind, read_ref

PLACE_OF = {
    Kind.OBJECTIVE: "objectives",
    Kind.ACTION: "actions",
    Kind.MEASURE: "measures",
    Kind.NETWORK: "networks",
    Kind.EVIDENCE: "evidence",
    Kind.MEMBER: "board",
}
"""The place whose first list shows a kind of record."""


def place_of(ref: str) -> str:
    """Return the place that lists a record, or nothing where none does."""
    target = read_ref(ref)
    return PLACE_OF.get(target[0], "") if target else ""
