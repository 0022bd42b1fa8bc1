"""What lies around one record: as much of a register as its page and its rules look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import (
    ActionRow,
    EvidenceRow,
    MeasureRow,
    MemberRow,
    ObjectiveRow,
    ReadingRow,
    Row,
    SponsorshipRow,
    WaiverRow,
)
from edi_tui.domain.rules.view import View
from edi_tui.services.drift import ledger
from edi_tui.services.lists import Contents, rows_of
from edi_tui.services.register import Register
from edi_tui.services.views import kept_view, view_from, view_of
from edi_tui.store.chain import head_of
from edi_tui.store.queries import board
from edi_tui.store.queries.pointing import alike, pointed_at, pointing

if TYPE_CHECKING:
    from sqlmodel import Session

R = TypeVar("R", bound=Row)
_LOCAL = (Kind.OBJECTIVE, Kind.ACTION, Kind.MEASURE, Kind.EVIDENCE)
"""The kinds of which there may be very many, and whose rules look at their neighbours alone."""


def near(register: Register, row: Row, kind: Kind, *, as_at: date | None = None) -> Sequence[Row]:
    """Return the standing rows of a kind that point at a record, or at the measures of it.

    Args:
        register: The register.
        row: The record.
        kind: The kind of the rows.
        as_at: The date that progress is read at; today without it.
    """
    number = _number(row)
    with register.reading() as session:
        found = pointing(session, kind, row.KIND, {number})
        if kind is Kind.READING and row.KIND is Kind.OBJECTIVE:
            measures = pointing(session, Kind.MEASURE, row.KIND, {number})
            found = pointing(session, kind, Kind.MEASURE, measures)
        if kind is Kind.ENGAGEMENT and row.KIND is Kind.SPONSORSHIP:
            networks = pointed_at(session, Kind.NETWORK, row.KIND, {number})
            found = pointing(session, kind, Kind.NETWORK, networks)
    return rows_of(register, kind, as_at=as_at, numbers=found) if found else ()


def view_near(register: Register, row: Row, *, as_at: date | None = None) -> View:
    """Return as much of what rules look at as those that speak of one record need.

    Where the whole is there already, that is returned; where the rules of its kind look at the
    whole register, it is read.
    """
    whole = kept_view(register, as_at=as_at)
    if whole is not None:
        return whole
    if row.KIND not in _LOCAL:
        return view_of(register, as_at=as_at)
    day = as_at or register.today
    with register.reading() as session:
        numbers = _around(session, row)
        organisation, head = board.organisation(session), head_of(session)

    def of(sort: type[R]) -> list[R]:
        wanted = numbers.get(sort.KIND, ())
        rows = rows_of(register, sort.KIND, as_at=day, numbers=wanted) if wanted else ()
        return [each for each in rows if isinstance(each, sort)]

    now = Contents(
        organisation=organisation,
        as_at=day,
        head=head,
        members=of(MemberRow),
        objectives=of(ObjectiveRow),
        actions=of(ActionRow),
        measures=of(MeasureRow),
        readings=of(ReadingRow),
        updates=[],
        networks=[],
        sponsorships=of(SponsorshipRow),
        engagements=[],
        evidence=of(EvidenceRow),
        frameworks=[],
        concerns=[],
        heard_scores=[],
        challenges=[],
        waivers=of(WaiverRow),
        commitments=[],
    )
    refs = {each.ref for each in (*now.objectives, *now.measures)}
    moved = ledger(register, as_at=day, objectives=now.objectives, measures=now.measures, refs=refs)
    return replace(view_from(now), drift=moved)


def _around(session: Session, row: Row) -> dict[Kind, Collection[int]]:
    """Return the numbers of the records that the rules for one record look at, by kind."""
    kind, own = row.KIND, {_number(row)}
    found: defaultdict[Kind, set[int]] = defaultdict(set, {kind: set(own)})
    if kind is Kind.OBJECTIVE:
        whose = own
        found[kind] |= alike(session, *own) | _carried_from(session, own)
    else:
        whose = pointed_at(session, Kind.OBJECTIVE, kind, own)
        found[Kind.OBJECTIVE] |= whose
        found[Kind.ACTION] |= pointed_at(session, Kind.ACTION, kind, own)
    for neighbour in (Kind.MEASURE, Kind.ACTION, Kind.SPONSORSHIP):
        found[neighbour] |= pointing(session, neighbour, Kind.OBJECTIVE, whose)
    found[Kind.READING] = pointing(session, Kind.READING, Kind.MEASURE, found[Kind.MEASURE])
    for neighbour in (Kind.EVIDENCE, Kind.WAIVER):
        found[neighbour] |= pointing(session, neighbour, kind, own)
    found[Kind.MEMBER] = pointed_at(session, Kind.MEMBER, Kind.OBJECTIVE, found[Kind.OBJECTIVE])
    return dict(found)


def _carried_from(session: Session, own: set[int]) -> set[int]:
    """Return the objectives that one carries on from, however many stand before it."""
    found: set[int] = set()
    before = own
    while before := pointed_at(session, Kind.OBJECTIVE, Kind.OBJECTIVE, before) - found - own:
        found |= before
    return found


def _number(row: Row) -> int:
    target = read_ref(row.ref)
    assert target is not None
    return target[1]
