from __future__ import annotations

import dataclasses
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import ActionDraft, MeasureDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Status
from edi_tui.imports.run import ImportOptions
from edi_tui.services import records
from edi_tui.services.batches import source_cells
from edi_tui.services.lists import rows_of
from tests.imports.importing import (
    actions,
    bring_in,
    counts,
    digest,
    measures,
    objectives,
    rules,
)

if TYPE_CHECKING:
    from edi_tui.services.register import Register

HEADINGS = "Action,Outcome,Due by,Lead,RAG,Progress\n"
PLAN = (
    f"{HEADINGS}Train panels,Fair panels,1/5/2027,CPO,On track,Two held\n"
    "Ask staff,We know,ongoing,CEO,,\n"
)


def change(register: Register, ref: str, **values: object) -> None:
    """Change some fields of a record, as a person does."""
    stored = records.get(register, ref)
    draft = dataclasses.replace(stored.draft, **values)
    records.edit(register, ref, draft, version=stored.version)


def later(register: Register) -> Register:
    return dataclasses.replace(register, now=lambda: datetime(2026, 12, 24, 9, tzinfo=UTC))


def test_the_same_file_again_changes_nothing(register: Register) -> None:
    assert counts(bring_in(register, PLAN)) == {"read": 2, "created": 2}
    before = digest(register)
    assert counts(bring_in(register, PLAN)) == {"read": 2, "unchanged": 2}
    assert digest(register) == before


def test_spacing_case_and_punctuation_are_no_difference(register: Register) -> None:
    bring_in(register, PLAN)
    result = bring_in(register, PLAN.replace("Ask staff", "ASK  staff."))
    assert counts(result) == {"read": 2, "updated": 1, "unchanged": 1}
    assert actions(register)[1].text == "ASK staff."


def test_the_same_action_of_another_plan_is_another(register: Register) -> None:
    bring_in(register, PLAN)
    assert counts(bring_in(register, PLAN, name="other.csv")) == {"read": 2, "created": 2}
    assert counts(bring_in(register, PLAN, ImportOptions(plan="Plan"), name="x.csv")) == {
        "read": 2,
        "unchanged": 2,
    }


def test_a_column_names_the_plan_of_each_row(register: Register) -> None:
    bring_in(register, "Action,Plan,Lead\nDo it,WRES plan,CPO\nDo that,,CPO\n")
    assert [row.plan for row in actions(register)] == ["WRES plan", "plan"]


def test_what_differs_is_updated(register: Register) -> None:
    bring_in(register, PLAN)
    result = bring_in(register, PLAN.replace("1/5/2027", "1/6/2027"))
    assert counts(result) == {"read": 2, "updated": 1, "unchanged": 1}
    assert result.plain()["rows"][0] == {"where": "row 2", "outcome": "updated", "ref": "ACT-001"}
    assert str(actions(register)[0].due_on) == "2027-06-01"


def test_fields_without_a_column_keep_their_value(register: Register) -> None:
    bring_in(register, PLAN)
    result = bring_in(register, "Action,Lead\nTrain panels,COO\nAsk staff,CEO\n")
    assert counts(result) == {"read": 2, "updated": 1, "unchanged": 1}
    row = actions(register)[0]
    assert (row.lead, row.outcome, row.due_text) == ("COO", "Fair panels", "1/5/2027")
    assert (row.status, row.progress) == (Status.ON_TRACK, "Two held")


def test_new_progress_is_another_update(register: Register) -> None:
    bring_in(register, PLAN)
    result = bring_in(later(register), PLAN.replace("On track,Two held", "At risk,One held"))
    assert counts(result) == {"read": 2, "updated": 1, "unchanged": 1}
    row = actions(register)[0]
    assert (row.status, row.progress, str(row.updated_on)) == (
        *(Status.ON_TRACK, "Two held", "2026-11-21"),
    )
    (row, _) = actions(later(register))
    assert (row.status, row.progress, str(row.updated_on)) == (
        *(Status.AT_RISK, "One held", "2026-12-24"),
    )
    assert len(rows_of(register, Kind.UPDATE)) == 2


def test_new_progress_without_a_status_column_keeps_the_status(register: Register) -> None:
    bring_in(register, PLAN)
    bring_in(register, "Action,Progress\nTrain panels,Three held\n")
    row = actions(register)[0]
    assert (row.status, row.progress) == (Status.ON_TRACK, "Three held")


