"""Tests that a paper is held against what was frozen of its quarter, in every format."""

from __future__ import annotations

import dataclasses
import shutil
import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest

from edi_tui.domain.errors import CorruptError, FileRefusedError
from edi_tui.domain.records import MemberDraft, ObjectiveDraft
from edi_tui.domain.words import Audience
from edi_tui.exports.archive import packed
from edi_tui.exports.diff_paper import diff_bytes
from edi_tui.exports.export import FORMATS, public_bytes, status_bytes
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.manifest import Manifest, manifest_in, manifest_of
from edi_tui.exports.read_manifest import read_manifest
from edi_tui.exports.shapes import SHAPES, shape_bytes, shape_paper
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.closed_quarters import closings
from edi_tui.services.closing import close_quarter, reissue_quarter
from edi_tui.services.public_report import public_report
from edi_tui.services.publishing import keep
from edi_tui.services.quarter_diff import compare
from edi_tui.services.records import add
from edi_tui.services.register import Register, open_register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import NOW
from tests.exports.conftest import DESPITE, Q2

CARRYING = tuple(layout for layout in FORMATS if layout != "csv")


def written(register: Register, layout: str, folder: Path) -> Path:
    path = folder / f"paper.{layout}"
    path.write_bytes(status_bytes(status_report(register, Q2), layout))
    return path


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


