"""Tests of the formats as a whole and of where files go."""

from __future__ import annotations

from pathlib import Path

import pytest

from edi_tui.domain.errors import OutputExistsError
from edi_tui.domain.kinds import Kind
from edi_tui.exports.errors import ExportError
from edi_tui.exports.export import FORMATS, LIST_FORMATS, deliver, list_bytes, status_bytes
from edi_tui.exports.lists import Listing
from edi_tui.services.register import Register, open_register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import NOW
from tests.exports.conftest import Q2


def test_the_formats_are_these() -> None:
    assert FORMATS == ("md", "html", "csv", "json", "xlsx", "ods", "docx", "pdf")
    assert LIST_FORMATS == ("csv", "json", "xlsx", "ods")


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_register_gives_the_same_bytes(full: Register, file_format: str) -> None:
    first = status_bytes(status_report(full, Q2), file_format)
    again = open_register(full.path, who="somebody else", now=lambda: NOW.replace(hour=17))
    assert status_bytes(status_report(again, Q2), file_format) == first


@pytest.mark.parametrize("file_format", ["exe", "", "MD", "../x"])
def test_an_unknown_format_is_refused_with_the_choices(
    report: StatusReport, file_format: str
) -> None:
    with pytest.raises(ExportError, match="md, html, csv, json, xlsx, ods, docx, pdf"):
        status_bytes(report, file_format)
    with pytest.raises(ExportError, match="csv, json, xlsx, ods"):
        list_bytes(Listing(kind=Kind.ACTION, rows=[], head="", as_at=NOW.date()), file_format)


def test_without_a_place_the_bytes_go_to_standard_output(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    deliver(b"a\r\n\xff", None)
    assert capfdbinary.readouterr().out == b"a\r\n\xff"


def test_with_a_place_they_go_to_the_file_once(tmp_path: Path) -> None:
    target = tmp_path / "status.md"
    deliver(b"one", target)
    with pytest.raises(OutputExistsError, match="--force"):
        deliver(b"two", target)
    assert target.read_bytes() == b"one"
    deliver(b"two", target, force=True)
    assert target.read_bytes() == b"two"
