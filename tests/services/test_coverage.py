"""Tests of how the board is covered in a register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from edi_tui.domain.coverage import Mark, SeatCoverage
from edi_tui.domain.due import Due
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    AppraisalDraft,
    Draft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    WaiverDraft,
)
from edi_tui.domain.rows import AppraisalRow
from edi_tui.domain.words import AppraisalOutcome, Precision, Scope, Seat
from edi_tui.services.coverage import coverage
from edi_tui.services.judgement import check
from edi_tui.services.lists import contents, rows_of
from edi_tui.services.records import add
from edi_tui.services.register import Register
from edi_tui.services.report import coverage_of, status_report

CHAIR = MemberDraft(name="Ada", role="Chair", seat=Seat.CHAIR)
OBJECTIVE = ObjectiveDraft(
    title="Raise the share of ethnic minority staff in bands 8a and above from 14% to 18%",
    owner="MEM-001",
    frameworks=("HIA1", "HIA2"),
    start_on=date(2026, 4, 1),
    due=Due(date(2027, 3, 31), "31 March 2027", Precision.DAY),
    done="The March 2027 figure is 18% or more.",
    proof=("Organisational data",),
    baf="SR4",
    resources="None",
)
MEASURE = MeasureDraft(
    name="Ethnic minority staff in bands 8a and above",
    objective="OBJ-001",
    unit="%",
    baseline=Decimal(14),
    baseline_on=date(2026, 3, 31),
    target=Decimal(18),
)


def made(register: Register, *drafts: Draft) -> SeatCoverage:
    for draft in drafts:
        add(register, draft)
    return coverage(register).seats[0]


def test_an_objective_with_all_it_needs_is_smart(register: Register) -> None:
    seat = made(register, CHAIR, OBJECTIVE, MEASURE)
    assert (seat.objective, seat.smart) == (Mark.YES, Mark.YES)


def test_a_missing_criterion_is_not_smart(register: Register) -> None:
    assert made(register, CHAIR, replace(OBJECTIVE, title="Listen more")).smart is Mark.NO
    measure = replace(MEASURE, objective="OBJ-002")
    assert made(register, OBJECTIVE, measure).smart is Mark.PARTLY


def test_a_rule_that_fails_is_not_smart_unless_it_is_waived(register: Register) -> None:
    late = replace(MEASURE, baseline_on=date(2026, 5, 1))
    assert made(register, CHAIR, OBJECTIVE, late).smart is Mark.NO
    (rule,) = {found.rule for found in check(register).findings if found.level == "fail"}
    waiver = WaiverDraft(rule=rule, subject="OBJ-001", reason="The data come out in May.")
    assert made(register, waiver).smart is Mark.YES


def test_appraisals_of_the_register_are_seen(register: Register) -> None:
    seat = made(
        register,
        CHAIR,
        AppraisalDraft(member="MEM-001", year="2025/26", appraised_on=date(2026, 5, 1)),
    )
    assert (seat.appraisal, seat.mid_year, seat.sponsorship) == (
        Mark.YES,
        Mark.NO,
        Mark.NOT_NEEDED,
    )


def test_the_counts_of_desk_and_papers_are_those_of_the_matrix(register: Register) -> None:
    others = (MemberDraft(name="Bo", role="Chief Nurse"), MemberDraft(name="Cy", role="Medic"))
    made(register, CHAIR, *others, OBJECTIVE, replace(OBJECTIVE, scope=Scope.COLLECTIVE, owner=""))
    board, counted = coverage(register), coverage_of(contents(register))
    marked = tuple(seat.member for seat in board.seats if seat.objective is Mark.YES)
    assert counted.covered == marked
    assert (counted.seats, counted.collective) == (len(board.seats), len(board.collective))


def test_a_report_knows_the_same_board_but_not_what_appraisals_said(register: Register) -> None:
    outcome = AppraisalOutcome.NOT_MET
    appraisal = AppraisalDraft(
        member="MEM-001",
        year="2025/26",
        objective="OBJ-001",
        appraised_on=date(2026, 5, 1),
        outcome=outcome,
        note="Between us",
    )
    assert made(register, CHAIR, OBJECTIVE, MEASURE, appraisal).appraisal is Mark.YES
    report = status_report(register)
    assert report.board == coverage(register)
    assert "Between us" not in repr(report)
    (kept,) = rows_of(register, Kind.APPRAISAL)
    assert isinstance(kept, AppraisalRow)
    assert kept.outcome is outcome


def test_a_waived_criterion_is_not_missing(register: Register) -> None:
    seat = made(register, CHAIR, replace(OBJECTIVE, frameworks=(), baf=""), MEASURE)
    assert seat.smart is Mark.NO
    waiver = WaiverDraft(rule="R1", subject="OBJ-001", reason="It is the trust's own.")
    assert made(register, waiver).smart is Mark.YES
