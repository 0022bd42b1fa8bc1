"""Tests of the reader of delimited text."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.formulas import guarded
from edi_tui.domain.text import plain_paragraphs
from edi_tui.imports.read_csv import read_csv


def rows_of(
    data: bytes, *, encoding: str | None = None, delimiter: str | None = None
) -> list[list[str]]:
    tables, _ = read_csv(data, "plan.csv", encoding=encoding, delimiter=delimiter)
    (table,) = tables
    assert table.where == "file"
    assert not table.paged
    return [[cell.text for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_usual_encoding_gives_the_same_words(encoding: str) -> None:
    bom = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    data = f"{bom}Action,Lead\nAdopt – “the plan”,Zoë\n".encode(encoding)
    assert rows_of(data) == [["Action", "Lead"], ["Adopt – “the plan”", "Zoë"]]


def test_windows_1252_is_said_so() -> None:
    _, (notice,) = read_csv("Lead\nZoë\n".encode("cp1252"), "plan.csv")
    assert notice.rule == "file-encoding"
    assert "--encoding" in notice.message
    assert read_csv("Lead\nZoë\n".encode(), "plan.csv")[1] == ()


def test_a_given_encoding_is_taken_without_notice() -> None:
    data = "Lead\nZoë\n".encode("cp437")
    assert rows_of(data, encoding="cp437") == [["Lead"], ["Zoë"]]
    assert read_csv(data, "plan.csv", encoding="cp437")[1] == ()
    assert rows_of("Lead\nZoë\n".encode("utf-16-le"), encoding="utf-16-le")[1] == ["Zoë"]


@pytest.mark.parametrize(
    ("data", "encoding", "words"),
    [
        (b"Lead\nZo\x81e\n", None, r"0x81 at position 8 \(line 2\).* --encoding"),
        (b"Lead\nZo\xebe\n", "utf-8", r"0xeb at position 8 \(line 2\).* --encoding"),
        (b"Lead\n", "klingon", r"no encoding is called klingon: try --encoding utf-8"),
        (b"Lead\n", "hex", r"no encoding is called hex: try --encoding utf-8"),
        (b"Lead\x00\n", None, r"bytes that no text has: save the plan as"),
        (b"\xff\xfeL\x00\x00\x00", None, r"bytes that no text has: save the plan as"),
        (b"\xff\xfeL\x00e", None, r"utf-16-le.* Save the file as CSV UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, encoding: str | None, words: str) -> None:
    with pytest.raises(FileRefusedError, match=rf"^plan\.csv .*{words}"):
        read_csv(data, "plan.csv", encoding=encoding)


@pytest.mark.parametrize(
    "text",
    [
        "Action,Lead,Due\na,b,c\n",
        "Action;Lead;Due\na;b;c\n",
        "Action\tLead\tDue\na\tb\tc\n",
        "Action|Lead|Due\na|b|c\n",
        "sep=;\nAction;Lead;Due\na;b;c\n",
        '"sep=;"\r\nAction;Lead;Due\r\na;b;c\r\n',
        "SEP=\t\nAction\tLead\tDue\na\tb\tc\n",
        "sep=^\nAction^Lead^Due\na^b^c\n",
        '"Action";"Lead";"Due"\n"a";"b";"c"\n',
        "Action,Lead,Due\ra,b,c\r",
    ],
)
def test_the_delimiter_is_found(text: str) -> None:
    assert rows_of(text.encode()) == [["Action", "Lead", "Due"], ["a", "b", "c"]]


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ('"Action, or step; or both";Lead\n', ["Action, or step; or both", "Lead"]),
        ('"Action\nor, well, step";Lead;Due\n', ["Action\nor, well, step", "Lead", "Due"]),
        ("Action\n", ["Action"]),
    ],
)
def test_delimiters_within_quotation_marks_do_not_count(text: str, headings: list[str]) -> None:
    assert rows_of(text.encode())[0] == headings


def test_a_title_with_a_comma_does_not_decide() -> None:
    text = "Workforce plan, first year\n\nAction;Lead;Due\n"
    assert rows_of(text.encode()) == [
        ["Workforce plan, first year"],
        [],
        ["Action", "Lead", "Due"],
    ]


def test_marks_in_one_cell_do_not_decide() -> None:
    assert rows_of(b"Action,Outcome\n,\n,\n,||\n")[0] == ["Action", "Outcome"]


@pytest.mark.parametrize("delimiter", ["\t", "tab", "TAB", "\\t"])
def test_a_given_delimiter_wins(delimiter: str) -> None:
    assert rows_of(b"sep=;\na,b;c\td\n", delimiter=delimiter) == [["a,b;c", "d"]]


@pytest.mark.parametrize("delimiter", ["", ";;", '"', "\n", " "])
def test_what_cannot_be_a_delimiter_is_refused(delimiter: str) -> None:
    with pytest.raises(FileRefusedError, match=r"^plan\.csv .*one character such as ;"):
        read_csv(b"a;b\n", "plan.csv", delimiter=delimiter)


def test_rows_are_numbered_as_a_spreadsheet_would() -> None:
    (table,), _ = read_csv(b'Action\n"one\nand more"\n\ntwo\n', "plan.csv")
    assert [(row.number, row.blank) for row in table.rows] == [
        (1, False),
        (2, False),
        (3, True),
        (4, False),
    ]
    assert table.rows[1].cells[0].text == "one\nand more"


@pytest.mark.parametrize(
    "text",
    [
        'Action,Lead\na,b\nc,"d\ne,f\n',
        'Action,Lead\na,b\n"c"d,e\n',
        'Action,Lead\na,b\nc,"' + "d" * 200_000 + '"\n',
    ],
    ids=["never closed", "closed too early", "too long"],
)
def test_quotation_marks_that_do_not_match_up_are_refused_with_their_row(text: str) -> None:
    with pytest.raises(FileRefusedError, match=r"^plan\.csv, row 3: .* Close the quotation mark"):
        read_csv(text.encode(), "plan.csv")


def test_a_file_of_endless_columns_is_refused() -> None:
    with pytest.raises(FileRefusedError, match=r"^plan\.csv spans more than .*: delete"):
        read_csv(b"," * 5_000_001, "plan.csv")


def test_paragraph_tags_become_lines() -> None:
    assert rows_of(b"Action,Due\n<p>a</p> <p>b</p>,<br />c\n")[1] == ["a\nb", "c"]


@pytest.mark.parametrize(
    ("written", "read"), [("'=1+1", "=1+1"), ("''=1", "'=1"), ("'tis", "'tis"), ("=1", "=1")]
)
def test_one_guard_against_formulas_goes(written: str, read: str) -> None:
    assert rows_of(f"Action,Due\n{written},x\n".encode())[1] == [read, "x"]


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(st.lists(st.lists(TEXT, min_size=1), min_size=1), st.sampled_from(",;\t|"))
def test_what_was_written_with_guards_comes_back(rows: list[list[str]], delimiter: str) -> None:
    target = StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerows([[guarded(text) for text in row] for row in rows])
    data = target.getvalue().encode("utf-8-sig")
    assert rows_of(data, delimiter=delimiter) == [
        [plain_paragraphs(text) for text in row] for row in rows
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(FileRefusedError):
        read_csv(data, "plan.csv")
