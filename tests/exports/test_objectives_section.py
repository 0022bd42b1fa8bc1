"""Objectives in a status paper: their progress, figures and next steps."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.due import Due
from edi_tui.domain.records import ActionDraft, UpdateDraft
from edi_tui.domain.words import Precision, Status
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, table_of


def test_figures_stand_with_their_units_and_days(report: StatusReport) -> None:
    assert table_of(report, "Figures of objectives").rows[0] == (
        "OBJ-001",
        "Bands 8a and above",
        "14%",
        "18%",
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


def test_the_direction_compares_with_the_quarter_before(full: Register) -> None:
    said = UpdateDraft(subject="OBJ-003", on=date(2026, 6, 1), status=Status.AT_RISK)
    add(full, said)
    add(full, UpdateDraft(subject="OBJ-003", on=date(2026, 9, 1), status=Status.ON_TRACK))
    found = column(table_of(status_report(full, Q2), "Objectives"), "Direction")
    assert found == ["First report", "Worse", "Better"]


def test_progress_from_before_the_quarter_says_of_which_day_it_is(full: Register) -> None:
    add(full, UpdateDraft(subject="OBJ-003", on=date(2026, 6, 1), narrative="We met."))
    found = column(table_of(status_report(full, Q2), "Objectives"), "Progress")
    assert found == [
        "Panels are mixed now.",
        "None",
        "Nothing this quarter; on 1 Jun 2026: We met.",
    ]
