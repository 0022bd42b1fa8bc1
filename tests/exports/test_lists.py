"""Tests of lists of every kind as files."""

from __future__ import annotations

import json

import pytest

from edi_tui.domain.columns import COLUMNS, row_plain
from edi_tui.domain.kinds import Kind
from edi_tui.exports.errors import ExportError
from edi_tui.exports.export import LIST_FORMATS, list_bytes
from edi_tui.exports.lists import plain_names
from edi_tui.services.lists import LISTED, rows_of
from edi_tui.services.register import Register
from tests.exports.read_back import csv_rows, sheets

EXPORTED = tuple(kind for kind in LISTED if kind is not Kind.APPRAISAL)


@pytest.mark.parametrize("kind", EXPORTED)
def test_every_field_of_every_kind_is_in_csv_and_json(full: Register, kind: Kind) -> None:
    rows = rows_of(full, kind)
    plain = [row_plain(row) for row in rows]
    assert plain
    assert all(list(row) == plain_names(kind) for row in plain)
    assert [list(row) for row in csv_rows(list_bytes(kind, rows, "csv"))] == [
        list(row) for row in plain
    ]
    assert json.loads(list_bytes(kind, rows, "json")) == {
        "schema": 1,
        "kind": kind.plural,
        "rows": plain,
    }


@pytest.mark.parametrize("kind", EXPORTED)
def test_a_workbook_has_the_columns_that_people_see(full: Register, kind: Kind) -> None:
    rows = rows_of(full, kind)
    book = sheets(list_bytes(kind, rows, "xlsx"))
    sheet = book[kind.plural.capitalize()]
    assert sheet[2] == [column.heading for column in COLUMNS[kind]]
    assert len(sheet) == 3 + len(rows)
    assert all(all(row) for row in sheet[2:])
    assert sheets(list_bytes(kind, rows, "ods")) == book


@pytest.mark.parametrize("kind", EXPORTED)
def test_a_list_of_nothing_still_has_its_headings(kind: Kind) -> None:
    assert list_bytes(kind, [], "csv").decode() == ",".join(plain_names(kind)) + "\n"
    title = kind.plural.capitalize()
    assert sheets(list_bytes(kind, [], "xlsx"))[title][0] == [title]


@pytest.mark.parametrize("file_format", LIST_FORMATS)
def test_appraisals_are_never_written_to_a_file(full: Register, file_format: str) -> None:
    rows = rows_of(full, Kind.APPRAISAL)
    assert rows
    with pytest.raises(ExportError, match="confidential"):
        list_bytes(Kind.APPRAISAL, rows, file_format)


@pytest.mark.parametrize("file_format", LIST_FORMATS)
def test_the_same_rows_give_the_same_bytes(full: Register, file_format: str) -> None:
    rows = rows_of(full, Kind.OBJECTIVE)
    first, second = (list_bytes(Kind.OBJECTIVE, rows, file_format) for _ in range(2))
    assert first == second
