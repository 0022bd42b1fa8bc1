"""Drafts to table columns and back, by the one table of fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import (
    DRAFTS,
    SUPPORTED,
    ActionDraft,
    Draft,
    EvidenceDraft,
    ObjectiveDraft,
    fields_of,
)
from edi_tui.domain.words import Precision, Word
from edi_tui.store import models

TABLES: dict[Kind, type[models.Record]] = {
    Kind.ORGANISATION: models.Organisation,
    Kind.MEMBER: models.Member,
    Kind.OBJECTIVE: models.Objective,
    Kind.MEASURE: models.Measure,
    Kind.READING: models.Reading,
    Kind.ACTION: models.Action,
    Kind.UPDATE: models.Update,
    Kind.EVIDENCE: models.Evidence,
    Kind.NETWORK: models.Network,
    Kind.SPONSORSHIP: models.Sponsorship,
    Kind.ENGAGEMENT: models.Engagement,
    Kind.FRAMEWORK_ITEM: models.FrameworkItem,
    Kind.CONCERN: models.Concern,
    Kind.HEARD_SCORE: models.HeardScore,
    Kind.CHALLENGE: models.Challenge,
    Kind.APPRAISAL: models.Appraisal,
    Kind.WAIVER: models.Waiver,
    Kind.COMMITMENT: models.Commitment,
    Kind.DECISION: models.Decision,
    Kind.LEARNED: models.Learned,
}

Columns = dict[str, Any]


def table_of(kind: Kind) -> sa.Table:
    """Return the table of a kind of record."""
    return core(TABLES[kind])


def core(model: type[SQLModel]) -> sa.Table:
    """Return the table of a model, for statements that read and write rows, not objects."""
    return models.metadata.tables[str(model.__tablename__)]


FRAMEWORK_LINKS = core(models.FrameworkLink)
EVIDENCE_LINKS = core(models.EvidenceLink)


def columns(draft: Draft) -> Columns:
    """Return the column values of a draft; links to many stand in tables of their own."""
    values: Columns = {}
    for field in fields_of(type(draft)):
        values |= _columns(field, getattr(draft, field.name))
    return values


def _columns(field: Field, value: Any) -> Columns:
    name = field.name
    if isinstance(value, Due):
        precision = value.precision.value
        return {f"{name}_on": value.on, f"{name}_text": value.text, f"{name}_precision": precision}
    if field.kind is FieldKind.REFERENCES:
        return {}
    if field.kind is FieldKind.REFERENCE:
        target = read_ref(value)
        return {pointer(field, kind): _number(target, kind) for kind in field.to}
    if isinstance(value, Word):
        return {name: value.value}
    return {name: list(value) if isinstance(value, tuple) else value}


def pointer(field: Field, kind: Kind) -> str:
    """Return the column in which a reference to a kind of record stands."""
    return f"{field.name if len(field.to) == 1 else kind.value}_id"


def _number(target: tuple[Kind, int] | None, kind: Kind) -> int | None:
    return target[1] if target and target[0] is kind else None


def draft_of(kind: Kind, row: Mapping[str, Any], links: Mapping[str, tuple[str, ...]]) -> Draft:
    """Return the draft that a table row and its links hold.

    Args:
        kind: The kind of record.
        row: Values by column name.
        links: References by the name of the field that holds many.
    """
    draft = DRAFTS[kind]
    return draft(**{field.name: _value(field, row, links) for field in fields_of(draft)})


def _value(field: Field, row: Mapping[str, Any], links: Mapping[str, tuple[str, ...]]) -> Any:
    name = field.name
    if field.kind is FieldKind.DUE:
        precision = Precision(row[f"{name}_precision"])
        return Due(row[f"{name}_on"], row[f"{name}_text"], precision)
    if field.kind is FieldKind.REFERENCES:
        return links.get(name, ())
    if field.kind is FieldKind.REFERENCE:
        found = ((kind, row[pointer(field, kind)]) for kind in field.to)
        return next((kind.ref(number) for kind, number in found if number is not None), "")
    value = row[name]
    if field.words is not None:
        return field.words(value)
    return tuple(value) if field.kind is FieldKind.NAMES else value


def links_of(session: Session, kind: Kind, number: int) -> dict[str, tuple[str, ...]]:
    """Return the many-references of a record: framework codes, or the records it supports."""
    if kind in (Kind.OBJECTIVE, Kind.ACTION):
        items = table_of(Kind.FRAMEWORK_ITEM)
        codes = session.execute(
            sa.select(items.c.code)
            .join(FRAMEWORK_LINKS, FRAMEWORK_LINKS.c.item_id == items.c.id)
            .where(FRAMEWORK_LINKS.c[f"{kind.value}_id"] == number)
            .order_by(items.c.id)
        )
        return {"frameworks": tuple(codes.scalars())}
    if kind is Kind.EVIDENCE:
        rows = session.execute(
            sa.select(EVIDENCE_LINKS).where(EVIDENCE_LINKS.c.evidence_id == number)
        ).mappings()
        return {"supports": supported(rows.all())}
    return {}


def supported(links: Iterable[Mapping[Any, Any]]) -> tuple[str, ...]:
    """Return the references that rows of the evidence links point to, in stored order."""
    pointed = [
        (kind, link[f"{kind.value}_id"])
        for link in links
        for kind in SUPPORTED
        if link[f"{kind.value}_id"] is not None
    ]
    return tuple(kind.ref(number) for kind, number in sorted(pointed))


def write_links(session: Session, draft: Draft, number: int) -> None:
    """Make the links of a stored record those of its draft."""
    if isinstance(draft, ObjectiveDraft | ActionDraft):
        pointer = f"{draft.KIND.value}_id"
        session.execute(sa.delete(FRAMEWORK_LINKS).where(FRAMEWORK_LINKS.c[pointer] == number))
        items = table_of(Kind.FRAMEWORK_ITEM)
        wanted = sa.select(items.c.id).where(items.c.code.in_(draft.frameworks))
        for item in session.execute(wanted).scalars().all():
            session.execute(sa.insert(FRAMEWORK_LINKS).values(item_id=item, **{pointer: number}))
    elif isinstance(draft, EvidenceDraft):
        session.execute(sa.delete(EVIDENCE_LINKS).where(EVIDENCE_LINKS.c.evidence_id == number))
        for kind, target in filter(None, map(read_ref, draft.supports)):
            values = {"evidence_id": number, f"{kind.value}_id": target}
            session.execute(sa.insert(EVIDENCE_LINKS).values(values))
