"""Tests of the rules on the board: objectives, appraisals and reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.rows import AppraisalRow, FrameworkRow, MemberRow, ObjectiveRow
from edi_tui.domain.rules import board
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.words import AppraisalOutcome, OrganisationKind, Scope, Seat, Standing, Status
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.board_rows import appraisal, framework_item
from tests.domain.rules.rows import AS_AT, member, objective, says, view

COLLECTIVE = objective(ref="OBJ-009", owner_ref="", scope=Scope.COLLECTIVE)
CHAIR = member(seat=Seat.CHAIR, role="Chair")
NON_EXECUTIVE = member(seat=Seat.NON_EXECUTIVE, role="Non-executive director")
ONE_DAY = timedelta(days=1)
HELD = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("row", "objectives", "said"),
    [
        (member(), [], ["none"]),
        (member(), [COLLECTIVE], ["collective-only"]),
        (member(), [objective()], []),
        (member(), [objective(), COLLECTIVE], []),
        (member(), [objective(owner_ref="MEM-002")], ["none"]),
        (member(), [objective(status=Status.CARRIED_OVER)], ["none"]),
        (member(), [objective(status=Status.COMPLETE, updated_on=date(2026, 3, 31))], ["none"]),
        (member(), [objective(status=Status.COMPLETE, updated_on=date(2026, 4, 1))], []),
        (member(), [objective(start_on=AS_AT)], []),
        (member(), [objective(start_on=AS_AT + ONE_DAY)], ["none"]),
        (member(standing=Standing.VACANT), [], []),
        (member(standing=Standing.INTERIM), [], ["none"]),
        (member(voting=False), [], ["none"]),
        (member(to_on=AS_AT), [], ["none"]),
        (member(to_on=AS_AT - ONE_DAY), [], []),
        (member(from_on=AS_AT + ONE_DAY), [], []),
    ],
)
def test_every_member_has_an_objective(
    row: MemberRow, objectives: list[ObjectiveRow], said: list[str]
) -> None:
    assert says(board.has_objective, row, view(row, *objectives)) == said


def test_only_a_collective_objective_is_less_grave_than_none() -> None:
    told = rule_texts()["H3"].says
    assert told["none"].level is FindingLevel.WARN
    assert told["collective-only"].level is FindingLevel.NOTE


@pytest.mark.parametrize(
    ("item", "objectives", "said"),
    [
        (framework_item(), [], ["none"]),
        (framework_item(), [objective()], ["none"]),
        (framework_item(), [COLLECTIVE], []),
        (framework_item(code="hia1"), [], ["none"]),
        (framework_item(code="HIA2"), [], []),
        (framework_item(code="HIA1.1"), [], []),
        (framework_item(valid_to=AS_AT), [], ["none"]),
        (framework_item(valid_to=AS_AT - ONE_DAY), [], []),
    ],
)
def test_the_board_has_an_objective_of_all_together(
    item: FrameworkRow, objectives: list[ObjectiveRow], said: list[str]
) -> None:
    assert says(board.has_collective, item, view(item, *objectives)) == said


JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)


@pytest.mark.parametrize(
    ("row", "day", "said"),
    [
        (CHAIR, JUNE, []),
        (CHAIR, JUNE + ONE_DAY, ["not-held"]),
        (CHAIR, date(2027, 3, 31), ["not-held"]),
        (CHAIR, date(2027, 4, 1), []),
        (NON_EXECUTIVE, JUNE + ONE_DAY, []),
        (NON_EXECUTIVE, SEPTEMBER, []),
        (NON_EXECUTIVE, SEPTEMBER + ONE_DAY, ["not-held"]),
        (member(), AS_AT, []),
        (member(seat=Seat.CHIEF_EXECUTIVE), AS_AT, []),
        (member(seat=Seat.ASSOCIATE), AS_AT, []),
        (member(seat=Seat.CHAIR, standing=Standing.INTERIM), AS_AT, ["not-held"]),
        (member(seat=Seat.CHAIR, standing=Standing.VACANT), AS_AT, []),
        (member(seat=Seat.CHAIR, to_on=AS_AT - ONE_DAY), AS_AT, []),
        (member(seat=Seat.CHAIR, from_on=date(2026, 3, 31)), AS_AT, ["not-held"]),
        (member(seat=Seat.CHAIR, from_on=date(2026, 4, 1)), AS_AT, []),
    ],
)
def test_an_appraisal_is_late_from_the_day_after_its_national_date(
    row: MemberRow, day: date, said: list[str]
) -> None:
    assert says(board.appraised_in_time, row, view(row, as_at=day)) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (appraisal(appraised_on=HELD), ["not-submitted"]),
        (appraisal(appraised_on=HELD, submitted_on=AS_AT), []),
        (appraisal(appraised_on=HELD, submitted_on=AS_AT + ONE_DAY), ["not-submitted"]),
        (appraisal(submitted_on=AS_AT), []),
        (appraisal(appraised_on=AS_AT + ONE_DAY), ["not-held"]),
        (appraisal(appraised_on=HELD, submitted_on=HELD, year="2024/25"), ["not-held"]),
        (appraisal(appraised_on=HELD, submitted_on=HELD, member_ref="MEM-002"), ["not-held"]),
    ],
)
def test_what_is_late_is_the_submission(found: AppraisalRow, said: list[str]) -> None:
    assert says(board.appraised_in_time, CHAIR, view(CHAIR, found)) == said


@pytest.mark.parametrize("kind", OrganisationKind)
def test_a_foundation_trust_holds_its_appraisals_locally(kind: OrganisationKind) -> None:
    found = says(board.appraised_in_time, CHAIR, view(CHAIR, organisation=kind))
    assert found == ([] if kind is OrganisationKind.FT else ["not-held"])


@pytest.mark.parametrize(
    ("row", "found", "day", "said"),
    [
        (member(), appraisal(), SEPTEMBER, []),
        (member(), appraisal(), SEPTEMBER + ONE_DAY, ["not-held"]),
        (member(), appraisal(year="2026/27", mid_year_on=AS_AT), AS_AT, []),
        (member(), appraisal(year="2025/26", mid_year_on=HELD), AS_AT, ["not-held"]),
        (member(standing=Standing.VACANT), appraisal(), AS_AT, []),
        (member(to_on=AS_AT - ONE_DAY), appraisal(), AS_AT, []),
        (member(from_on=date(2026, 10, 1)), appraisal(), AS_AT, []),
    ],
)
def test_a_mid_year_review_is_missed_in_the_second_half_of_the_year(
    row: MemberRow, found: AppraisalRow, day: date, said: list[str]
) -> None:
    assert says(board.reviewed_at_mid_year, row, view(row, found, as_at=day)) == said


ASSESSED = appraisal(
    appraised_on=HELD, objective="OBJ-001", outcome=AppraisalOutcome.PARTLY_MET, note="Secret"
)
BEGUN = objective(start_on=date(2025, 4, 1))


@pytest.mark.parametrize(
    ("row", "found", "said"),
    [
        (member(), ASSESSED, []),
        (member(), appraisal(appraised_on=HELD), ["left-out"]),
        (member(), appraisal(appraised_on=AS_AT + ONE_DAY), []),
        (member(), appraisal(), []),
        (member(standing=Standing.VACANT), appraisal(appraised_on=HELD), []),
        (member(from_on=date(2026, 4, 1)), appraisal(appraised_on=HELD), []),
        (member(to_on=AS_AT - ONE_DAY), appraisal(appraised_on=HELD), []),
    ],
)
def test_an_appraisal_has_an_outcome_for_each_objective(
    row: MemberRow, found: AppraisalRow, said: list[str]
) -> None:
    assert says(board.every_objective_assessed, row, view(row, BEGUN, found)) == said


def test_findings_name_the_objectives_and_never_what_was_said_of_them() -> None:
    second = objective(ref="OBJ-002", start_on=date(2025, 4, 1))
    seen = view(CHAIR, BEGUN, second, ASSESSED)
    found = [
        rule_texts()[rule.id].finding(CHAIR.ref, remark)
        for rule in board.RULES
        if rule.of is CHAIR.KIND
        for remark in rule.judge(CHAIR, seen)
    ]
    assert [finding.rule for finding in found if finding] == ["B2", "B3", "B4"]
    assert [finding.value for finding in found if finding][-1] == "OBJ-002"
    told = str(found).lower()
    assert "secret" not in told
    assert "partly" not in told
    assert "{" not in told


def test_the_year_and_the_role_are_in_the_sentences() -> None:
    (remark,) = board.appraised_in_time.judge(CHAIR, view(CHAIR))
    finding = rule_texts()["B2"].finding(CHAIR.ref, remark)
    assert finding is not None
    assert finding.message == (
        "The Chair has no appraisal for 2025/26 on record; it was due at NHS England on "
        "30 Jun 2026."
    )


def test_the_role_the_code_or_the_year_decided_it() -> None:
    chair = member(role="Chair", ref="MEM-005")
    item = framework_item(code="hia1")
    assert list(board.has_objective.judge(chair, view(chair))) == [Remark("none", "Chair")]
    assert list(board.has_collective.judge(item, view(item))) == [Remark("none", "hia1")]
    assert list(board.reviewed_at_mid_year.judge(chair, view(chair))) == [
        Remark("not-held", "2026/27", {"role": "Chair"})
    ]


def test_the_objectives_that_an_appraisal_leaves_out_are_named() -> None:
    second = replace(BEGUN, ref="OBJ-002")
    row, held = member(), appraisal(appraised_on=HELD)
    facts = {"year": "2025/26", "role": row.role}
    said = list(board.every_objective_assessed.judge(row, view(row, BEGUN, second, held)))
    assert said == [Remark("left-out", "OBJ-001, OBJ-002", facts)]


def test_an_appraisal_of_a_member_without_objectives_leaves_nothing_out() -> None:
    row = member()
    assert says(board.every_objective_assessed, row, view(row, appraisal(appraised_on=HELD))) == []
