"""The drift of an objective: what has moved since it was agreed, and what it said then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.due import format_date
from edi_tui.domain.moves import Move, Moved, day_of, due_words, moved
from edi_tui.domain.progress import DONE
from edi_tui.domain.rows import ChangeRow, ObjectiveRow

_OBJECTIVE = "OBJ-"


@dataclass(frozen=True, slots=True)
class Original:
    """What was agreed."""

    title: str
    due: str
    """As people read it, `30 Jun 2027` or the words."""
    targets: Mapping[str, str]
    """By measure, of those whose target was lowered since."""


@dataclass(frozen=True, slots=True)
class Drift:
    """What has moved since an objective was agreed, oldest first."""

    original: Original
    entries: tuple[Moved, ...] = ()
    carried: int = 0
    """How often it was carried forward from an objective that was not met."""

    @property
    def moves(self) -> int:
        """How often the due date was moved, sooner or later."""
        return len(self.of(Move.DUE))

    @property
    def days(self) -> int:
        """How much later it is due than was agreed, all in all."""
        return sum(entry.days for entry in self.entries)

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
        return bool(self.entries or self.carried)

    def of(self, what: Move) -> tuple[Moved, ...]:
        """Return the moves of one sort."""
        return tuple(entry for entry in self.entries if entry.what is what)


def ledger_of(
    objectives: Sequence[ObjectiveRow], changes: Iterable[ChangeRow], *, as_at: date
) -> dict[str, Drift]:
    """Return the drift of each objective, by its reference.

    Args:
        objectives: The objectives as they stand.
        changes: The edits of objectives and measures, oldest first; other entries are passed over.
        as_at: The day at which it is judged; later changes do not count.
    """
    edits: dict[str, list[ChangeRow]] = {}
    for change in changes:
        if day_of(change) <= as_at:
            edits.setdefault(_objective_of(change), []).append(change)
    before = {row.ref: row for row in objectives}
    return {
        row.ref: drift_of(row, edits.get(row.ref, ()), carried=_carried(row, before))
        for row in objectives
    }


def drift_of(row: ObjectiveRow, changes: Sequence[ChangeRow], *, carried: int = 0) -> Drift:
    """Return what has moved since an objective was agreed, or else since it was entered.

    Args:
        row: The objective as it stands.
        changes: Its edits and those of its measures, oldest first.
        carried: How often it was carried forward.
    """
    counted = _since_agreed(row, changes)
    entries = tuple(entry for change in counted for entry in moved(change))
    return Drift(_original(row, counted, entries), entries, carried)


def _objective_of(change: ChangeRow) -> str:
    if change.ref.startswith(_OBJECTIVE):
        return change.ref
    return str(change.before.get("objective") or change.after.get("objective") or "")


def _since_agreed(row: ObjectiveRow, changes: Sequence[ChangeRow]) -> list[ChangeRow]:
    """Return the changes after the agreement; on its day, those after it was entered."""
    agreed = row.agreed_on
    if agreed is None:
        return list(changes)
    entered = max((change.seq for change in changes if _agrees(change, agreed)), default=0)
    return [
        change
        for change in changes
        if day_of(change) > agreed or (day_of(change) == agreed and change.seq > entered)
    ]


def _agrees(change: ChangeRow, agreed: date) -> bool:
    said, before = change.after.get("agreed_on"), change.before.get("agreed_on")
    return said == agreed.isoformat() != before


def _original(
    row: ObjectiveRow, changes: Sequence[ChangeRow], entries: Sequence[Moved]
) -> Original:
    own = next((change.before for change in changes if change.ref == row.ref), None)
    due = format_date(row.due_on) if row.due_on else row.due_text
    targets = {entry.ref: entry.was for entry in reversed(entries) if entry.what is Move.TARGET}
    if own is None:
        return Original(row.title, due, targets)
    return Original(str(own["title"]), due_words(own), targets)


def _carried(row: ObjectiveRow, rows: Mapping[str, ObjectiveRow]) -> int:
    """Return how many objectives before it were not met; a ring is followed once."""
    seen = {row.ref}
    before = rows.get(row.follows)
    count = 0
    while before and before.ref not in seen:
        seen.add(before.ref)
        count += before.status not in DONE
        before = rows.get(before.follows)
    return count