def test_what_people_changed_since_is_not_undone_by_the_same_words(register: Register) -> None:
    bring_in(register, PLAN)
    change(register, "ACT-002", due=Due(text="1 July 2027"), lead="COO")
    records.add(
        register,
        UpdateDraft(subject="ACT-001", on=register.today, status=Status.OFF_TRACK, narrative="No"),
    )
    before = digest(register)
    assert counts(bring_in(register, PLAN)) == {"read": 2, "unchanged": 2}
    assert digest(register) == before
    again = bring_in(register, PLAN.replace("We know", "We shall know"))
    assert counts(again) == {"read": 2, "updated": 1, "unchanged": 1}
    row = actions(register)[1]
    assert (row.outcome, row.due_text, row.lead) == ("We shall know", "1 July 2027", "COO")
    assert actions(register)[0].status is Status.OFF_TRACK


def test_a_record_made_by_hand_takes_what_the_file_says(register: Register) -> None:
    records.add(register, ActionDraft(text="Ask staff", plan="Plan", lead="COO", plan_ref="7"))
    assert counts(bring_in(register, PLAN)) == {"read": 2, "created": 1, "updated": 1}
    row = actions(register)[0]
    assert (row.lead, row.due_text, row.plan_ref) == ("CEO", "ongoing", "7")


def test_a_heading_mapped_at_last_is_read(register: Register) -> None:
    plan = "Action,Lead,Timeline\nTrain panels,CPO,1/5/2027\n"
    bring_in(register, plan)
    mapped = ImportOptions(chosen={"Timeline": "due"})
    assert counts(bring_in(register, plan, mapped)) == {"read": 1, "updated": 1}
    assert str(actions(register)[0].due_on) == "2027-05-01"


def test_a_withdrawn_record_is_made_anew(register: Register) -> None:
    bring_in(register, PLAN)
    records.withdraw(register, "ACT-001", "entered twice", version=1)
    assert counts(bring_in(register, PLAN)) == {"read": 2, "created": 1, "unchanged": 1}


def test_a_row_twice_is_stored_once(register: Register) -> None:
    result = bring_in(register, f"{PLAN}Ask staff,We know,ongoing,CEO,,\n")
    assert counts(result) == {"read": 3, "created": 2, "unchanged": 1}
    assert [(row.outcome.value, row.ref) for row in result.rows] == [
        ("created", "ACT-001"),
        ("created", "ACT-002"),
        ("unchanged", "ACT-002"),
    ]
    (found,) = [one for one in result.findings if one.where == "row 4"]
    assert (found.rule, found.level.value, found.column) == ("row-duplicate", "note", "Action")
    assert "row 3" in found.message


def test_rows_much_the_same_are_both_stored_and_told(register: Register) -> None:
    plan = f"{PLAN}ask staff,We know,1/6/2027,CEO,,\n"
    result = bring_in(register, plan)
    assert counts(result) == {"read": 3, "created": 3}
    (found,) = [one for one in result.findings if one.rule == "row-duplicate"]
    assert (found.where, found.level.value, found.value) == ("row 4", "warn", "ask staff")
    before = digest(register)
    assert counts(bring_in(register, plan)) == {"read": 3, "unchanged": 3}
    assert digest(register) == before


@pytest.mark.parametrize("turned", [False, True])
def test_of_several_records_of_one_text_each_row_takes_its_own(
    register: Register, turned: bool
) -> None:
    rows = [f"Ask staff,We know,1/{month}/2027,CEO,On track,{month}\n" for month in (5, 6)]
    bring_in(register, HEADINGS + "".join(rows))
    again = HEADINGS + "".join(reversed(rows) if turned else rows).replace(
        "On track,6", "At risk,6"
    )
    assert counts(bring_in(register, again)) == {"read": 2, "updated": 1, "unchanged": 1}
    assert [row.status for row in actions(register)] == [Status.ON_TRACK, Status.AT_RISK]


def test_rows_without_text_are_set_aside_with_their_cells(register: Register) -> None:
    result = bring_in(register, f"{HEADINGS},Fair panels,1/5/2027,CPO,,\n")
    assert counts(result) == {"read": 1, "quarantined": 1}
    (found,) = result.findings
    assert (found.rule, found.level.value, found.column) == ("row-without-text", "fail", "Action")
    assert result.rows[0].cells == {
        "Outcome": "Fair panels",
        "Due by": "1/5/2027",
        "Lead": "CPO",
    }


