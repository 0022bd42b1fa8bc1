"""The desk: one list of what needs a person, most urgent first, nothing twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from edi_tui.domain.due import Due
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.records import (
    Draft,
    MeasureDraft,
    MemberDraft,
    ObjectiveDraft,
    UpdateDraft,
    WaiverDraft,
)
from edi_tui.domain.words import Precision, Status
from edi_tui.services import records
from edi_tui.services.closing import ClosingTerms, close_quarter
from edi_tui.services.desk import desk
from edi_tui.services.register import Register
from edi_tui.services.tasks import Task
from edi_tui.services.today import today
from tests.imports.importing import bring_in


def due(register: Register, days: int) -> Due:
    """Return a due date so many days from today."""
    day = register.today + timedelta(days=days)
    return Due(day, day.isoformat(), Precision.DAY)


def tasks(register: Register, *drafts: Draft) -> list[Task]:
    """Store records and return what the desk makes of them."""
    for draft in drafts:
        records.add(register, draft)
    return list(today(register).tasks)


def matters(found: list[Task], ref: str) -> list[str]:
    """Return the matters of a record's tasks, in order."""
    return [task.matter for task in found if task.ref == ref]


def test_an_empty_register_needs_nobody_for_its_objectives(register: Register) -> None:
    assert not [task for task in tasks(register) if task.ref.startswith("OBJ")]


def test_many_smart_findings_of_one_objective_share_a_line(register: Register) -> None:
    found = tasks(register, ObjectiveDraft(title="Champion inclusion"))
    smart = [task for task in found if task.matter == "Not SMART"]
    assert [task.ref for task in smart] == ["OBJ-001"]
    assert " things to mend: " in smart[0].why
    assert smart[0].urgent
    assert smart[0].status is Status.OFF_TRACK


def test_few_smart_findings_have_a_line_each_with_their_own_field(register: Register) -> None:
    records.add(register, MemberDraft(name="Ada Obi", role="Chief People Officer"))
    found = tasks(
        register,
        ObjectiveDraft(title="Raise the share of staff to 18%", due=due(register, 200)),
        *(
            WaiverDraft(rule=rule, subject="OBJ-001", reason="Not needed")
            for rule in ("M1", "M2", "M3", "M5", "A1", "A2", "R1", "R2", "R3", "S2", "S3", "T2")
        ),
    )
    smart = [task for task in found if task.matter == "Not SMART" and task.ref == "OBJ-001"]
    assert 1 <= len(smart) <= 2
    assert "owner" in [task.field for task in smart]


def test_what_is_overdue_is_told_once(register: Register) -> None:
    found = tasks(
        register,
        ObjectiveDraft(title="Raise the share to 18%", due=due(register, -3)),
        UpdateDraft(subject="OBJ-001", on=register.today, status=Status.OFF_TRACK),
    )
    assert matters(found, "OBJ-001").count("Overdue") == 1
    assert not [task for task in found if "overdue" in task.why and task.matter != "Overdue"]


def test_failures_come_before_what_is_late(register: Register) -> None:
    found = tasks(
        register,
        ObjectiveDraft(title="Late", due=due(register, -3)),
        ObjectiveDraft(title="In time", due=due(register, 10)),
    )
    urgent = [task.urgent for task in found]
    assert urgent == sorted(urgent, reverse=True)
    assert matters(found, "OBJ-002") == ["Not SMART", "No update", "To look at", "To look at"]


def test_an_objective_that_is_yet_to_start_is_not_called_silent(register: Register) -> None:
    begins = register.today + timedelta(days=40)
    drafts = [
        ObjectiveDraft(title="Later", due=due(register, 200), start_on=begins),
        ObjectiveDraft(title="Running", due=due(register, 200)),
    ]
    found = tasks(register, *drafts)
    assert "No update" not in matters(found, "OBJ-001")
    assert "No update" in matters(found, "OBJ-002")


def test_many_things_of_one_sort_and_file_share_a_line_that_leads_to_the_desk(
    register: Register,
) -> None:
    rows = "".join(f"Action {n},Good so far and {n} more\n" for n in range(5))
    bring_in(register, f"Action,RAG\n{rows}")
    (task,) = [one for one in today(register).tasks if one.matter == "Imported"]
    assert (task.ref, task.what) == ("", "plan.csv")
    assert task.why.startswith("5 of the sort “status” from plan.csv to settle.")
    assert task.desk == desk(register)[0].number


def test_a_rule_set_aside_needs_nobody(register: Register) -> None:
    drafts = (MemberDraft(name="Ada Obi", role="Chair"), ObjectiveDraft(title="Sponsor a network"))
    before = [task for task in tasks(register, *drafts) if task.matter == "To put right"]
    assert [task.ref for task in before] == ["OBJ-001"]
    after = tasks(register, WaiverDraft(rule="H1", subject="OBJ-001", reason="Being rewritten"))
    assert "To put right" not in matters(after, "OBJ-001")


@pytest.mark.parametrize("status", [Status.COMPLETE, Status.WITHDRAWN])
def test_a_closed_objective_is_not_asked_to_be_smart(register: Register, status: Status) -> None:
    found = tasks(
        register,
        ObjectiveDraft(title="Champion inclusion"),
        MeasureDraft(name="Share", objective="OBJ-001"),
        UpdateDraft(
            subject="OBJ-001", on=register.today, status=status, reason="Settled elsewhere"
        ),
    )
    assert "Not SMART" not in matters(found, "OBJ-001")


def test_what_needs_a_person_is_worked_out_again_only_after_a_change(register: Register) -> None:
    tasks(register, ObjectiveDraft(title="Champion inclusion"))
    first = today(register)
    assert today(register) is first
    records.add(register, ObjectiveDraft(title="Champion belonging"))
    assert {task.ref for task in today(register).tasks} > {task.ref for task in first.tasks}


def test_a_quarter_that_ended_and_is_not_closed_is_called_to_mind(register: Register) -> None:
    assert "Not closed" not in [task.matter for task in tasks(register)]
    said = ObjectiveDraft(title="Raise the share", agreed_on=date(2026, 7, 1))
    (found,) = [task for task in tasks(register, said) if task.matter == "Not closed"]
    assert (found.what, found.place) == ("2026/27 Q2", "quarters")
    assert found.why == "ended on 30 Sep 2026 and is not closed, so its paper still changes"
    close_quarter(register, Quarter(2026, 2), ClosingTerms(despite="No time"))
    assert "Not closed" not in [task.matter for task in today(register).tasks]
