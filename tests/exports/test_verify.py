"""Tests that a paper is held against what was frozen of its quarter, in every format."""

from __future__ import annotations

import dataclasses
import shutil
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from edi_tui.domain.errors import CorruptError, FileRefusedError
from edi_tui.domain.records import MemberDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Audience
from edi_tui.exports import audience
from edi_tui.exports.export import FORMATS, public_bytes, status_bytes
from edi_tui.exports.manifest import Manifest, manifest_in, manifest_of
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.closing import close_quarter, reissue_quarter
from edi_tui.services.names import without_names
from edi_tui.services.public_report import public_report
from edi_tui.services.publishing import keep
from edi_tui.services.records import add
from edi_tui.services.register import Register, open_register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import NOW
from tests.exports.conftest import DESPITE, Q2
from tests.exports.verifying import CARRYING, written
from tests.services.closing import Q1


@pytest.mark.parametrize("layout", FORMATS)
def test_a_paper_is_what_its_closed_quarter_gives(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    paper = written(closed, layout, tmp_path)
    add(closed, MemberDraft(name="Someone new", role="Director"))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.said.startswith("is what was frozen of 2026/27 Q2, closed on 21 Nov 2026 by")


@pytest.mark.parametrize("layout", FORMATS)
def test_a_paper_for_the_board_is_held_against_what_a_board_reads(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    paper = tmp_path / f"board.{layout}"
    paper.write_bytes(status_bytes(status_report(closed, Q2), layout, Audience.BOARD))
    assert verify_paper(closed, paper).verdict is Verdict.MATCHES


@pytest.mark.parametrize("layout", FORMATS)
def test_a_paper_for_the_public_is_held_against_what_was_published(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    paper = tmp_path / f"public.{layout}"
    report = public_report(closed, Q2)
    paper.write_bytes(public_bytes(report, layout))
    before = verify_paper(closed, paper)
    if layout == "csv":
        assert before.verdict is Verdict.NOT_RECOGNISED
    else:
        assert before.verdict is Verdict.NOT_PUBLISHED
        assert before.said.startswith("is for the public, and nothing was ever published of 2026")
    keep(closed, [report])
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.MATCHES
    assert layout == "csv" or (found.manifest and found.manifest.audience == "public")


def _amid_content(paper: Path) -> int:
    """Return the place of a byte of content: of an archive, not one of its headers."""
    if not is_zipfile(paper):
        return paper.stat().st_size // 2
    with ZipFile(paper) as archive:
        largest = max(archive.infolist(), key=lambda part: part.compress_size)
    return largest.header_offset + 30 + len(largest.filename) + largest.compress_size // 2


@pytest.mark.parametrize("layout", FORMATS)
def test_one_changed_byte_is_found(closed: Register, tmp_path: Path, layout: str) -> None:
    paper = written(closed, layout, tmp_path)
    data = bytearray(paper.read_bytes())
    data[_amid_content(paper)] ^= 1
    paper.write_bytes(data)
    found = verify_paper(closed, paper)
    assert found.verdict in (Verdict.CHANGED, Verdict.NO_PAPER, Verdict.NOT_RECOGNISED)
    assert "changed since it was written" in found.said or "saved" in found.said


@pytest.mark.parametrize("layout", FORMATS)
def test_a_quarter_that_was_issued_again_is_said_with_its_reason(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    paper = written(closed, layout, tmp_path)
    add(closed, ObjectiveDraft(title="Forgotten"))
    reissue_quarter(closed, Q2, DESPITE, because="One was missing")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.REISSUED
    assert found.said.endswith("by tester since, because: One was missing")
    assert verify_paper(closed, written(closed, layout, tmp_path)).verdict is Verdict.MATCHES


@pytest.mark.parametrize("layout", CARRYING)
def test_a_paper_of_another_register_is_told_apart(
    closed: Register, register: Register, tmp_path: Path, layout: str
) -> None:
    found = verify_paper(register, written(closed, layout, tmp_path))
    assert found.verdict is Verdict.OTHER_REGISTER
    assert "this one has never frozen 2026/27 Q2" in found.said


def test_a_csv_paper_of_another_register_is_what_no_quarter_gives(
    closed: Register, register: Register, tmp_path: Path
) -> None:
    found = verify_paper(register, written(closed, "csv", tmp_path))
    assert found.verdict is Verdict.NOT_RECOGNISED
    assert "no closed quarter of this register gives the same" in found.said


def test_a_csv_paper_of_other_facts_is_not_made_without_names(
    twice_closed: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "board.csv"
    paper.write_bytes(status_bytes(status_report(twice_closed, Q1), "csv", Audience.BOARD))
    made: list[str] = []

    def counted(report: StatusReport) -> StatusReport:
        made.append(str(report.quarter))
        return without_names(report)

    monkeypatch.setattr(audience, "without_names", counted)
    found = verify_paper(twice_closed, paper)
    assert (found.verdict, made) == (Verdict.MATCHES, ["2026/27 Q1"])
    paper.write_bytes(paper.read_bytes() + b'"\xff')
    assert verify_paper(twice_closed, paper).verdict is Verdict.NOT_RECOGNISED
    assert made == ["2026/27 Q1", "2026/27 Q2", "2026/27 Q1"]


@pytest.mark.parametrize("layout", CARRYING)
def test_a_paper_from_before_the_closing_has_nothing_to_vouch_for_it(
    full: Register, tmp_path: Path, layout: str
) -> None:
    paper = written(full, layout, tmp_path)
    assert verify_paper(full, paper).verdict is Verdict.NOT_CLOSED
    close_quarter(full, Q2, DESPITE)
    found = verify_paper(full, paper)
    assert found.said == ("was made while 2026/27 Q2 was open, so nothing frozen vouches for it.")


def test_a_register_from_before_the_closing_says_that_the_snapshot_is_gone(
    full: Register, tmp_path: Path
) -> None:
    earlier = Path(shutil.copy(full.path, tmp_path / "earlier.db"))
    close_quarter(full, Q2, DESPITE)
    paper = written(full, "html", tmp_path)
    found = verify_paper(open_register(earlier, who="tester", now=lambda: NOW), paper)
    assert found.verdict is Verdict.LOST
    assert "no longer has" in found.said


@pytest.mark.parametrize("layout", FORMATS)
def test_an_empty_register_gives_papers_that_can_be_verified(
    register: Register, tmp_path: Path, layout: str
) -> None:
    close_quarter(register, Q2, DESPITE)
    found = verify_paper(register, written(register, layout, tmp_path))
    assert found.verdict is Verdict.MATCHES


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"PK\x03\x04 no archive", b"{" * 100_000, b"# A title\n", b"{}", b'{"manifest": 1}'),
        *(b"<!DOCTYPE html>", b"\xff\xfe", b'{"manifest": {"paper": "status"}}'),
        b'# A\n\n<!-- edi-tui {"format":"exe"} -->\n',
    ],
)
def test_a_file_that_is_no_paper_is_said_to_be_none(
    register: Register, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "some.file"
    path.write_bytes(data)
    assert verify_paper(register, path).verdict is Verdict.NO_PAPER


def test_no_file_is_refused(register: Register, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.md"):
        with pytest.raises(FileRefusedError, match="is no file"):
            verify_paper(register, path)


def test_a_snapshot_that_was_tampered_with_vouches_for_nothing(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "md", tmp_path)
    closed.engine.dispose()
    with closed.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER freeze_snapshot")
        connection.exec_driver_sql("UPDATE snapshot SET despite = ''")
    later = dataclasses.replace(closed, now=lambda: NOW + timedelta(days=1))
    with pytest.raises(CorruptError, match="has been changed since"):
        verify_paper(later, paper)


@pytest.mark.parametrize("layout", CARRYING)
def test_the_manifest_is_read_back_whole(report: StatusReport, layout: str) -> None:
    manifest = read_manifest(status_bytes(report, layout))
    assert manifest == manifest_of(report, layout)
    assert manifest is not None
    assert manifest.columns[:2] == ("Ref", "Objective")
    assert (manifest.suppressed, manifest.filter, manifest.snapshot) == (0, "", "")


def test_no_text_in_a_manifest_ends_what_holds_it(report: StatusReport) -> None:
    hostile = dataclasses.replace(manifest_of(report, "md"), filter='--> <b> & "x" ]]> é \u202e')
    line = hostile.line()
    assert line.isascii()
    assert not set("<>&\n") & set(line)


def test_values_that_are_no_manifest_are_none() -> None:
    plain = Manifest(
        format="md", made_by="x", quarter="2026/27 Q2", as_at="2026-09-30", snapshot="", head="1:a"
    ).plain()
    assert manifest_in(plain) is not None
    assert manifest_in({}) is manifest_in([]) is None
    for wrong in ({"columns": 3}, {"head": 3}, {"quarter": "\x1b["}):
        assert manifest_in(plain | wrong) is None


def test_a_paper_that_was_only_saved_anew_is_not_said_to_say_something_else(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "md", tmp_path)
    paper.write_bytes(paper.read_bytes().replace(b"\n", b"\r\n"))
    found = verify_paper(closed, paper)
    assert found.verdict in (Verdict.CHANGED, Verdict.NO_PAPER)
    docx = written(closed, "docx", tmp_path)
    with ZipFile(docx) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"</cp:core", b" </cp:core")
    with ZipFile(docx, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    found = verify_paper(closed, docx)
    assert found.verdict is Verdict.CHANGED
    assert found.said.startswith("says the same words as 2026/27 Q2")
    assert "another program has saved it anew" in found.said


@pytest.mark.parametrize("audience", [Audience.COMMITTEE, Audience.BOARD])
def test_a_csv_is_known_for_each_audience_whoever_is_named_in_it(
    full: Register, tmp_path: Path, audience: Audience
) -> None:
    said = UpdateDraft(subject="OBJ-003", on=date(2026, 9, 5), narrative="Bo Person met us.")
    add(full, said)
    close_quarter(full, Q2, DESPITE)
    paper = tmp_path / "status.csv"
    paper.write_bytes(status_bytes(status_report(full, Q2), "csv", audience))
    assert verify_paper(full, paper).verdict is Verdict.MATCHES
