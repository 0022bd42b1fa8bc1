"""The records that waiting findings are about, and whether they have been settled since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from edi_tui.domain.desk import Matter
from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field
from edi_tui.domain.imported_fields import MEASURED, SPONSORED, decided_by
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import (
    Draft,
    MeasureDraft,
    SponsorshipDraft,
    UpdateDraft,
    fields_of,
)
from edi_tui.domain.statuses import read_status
from edi_tui.domain.words import LearnedSort, Status
from edi_tui.services.learned import Memory
from edi_tui.services.waiting import Waiting
from edi_tui.store.changes import Stored
from edi_tui.store.queries.drafts import standing_drafts
from edi_tui.store.queries.names import names

if TYPE_CHECKING:
    from sqlmodel import Session

_NAMED = ("title", "text", "name", "role", "code", "network")
"""The fields by which a record is called, the first that it has."""


class Records:
    """The standing records that some findings are about, read at once."""

    def __init__(self, session: Session, found: Iterable[Waiting]) -> None:
        """Read the records that the findings name."""
        self._session = session
        numbers: defaultdict[Kind, set[int]] = defaultdict(set)
        for one in found:
            if target := read_ref(one.finding.ref):
                numbers[target[0]].add(target[1])
        self._known = {
            stored.ref: stored
            for kind, wanted in numbers.items()
            for stored in standing_drafts(session, kind, wanted)
        }

    def name(self, ref: str) -> str:
        """Return what a record is called."""
        stored = self._known.get(ref)
        said = (str(getattr(stored.draft, name, "")) for name in _NAMED) if stored else ()
        return next(filter(None, said), "")

    def target(self, one: Waiting) -> Stored | None:
        """Return the record in which a finding is settled: for its figures, the measure."""
        stored = self._known.get(one.finding.ref)
        if stored is None or one.column not in MEASURED or one.kind is not Kind.OBJECTIVE:
            return stored
        return self._measures.get(stored.ref)

    def field(self, one: Waiting) -> str:
        """Return the field of the target that its column decides; empty where there is none."""
        spec = self.spec(one)
        return spec.name if spec else ""

    def spec(self, one: Waiting) -> Field | None:
        """Return what is known of that field."""
        target = self.target(one)
        known = {spec.name: spec for spec in fields_of(type(target.draft))} if target else {}
        return next((known[name] for name in decided_by(one.column) if name in known), None)

    def named(self, kind: Kind) -> dict[str, tuple[str, ...]]:
        """Return the words that standing records of a kind go by, by reference."""
        return {kind.ref(number): words for number, words in names(self._session, kind)}

    def latest(self, ref: str) -> Stored | None:
        """Return the newest progress entry of a record."""
        return next(reversed(self._updates.get(ref, ())), None)

    def leaves_open(self, one: Waiting, memory: Memory) -> bool:
        """Tell whether a finding still waits, as its record and what was learned stand."""
        if one.matter is Matter.HEADING:
            return memory.row_of(LearnedSort.HEADING, one.finding.value, one.kind.plural) is None
        if one.matter is Matter.ROW:
            return True
        if one.finding.ref not in self._known:
            return False
        if one.matter is Matter.STATUS:
            return self._status_open(one, memory)
        if one.column in SPONSORED:
            return (one.finding.ref, one.column) not in self._sponsored
        if one.matter in (Matter.CONFLICT, Matter.TWICE):
            return True
        return self._blank(one)

    def _status_open(self, one: Waiting, memory: Memory) -> bool:
        said = [stored.draft for stored in self._updates.get(one.finding.ref, ())]
        told = [draft.status for draft in said if isinstance(draft, UpdateDraft)]
        if one.finding.rule != "status-assumed":
            return not any(status is not Status.NO_UPDATE for status in told)
        if memory.row_of(LearnedSort.STATUS, one.finding.value):
            return False
        return bool(told) and told[-1] is read_status(one.finding.value).status

    def _blank(self, one: Waiting) -> bool:
        """Tell whether the field says still nothing, or no more than a new record's."""
        target, spec = self.target(one), self.spec(one)
        if target is None or spec is None:
            return False
        value = getattr(target.draft, spec.name)
        if isinstance(value, Due):
            return value.on is None and bool(value.text)
        return bool(value == getattr(type(target.draft)(), spec.name))

    @cached_property
    def _updates(self) -> dict[str, list[Stored]]:
        found: defaultdict[str, list[Stored]] = defaultdict(list)
        for stored in sorted(standing_drafts(self._session, Kind.UPDATE), key=_said_on):
            assert isinstance(stored.draft, UpdateDraft)
            found[stored.draft.subject].append(stored)
        return found

    @cached_property
    def _measures(self) -> dict[str, Stored]:
        drafts = standing_drafts(self._session, Kind.MEASURE)
        return {_of(stored.draft): stored for stored in reversed(drafts)}

    @cached_property
    def _sponsored(self) -> set[tuple[str, str]]:
        drafts = (stored.draft for stored in standing_drafts(self._session, Kind.SPONSORSHIP))
        return {
            (draft.network, f"{draft.kind.value}_sponsor")
            for draft in drafts
            if isinstance(draft, SponsorshipDraft) and draft.ended_on is None
        }


def _said_on(stored: Stored) -> tuple[str, int]:
    assert isinstance(stored.draft, UpdateDraft)
    target = read_ref(stored.ref)
    day = stored.draft.on.isoformat() if stored.draft.on else ""
    return day, target[1] if target else 0


def _of(draft: Draft) -> str:
    return draft.objective if isinstance(draft, MeasureDraft) else ""
