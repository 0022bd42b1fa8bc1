"""Where each kind of record is listed."""

from __future__ import annotations

from edi_tui.domain.kinds import Kind, read_ref

PLACE_OF = {
    Kind.OBJECTIVE: "objectives",
    Kind.COMMITMENT: "objectives",
    Kind.ACTION: "actions",
    Kind.MEASURE: "measures",
    Kind.NETWORK: "networks",
    Kind.SPONSORSHIP: "networks",
    Kind.CONCERN: "networks",
    Kind.EVIDENCE: "evidence",
    Kind.MEMBER: "board",
    Kind.APPRAISAL: "board",
    Kind.CHALLENGE: "board",
    Kind.FRAMEWORK_ITEM: "board",
}
"""The place of each kind of record that people look for by name or that rules speak of."""


def place_of(ref: str) -> str:
    """Return the place that lists a record, or nothing where none does."""
    target = read_ref(ref)
    return PLACE_OF.get(target[0], "") if target else ""
