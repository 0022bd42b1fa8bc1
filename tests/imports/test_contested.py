"""What people changed since an import is not overwritten by the next."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from edi_tui.domain.desk import CONFLICT, Matter
from edi_tui.domain.due import Due
from edi_tui.domain.records import ActionDraft
from edi_tui.domain.words import Precision
from edi_tui.services import desk_decisions, records
from edi_tui.services.desk import desk
from edi_tui.services.register import Register
from tests.imports.importing import actions, bring_in, counts, digest, rules

FIRST = "Action,Due by,Lead\nTrain panels,1 May 2027,CPO\n"
SECOND = FIRST.replace("1 May", "15 May")


def edit(register: Register, **changes: object) -> None:
    """Change the one action, as a person does."""
    stored = records.get(register, "ACT-001")
    draft = dataclasses.replace(stored.draft, **changes)
    records.edit(register, "ACT-001", draft, version=stored.version)


def due(day: date) -> Due:
    """Return a day as a due date."""
    return Due(day, day.isoformat(), Precision.DAY)


def test_a_cell_that_changed_on_both_sides_is_left_and_asked_about(register: Register) -> None:
    bring_in(register, FIRST)
    edit(register, due=due(date(2027, 6, 1)))
    result = bring_in(register, SECOND)
    assert counts(result) == {"read": 1, "unchanged": 1}
    assert rules(result) == [(CONFLICT, "row 2")]
    assert "says “15 May 2027”" in result.findings[0].message
    assert "changed to “1 Jun 2027”" in result.findings[0].message
    assert actions(register)[0].due_on == date(2027, 6, 1)
    (item,) = desk(register)
    assert (item.matter, item.ref, item.field) == (Matter.CONFLICT, "ACT-001", "due")
    assert str(item.proposals[0]) == "15 May 2027 (the file's words; the register says 1 Jun 2027)"


@pytest.mark.parametrize(("accepted", "day"), [(True, 15), (False, 1)])
def test_a_person_chooses_and_is_not_asked_again(
    register: Register, *, accepted: bool, day: int
) -> None:
    bring_in(register, FIRST)
    edit(register, due=due(date(2027, 6, 1)))
    bring_in(register, SECOND)
    (item,) = desk(register)
    settle = desk_decisions.accept if accepted else desk_decisions.keep
    settle(register, [item.number])
    assert desk(register) == ()
    on = actions(register)[0].due_on
    assert on is not None
    assert on.day == day
    before = digest(register)
    bring_in(register, SECOND)
    assert (digest(register), desk(register)) == (before, ())


def test_the_question_stays_when_another_row_of_the_file_changes(register: Register) -> None:
    bring_in(register, FIRST)
    edit(register, due=due(date(2027, 6, 1)))
    bring_in(register, SECOND)
    bring_in(register, SECOND + "Ask staff,1 June 2027,CEO\n")
    assert [item.matter for item in desk(register)] == [Matter.CONFLICT]
    assert actions(register)[0].due_on == date(2027, 6, 1)


def test_other_cells_of_the_row_are_taken_all_the_same(register: Register) -> None:
    bring_in(register, FIRST)
    edit(register, due=due(date(2027, 6, 1)))
    result = bring_in(register, SECOND.replace("CPO", "CEO"))
    assert counts(result) == {"read": 1, "updated": 1}
    (row,) = actions(register)
    assert (row.lead, row.due_on) == ("CEO", date(2027, 6, 1))


def test_a_file_that_agrees_with_the_register_is_no_question(register: Register) -> None:
    bring_in(register, FIRST)
    edit(register, due=due(date(2027, 5, 15)))
    bring_in(register, SECOND)
    assert desk(register) == ()


def test_what_nobody_edited_follows_the_file(register: Register) -> None:
    bring_in(register, FIRST)
    edit(register, lead="CEO")
    bring_in(register, SECOND)
    assert desk(register) == ()
    draft = records.get(register, "ACT-001").draft
    assert isinstance(draft, ActionDraft)
    assert (draft.due.on, draft.lead) == (date(2027, 5, 15), "CEO")
