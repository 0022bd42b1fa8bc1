from __future__ import annotations

from edi_tui.domain.rules.duplicates import copied
from edi_tui.domain.words import Status
from tests.domain.rules.rows import objective, said, says, view

FIRST = objective(ref="OBJ-001", title="Champion inclusion")


def test_the_same_words_for_another_owner_are_copied() -> None:
    other = objective(ref="OBJ-002", title="champion  inclusion.", owner_ref="MEM-002")
    remark = said(copied, FIRST, view(FIRST, other))
    assert (remark.value, remark.facts) == ("Champion inclusion", {"others": "OBJ-002"})


def test_the_same_words_for_the_same_owner_are_no_copy() -> None:
    again = objective(ref="OBJ-002", title="Champion inclusion")
    assert says(copied, FIRST, view(FIRST, again)) == []


def test_other_words_are_no_copy() -> None:
    other = objective(ref="OBJ-002", title="Champion fairness", owner_ref="MEM-002")
    assert says(copied, FIRST, view(FIRST, other)) == []


def test_a_closed_objective_is_nobodys_copy() -> None:
    closed = objective(
        ref="OBJ-002", title=FIRST.title, owner_ref="MEM-002", status=Status.COMPLETE
    )
    assert says(copied, FIRST, view(FIRST, closed)) == []


def test_many_copies_are_counted() -> None:
    others = [
        objective(ref=f"OBJ-00{n}", title=FIRST.title, owner_ref=f"MEM-00{n}") for n in range(2, 7)
    ]
    three = said(copied, FIRST, view(FIRST, *others[:3])).facts
    five = said(copied, FIRST, view(FIRST, *others)).facts
    assert three == {"others": "OBJ-002, OBJ-003, OBJ-004"}
    assert five == {"others": "OBJ-002, OBJ-003, OBJ-004 and 2 more"}


def test_the_fourth_copy_is_counted() -> None:
    others = [
        objective(ref=f"OBJ-00{n}", title=FIRST.title, owner_ref=f"MEM-00{n}") for n in range(2, 6)
    ]
    facts = said(copied, FIRST, view(FIRST, *others)).facts
    assert facts == {"others": "OBJ-002, OBJ-003, OBJ-004 and 1 more"}


def test_an_objective_that_is_not_kept_yet_is_nobodys_copy() -> None:
    assert says(copied, FIRST, view()) == []
