"""Frozen rows, and what was worked out of them, as plain JSON values and back."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from edi_tui.domain.plain import Plain
from edi_tui.domain.rows import Row

T = TypeVar("T")

Rows = Mapping[str, Row]
"""Rows by reference: a row within something else is kept as its reference."""
Reader = Callable[[Any, Rows], Any]


def fields_in(value: object) -> Plain:
    """Return the fields of a frozen object by name, each as it is."""
    cls: type = type(value)
    return {name: getattr(value, name) for name in _names(cls)}


def canonical(plain: Mapping[str, Any]) -> str:
    """Return values as one line of canonical JSON: sorted keys, no spaces, numbers as digits.

    Raises:
        TypeError: A value has no place in it.
        ValueError: A number is not finite.
    """
    return _ENCODER.encode(plain)


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Row):
        return value.ref
    if dataclasses.is_dataclass(value):
        return fields_in(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in canonical JSON.")


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_plain
)


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(one.name for one in dataclasses.fields(cls) if one.init)


def object_of(cls: type[T], plain: Mapping[str, Any], rows: Rows) -> T:
    """Return the frozen object that JSON values say.

    What a later release no longer knows is left out; what an older one did not say yet is as the
    class has it by default.

    Args:
        cls: A frozen dataclass.
        plain: Its fields by name.
        rows: What the references in it stand for.
    """
    return cls(**values_of(cls, plain, rows))


def values_of(cls: type, plain: Mapping[str, Any], rows: Rows) -> dict[str, Any]:
    """Return the values of those fields of a frozen dataclass that JSON values say."""
    return {name: read(plain[name], rows) for name, read in _readers(cls).items() if name in plain}


@cache
def _readers(cls: type) -> Mapping[str, Reader]:
    hints = get_type_hints(cls)
    return {name: _reader(hints[name]) for name in _names(cls)}


def _reader(hint: Any) -> Reader:
    """Return what reads a value of a type."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is UnionType:
        read = _reader(inner[0])
        return lambda value, rows: None if value is None else read(value, rows)
    if origin is tuple:
        read = _reader(inner[0])
        return lambda value, rows: tuple(read(one, rows) for one in value)
    if origin is Mapping:
        key, of = (_reader(one) for one in inner)
        return lambda value, rows: {key(name, rows): of(one, rows) for name, one in value.items()}
    return _single(hint)


def _single(cls: type) -> Reader:
    if cls is date:
        return lambda value, _: date.fromisoformat(value)
    if issubclass(cls, Row):
        return lambda value, rows: rows[value]
    if dataclasses.is_dataclass(cls):
        return lambda value, rows: object_of(cls, value, rows)
    if issubclass(cls, Enum | Decimal):
        return lambda value, _: cls(value)
    return lambda value, _: value
