"""The drift of an objective: what has moved since it was agreed, and what it said then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from edi_tui.domain.moves import Move, Moved


@dataclass(frozen=True, slots=True)
class Original:
    """What was agreed, or first entered where it never was."""

    title: str
    due: str
    """The first day on which it was due, `30 Jun 2027`, or the words where it had none."""
    targets: Mapping[str, str] = field(default_factory=dict)
    """By measure, of those whose target was lowered since."""
    due_on: date | None = None
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Drift:
    """What has moved since an objective was agreed, oldest first."""

    original: Original
    entries: tuple[Moved, ...] = ()
    carried_from: tuple[str, ...] = ()
    """The objectives before it that were not met, the nearest first."""
    due_on: date | None = None
    """When it is due now."""

    @property
    def carried(self) -> int:
        """How often it was carried forward from an objective that was not met."""
        return len(self.carried_from)

    @property
    def moves(self) -> int:
        """How often the due date was moved, sooner or later."""
        return len(self.of(Move.DUE))

    @property
    def days(self) -> int:
        """How much later it is due than was agreed; below 0 it is sooner."""
        first, now = self.original.due_on, self.due_on
        return (now - first).days if first and now else 0

    @property
    def lowered(self) -> int:
        """How often a target was lowered."""
        return len(self.of(Move.TARGET))

    @property
    def rewritten(self) -> int:
        """How often the wording was changed by more than case and punctuation."""
        return len(self.of(Move.WORDING))

    @property
    def any(self) -> bool:
        """Whether there is any drift."""
        return bool(self.entries or self.carried_from)

    def of(self, what: Move) -> tuple[Moved, ...]:
        """Return the moves of one sort."""
        return tuple(entry for entry in self.entries if entry.what is what)
