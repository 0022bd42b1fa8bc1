"""Tests of the gate that every file passes before it is read."""

from __future__ import annotations

import pytest

from edi_tui.domain.errors import FileRefusedError
from edi_tui.imports import gate
from edi_tui.imports.gate import Kind, kind_of
from tests.imports.make_files import (
    ODS_TYPE,
    SHEET_PART,
    docx_of,
    ods,
    ods_sheet,
    with_flag,
    with_part,
    xlsx_of,
    zip_of,
)

WORD = docx_of([["Action", "Due"]])
WORKBOOK = xlsx_of([["Action", "Due"]])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(WORD, Kind.WORD, id="word"),
        pytest.param(WORKBOOK, Kind.WORKBOOK, id="workbook"),
        pytest.param(ods(ods_sheet("Plan")), Kind.OPEN_SHEET, id="open sheet"),
        pytest.param(
            zip_of({"word/document2.xml": "<document/>"}), Kind.WORD, id="word on the web"
        ),
        pytest.param(b"Action,Due\n", Kind.TEXT, id="csv"),
        pytest.param("\ufeffAction;Due\n".encode("utf-16-le"), Kind.TEXT, id="utf-16"),
        pytest.param(b"PK is short for Peckham,Due\n", Kind.TEXT, id="text with PK"),
        pytest.param(b"<60 days,Due\n", Kind.TEXT, id="text with <"),
    ],
)
def test_the_content_says_what_a_file_is(data: bytes, kind: Kind) -> None:
    assert kind_of(data, "plan.bin") is kind


@pytest.mark.parametrize(
    ("data", "advice"),
    [
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504,
            "save it as .xlsx or .docx without",
            id="ole2",
        ),
        pytest.param(b"%PDF-1.7\n", "import the Word, Excel or CSV file", id="pdf"),
        pytest.param(b"SQLite format 3\x00", "a register, not a plan", id="sqlite"),
        pytest.param(rb"{\rtf1\ansi Plan}", "save it as .docx", id="rtf"),
        pytest.param(b"\xef\xbb\xbf\n<!DOCTYPE html><table>", "save it as .xlsx", id="web page"),
        pytest.param(b"<html><table>", "save it as .xlsx", id="bare html"),
        pytest.param(b'<?xml version="1.0"?><Workbook/>', "save it as .xlsx", id="xml"),
        pytest.param(zip_of({}), "save the plan as .docx, .xlsx, .ods or .csv", id="empty zip"),
        pytest.param(
            zip_of({"plan.csv": "Action,Due"}),
            "save the plan as .docx, .xlsx, .ods or .csv",
            id="zipped csv",
        ),
        pytest.param(
            zip_of({"xl/workbook.bin": b"\x00"}),
            "save the plan as .docx, .xlsx, .ods or .csv",
            id="xlsb",
        ),
        pytest.param(
            zip_of({"mimetype": ODS_TYPE.replace("spreadsheet", "text"), "content.xml": "<a/>"}),
            "save the plan as .docx, .xlsx, .ods or .csv",
            id="odt",
        ),
        pytest.param(WORD[:-30], "save it again", id="cut short"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 40, "save it again", id="no directory"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, advice: str) -> None:
    with pytest.raises(FileRefusedError) as refusal:
        kind_of(data, "plan.bin")
    assert str(refusal.value).startswith("plan.bin ")
    assert advice in str(refusal.value)


def _twice_the_same_part() -> bytes:
    """Return an archive whose second part was renamed to the name of the first."""
    return zip_of({"xl/workbook.xml": "<a/>", "xl/workbool.xml": "<b/>"}).replace(
        b"workbool", b"WORKBOOK"
    )


def _doctype(encoding: str) -> bytes:
    entities = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w>&b;</w>'
    return with_part(WORD, "word/document.xml", lambda _: entities.encode(encoding))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(
            with_part(WORKBOOK, SHEET_PART, lambda xml: xml + b" " * 60_000_000), "50 MB", id="bomb"
        ),
        pytest.param(
            with_part(WORKBOOK, SHEET_PART, lambda xml: xml + b" " * 9_000_000),
            "200 times",
            id="ratio",
        ),
        pytest.param(
            zip_of({f"word/{number}.xml": "" for number in range(2_001)}), "2,000 parts", id="parts"
        ),
        pytest.param(with_flag(WORD, 1), "password", id="encrypted"),
        pytest.param(_twice_the_same_part(), "two parts of the same name", id="same name"),
        pytest.param(_doctype("utf-8"), "document type", id="doctype"),
        pytest.param(_doctype("utf-16"), "document type", id="doctype in utf-16"),
        pytest.param(
            with_part(WORD, "word/styles.XML", lambda _: b"<!doctype a>"),
            "document type",
            id="doctype elsewhere",
        ),
    ],
)
def test_an_archive_that_could_do_harm_is_not_opened(data: bytes, words: str) -> None:
    with pytest.raises(FileRefusedError, match=rf"^plan\.docx .*{words}.*: .*"):
        kind_of(data, "plan.docx")


def test_a_small_part_may_be_packed_tightly() -> None:
    tight = with_part(WORKBOOK, SHEET_PART, lambda xml: xml + b" " * 900_000)
    assert kind_of(tight, "plan.xlsx") is Kind.WORKBOOK


def test_a_picture_may_hold_a_document_type() -> None:
    drawn = with_part(WORD, "word/media/image1.svg", lambda _: b"<!DOCTYPE svg><svg/>")
    assert kind_of(drawn, "plan.docx") is Kind.WORD


def test_the_limits_are_those_that_messages_name() -> None:
    assert (gate.MAX_UNPACKED, gate.MAX_RATIO, gate.MAX_PARTS) == (50_000_000, 200, 2_000)
