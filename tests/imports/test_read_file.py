"""Tests of the one door for files."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edi_tui.domain.bundle import CONTENT
from edi_tui.domain.errors import FileRefusedError
from edi_tui.imports.gate import MAX_FILE
from edi_tui.imports.read_file import read_file
from tests.imports.make_files import (
    SHEET_PART,
    docx_of,
    ods,
    ods_cell,
    ods_row,
    ods_sheet,
    sparse_xlsx,
    with_declared_size,
    with_flag,
    with_part,
    xlsx_of,
    zip_of,
)

ROWS = [["Action", "Due"], ["Adopt", "31/4/2016"]]
CSV = b"Action,Due\nAdopt,31/4/2016\n"
WORD = docx_of(ROWS)
WORKBOOK = xlsx_of(ROWS)
OPEN_SHEET = ods(ods_sheet("Plan", *(ods_row(*map(ods_cell, row)) for row in ROWS)))

EVERY_KIND = pytest.mark.parametrize(
    ("suffix", "data", "where"),
    [
        pytest.param(".csv", CSV, "file", id="csv"),
        pytest.param(".docx", WORD, "table 1", id="docx"),
        pytest.param(".xlsx", WORKBOOK, "sheet Plan", id="xlsx"),
        pytest.param(".ods", OPEN_SHEET, "sheet Plan", id="ods"),
    ],
)


@EVERY_KIND
def test_every_kind_of_file_gives_the_same_rows(
    tmp_path: Path, suffix: str, data: bytes, where: str
) -> None:
    path = tmp_path / f"Plan 2016{suffix}"
    path.write_bytes(data)
    grid = read_file(path)
    assert grid.file == f"Plan 2016{suffix}"
    assert grid.sha256 == hashlib.sha256(data).hexdigest()
    assert grid.notices == ()
    (table,) = grid.tables
    assert table.where == where
    assert [[cell.text for cell in row.cells] for row in table.rows] == ROWS
    assert [row.number for row in table.rows] == [1, 2]


@EVERY_KIND
def test_a_wrong_name_gets_a_notice_and_the_content_is_read(
    tmp_path: Path, suffix: str, data: bytes, where: str
) -> None:
    path = tmp_path / f"plan{'.docx' if suffix == '.csv' else '.csv'}"
    path.write_bytes(data)
    grid = read_file(path)
    assert grid.tables[0].where == where
    (notice,) = grid.notices
    assert notice.rule == "file-kind"
    assert notice.value == path.name


@pytest.mark.parametrize("name", ["plan", "plan.dat", "plan.TXT", "plan.tsv"])
def test_a_name_that_says_nothing_wrong_gets_no_notice(name: str) -> None:
    assert read_file(CSV, name=name).notices == ()


@pytest.mark.parametrize(
    ("name", "file"),
    [(None, "standard input"), ("folder/plan.csv", "plan.csv"), ("pla\x00n.csv", "pla\ufffdn.csv")],
)
def test_bytes_go_by_the_name_that_is_given(name: str | None, file: str) -> None:
    assert read_file(CSV, name=name).file == file


def test_encoding_and_delimiter_reach_the_text() -> None:
    data = "Lead^Action\nZoë^x\n".encode("cp437")
    (table,) = read_file(data, encoding="cp437", delimiter="^").tables
    assert [cell.text for cell in table.rows[1].cells] == ["Zoë", "x"]


LYING = with_declared_size(
    with_part(WORKBOOK, SHEET_PART, lambda xml: xml + b" " * 900_000), SHEET_PART, 500
)

HALF = zip_of({CONTENT: b"{}" * 99})[:-40]


@pytest.mark.parametrize(
    ("name", "data", "advice"),
    [
        pytest.param("plan.csv", b"", "choose a file", id="empty"),
        pytest.param("plan.csv", b"a" * (MAX_FILE + 1), "copy its tables", id="large"),
        pytest.param(
            "archive.zip", HALF.ljust(MAX_FILE + 1, b"a"), "use another copy", id="large bundle"
        ),
        pytest.param("archive.zip", HALF, "use another copy", id="half a bundle"),
        pytest.param("plan.csv", b"a\x00\x01\x02", "save the plan as", id="binary"),
        pytest.param("plan.csv", b'a,"b\nc\n', "Close the quotation mark", id="quote"),
        pytest.param("plan.csv", b"Zo\x81e\n", "--encoding", id="encoding"),
        pytest.param("plan.xlsx", b"\xd0\xcf\x11\xe0" + b"\x00" * 99, "save it as", id="ole2"),
        pytest.param("plan.pdf", b"%PDF-1.4", "import the Word", id="pdf"),
        pytest.param("plan.xlsx", sparse_xlsx(), "delete what stands", id="sparse"),
        pytest.param("plan.xlsx", LYING, "save it again", id="lying header"),
        pytest.param("plan.docx", with_flag(WORD, 1), "save it without", id="encrypted"),
        pytest.param("plan.docx", WORD[:-40], "save it again", id="cut"),
        pytest.param("plan.zip", zip_of({"plan.csv": CSV}), "save the plan as", id="zip"),
        pytest.param(
            "plan.docx",
            with_part(WORD, "word/document.xml", lambda xml: xml + b" " * 60_000_000),
            "copy its tables",
            id="bomb",
        ),
        pytest.param(
            "plan.docx",
            with_part(WORD, "word/document.xml", lambda _: b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
            "copy it into a new file",
            id="doctype",
        ),
    ],
)
def test_a_hostile_file_is_refused_by_name_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(FileRefusedError) as refusal:
        read_file(path)
    assert name in str(refusal.value)
    assert advice in str(refusal.value)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("missing.csv", r"There is no file .*missing\.csv: check"),
        ("plan.csv/inner.csv", r"There is no file .*inner\.csv: check"),
        ("folder", "folder is a folder: name the file"),
        ("nul\x00.csv", "could not be read"),
        ("x" * 300, "x could not be read"),
    ],
    ids=["missing", "inside a file", "folder", "impossible", "too long"],
)
def test_what_is_no_file_is_refused_with_what_to_do(tmp_path: Path, path: str, words: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "plan.csv").write_bytes(CSV)
    with pytest.raises(FileRefusedError, match=words):
        read_file(tmp_path / path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(FileRefusedError, match=r"^pipe\.csv is not a file but .*: save it first"):
        read_file(tmp_path / "pipe.csv")


WRITE_ONLY = Path("/proc/sys/vm/compact_memory")


@pytest.mark.skipif(not WRITE_ONLY.exists(), reason="only Linux has a file that root may not read")
def test_a_file_that_may_not_be_read_is_refused() -> None:
    with pytest.raises(FileRefusedError, match=r"You may not read compact_memory: ask"):
        read_file(WRITE_ONLY)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(CSV)
    (tmp_path / "link.csv").symlink_to(tmp_path / "plan.csv")
    assert read_file(tmp_path / "link.csv").file == "link.csv"


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(FileRefusedError):
        read_file(data)


CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 255)), min_size=1, max_size=8)


def changed(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    """Return the data with some bytes turned into others."""
    result = bytearray(data)
    for position, mask in changes:
        result[position % len(data)] ^= mask
    return bytes(result)


@given(CHANGES)
@settings(deadline=None)
def test_a_changed_document_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    with suppress(FileRefusedError):
        read_file(changed(WORD, changes))


@given(CHANGES)
@settings(deadline=None)
def test_a_document_with_changed_xml_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    with suppress(FileRefusedError):
        read_file(with_part(WORD, "word/document.xml", lambda xml: changed(xml, changes)))


@given(CHANGES, st.sampled_from([SHEET_PART, "xl/workbook.xml", "xl/styles.xml"]))
@settings(deadline=None, max_examples=12)
def test_a_changed_workbook_is_read_or_refused(changes: list[tuple[int, int]], part: str) -> None:
    with suppress(FileRefusedError):
        read_file(with_part(WORKBOOK, part, lambda xml: changed(xml, changes)))


def test_every_refusal_is_a_sentence_for_people() -> None:
    with pytest.raises(FileRefusedError) as refusal:
        read_file(b"%PDF-1.4", name="plan.pdf")
    assert re.fullmatch(r"plan\.pdf is .*: .*\.", str(refusal.value))
