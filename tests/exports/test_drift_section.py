"""What has moved, in a status paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from edi_tui.domain.due import Due
from edi_tui.domain.records import ObjectiveDraft
from edi_tui.domain.words import Precision
from edi_tui.exports.status_paper import status_paper
from edi_tui.services.records import edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.paper_parts import section_of


def moved(register: Register, ref: str, *days: date) -> None:
    for day in days:
        stored = get(register, ref)
        assert isinstance(stored.draft, ObjectiveDraft)
        later = replace(stored.draft, due=Due(day, "", Precision.DAY))
        edit(register, ref, later, version=stored.version)


def test_what_has_moved_is_said_of_the_objectives_that_drift(full: Register) -> None:
    moved(full, "OBJ-002", date(2026, 12, 31), date(2027, 1, 10))
    section = section_of(status_report(full), "What has moved")
    (table,) = section.tables
    assert section.paragraphs == (
        "1 objective has moved since it was agreed, or else since it was first entered.",
    )
    assert table.rows == (
        (
            "OBJ-002",
            "Close the bullying gap",
            "Chief People Officer",
            "Moved twice: 132 days later",
            "Not lowered",
            "Not rewritten",
            "No",
        ),
    )


def test_a_paper_without_drift_has_no_section_of_it(report: StatusReport) -> None:
    assert "What has moved" not in [part.heading for part in status_paper(report).sections]
