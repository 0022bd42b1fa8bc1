"""Drafts as plain JSON values; the change log stands on this form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from edi_tui.domain.due import Due
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.words import Word

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
