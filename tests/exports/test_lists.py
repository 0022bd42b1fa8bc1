"""Tests of lists of every kind as files."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from edi_tui.domain.columns import COLUMNS, row_plain
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import NetworkDraft
from edi_tui.domain.rows import Row
from edi_tui.exports.errors import ExportError
from edi_tui.exports.export import LIST_FORMATS
from edi_tui.exports.export import list_bytes as listed
from edi_tui.exports.lists import Listing, plain_names
from edi_tui.exports.order import Order, make
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.closed_quarters import head_now
from edi_tui.services.lists import LISTED, rows_of
from edi_tui.services.records import add
from edi_tui.services.register import Register, open_register
from tests.conftest import NOW
from tests.exports.read_back import csv_rows, sheets

CARRYING = tuple(layout for layout in LIST_FORMATS if layout != "csv")
EXPORTED = tuple(kind for kind in LISTED if kind is not Kind.APPRAISAL)


def list_bytes(kind: Kind, rows: Sequence[Row], file_format: str) -> bytes:
    listing = Listing(kind=kind, rows=rows, head="9:abc", as_at=date(2026, 11, 21))
    return listed(listing, file_format)


@pytest.mark.parametrize("kind", EXPORTED)
def test_every_field_of_every_kind_is_in_csv_and_json(full: Register, kind: Kind) -> None:
    rows = rows_of(full, kind)
    plain = [row_plain(row) for row in rows]
    assert plain
    assert all(list(row) == plain_names(kind) for row in plain)
    assert [list(row) for row in csv_rows(list_bytes(kind, rows, "csv"))] == [
        list(row) for row in plain
    ]
    data = json.loads(list_bytes(kind, rows, "json"))
    assert data.pop("manifest")["columns"] == plain_names(kind)
    assert data == {"schema": 1, "kind": kind.plural, "rows": plain}


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
    assert sheets(list_bytes(kind, [], "ods"))[title][0] == [title]
    assert json.loads(list_bytes(kind, [], "json"))["rows"] == []


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


def ordered(register: Register, layout: str, folder: Path) -> Path:
    """Write the list of heard scores of one network."""
    order = Order(what=Kind.HEARD_SCORE, format=layout, wanted="network:disability")
    make(register, order).put(path := folder / f"list.{layout}", False)
    return path


@pytest.mark.parametrize("layout", CARRYING)
def test_a_list_says_of_what_it_was_taken(full: Register, tmp_path: Path, layout: str) -> None:
    manifest = read_manifest(ordered(full, layout, tmp_path).read_bytes())
    assert manifest is not None
    assert (manifest.paper, manifest.part, manifest.format) == ("list", "heard_scores", layout)
    assert (manifest.snapshot, manifest.head) == ("", str(head_now(full)))
    assert (manifest.as_at, manifest.filter, manifest.suppressed) == (
        *("2026-11-21", "network:disability"),
        1,
    )
    assert manifest.columns


@pytest.mark.parametrize("layout", CARRYING)
def test_a_list_is_of_the_open_register_at_an_entry_of_its_change_log(
    full: Register, tmp_path: Path, layout: str
) -> None:
    earlier = Path(shutil.copy(full.path, tmp_path / "earlier.db"))
    add(full, NetworkDraft(name="Faith network"))
    path, head = ordered(full, layout, tmp_path), head_now(full)
    add(full, NetworkDraft(name="Age network"))
    found = verify_paper(full, path)
    assert found.verdict is Verdict.NOT_CLOSED
    assert found.said == (
        f"is a list of heard scores as the register stood at entry {head} of its change log, which "
        "this register has; a list is of no closed quarter, so nothing frozen vouches for it."
    )
    other = verify_paper(open_register(earlier, who="tester", now=lambda: NOW), path)
    assert other.verdict is Verdict.OTHER_REGISTER
    assert "which this register does not have" in other.said


def test_a_list_in_csv_has_no_room_to_say_it(full: Register, tmp_path: Path) -> None:
    assert verify_paper(full, ordered(full, "csv", tmp_path)).verdict is Verdict.NO_PAPER
