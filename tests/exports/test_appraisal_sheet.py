"""The sheet of one member's appraisal, which nobody else reads."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from edi_tui.domain.errors import InvalidError, NotFoundError
from edi_tui.domain.records import AppraisalDraft
from edi_tui.domain.words import AppraisalOutcome
from edi_tui.exports.appraisal_sheet import CONFIDENTIAL, sheet_bytes, sheet_paper
from edi_tui.exports.export import FORMATS, status_bytes
from edi_tui.exports.formats import PAPER_FORMATS
from edi_tui.exports.shapes import SHAPES, shape_paper
from edi_tui.exports.to_markdown import to_markdown
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.closing import close_quarter
from edi_tui.services.member_appraisals import MemberAppraisals, member_appraisals
from edi_tui.services.records import add, get, withdraw
from edi_tui.services.register import Register
from edi_tui.services.report import status_report
from tests.exports.conftest import DESPITE, Q2
from tests.exports.read_back import everything_in

APPRAISER, NOTE = "Canary appraiser", "Canary note"


@pytest.fixture
def appraised(full: Register) -> Register:
    """A register with appraisals of two members."""
    for member, year in (("MEM-001", "2024/25"), ("MEM-002", "2024/25")):
        draft = AppraisalDraft(
            member=member,
            year=year,
            appraised_on=date(2025, 5, 2),
            appraiser=f"{APPRAISER} of {member}",
            outcome=AppraisalOutcome.NOT_MET,
            note=NOTE,
        )
        add(full, draft)
    return full


def sheet(register: Register, words: str) -> MemberAppraisals:
    return member_appraisals(register, status_report(register, Q2), words)


@pytest.mark.parametrize("words", ["MEM-002", "Bo Person", "chief people officer"])
def test_a_member_is_asked_for_by_reference_name_or_role(appraised: Register, words: str) -> None:
    paper = sheet_paper(sheet(appraised, words))
    assert paper.title == "Confidential: appraisal sheet, Chief People Officer, 2026/27 Q2"
    assert paper.subtitles[-1] == CONFIDENTIAL
    found = {table.caption: table.rows for table in paper.tables}
    assert [row[0] for row in found["Own objectives"]] == ["OBJ-001", "OBJ-002"]
    assert [row[0] for row in found["Objectives of the whole board"]] == ["OBJ-003"]
    assert [row[0] for row in found["Sponsorships"]] == ["Race network"]
    assert [row[0] for row in found["Appraisals"]] == ["2024/25", "2025/26"]
    assert found["Appraisals"][1][4:6] == ("Chair", "Partly met")


def test_a_sheet_tells_of_no_other_member_and_repeats_no_note(appraised: Register) -> None:
    said = to_markdown(sheet_paper(sheet(appraised, "MEM-002"))).decode()
    assert f"{APPRAISER} of MEM-002" in said
    assert "of MEM-001" not in said
    assert NOTE not in said
    assert "Words for nobody else" not in said


def test_no_other_paper_says_anything_of_an_appraisal(appraised: Register) -> None:
    report = status_report(appraised, Q2)
    for name in SHAPES:
        assert APPRAISER not in repr(shape_paper(name, report))
    for layout in FORMATS:
        assert APPRAISER not in everything_in(status_bytes(report, layout))


@pytest.mark.parametrize("words", ["MEM-003", "MEM-004", "Nobody", ""])
def test_who_held_no_seat_has_no_sheet(appraised: Register, words: str) -> None:
    with pytest.raises((NotFoundError, InvalidError)):
        sheet(appraised, words)


@pytest.mark.parametrize("layout", PAPER_FORMATS)
def test_a_sheet_is_held_against_what_was_frozen(
    appraised: Register, tmp_path: Path, layout: str
) -> None:
    live = to_markdown(sheet_paper(sheet(appraised, "MEM-002")))
    close_quarter(appraised, Q2, DESPITE)
    made = sheet(appraised, "MEM-002")
    for row in live.decode().splitlines():
        assert row in to_markdown(sheet_paper(made)).decode()
    path = tmp_path / f"sheet.{layout}"
    path.write_bytes(sheet_bytes(made, layout))
    withdraw(appraised, "APP-001", "Wrong", version=get(appraised, "APP-001").version)
    found = verify_paper(appraised, path)
    assert found.verdict is Verdict.MATCHES
    assert found.manifest is not None
    assert (found.manifest.paper, found.manifest.filter) == ("appraisal", "MEM-002")


@pytest.mark.parametrize("other", ["MEM-001", "MEM-003", "Nobody"])
def test_a_sheet_that_is_passed_off_as_another_members_is_found(
    appraised: Register, tmp_path: Path, other: str
) -> None:
    close_quarter(appraised, Q2, DESPITE)
    path = tmp_path / "sheet.md"
    made = sheet_bytes(sheet(appraised, "MEM-002"), "md")
    path.write_bytes(made.replace(b'"filter":"MEM-002"', f'"filter":"{other}"'.encode()))
    assert verify_paper(appraised, path).verdict is Verdict.CHANGED
