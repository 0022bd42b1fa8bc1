"""Tests of the board's coverage, seat by seat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from edi_tui.domain.coverage import (
    Mark,
    SeatCoverage,
    appraisal_mark,
    board_coverage,
    mid_year_mark,
    unassessed,
)
from edi_tui.domain.rows import AppraisalRow, MemberRow, ObjectiveRow, Row
from edi_tui.domain.words import AppraisalOutcome, OrganisationKind, Scope, Seat, Standing, Status
from tests.domain.rules.board_rows import appraisal
from tests.domain.rules.rows import AS_AT, member, objective, view

MET, PARTLY_MET = AppraisalOutcome.MET, AppraisalOutcome.PARTLY_MET
COLLECTIVE = objective(ref="OBJ-009", owner_ref="", scope=Scope.COLLECTIVE)
HELD = date(2026, 5, 1)
DUE = date(2026, 6, 30)


def seat_of(*rows: Row, smart: bool = True) -> SeatCoverage:
    (seat,) = board_coverage(view(*rows), lambda _: smart).seats
    return seat


@pytest.mark.parametrize(
    ("objectives", "mark"),
    [
        ([objective()], Mark.YES),
        ([objective(), COLLECTIVE], Mark.YES),
        ([objective(agreed_on=None)], Mark.YES),
        ([COLLECTIVE], Mark.PARTLY),
        ([], Mark.NO),
        ([objective(owner_ref="MEM-002")], Mark.NO),
        ([objective(status=Status.SUPERSEDED)], Mark.NO),
        ([objective(status=Status.COMPLETE)], Mark.YES),
        ([objective(status=Status.COMPLETE, updated_on=date(2026, 3, 31))], Mark.NO),
        ([objective(start_on=AS_AT + timedelta(1))], Mark.NO),
        ([replace(COLLECTIVE, start_on=AS_AT + timedelta(1))], Mark.NO),
        ([objective(scope=Scope.COLLECTIVE)], Mark.PARTLY),
    ],
)
def test_an_objective_of_the_whole_board_is_only_a_part_of_what_is_asked(
    objectives: list[ObjectiveRow], mark: Mark
) -> None:
    assert seat_of(member(), *objectives).objective is mark


TWO = (objective(), objective(ref="OBJ-002", evidence=2))


@pytest.mark.parametrize(
    ("smart", "mark"),
    [((), Mark.NO), (("OBJ-001",), Mark.PARTLY), (("OBJ-001", "OBJ-002"), Mark.YES)],
)
def test_smart_asks_all_of_a_member_s_objectives(smart: tuple[str, ...], mark: Mark) -> None:
    board = board_coverage(view(member(), *TWO), lambda row: row.ref in smart)
    assert board.seats[0].smart is mark


def test_a_seat_without_objectives_is_neither_smart_nor_evidenced() -> None:
    seat = seat_of(member(), COLLECTIVE)
    assert (seat.smart, seat.evidence, seat.objectives) == (Mark.NO, Mark.NO, ())


@pytest.mark.parametrize(("counts", "mark"), [((0, 0), "no"), ((0, 1), "partly"), ((1, 3), "yes")])
def test_evidence_asks_all_of_a_member_s_objectives(counts: tuple[int, int], mark: str) -> None:
    first, second = (
        objective(ref=f"OBJ-00{place}", evidence=count) for place, count in enumerate(counts, 1)
    )
    assert seat_of(member(), first, second).evidence == mark


def test_sponsoring_is_shown_and_not_asked_for() -> None:
    assert seat_of(member(sponsors=("Race network",))).sponsorship is Mark.YES
    assert seat_of(member()).sponsorship is Mark.NOT_NEEDED


@pytest.mark.parametrize(
    ("row", "seats", "vacant"),
    [
        (member(), 1, 0),
        (member(standing=Standing.INTERIM, seat=Seat.CHAIR), 1, 0),
        (member(standing=Standing.VACANT), 0, 1),
        (member(to_on=AS_AT), 1, 0),
        (member(to_on=AS_AT - timedelta(1)), 0, 0),
        (member(to_on=AS_AT - timedelta(1), standing=Standing.VACANT), 0, 0),
    ],
)
def test_a_member_who_left_in_the_quarter_and_a_vacant_seat_have_no_row(
    row: MemberRow, seats: int, vacant: int
) -> None:
    board = board_coverage(view(row), lambda _: True)
    assert (len(board.seats), len(board.vacant)) == (seats, vacant)


@pytest.mark.parametrize(
    ("organisation", "dates"),
    [
        (OrganisationKind.FT, {}),
        (
            OrganisationKind.TRUST,
            {Seat.CHAIR: date(2026, 6, 30), Seat.NON_EXECUTIVE: date(2026, 9, 30)},
        ),
        (
            OrganisationKind.ICB,
            {Seat.CHAIR: date(2026, 6, 30), Seat.NON_EXECUTIVE: date(2026, 9, 30)},
        ),
    ],
)
def test_appraisals_are_due_for_the_year_that_ended_by_the_organisation_s_route(
    organisation: OrganisationKind, dates: dict[Seat, date]
) -> None:
    rows = (member(seat=Seat.CHAIR, standing=Standing.INTERIM), COLLECTIVE)
    board = board_coverage(view(*rows, organisation=organisation), lambda _: True)
    assert (board.as_at, board.appraised) == (AS_AT, 2025)
    assert (board.deadlines, board.collective) == (dates, (COLLECTIVE,))
    assert board.seats[0].appraisal_due == dates.get(Seat.CHAIR)


@pytest.mark.parametrize(
    ("rows", "day", "mark"),
    [
        ([], date(2026, 9, 30), Mark.NOT_YET),
        ([], date(2026, 10, 1), Mark.NO),
        ([], date(2027, 3, 31), Mark.NO),
        ([], date(2027, 4, 1), Mark.NOT_YET),
        ([appraisal(year="2026/27", mid_year_on=date(2026, 9, 1))], date(2026, 9, 1), Mark.YES),
        ([appraisal(year="2026/27", mid_year_on=date(2026, 9, 2))], date(2026, 9, 1), Mark.NOT_YET),
        ([appraisal(year="2026/27", mid_year_on=date(2026, 11, 1))], date(2026, 11, 1), Mark.YES),
        ([appraisal(year="2025/26", mid_year_on=date(2025, 11, 1))], date(2026, 11, 1), Mark.NO),
    ],
)
def test_a_mid_year_review_is_expected_from_the_second_half_of_the_year(
    rows: list[AppraisalRow], day: date, mark: Mark
) -> None:
    assert mid_year_mark(member(), rows, day) is mark


@pytest.mark.parametrize(
    ("from_on", "mark"), [(date(2026, 9, 30), Mark.NO), (date(2026, 10, 1), Mark.NOT_NEEDED)]
)
def test_who_begins_in_the_second_half_needs_no_mid_year_review(from_on: date, mark: Mark) -> None:
    assert mid_year_mark(member(from_on=from_on), [], AS_AT) is mark


@pytest.mark.parametrize(
    ("rows", "day", "due", "mark"),
    [
        ([], DUE, DUE, Mark.NOT_YET),
        ([], DUE + timedelta(1), DUE, Mark.NO),
        ([], DUE + timedelta(200), None, Mark.NOT_YET),
        ([appraisal()], DUE, DUE, Mark.NOT_YET),
        ([appraisal(appraised_on=HELD)], HELD - timedelta(1), None, Mark.NOT_YET),
        ([appraisal(appraised_on=HELD)], HELD, None, Mark.YES),
        ([appraisal(appraised_on=HELD)], HELD, DUE, Mark.PARTLY),
        ([appraisal(appraised_on=HELD, submitted_on=DUE)], DUE, DUE, Mark.YES),
        ([appraisal(appraised_on=HELD, submitted_on=DUE)], HELD, DUE, Mark.PARTLY),
        ([appraisal(appraised_on=HELD, year="2024/25")], DUE + timedelta(1), DUE, Mark.NO),
        ([appraisal(appraised_on=HELD, objective="OBJ-001")], HELD, None, Mark.PARTLY),
        (
            [appraisal(appraised_on=HELD, objective="OBJ-001", outcome=MET)],
            HELD,
            None,
            Mark.YES,
        ),
    ],
)
def test_an_appraisal_is_there_once_held_and_complete_once_assessed_and_submitted(
    rows: list[AppraisalRow], day: date, due: date | None, mark: Mark
) -> None:
    assert appraisal_mark(member(), (), rows, day, due) is mark


@pytest.mark.parametrize(
    ("start", "outcomes", "mark"),
    [
        (date(2026, 3, 31), (), Mark.PARTLY),
        (date(2026, 3, 31), (MET,), Mark.YES),
        (date(2026, 4, 1), (), Mark.YES),
    ],
)
def test_an_appraisal_is_complete_once_it_assessed_what_had_begun_by_the_end_of_its_year(
    start: date, outcomes: tuple[AppraisalOutcome, ...], mark: Mark
) -> None:
    rows = [appraisal(appraised_on=HELD)]
    rows += [appraisal(appraised_on=HELD, objective="OBJ-001", outcome=one) for one in outcomes]
    assert appraisal_mark(member(), [objective(start_on=start)], rows, HELD, None) is mark


@pytest.mark.parametrize(
    ("from_on", "mark"),
    [(date(2026, 3, 31), Mark.NO), (date(2026, 4, 1), Mark.NOT_NEEDED), (None, Mark.NO)],
)
def test_who_began_after_the_year_is_not_appraised_for_it(from_on: date | None, mark: Mark) -> None:
    assert appraisal_mark(member(from_on=from_on), (), [], DUE + timedelta(1), DUE) is mark


@pytest.mark.parametrize(
    ("own", "held", "left"),
    [
        ([objective(start_on=date(2026, 3, 31))], [], ("OBJ-001",)),
        ([objective(start_on=date(2026, 4, 1))], [], ()),
        ([objective(start_on=None)], [], ()),
        (
            [
                objective(
                    start_on=date(2024, 4, 1),
                    status=Status.COMPLETE,
                    updated_on=date(2025, 3, 31),
                )
            ],
            [],
            (),
        ),
        (
            [
                objective(
                    start_on=date(2024, 4, 1), status=Status.COMPLETE, updated_on=date(2025, 4, 1)
                )
            ],
            [],
            ("OBJ-001",),
        ),
        ([objective(start_on=None, agreed_on=date(2026, 3, 31))], [], ("OBJ-001",)),
        ([], [appraisal()], ()),
        ([], [appraisal(objective="OBJ-007")], ("OBJ-007",)),
        ([], [appraisal(objective="OBJ-007", outcome=PARTLY_MET)], ()),
        (
            [],
            [appraisal(objective="OBJ-007"), appraisal(objective="OBJ-007", outcome=MET)],
            (),
        ),
        (
            [],
            [appraisal(objective="OBJ-007", outcome=MET), appraisal(objective="OBJ-007")],
            (),
        ),
        (
            [objective(start_on=HELD - timedelta(60)), objective(ref="OBJ-002", start_on=None)],
            [appraisal(objective="OBJ-002", outcome=AppraisalOutcome.NOT_MET)],
            ("OBJ-001",),
        ),
    ],
)
def test_an_appraisal_says_of_each_objective_of_its_year_what_came_of_it(
    own: list[ObjectiveRow], held: list[AppraisalRow], left: tuple[str, ...]
) -> None:
    assert unassessed(own, held, 2025) == left


def test_the_marks_of_a_seat_come_from_its_own_appraisals() -> None:
    done = appraisal(appraised_on=HELD, submitted_on=DUE)
    review = appraisal(year="2026/27", mid_year_on=date(2026, 10, 5))
    chair = member(seat=Seat.CHAIR)
    seat = seat_of(chair, done, review)
    assert seat.member == chair
    assert (seat.appraisal, seat.mid_year, seat.appraisal_due) == (Mark.YES, Mark.YES, DUE)
    other = seat_of(member(ref="MEM-002", seat=Seat.CHAIR), done, review)
    assert (other.appraisal, other.mid_year) == (Mark.NO, Mark.NO)


def test_every_mark_has_a_word_and_a_symbol_of_its_own() -> None:
    assert [mark.label for mark in Mark] == ["yes", "partly", "no", "not yet", "not needed"]
    assert len({mark.symbol for mark in Mark}) == len(Mark)
