"""Drafts as plain JSON values; the change log stands on this form."""

from __future__ import annotations

import dataclasses
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


def from_plain(plain: Mapping[str, Any], base: D) -> D:
    """Return a draft that says what JSON values say; where they say nothing it says the base's.

    An older release wrote fewer fields into the change log than there are now.
    """
    fields = [field for field in fields_of(type(base)) if _key(field) in plain]
    return dataclasses.replace(base, **{field.name: value_in(plain, field) for field in fields})


def value_in(plain: Mapping[str, Any], field: Field) -> Any:
    """Return the value that a field has in JSON values.

    Raises:
        KeyError: They say nothing of it.
        ValueError: What they say is no such value; ArithmeticError where it is no number.
    """
    value = plain[_key(field)]
    if field.kind is FieldKind.DUE:
        precision = Precision(plain[f"{field.name}_precision"])
        return Due(_day(value), plain[f"{field.name}_text"], precision)
    if field.kind is FieldKind.DATE:
        return _day(value)
    if field.kind is FieldKind.NUMBER:
        return None if value is None else Decimal(value)
    if field.words is not None:
        return field.words(value)
    return tuple(value) if isinstance(value, list) else value


def _key(field: Field) -> str:
    return f"{field.name}_on" if field.kind is FieldKind.DUE else field.name


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
