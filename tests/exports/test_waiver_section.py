"""Rules that were set aside, in a status paper."""

from __future__ import annotations

import pytest

from edi_tui.domain.records import WaiverDraft
from edi_tui.exports.export import status_bytes
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import add, get, withdraw
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import table_of


def test_the_reason_of_every_waiver_is_printed(report: StatusReport) -> None:
    ((rule, _, record, reason),) = table_of(report, "Waived rules").rows
    assert (rule, record) == ("M1", "OBJ-002")
    assert reason == "The committee agreed on 3 September"


@pytest.mark.parametrize("rule", ["B2", "b3", "B4"])
def test_why_a_rule_on_appraisals_was_set_aside_is_in_no_paper(full: Register, rule: str) -> None:
    add(full, WaiverDraft(rule=rule, subject="MEM-001", reason="A long illness"))
    report = status_report(full, Q2)
    assert "A long illness" not in str(status_paper(report))
    assert b"A long illness" not in status_bytes(report, "json")


def test_the_waiver_of_a_withdrawn_record_is_in_no_paper(full: Register) -> None:
    withdraw(full, "OBJ-002", "Merged", version=get(full, "OBJ-002").version)
    headings = [part.heading for part in status_paper(status_report(full, Q2)).sections]
    assert "Waived rules" not in headings
