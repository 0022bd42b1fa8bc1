"""Lists of challenges, appraisals, waivers and commitments."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import RowMapping
from sqlmodel import Session

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import JUDGED
from edi_tui.domain.rows import AppraisalRow, ChallengeRow, CommitmentRow, WaiverRow
from edi_tui.domain.words import AppraisalOutcome, Asker
from edi_tui.store.mapping import table_of
from edi_tui.store.queries.holders import as_held
from edi_tui.store.queries.orders import order_of
from edi_tui.store.queries.parts import chosen

_CHALLENGES = table_of(Kind.CHALLENGE)
_APPRAISALS = table_of(Kind.APPRAISAL)
_WAIVERS = table_of(Kind.WAIVER)
_COMMITMENTS = table_of(Kind.COMMITMENT)
_MEMBERS = table_of(Kind.MEMBER)


def challenges(
    session: Session,
    *,
    as_at: date,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[ChallengeRow]:
    """Return the challenges: those without an answer first, the soonest due before the others.

    Args:
        session: A session.
        as_at: The day whose owners are named.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
        numbers: The only ones to return; all of them without it.
    """
    rows = session.execute(
        sa.select(_CHALLENGES, _MEMBERS.c.role.label("owner"))
        .outerjoin(_MEMBERS, _MEMBERS.c.id == _CHALLENGES.c.owner_id)
        .where(chosen(_CHALLENGES, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.CHALLENGE))
    ).mappings()
    same = (
        *("asker_name", "asked_on", "question", "answer_by", "answer"),
        *("answered_on", "closed_on"),
    )
    return [
        ChallengeRow(
            ref=Kind.CHALLENGE.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            asker=Asker(row["asker"]),
            owner=row["owner"] or "",
            owner_ref=_ref(Kind.MEMBER, row["owner_id"]),
            objective=_ref(Kind.OBJECTIVE, row["objective_id"]),
            **{name: row[name] for name in same},
        )
        for row in as_held(session, Kind.CHALLENGE, rows, as_at, role="owner")
    ]


def appraisals(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[AppraisalRow]:
    """Return the appraisals, the newest year first, then by seat."""
    rows = session.execute(
        sa.select(_APPRAISALS, _MEMBERS.c.role.label("member"))
        .join(_MEMBERS, _MEMBERS.c.id == _APPRAISALS.c.member_id)
        .where(chosen(_APPRAISALS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.APPRAISAL))
    ).mappings()
    same = (
        *("member", "year", "mid_year_on", "appraised_on", "appraiser"),
        *("submitted_on", "note"),
    )
    return [
        AppraisalRow(
            ref=Kind.APPRAISAL.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            member_ref=Kind.MEMBER.ref(row["member_id"]),
            objective=_ref(Kind.OBJECTIVE, row["objective_id"]),
            outcome=AppraisalOutcome(row["outcome"]),
            **{name: row[name] for name in same},
        )
        for row in rows
    ]


def waivers(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[WaiverRow]:
    """Return the rules that were set aside, in the order they were entered."""
    rows = session.execute(
        sa.select(_WAIVERS)
        .where(chosen(_WAIVERS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.WAIVER))
    ).mappings()
    return [
        WaiverRow(
            ref=Kind.WAIVER.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            rule=row["rule"],
            subject=_subject(row),
            reason=row["reason"],
        )
        for row in rows
    ]


def _subject(row: RowMapping) -> str:
    found = (_ref(kind, row[f"{kind.value}_id"]) for kind in JUDGED)
    return next(filter(None, found))


def commitments(
    session: Session,
    *,
    withdrawn: bool = False,
    numbers: Collection[int] | None = None,
) -> list[CommitmentRow]:
    """Return the sentences of public statements, in the order in which they were said."""
    rows = session.execute(
        sa.select(_COMMITMENTS)
        .where(chosen(_COMMITMENTS, withdrawn=withdrawn, numbers=numbers))
        .order_by(*order_of(Kind.COMMITMENT))
    ).mappings()
    return [
        CommitmentRow(
            ref=Kind.COMMITMENT.ref(row["id"]),
            version=row["version"],
            withdrawn=row["withdrawn_reason"],
            objective=_ref(Kind.OBJECTIVE, row["objective_id"]),
            **{name: row[name] for name in ("text", "statement", "place", "parked")},
        )
        for row in rows
    ]


def _ref(kind: Kind, number: int | None) -> str:
    return kind.ref(number) if number else ""
