"""What the columns of an import decide of the records that they are read into."""

from __future__ import annotations

_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "lead": ("lead", "supporting"),
    "framework": ("framework", "frameworks"),
    "ref": ("plan_ref",),
    "owner": ("owner", "owner_text"),
    "start": ("start_on",),
    "measure": ("name",),
    "progress": ("narrative",),
}
"""What a column decides of a draft, where that is not the attribute of the column's own name."""

MEASURED = frozenset({"measure", "unit", "direction", "baseline", "baseline_on", "target"})
"""The columns of a list of objectives that belong to the objective's measure."""

SPONSORED = frozenset({"executive_sponsor", "non_executive_sponsor"})
"""The columns of a list of networks that belong to its sponsors."""


def decided_by(column: str) -> tuple[str, ...]:
    """Return the attributes of drafts that a column decides, the main one first."""
    return _ATTRIBUTES.get(column, (column,))
