"""What the sample trust says about how it will be judged."""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    AppraisalDraft,
    ChallengeDraft,
    ConcernDraft,
    Draft,
    HeardScoreDraft,
    WaiverDraft,
    fields_of,
)
from edi_tui.domain.rows import CommitmentRow
from edi_tui.services import commitments, records
from edi_tui.services.lists import rows_of
from edi_tui.services.lookup import Lookup
from edi_tui.services.register import Register

Told = Mapping[str, Any]


def tell_judgement(register: Register, file: Path) -> None:
    """Store everything that the sample's file says about judgement."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    with register.writing("concerns, challenges and appraisals of the story") as changes:
        lookup = Lookup(changes.session)
        for draft in _drafts(told):
            changes.add(lookup.settled(draft))
    for item in told["objective"]:
        _complete(register, Kind.OBJECTIVE, item["title"], item)
    for item in told["action"]:
        _complete(register, Kind.ACTION, item["text"], item)
    for item in told["measure"]:
        _complete(register, Kind.MEASURE, item["name"], item)
    for item in told["waiver"]:
        records.add(register, WaiverDraft(**item))
    _take_in(register, told["statement"])


def _take_in(register: Register, told: Told) -> None:
    """Take a statement in, and park what the file says is parked."""
    commitments.take_in(register, told["title"], told["text"])
    parked = told["parked"]
    for row in rows_of(register, Kind.COMMITMENT):
        if isinstance(row, CommitmentRow) and row.text == parked["sentence"]:
            commitments.park(register, row.ref, parked["reason"])


def _complete(register: Register, kind: Kind, name: str, item: Told) -> None:
    """Add what the file says of a record to what stands there."""
    with register.reading() as session:
        (number,) = Lookup(session).find(kind, name)
    current = records.get(register, kind.ref(number))
    told = _values(type(current.draft), item)
    draft = dataclasses.replace(current.draft, **told)
    records.edit(register, current.ref, draft, version=current.version)


def _drafts(told: Told) -> Iterator[Draft]:
    for item in told["concern"]:
        yield ConcernDraft(**_values(ConcernDraft, item))
    for network in told["heard"]:
        for score in network["scores"]:
            yield HeardScoreDraft(**_values(HeardScoreDraft, network | score))
    for item in told["challenge"]:
        yield ChallengeDraft(**_values(ChallengeDraft, item))
    for year in told["appraisal"]:
        for item in year["members"]:
            yield AppraisalDraft(**_values(AppraisalDraft, year | item))


def _values(draft: type[Draft], item: Told) -> dict[str, Any]:
    """Return the fields of a draft that an entry names; `agreed` stands for `agreed_on`."""
    found: dict[str, Any] = {}
    for field in fields_of(draft):
        name = next((name for name in (field.name, _short(field.name)) if name in item), "")
        if name:
            found[field.name] = (
                _value(item[name]) if field.words is None else field.words(item[name])
            )
    return found


def _short(name: str) -> str:
    return name.removesuffix("_on")


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    numeric = isinstance(value, int | float) and not isinstance(value, bool)
    return Decimal(str(value)) if numeric else value
