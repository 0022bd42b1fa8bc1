"""What one row of a file says, as drafts."""

from __future__ import annotations

import dataclasses
from collections.abc import Set
from dataclasses import dataclass
from typing import TypeVar

from edi_tui.domain.imported_fields import decided_by
from edi_tui.domain.records import (
    Draft,
    MeasureDraft,
    MemberDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Standing

D = TypeVar("D", bound=Draft)


@dataclass(frozen=True, slots=True)
class Reading:
    """A record and what goes with it; their references to each other are not set yet."""

    draft: Draft
    update: UpdateDraft | None = None
    """The status and progress."""
    measure: MeasureDraft | None = None
    sponsors: tuple[SponsorshipDraft, ...] = ()
    """The sponsors of a network."""


def merged(standing: D, said: D, fields: Set[str]) -> D:
    """Return a standing draft with what some columns of a file say of it."""
    names = {name for field in fields for name in decided_by(field)}
    if "name" in names and _fills_or_empties(standing, said):
        names.add("standing")
    own = {field.name for field in dataclasses.fields(standing)}
    return dataclasses.replace(standing, **{name: getattr(said, name) for name in names & own})


def _fills_or_empties(standing: Draft, said: Draft) -> bool:
    return (
        isinstance(standing, MemberDraft)
        and isinstance(said, MemberDraft)
        and Standing.VACANT in (standing.standing, said.standing)
    )
