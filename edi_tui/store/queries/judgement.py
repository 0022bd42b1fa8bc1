"""Lists of challenges, appraisals, waivers and commitments."""

from __future__ import annotations

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
from edi_tui.store.queries.parts import standing

_CHALLENGES = table_of(Kind.CHALLENGE)
_APPRAISALS = table_of(Kind.APPRAISAL)
_WAIVERS = table_of(Kind.WAIVER)
_COMMITMENTS = table_of(Kind.COMMITMENT)
_MEMBERS = table_of(Kind.MEMBER)


def challenges(session: Session, *, as_at: date, withdrawn: bool = False) -> list[ChallengeRow]:
    """Return the challenges: those without an answer first, the soonest due before the others.

    Args:
        session: A session.
        as_at: The day whose owners are named.
        withdrawn: Whether to return the withdrawn ones in place of the standing ones.
    """
    rows = session.execute(
        sa.select(_CHALLENGES, _MEMBERS.c.role.label("owner"))
        .outerjoin(_MEMBERS, _MEMBERS.c.id == _CHALLENGES.c.owner_id)
        .where(standing(_CHALLENGES, withdrawn=withdrawn))
        .order_by(
            _CHALLENGES.c.answered_on.is_not(None),
            _CHALLENGES.c.answer_by.is_(None),
            _CHALLENGES.c.answer_by,
            _CHALLENGES.c.id,
        )
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


def appraisals(session: Session, *, withdrawn: bool = False) -> list[AppraisalRow]:
    """Return the appraisals, the newest year first, then by seat."""
    rows = session.execute(
        sa.select(_APPRAISALS, _MEMBERS.c.role.label("member"))
        .join(_MEMBERS, _MEMBERS.c.id == _APPRAISALS.c.member_id)
        .where(standing(_APPRAISALS, withdrawn=withdrawn))
        .order_by(_APPRAISALS.c.year.desc(), _APPRAISALS.c.member_id, _APPRAISALS.c.id)
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


def waivers(session: Session, *, withdrawn: bool = False) -> list[WaiverRow]:
    """Return the rules that were set aside, in the order they were entered."""
    rows = session.execute(
        sa.select(_WAIVERS).where(standing(_WAIVERS, withdrawn=withdrawn)).order_by(_WAIVERS.c.id)
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


def commitments(session: Session, *, withdrawn: bool = False) -> list[CommitmentRow]:
    """Return the sentences of public statements, in the order in which they were said."""
    rows = session.execute(
        sa.select(_COMMITMENTS)
        .where(standing(_COMMITMENTS, withdrawn=withdrawn))
        .order_by(_COMMITMENTS.c.id)
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
