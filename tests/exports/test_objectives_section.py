"""Objectives in a status paper: their progress, figures and next steps."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.due import Due
from edi_tui.domain.records import ActionDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Precision, Status
from edi_tui.services.closing import close_quarter
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import DESPITE, Q2
from tests.exports.paper_parts import column, section_of, table_of
from tests.services.closing import Q1, edited


def test_figures_stand_with_their_units_and_days(report: StatusReport) -> None:
    assert table_of(report, "Figures of objectives").rows[0] == (
        "OBJ-001",
        "Bands 8a and above",
        "14%",
        "18% (by 31 Mar 2027)",
        "15.5% (as at 30 Sep 2026)",
        "Evidenced",
        "1",
    )


def test_the_next_step_is_the_open_action_that_is_due_first(full: Register) -> None:
    for text, day in (("Later", 30), ("Sooner", 10), ("Done", 5)):
        due = Due(date(2026, 11, day), f"{day} November 2026", Precision.DAY)
        ref = add(full, ActionDraft(text=text, objective="OBJ-001", due=due)).ref
    add(full, UpdateDraft(subject=ref, on=date(2026, 9, 1), status=Status.COMPLETE))
    add(full, ActionDraft(text="Some day", objective="OBJ-002"))
    steps = column(table_of(status_report(full, Q2), "Objectives"), "Next step")
    assert steps == ["ACT-004: Sooner (due 10 Nov 2026)", "ACT-006: Some day", "None"]


def test_the_direction_compares_with_the_quarter_before_where_none_is_closed(
    full: Register,
) -> None:
    said = UpdateDraft(subject="OBJ-003", on=date(2026, 6, 1), status=Status.AT_RISK)
    add(full, said)
    add(full, UpdateDraft(subject="OBJ-003", on=date(2026, 9, 1), status=Status.ON_TRACK))
    report = status_report(full, Q2)
    found = column(table_of(report, "Objectives"), "Direction")
    assert found == ["First report", "Worse", "Better"]
    (told,) = section_of(report, "Objectives").paragraphs
    assert "at the end of 2026/27 Q1, by what the register says of it now" in told


def test_the_direction_compares_with_the_last_report_whatever_is_said_of_its_day_since(
    full: Register,
) -> None:
    overdue = Due(date(2026, 6, 1), "1 June 2026", Precision.DAY)
    edited(full, "OBJ-002", due=overdue)
    close_quarter(full, Q1, DESPITE)
    edited(full, "OBJ-002", due=Due(date(2026, 12, 1), "1 December 2026", Precision.DAY))
    add(full, UpdateDraft(subject="OBJ-002", on=date(2026, 9, 1), status=Status.ON_TRACK))
    add(full, ObjectiveDraft(title="Begin something"))
    report = status_report(full, Q2)
    directions = column(table_of(report, "Objectives"), "Direction")
    assert directions == ["First report", "Better", "No update", "New"]
    (told,) = section_of(report, "Objectives").paragraphs
    assert "in the last report, of 2026/27 Q1" in told
    changes = table_of(report, "Changes since the last report").rows
    assert ("1 objective moved from off track to on track.", "OBJ-002") in changes


def test_what_is_complete_has_no_next_step_and_is_not_said_to_have_stood_still(
    full: Register,
) -> None:
    add(full, ActionDraft(text="Go on", objective="OBJ-003"))
    said = UpdateDraft(
        subject="OBJ-003", on=date(2026, 5, 1), status=Status.COMPLETE, narrative="All done."
    )
    add(full, said)
    table = table_of(status_report(full, Q2), "Objectives")
    assert column(table, "Progress")[2] == "On 1 May 2026: All done."
    assert column(table, "Next step")[2] == "None"


def test_progress_from_before_the_quarter_says_of_which_day_it_is(full: Register) -> None:
    add(full, UpdateDraft(subject="OBJ-003", on=date(2026, 6, 1), narrative="We met."))
    found = column(table_of(status_report(full, Q2), "Objectives"), "Progress")
    assert found == [
        "Panels are mixed now.",
        "None",
        "Nothing this quarter; on 1 Jun 2026: We met.",
    ]
