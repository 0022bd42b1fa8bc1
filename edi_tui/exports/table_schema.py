"""Table Schemas (Frictionless Data Package) of the tables of a register."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from edi_tui.domain.fields import Field
from edi_tui.domain.formulas import guarded
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.exports.paper import shown
from edi_tui.store.dump import Column, pointers_of, sort_of
from edi_tui.store.mapping import TABLES

Plain = dict[str, Any]
_KINDS: Mapping[str, Kind] = {str(table.__tablename__): kind for kind, table in TABLES.items()}


def table_schema(table: str, columns: Sequence[Column]) -> Plain:
    """Return the Table Schema of a table."""
    fields = _fields(table)
    schema: Plain = {
        "fields": [_field(table, column, fields.get(column.name)) for column in columns],
        "primaryKey": [column.name for column in columns if column.key],
    }
    if pointers := pointers_of(table):
        schema["foreignKeys"] = [
            {
                "fields": [column],
                "reference": {"resource": target.replace("_", "-"), "fields": ["id"]},
            }
            for column, target in pointers
        ]
    return schema


def _fields(table: str) -> Mapping[str, Field]:
    kind = _KINDS.get(table)
    return {field.name: field for field in fields_of(DRAFTS[kind])} if kind else {}


def _field(table: str, column: Column, field: Field | None) -> Plain:
    said: Plain = {"name": column.name, "type": sort_of(table, column)}
    if field:
        said |= {"title": field.label}
        if field.hint:
            said["description"] = field.hint
        if field.words:
            said["constraints"] = {"enum": [word.value for word in field.words]}
    if column.key:
        said["constraints"] = {"required": True}
    return said


def cell_writer(table: str, column: Column) -> Callable[[Any], str]:
    """Return what writes a value into a cell; only words of people are guarded."""
    if sort_of(table, column) == "string":
        return lambda value: "" if value is None else guarded(shown(str(value)))
    return lambda value: "" if value is None else str(value)
