"""What an import needs of the register, within its one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    Draft,
    LearnedDraft,
    MeasureDraft,
    MemberDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.words import Seat
from edi_tui.services.batches import Batch, keep, known, last_words
from edi_tui.services.learned import learn_in
from edi_tui.services.lookup import Lookup
from edi_tui.store.changes import Changes, Stored
from edi_tui.store.queries.drafts import standing_drafts

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Known:
    """A standing record, with what belongs to it and what its last import said."""

    stored: Stored
    update: UpdateDraft | None = None
    """The newest progress entry."""
    measures: tuple[Stored, ...] = ()
    sponsors: tuple[SponsorshipDraft, ...] = ()
    """The terms of a network that have not ended."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The cells of the row that it was last imported from, by field."""


class Intake:
    """The register as an import reads and writes it."""

    def __init__(self, changes: Changes, *, today: date) -> None:
        """Take in within a transaction."""
        self.today = today
        self.lookup = Lookup(changes.session)
        self._changes = changes

    def known(self, kind: Kind) -> list[Known]:
        """Return the standing records of a kind, in the order they were entered."""
        words = last_words(self._changes, kind)
        updates, measures, sponsors = self._updates(kind), self._measures(kind), self._terms(kind)
        return [
            Known(
                stored,
                updates.get(stored.ref),
                tuple(measures[stored.ref]),
                tuple(sponsors[stored.ref]),
                words.get(stored.ref, {}),
            )
            for stored in self._standing(kind)
        ]

    def seats(self) -> dict[str, Seat]:
        """Return the kind of seat that each board member holds, by reference."""
        return seats_in(self._changes.session)

    def add(self, draft: Draft) -> str:
        """Store a new record whose references are settled, and return its reference."""
        return self._changes.add(draft)

    def edit(self, stored: Stored, draft: Draft) -> None:
        """Replace what a record says."""
        self._changes.edit(stored.ref, draft, version=stored.version)

    def keep(self, batch: Batch) -> None:
        """Keep the rows and findings of a file."""
        keep(self._changes, batch)

    def learn(self, draft: LearnedDraft) -> None:
        """Remember what a person explained."""
        learn_in(self._changes, draft)

    def kept(self, sha256: str, kind: Kind) -> bool:
        """Tell whether the same file was kept before."""
        return known(self._changes, sha256, kind)

    def _standing(self, kind: Kind) -> list[Stored]:
        return standing_drafts(self._changes.session, kind)

    def _updates(self, kind: Kind) -> dict[str, UpdateDraft]:
        newest: dict[str, UpdateDraft] = {}
        if kind in (Kind.OBJECTIVE, Kind.ACTION):
            drafts = [stored.draft for stored in self._standing(Kind.UPDATE)]
            told = [one for one in drafts if isinstance(one, UpdateDraft) and one.on is not None]
            for update in sorted(told, key=lambda one: one.on or date.min):
                if update.on is not None and update.on <= self.today:
                    newest[update.subject] = update
        return newest

    def _measures(self, kind: Kind) -> defaultdict[str, list[Stored]]:
        found: defaultdict[str, list[Stored]] = defaultdict(list)
        for stored in self._standing(Kind.MEASURE) if kind is Kind.OBJECTIVE else ():
            if isinstance(stored.draft, MeasureDraft):
                found[stored.draft.objective].append(stored)
        return found

    def _terms(self, kind: Kind) -> defaultdict[str, list[SponsorshipDraft]]:
        found: defaultdict[str, list[SponsorshipDraft]] = defaultdict(list)
        for stored in self._standing(Kind.SPONSORSHIP) if kind is Kind.NETWORK else ():
            term = stored.draft
            if isinstance(term, SponsorshipDraft) and term.ended_on is None:
                found[term.network].append(term)
        return found


def seats_in(session: Session) -> dict[str, Seat]:
    """Return the kind of seat that each board member holds, by reference."""
    found = standing_drafts(session, Kind.MEMBER)
    return {one.ref: one.draft.seat for one in found if isinstance(one.draft, MemberDraft)}
