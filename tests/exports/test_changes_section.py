"""What changed since the last report, in a status paper."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.errors import CorruptError
from edi_tui.domain.records import FrameworkItemDraft
from edi_tui.domain.words import Audience
from edi_tui.exports.export import status_bytes
from edi_tui.exports.verify import Verdict, verify_paper
from edi_tui.services.closing import ClosingTerms, close_quarter, reissue_quarter
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import NOW
from tests.exports.conftest import DESPITE, Q2
from tests.exports.paper_parts import column, section_of, table_of
from tests.services.closing import Q1, edited, on

CHANGES = "Changes since the last report"


def forced(register: Register, statement: str) -> None:
    """Run a statement with the triggers taken out, as somebody may who owns the file."""
    register.engine.dispose()
    with register.engine.begin() as connection:
        for name in ("freeze_snapshot", "keep_snapshot"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(statement)


def test_without_an_earlier_quarter_it_says_so(report: StatusReport) -> None:
    section = section_of(report, CHANGES)
    assert section.paragraphs == ("No earlier quarter is closed, so there is nothing to compare.",)
    assert not section.tables


def test_it_compares_with_the_closed_quarter_before(twice_closed: Register) -> None:
    report = status_report(twice_closed, Q2)
    section = section_of(report, CHANGES)
    assert section.paragraphs == (
        "Compared with 2026/27 Q1, closed as at 30 Jun 2026.",
        "EDS 2022 is new.",
    )
    told = column(table_of(report, CHANGES), "What")
    assert "1 objective moved from no update to on track." in told


def test_a_running_quarter_is_compared_as_it_stands(twice_closed: Register) -> None:
    edited(twice_closed, "OBJ-002", owner="MEM-001")
    report = status_report(twice_closed)
    assert section_of(report, CHANGES).paragraphs[0].startswith("Compared with 2026/27 Q2")
    rows = table_of(report, CHANGES).rows
    assert ("1 objective has another owner.", "OBJ-002") in rows


def test_the_paper_of_a_quarter_says_the_same_when_an_earlier_one_is_issued_again(
    twice_closed: Register,
) -> None:
    before = table_of(status_report(twice_closed, Q2), CHANGES)
    later = on(twice_closed, NOW + timedelta(minutes=5))
    edited(later, "OBJ-003", title="Lead otherwise")
    reissue_quarter(later, Q1, DESPITE, because="It was wrong")
    assert table_of(status_report(later, Q2), CHANGES) == before


def test_what_is_issued_again_is_compared_with_what_was_issued_by_then(
    twice_closed: Register,
) -> None:
    later = on(twice_closed, NOW + timedelta(minutes=5))
    told = ClosingTerms(despite="Still")
    again = reissue_quarter(later, Q1, told, because="It was wrong")
    reissue_quarter(later, Q2, told, because="So was this")
    changes = status_report(later, Q2).changes
    assert changes is not None
    assert changes.snapshot == again.digest


def test_a_quarter_that_was_closed_before_any_earlier_one_says_when(full: Register) -> None:
    close_quarter(full, Q2, DESPITE)
    close_quarter(on(full, NOW + timedelta(minutes=1)), Q1, DESPITE)
    assert section_of(status_report(full, Q2), CHANGES).paragraphs == (
        "No earlier quarter was closed when this one was, so there is nothing to compare.",
    )


def test_findings_are_counted_and_their_records_named_once(twice_closed: Register) -> None:
    edited(twice_closed, "OBJ-001", title="x", owner="", due=Due(None, ""))
    found = status_report(twice_closed).changes
    assert found is not None
    (told,) = (one for one in found.sentences if one.text.endswith("findings that fail are new."))
    assert told.text.startswith("2 ")
    assert told.refs == ("OBJ-001",)


def test_the_board_reads_no_name_in_what_changed(full: Register) -> None:
    close_quarter(full, Q1, DESPITE)
    add(full, FrameworkItemDraft(code="P1", framework="Bo Person's pledge", title="We will"))
    report = status_report(full, Q2)
    said = section_of(report, CHANGES).paragraphs
    assert "Chief People Officer's pledge is new." in said
    for layout in ("md", "html", "json"):
        data = status_bytes(report, layout, Audience.BOARD).decode()
        assert "Bo Person" not in data.partition('"before"')[0]


def test_an_earlier_quarter_that_was_spoilt_is_said_to_be_and_spoils_nothing_else(
    twice_closed: Register, tmp_path: Path
) -> None:
    paper = tmp_path / "status.md"
    paper.write_bytes(status_bytes(status_report(twice_closed, Q2), "md"))
    forced(twice_closed, "UPDATE snapshot SET despite = '' WHERE number = 1")
    report = status_report(twice_closed, Q2)
    (told,) = section_of(report, CHANGES).paragraphs
    assert told.startswith("Not compared with 2026/27 Q1, closed as at 30 Jun 2026.")
    assert "has been changed since" in told
    assert column(table_of(report, "Objectives"), "Direction")
    with pytest.raises(CorruptError, match="2026/27 Q1"):
        verify_paper(twice_closed, paper)


def test_a_paper_whose_earlier_quarter_is_gone_is_not_said_to_be_changed(
    twice_closed: Register, tmp_path: Path
) -> None:
    paper = tmp_path / "status.md"
    paper.write_bytes(status_bytes(status_report(twice_closed, Q2), "md"))
    forced(twice_closed, "DELETE FROM snapshot WHERE number = 1")
    found = verify_paper(twice_closed, paper)
    assert found.verdict is Verdict.LOST
    assert found.said.startswith("is of 2026/27 Q2 and compares with a snapshot of an earlier")
