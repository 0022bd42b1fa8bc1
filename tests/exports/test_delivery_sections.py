"""Objectives, actions and their evidence in a status paper."""

from __future__ import annotations

from datetime import date

from edi_tui.domain.records import EvidenceDraft, UpdateDraft
from edi_tui.domain.words import ReviewState, Status
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, table_of


def test_exceptions_say_what_was_declared_and_why_it_is_not_so(report: StatusReport) -> None:
    assert table_of(report, "Exceptions").rows[0] == (
        "OBJ-002",
        "Close the bullying gap",
        "Chief People Officer",
        "31 Aug 2026",
        "R Off track",
        "G On track",
        "Overdue by 30 days as at 30 Sep 2026",
    )


def test_objectives_show_progress_and_the_declared_status(report: StatusReport) -> None:
    objectives = table_of(report, "Objectives")
    assert objectives.rows[0] == (
        "OBJ-001",
        "Raise the share of ethnic minority staff in bands 8a and above",
        "HIA1, HIA2",
        "Chief People Officer",
        "31 Mar 2027",
        "Panels are mixed now.",
        "G On track",
        "First report",
        "1 Mar 2027",
        "None",
    )
    assert column(objectives, "Status")[1] == (
        "R Off track (declared G On track; overdue by 30 days as at 30 Sep 2026)"
    )
    assert column(objectives, "Owner")[2] == "The whole board"


def test_actions_show_the_words_where_there_is_no_date(report: StatusReport) -> None:
    actions = table_of(report, "Actions")
    assert column(actions, "Due") == ["31/4/2016", "ongoing"]
    assert column(actions, "Supporting") == ["None", "HR; OD"]
    assert column(actions, "Lead") == ["Head of EDI", "None"]


def test_evidence_is_counted_and_its_absence_named(report: StatusReport) -> None:
    assert table_of(report, "Evidence by kind").rows == (("Organisational data", "1"),)
    assert column(table_of(report, "Objectives without evidence"), "Ref") == ["OBJ-002", "OBJ-003"]


def test_the_reason_given_for_a_rosy_status_stands_beside_it(full: Register) -> None:
    reason = "The supplier has promised it for 5 October"
    told = UpdateDraft(
        subject="OBJ-002", on=date(2026, 9, 20), status=Status.ON_TRACK, reason=reason
    )
    add(full, told)
    report = status_report(full, Q2)
    said = f"G On track, because: {reason}"
    assert column(table_of(report, "Exceptions"), "Declared")[0] == said
    assert column(table_of(report, "Objectives"), "Status")[1].startswith(
        f"R Off track (declared {said}; overdue"
    )


def test_evidence_that_was_not_accepted_is_not_counted(full: Register) -> None:
    refused = EvidenceDraft(
        title="Hearsay", note="x", review=ReviewState.REJECTED, supports=("OBJ-002", "CHA-001")
    )
    add(full, refused)
    report = status_report(full, Q2)
    assert column(table_of(report, "Figures of objectives"), "Evidence") == ["1", "0", "0"]
    assert column(table_of(report, "Challenges"), "Evidence") == ["0", "0", "0"]
