"""From which number on a rule speaks, as the organisation has set it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from edi_tui.domain.records import OrganisationDraft


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers that organisations set; each has a default."""

    sponsor_gap_days: Decimal = Decimal(30)
    """Days that a network may be without a sponsor."""
    concern_days: Decimal = Decimal(60)
    """Days that a concern may wait for its answer."""
    heard_people: Decimal = Decimal(10)
    """Answers from which on a heard score is shown; the EHRC hides counts below ten."""
    moves: Decimal = Decimal(3)
    """Moves of a due date from which on it is drift."""
    tolerance: Decimal = Decimal(10)
    """How far behind the path to target is still on it, in per cent of the way."""
    stretch: Decimal = Decimal("1.5")
    """Multiple of the share of appointments so far from which on a goal is a stretch."""
    paper_days: Decimal = Decimal(5)
    """Working days before a meeting by which its papers are due."""
    suppress_below: Decimal = Decimal(10)
    """Counts of people below it are hidden from the public; the EHRC hides those below ten."""


def thresholds_of(organisation: OrganisationDraft) -> Thresholds:
    """Return the thresholds of an organisation, the defaults where it has set none."""
    names = Thresholds.__slots__
    told = {name: getattr(organisation, name) for name in names}
    return Thresholds(**{name: value for name, value in told.items() if value is not None})
