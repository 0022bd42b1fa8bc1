"""Lists of networks, sponsorships and engagements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import EngagementRow, NetworkRow, SponsorshipRow
from edi_tui.domain.words import Appointment, Attendance, EngagementKind, NetworkState, SponsorKind
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import chosen, sources

_NETWORKS = table_of(Kind.NETWORK)
_TERMS = table_of(Kind.SPONSORSHIP)
_ENGAGEMENTS = table_of(Kind.ENGAGEMENT)
_MEMBERS = table_of(Kind.MEMBER)


def networks(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[NetworkRow]:
    """Return the networks with their sponsors at a date."""
    rows = session.execute(
        sa.select(_NETWORKS)
        .where(chosen(_NETWORKS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.NETWORK))
    ).mappings()
    current = {
        (term.network_ref, term.kind): term.member
        for term in sponsorships(session, as_at=as_at)
        if term.current(as_at)
    }
    happened = _until(session, as_at)
    held = Counter(entry.network_ref for entry in happened)
    attended = Counter(entry.network_ref for entry in happened if _was_there(entry))
    origin = sources(session, Kind.NETWORK, numbers)
    return [
        NetworkRow(
            ref=(ref := Kind.NETWORK.ref(row["id"])),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            source=origin.get(ref, ""),
            state=NetworkState(row["state"]),
            executive_sponsor=current.get((ref, SponsorKind.EXECUTIVE), ""),
            non_executive_sponsor=current.get((ref, SponsorKind.NON_EXECUTIVE), ""),
            held=held[ref],
            attended=attended[ref],
            published=bool(row["published"]),
            **{name: row[name] for name in ("name", "characteristic", "chair", "meets")},
        )
        for row in rows
    ]


def _until(session: Session, as_at: date) -> list[EngagementRow]:
    return [entry for entry in engagements(session) if entry.on <= as_at]


def _was_there(entry: EngagementRow) -> bool:
    return entry.attendance is Attendance.ATTENDED


def sponsorships(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[SponsorshipRow]:
    """Return the terms of sponsors, with how often each had been there at a date."""
    rows = session.execute(
        sa.select(
            _TERMS,
            _NETWORKS.c.name.label("network"),
            _MEMBERS.c.role.label("member"),
            sa.func.coalesce(_NETWORKS.c.withdrawn_at, _MEMBERS.c.withdrawn_at).label("void"),
        )
        .join(_NETWORKS, _NETWORKS.c.id == _TERMS.c.network_id)
        .join(_MEMBERS, _MEMBERS.c.id == _TERMS.c.member_id)
        .where(chosen(_TERMS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.SPONSORSHIP))
    ).mappings()
    happened = _until(session, as_at)
    held = Counter((entry.network_ref, entry.member_ref) for entry in happened)
    attended = Counter(
        (entry.network_ref, entry.member_ref) for entry in happened if _was_there(entry)
    )
    origin = sources(session, Kind.SPONSORSHIP, numbers)
    return [_sponsorship(row, held, attended, origin) for row in rows]


def _sponsorship(
    row: RowMapping,
    held: Counter[tuple[str, str]],
    attended: Counter[tuple[str, str]],
    origin: dict[str, str],
) -> SponsorshipRow:
    ref = Kind.SPONSORSHIP.ref(row["id"])
    pair = (Kind.NETWORK.ref(row["network_id"]), Kind.MEMBER.ref(row["member_id"]))
    same = (
        *("network", "member", "from_on", "to_on", "ended_on"),
        *("achieves", "changed", "handover"),
    )
    return SponsorshipRow(
        ref=ref,
        version=row["version"],
        withdrawn=row["withdrawn_reason"],
        source=origin.get(ref, ""),
        network_ref=pair[0],
        member_ref=pair[1],
        kind=SponsorKind(row["kind"]),
        appointed=Appointment(row["appointed"]),
        objective=Kind.OBJECTIVE.ref(row["objective_id"]) if row["objective_id"] else "",
        held=held[pair],
        attended=attended[pair],
        void=row["void"] is not None,
        **{name: row[name] for name in same},
    )


def engagements(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[EngagementRow]:
    """Return what sponsors did with networks, newest first."""
    rows = session.execute(
        sa.select(
            _ENGAGEMENTS,
            _NETWORKS.c.name.label("network"),
            _MEMBERS.c.role.label("member"),
        )
        .join(_NETWORKS, _NETWORKS.c.id == _ENGAGEMENTS.c.network_id)
        .join(_MEMBERS, _MEMBERS.c.id == _ENGAGEMENTS.c.member_id)
        .where(chosen(_ENGAGEMENTS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.ENGAGEMENT))
    ).mappings()
    return [
        EngagementRow(
            ref=Kind.ENGAGEMENT.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            on=row["on"],
            kind=EngagementKind(row["kind"]),
            network=row["network"],
            network_ref=Kind.NETWORK.ref(row["network_id"]),
            member=row["member"],
            member_ref=Kind.MEMBER.ref(row["member_id"]),
            attendance=Attendance(row["attendance"]),
            note=row["note"],
        )
        for row in rows
    ]
