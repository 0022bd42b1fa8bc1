"""Bundles as other programs see them: a Data Package whose tables are what its schemas say."""

from __future__ import annotations

import csv
import json
import stat
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from edi_tui.domain.errors import OutputExistsError
from edi_tui.domain.records import AppraisalDraft, MemberDraft, ReadingDraft
from edi_tui.exports.bundle import write_bundle
from edi_tui.services.records import add
from edi_tui.services.register import Register

READS: dict[str, Callable[[str], object]] = {
    "string": str,
    "integer": int,
    "number": Decimal,
    "date": date.fromisoformat,
    "any": json.loads,
}


@pytest.fixture
def members(full: Register, tmp_path: Path) -> dict[str, bytes]:
    for draft in (
        MemberDraft(role="=1+1", name="A"),
        ReadingDraft(measure="MEA-001", as_at=date(2026, 9, 30), value=Decimal("-1.50")),
        AppraisalDraft(member="MEM-001", year="2024/25", note="Confidential words"),
    ):
        add(full, draft)
    path = tmp_path / "archive.zip"
    write_bundle(full, path)
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def package_of(members: dict[str, bytes]) -> dict[str, Any]:
    package: dict[str, Any] = json.loads(members["datapackage.json"])
    return package


def tables_of(members: dict[str, bytes]) -> dict[str, tuple[Any, list[dict[str, str]]]]:
    return {
        resource["name"]: (
            resource["schema"],
            list(csv.DictReader(StringIO(members[resource["path"]].decode(), newline=""))),
        )
        for resource in package_of(members)["resources"]
        if resource.get("profile") == "tabular-data-resource"
    }


def test_every_file_is_listed_with_its_size_and_hash(members: dict[str, bytes]) -> None:
    resources = package_of(members)["resources"]
    assert {one["path"] for one in resources} == members.keys() - {
        *("datapackage.json", "README.txt")
    }
    assert len({one["name"] for one in resources}) == len(resources)
    for one in resources:
        data = members[one["path"]]
        assert (one["bytes"], one["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")


def test_every_cell_is_what_the_schema_of_its_table_says(members: dict[str, bytes]) -> None:
    tables = tables_of(members)
    for schema, rows in tables.values():
        names = [field["name"] for field in schema["fields"]]
        for row in rows:
            assert list(row) == names
            for field in schema["fields"]:
                constraints = field.get("constraints", {})
                cell = row[field["name"]]
                if cell:
                    READS[field["type"]](cell)
                    assert cell in constraints.get("enum", [cell])
                else:
                    assert not constraints.get("required")


def test_every_key_leads_to_a_row(members: dict[str, bytes]) -> None:
    tables = tables_of(members)
    followed = 0
    for schema, rows in tables.values():
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", ()):
            (column,), target = key["fields"], key["reference"]["resource"]
            there = {row["id"] for row in tables[target][1]}
            found = {row[column] for row in rows} - {""}
            assert found <= there
            followed += len(found)
    assert followed > 5


def test_text_that_a_spreadsheet_would_run_is_guarded_and_numbers_are_not(
    members: dict[str, bytes],
) -> None:
    tables = tables_of(members)
    assert tables["member"][1][-1]["role"] == "'=1+1"
    assert tables["reading"][1][-1]["value"] == "-1.50"


def test_what_is_in_it_is_said_in_it(members: dict[str, bytes]) -> None:
    about = members["README.txt"].decode()
    assert "confidential appraisals" in about
    assert b"Confidential words" in members["register.jsonl"]


def test_nothing_is_written_over_and_the_same_register_gives_the_same_bytes(
    full: Register, tmp_path: Path
) -> None:
    path = tmp_path / "archive.zip"
    write_bundle(full, path)
    first = path.read_bytes()
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(OutputExistsError):
        write_bundle(full, path)
    write_bundle(full, path, force=True)
    assert path.read_bytes() == first
    assert [file.name for file in tmp_path.glob("*.part")] == []