@pytest.mark.parametrize("layout", FORMATS)
def test_one_changed_byte_is_found(closed: Register, tmp_path: Path, layout: str) -> None:
    paper = written(closed, layout, tmp_path)
    data = bytearray(paper.read_bytes())
    data[len(data) // 2] ^= 1
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


def test_a_paper_of_another_release_is_not_called_changed(closed: Register, tmp_path: Path) -> None:
    paper = written(closed, "md", tmp_path)
    text = paper.read_text(encoding="utf-8")
    paper.write_text(text.replace("edi-tui 0.", "edi-tui 9."), encoding="utf-8")
    assert verify_paper(closed, paper).verdict is Verdict.MATCHES
    paper.write_text(text.replace("edi-tui 0.", "edi-tui 9.").replace("# ", "#  ", 1), "utf-8")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.OTHER_RELEASE
    assert found.said.startswith("was made by edi-tui 9.1.0, and edi-tui 0.1.0 makes the paper")
    assert "with the same words" in found.said


def test_a_pdf_of_another_release_is_not_said_to_have_the_same_words(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "pdf", tmp_path)
    data = paper.read_bytes()
    paper.write_bytes(data.replace(b"edi-tui 0.", b"edi-tui 9.") + b"\n")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.OTHER_RELEASE
    assert "whether it says the same is not read here" in found.said


def forged(paper: Path) -> bytes:
    """Return a paper with other words that says it was made by another release."""
    data = paper.read_bytes()
    if not data.startswith(b"PK"):
        return _forged(data)
    with zipfile.ZipFile(BytesIO(data)) as source:
        return packed((part, _forged(source.read(part))) for part in source.namelist())


def _forged(data: bytes) -> bytes:
    return data.replace(b"edi-tui 0.", b"edi-tui 9.").replace(b"bullying", b"pay")


@pytest.mark.parametrize("layout", [one for one in CARRYING if one != "pdf"])
def test_other_words_do_not_hide_behind_another_release(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    paper = written(closed, layout, tmp_path)
    paper.write_bytes(forged(paper))
    found = verify_paper(closed, paper)
    assert found.manifest is not None
    assert found.manifest.made_by.startswith("edi-tui 9.")
    assert found.verdict is Verdict.CHANGED
    assert "has been changed since it was written, or edi-tui 9." in found.said


def test_other_words_do_not_hide_behind_another_template(closed: Register, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    template = status_bytes(status_report(closed, Q2), "docx")
    paper.write_bytes(status_bytes(status_report(closed, Q2), "docx", template=template))
    with zipfile.ZipFile(paper) as source:
        parts = [
            (name, source.read(name).replace(b"bullying", b"pay")) for name in source.namelist()
        ]
    paper.write_bytes(packed(parts))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.CHANGED
    assert found.said.startswith("has been changed since it was written")


def test_words_under_another_prefix_are_words(closed: Register, tmp_path: Path) -> None:
    paper = written(closed, "docx", tmp_path)
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    more = b'<x:p xmlns:x="' + space + b'"><x:r><x:t>More</x:t></x:r></x:p></w:body>'
    with zipfile.ZipFile(paper) as source:
        parts = [
            (name, _forged(source.read(name)).replace(b"</w:body>", more))
            for name in source.namelist()
        ]
    paper.write_bytes(packed(parts))
    assert verify_paper(closed, paper).verdict is Verdict.CHANGED


def test_a_sort_of_paper_that_is_not_known_is_of_another_release(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "md", tmp_path)
    text = paper.read_text(encoding="utf-8").replace('"paper":"status"', '"paper":"poem"')
    paper.write_text(text, encoding="utf-8")
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.OTHER_RELEASE
    assert "is of a sort that edi-tui 0.1.0 does not know" in found.said


@pytest.mark.parametrize("layout", PAPER_FORMATS)
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_carries_what_it_was_made_from(
    closed: Register, tmp_path: Path, name: str, layout: str
) -> None:
    paper = tmp_path / f"paper.{layout}"
    paper.write_bytes(shape_bytes(name, status_report(closed, Q2), layout))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.manifest is not None
    assert found.manifest.paper == name
    report = status_report(closed, Q2)
    assert found.manifest.columns == shape_paper(name, report).headings
    assert (found.manifest.suppressed, found.manifest.filter) == (0, "")
    assert found.closing is not None
    assert found.manifest.snapshot == found.closing.digest
    assert found.manifest.head == f"{found.closing.head_seq}:{found.closing.head_hash[:12]}"


def two_closed(register: Register) -> Register:
    """Return a register with two closed quarters, on a day when both have ended."""
    add(register, ObjectiveDraft(title="New in the third quarter"))
    later = dataclasses.replace(register, now=lambda: NOW + timedelta(days=60))
    close_quarter(later, Q2.next, DESPITE)
    return later


@pytest.mark.parametrize("layout", PAPER_FORMATS)
def test_what_changed_is_held_against_both_quarters(
    closed: Register, tmp_path: Path, layout: str
) -> None:
    later, paper = two_closed(closed), tmp_path / f"paper.{layout}"
    paper.write_bytes(diff_bytes(compare(later, Q2, Q2.next), layout))
    found = verify_paper(later, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.manifest is not None
    digests = [one.digest for one in closings(later)]
    assert [found.manifest.before, found.manifest.snapshot] == digests
    assert found.manifest.columns[:2] == ("What", "Records")


def test_what_changed_says_which_of_its_quarters_no_longer_stands(
    closed: Register, tmp_path: Path
) -> None:
    later, paper = two_closed(closed), tmp_path / "paper.md"
    paper.write_bytes(diff_bytes(compare(later, Q2, Q2.next), "md"))
    reissue_quarter(later, Q2, DESPITE, because="One was missing")
    found = verify_paper(later, paper)
    assert found.verdict is Verdict.REISSUED
    assert "but 2026/27 Q2 was re-issued" in found.said
    paper.write_bytes(paper.read_bytes().replace(b"New in", b"Old in"))
    assert verify_paper(later, paper).verdict is Verdict.CHANGED


def test_what_changed_until_now_is_of_an_open_quarter(closed: Register, tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_bytes(diff_bytes(compare(closed, Q2), "md"))
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.NOT_CLOSED
    assert found.said.startswith("was made while 2026/27 Q3 was open")


def test_a_shape_that_was_changed_or_is_of_an_open_quarter_is_said_so(
    full: Register, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.md"
    paper.write_bytes(shape_bytes("upward", status_report(full, Q2), "md"))
    assert verify_paper(full, paper).verdict is Verdict.NOT_CLOSED
    close_quarter(full, Q2, DESPITE)
    made = shape_bytes("upward", status_report(full, Q2), "md")
    paper.write_bytes(made.replace(b"bullying", b"pay"))
    assert verify_paper(full, paper).verdict is Verdict.CHANGED
    paper.write_bytes(made.replace(b'"paper":"upward"', b'"paper":"cover"'))
    assert verify_paper(full, paper).verdict is Verdict.CHANGED


def test_a_paper_in_a_template_is_made_again_with_it(closed: Register, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    template = status_bytes(status_report(closed, Q2), "docx")
    paper.write_bytes(status_bytes(status_report(closed, Q2), "docx", template=template))
    assert verify_paper(closed, paper, template).verdict is Verdict.MATCHES
    without = verify_paper(closed, paper)
    assert without.verdict is Verdict.OTHER_TEMPLATE
    assert without.said.endswith("name that very file with --template.")
    plain = written(closed, "docx", tmp_path)
    assert verify_paper(closed, plain, template).said.endswith("verify it without one.")


def test_the_same_parts_packed_otherwise_are_the_same_paper(
    closed: Register, tmp_path: Path
) -> None:
    paper = written(closed, "docx", tmp_path)
    anew = BytesIO()
    with zipfile.ZipFile(paper) as source, zipfile.ZipFile(anew, "w") as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, part.date_time), source.read(part))
    paper.write_bytes(anew.getvalue())
    found = verify_paper(closed, paper)
    assert found.verdict is Verdict.MATCHES
    assert found.said.endswith(", part for part.")


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