def test_a_row_that_breaks_a_rule_is_set_aside_and_the_others_stored(register: Register) -> None:
    result = bring_in(
        register,
        "Objective,Start,Due\nToo soon,1/5/2027,1/4/2027\nIn time,1/4/2027,1/5/2027\n",
    )
    assert counts(result) == {"read": 2, "created": 1, "quarantined": 1}
    (found,) = result.findings
    assert (found.rule, found.level.value, found.column, found.value) == (
        *("row-invalid", "fail", "Due", "1/4/2027"),
    )
    assert found.message.startswith("Due is before the start, 1 May 2027.")
    assert [row.title for row in objectives(register)] == ["In time"]


def test_text_that_is_too_long_is_set_aside(register: Register) -> None:
    result = bring_in(register, f"Action,Lead\nDo it,{'x' * 301}\nDo that,Chair\n")
    assert counts(result) == {"read": 2, "created": 1, "quarantined": 1}
    assert [(one.rule, one.column) for one in result.findings] == [("row-invalid", "Lead")]


def test_a_change_that_breaks_a_rule_leaves_the_record(register: Register) -> None:
    records.add(
        register, ObjectiveDraft(title="Raise it", due=Due(datetime(2027, 1, 1).date(), "1/1/2027"))
    )
    result = bring_in(register, "Objective,Start\nRaise it,1/5/2027\n")
    assert counts(result) == {"read": 1, "quarantined": 1}
    assert objectives(register)[0].start_on is None


def test_a_set_aside_row_twice_is_set_aside_twice(register: Register) -> None:
    result = bring_in(register, f"Action,Lead\nDo it,{'x' * 301}\nDo it,{'x' * 301}\n")
    assert counts(result) == {"read": 2, "quarantined": 2}
    assert [one.rule for one in result.findings] == ["row-invalid", "row-duplicate", "row-invalid"]


def test_a_banner_in_the_main_column_is_told(register: Register) -> None:
    result = bring_in(register, f"{HEADINGS}Theme 1,,,,,\n{PLAN.partition(chr(10))[2]}")
    assert counts(result) == {"read": 2, "created": 2, "skipped": 1}
    assert rules(result)[0] == ("row-banner", "row 2")
    assert result.findings[0].value == "Theme 1"


def test_a_banner_in_another_column_is_not(register: Register) -> None:
    result = bring_in(register, "No,Action,Due\nTheme 1,,\n1,Do it,1/5/2027\n2,Do that,1/5/2027\n")
    assert counts(result) == {"read": 2, "created": 2, "skipped": 1}
    assert result.findings == ()


def test_a_measure_follows_its_objective(register: Register) -> None:
    plan = "Objective,Measure,Unit,Baseline,Target\nRaise it,Staff,%,14,18\n"
    bring_in(register, plan)
    assert counts(bring_in(register, plan)) == {"read": 1, "unchanged": 1}
    assert counts(bring_in(register, plan.replace("18", "20"))) == {"read": 1, "updated": 1}
    assert [(row.name, row.target) for row in measures(register)] == [("Staff", Decimal(20))]
    result = bring_in(register, plan.replace("Staff,%,14,18", "Managers,%,10,20"))
    assert counts(result) == {"read": 1, "updated": 1}
    assert [row.name for row in measures(register)] == ["Staff", "Managers"]


def test_a_new_target_changes_a_measure_that_was_renamed(register: Register) -> None:
    plan = "Objective,Measure,Target\nRaise it,Staff,18\n"
    bring_in(register, plan)
    stored = records.get(register, "MEA-001")
    assert isinstance(stored.draft, MeasureDraft)
    change(register, "MEA-001", name="Staff in bands 8a and above")
    bring_in(register, plan.replace("18", "20"))
    assert [(row.name, row.target) for row in measures(register)] == [
        ("Staff in bands 8a and above", Decimal(20))
    ]


def test_a_record_shows_the_cells_that_it_came_from(register: Register) -> None:
    bring_in(register, "Action,Due by,Cost\nDo it,31/4/2016,£40\n")
    assert source_cells(register, "ACT-001") == {
        "Action": "Do it",
        "Due by": "31/4/2016",
        "Cost": "£40",
    }
