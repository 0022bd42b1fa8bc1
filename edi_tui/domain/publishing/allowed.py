"""The fields that the public may read; every other field is private."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import OrganisationDraft
from edi_tui.domain.rows import Row

ALLOWED: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.ORGANISATION: ("name", "ods"),
        Kind.MEMBER: ("role",),
        Kind.OBJECTIVE: ("ref", "title", "summary", "hia", "due_on", "updated_on"),
        Kind.MEASURE: ("ref", "name", "unit", "target"),
        Kind.READING: ("as_at", "group"),
        Kind.NETWORK: ("ref", "name", "characteristic"),
        Kind.HEARD_SCORE: ("on", "score"),
    }
)
"""By kind of record; of a kind that is not named nothing is public.

Of objectives, what belongs to them, and networks only those that were opted in. The status worked
out, the owner's role and the sponsors' roles are told besides, and numerators and denominators
where suppression lets them.
"""


def allowed(row: Row | OrganisationDraft) -> dict[str, Any]:
    """Return what of a record the public may read."""
    return {name: getattr(row, name) for name in ALLOWED[row.KIND]}
