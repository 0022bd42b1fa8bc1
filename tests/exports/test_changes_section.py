"""What changed since the last report, in a status paper."""

from __future__ import annotations

from datetime import timedelta

from edi_tui.services.closing import ClosingTerms, reissue_quarter
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.conftest import NOW
from tests.exports.conftest import DESPITE, Q2
from tests.exports.paper_parts import column, section_of, table_of
from tests.services.closing import Q1, edited, on

CHANGES = "Changes since the last report"


def test_without_an_earlier_quarter_it_says_so(report: StatusReport) -> None:
    section = section_of(report, CHANGES)
    assert section.paragraphs == (
        "No earlier quarter is closed, so there is nothing to compare with.",
    )
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
    assert changes.before.snapshot == again.digest
