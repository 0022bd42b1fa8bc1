"""Drafts as plain JSON values and back, exactly; the change log stands on this form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.words import Precision, Word

D = TypeVar("D", bound=Draft)

Plain = dict[str, Any]
"""JSON object: strings, numbers as strings, booleans, nulls and lists of strings."""


def to_plain(draft: Draft) -> Plain:
    """Return a draft as JSON values; a due date becomes `due_on`, `due_text`, `due_precision`."""
    plain: Plain = {}
    for field in fields_of(type(draft)):
        plain |= _plain(field.name, getattr(draft, field.name))
    return plain


def _plain(name: str, value: object) -> Plain:
    if isinstance(value, Due):
        on = value.on.isoformat() if value.on else None
        precision = value.precision.value
        return {f"{name}_on": on, f"{name}_text": value.text, f"{name}_precision": precision}
    if isinstance(value, date):
        return {name: value.isoformat()}
    if isinstance(value, Decimal):
        return {name: f"{value:f}"}
    if isinstance(value, Word):
        return {name: value.value}
    return {name: list(value) if isinstance(value, tuple) else value}


def from_plain(kind: type[D], plain: Mapping[str, Any]) -> D:
    """Return the draft that `to_plain` gave these values for; a missing one takes its default."""
    values = {
        field.name: _value(field, plain)
        for field in fields_of(kind)
        if field.name in plain or f"{field.name}_on" in plain
    }
    return kind(**values)


def _value(field: Field, plain: Mapping[str, Any]) -> Any:
    name = field.name
    if field.kind is FieldKind.DUE:
        on = plain[f"{name}_on"]
        return Due(
            date.fromisoformat(on) if on else None,
            plain[f"{name}_text"],
            Precision(plain[f"{name}_precision"]),
        )
    value = plain[name]
    if value is None:
        return None
    if field.kind is FieldKind.DATE:
        return date.fromisoformat(value)
    if field.kind is FieldKind.NUMBER:
        return Decimal(value)
    if field.words is not None:
        return field.words(value)
    return tuple(value) if isinstance(value, list) else value
