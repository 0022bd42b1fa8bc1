"""The Desk: what imports left open, and settling it for good."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.desk import DeskItem, Matter
from edi_tui.domain.errors import EdiError, InvalidError, NotFoundError
from edi_tui.domain.records import ActionDraft, MemberDraft, ObjectiveDraft, UpdateDraft
from edi_tui.domain.words import Choice, LearnedSort, Status
from edi_tui.services import desk_decisions as decisions
from edi_tui.services import records
from edi_tui.services.desk import desk
from edi_tui.services.learned import forget, learned
from edi_tui.services.lists import history_of
from edi_tui.services.register import Register
from edi_tui.services.undo import redo, undo
from tests.imports.importing import bring_in

PLAN = (
    "Action,Due by,Lead,RAG\n"
    "Train panels,31/6/2027,CPO,Complete\n"
    "Ask staff,June 27,CEO,Completed although on hold\n"
    "Publish,ongoing,CEO,G\n"
    "Review,1 May 2027,CEO,G\n"
)
OWNED = "Objective,Owner,Due\nRaise it,CPO,1 May 2027\nLower it,CPO,1 May 2027\n"


def waiting(register: Register) -> list[tuple[Matter, str]]:
    """Return the sort and the record of everything on the Desk."""
    return [(item.matter, item.ref) for item in desk(register)]


def item_of(register: Register, ref: str, matter: Matter) -> DeskItem:
    """Return what waits about a record."""
    return next(one for one in desk(register) if (one.ref, one.matter) == (ref, matter))


def number(register: Register, ref: str, matter: Matter) -> int:
    """Return the number of what waits about a record."""
    return item_of(register, ref, matter).number


def due(register: Register, ref: str) -> tuple[date | None, str]:
    """Return the due day of an action, and its words."""
    draft = records.get(register, ref).draft
    assert isinstance(draft, ActionDraft | ObjectiveDraft)
    return draft.due.on, draft.due.text


def test_everything_that_was_not_read_waits_with_what_may_be_accepted(register: Register) -> None:
    bring_in(register, PLAN)
    assert waiting(register) == [
        (Matter.DATE, "ACT-001"),
        (Matter.DATE, "ACT-002"),
        (Matter.STATUS, "ACT-002"),
        (Matter.DATE, "ACT-003"),
        (Matter.STATUS, "ACT-003"),
    ]
    first = desk(register)[0]
    assert first.finding.value == "31/6/2027"
    assert first.finding.where == "plan.csv, row 2"
    assert first.what == "Train panels"
    assert first.cells["Lead"] == "CPO"
    assert [str(offer) for offer in first.proposals] == [
        "30 Jun 2027 (the last day of the month)",
        "1 Jul 2027 (the day after that month ends)",
    ]
    assert item_of(register, "ACT-003", Matter.DATE).proposals == ()
    legend = item_of(register, "ACT-003", Matter.STATUS)
    assert legend.refs == ("ACT-003", "ACT-004")
    assert str(legend.proposals[0]) == "On track (its usual meaning)"


def test_an_accepted_date_keeps_its_words_and_does_not_come_back(register: Register) -> None:
    bring_in(register, PLAN)
    done = decisions.accept(register, [number(register, "ACT-001", Matter.DATE)])
    assert done.told == "ACT-001: due 30 Jun 2027."
    assert due(register, "ACT-001") == (date(2027, 6, 30), "31/6/2027")
    assert (Matter.DATE, "ACT-001") not in waiting(register)
    bring_in(register, PLAN + "Another,31/6/2027,CPO,Complete\n")
    assert (Matter.DATE, "ACT-001") not in waiting(register)
    assert (Matter.DATE, "ACT-005") in waiting(register)
    assert due(register, "ACT-001")[0] == date(2027, 6, 30)


def test_another_proposal_is_accepted_by_its_place(register: Register) -> None:
    bring_in(register, PLAN)
    decisions.accept(register, [number(register, "ACT-001", Matter.DATE)], 1)
    assert due(register, "ACT-001")[0] == date(2027, 7, 1)


def test_who_decided_what_stands_in_the_history(register: Register) -> None:
    bring_in(register, PLAN)
    decisions.accept(register, [number(register, "ACT-001", Matter.DATE)])
    made = [change for change in history_of(register) if change.ref == "DEC-001"]
    (change,) = made
    assert (change.who, change.summary) == ("tester", "desk: accept date of ACT-001")
    said = (change.after["rule"], change.after["words"], change.after["chosen"])
    assert said == ("date-impossible", "31/6/2027", "30 Jun 2027")
    edited = [one for one in history_of(register) if one.group_id == change.group_id]
    assert {one.ref for one in edited} == {"DEC-001", "ACT-001"}


def test_a_decision_taken_back_waits_again(register: Register) -> None:
    bring_in(register, PLAN)
    decisions.keep(register, [number(register, "ACT-003", Matter.DATE)])
    assert (Matter.DATE, "ACT-003") not in waiting(register)
    records.withdraw(register, "DEC-001", "too soon", version=1)
    assert (Matter.DATE, "ACT-003") in waiting(register)


def test_an_undone_decision_waits_again_and_a_redone_one_does_not(register: Register) -> None:
    bring_in(register, PLAN)
    decisions.accept(register, [number(register, "ACT-003", Matter.STATUS)])
    undo(register)
    assert ((Matter.STATUS, "ACT-003") in waiting(register), learned(register)) == (True, ())
    assert redo(register).name.startswith("desk: accept status of ACT-003")
    assert (Matter.STATUS, "ACT-003") not in waiting(register)
    assert len(learned(register)) == 1


def test_an_import_that_was_undone_leaves_nothing_on_the_desk(register: Register) -> None:
    bring_in(register, PLAN)
    undo(register)
    assert desk(register) == ()


def test_words_that_are_typed_are_read_like_any_date(register: Register) -> None:
    bring_in(register, PLAN)
    wanted = number(register, "ACT-003", Matter.DATE)
    with pytest.raises(InvalidError, match="could not be read as a date"):
        decisions.answer(register, wanted, "sometime")
    decisions.answer(register, wanted, "end of June 2027")
    assert due(register, "ACT-003") == (date(2027, 6, 30), "ongoing")
    decision = records.get(register, "DEC-001").draft
    assert getattr(decision, "choice", None) is Choice.CORRECTED


def test_a_date_that_is_left_out_leaves_no_words(register: Register) -> None:
    bring_in(register, PLAN)
    decisions.reject(register, [number(register, "ACT-003", Matter.DATE)])
    assert due(register, "ACT-003") == (None, "")
    assert (Matter.DATE, "ACT-003") not in waiting(register)


def test_many_are_accepted_as_one_step(register: Register) -> None:
    rows = "".join(f"Action {n},31/6/2027\n" for n in range(10))
    bring_in(register, f"Action,Due by\n{rows}")
    numbers = [one.number for one in desk(register)]
    assert len(numbers) == 10
    done = decisions.accept(register, numbers)
    assert (done.count, len(done.refs)) == (10, 10)
    assert desk(register) == ()
    newest = history_of(register)[0]
    assert newest.summary == "desk: accept 10 things"
    assert sum(one.group_id == newest.group_id for one in history_of(register)) == 20


def test_a_refusal_of_one_stores_none(register: Register) -> None:
    bring_in(register, PLAN)
    good = number(register, "ACT-001", Matter.DATE)
    bad = number(register, "ACT-003", Matter.DATE)
    with pytest.raises(EdiError, match="nothing to accept"):
        decisions.accept(register, [good, bad])
    with pytest.raises(NotFoundError, match="nothing numbered 999"):
        decisions.accept(register, [good, 999])
    assert due(register, "ACT-001")[0] is None


def test_a_status_that_named_two_is_settled_by_one_of_them(register: Register) -> None:
    bring_in(register, PLAN)
    item = item_of(register, "ACT-002", Matter.STATUS)
    assert [offer.words for offer in item.proposals] == ["Complete", "On hold"]
    decisions.accept(register, [item.number], 1)
    assert (Matter.STATUS, "ACT-002") not in waiting(register)
    update = records.get(register, "UPD-004").draft
    assert isinstance(update, UpdateDraft)
    assert (update.subject, update.status) == ("ACT-002", Status.ON_HOLD)


def test_one_answer_settles_a_colour_everywhere_and_is_remembered(register: Register) -> None:
    bring_in(register, PLAN)
    decisions.accept(register, [number(register, "ACT-003", Matter.STATUS)])
    assert Matter.STATUS not in [matter for matter, ref in waiting(register) if ref != "ACT-002"]
    (lesson,) = learned(register)
    assert (lesson.sort, lesson.told) == (LearnedSort.STATUS, "“G” means on track")
    forget(register, lesson.ref)
    assert learned(register) == ()
    assert ("ACT-003", Matter.STATUS) not in waiting(register)


def test_initials_are_offered_never_guessed_and_then_remembered(register: Register) -> None:
    records.add(register, MemberDraft(name="Ada Obi", role="Chief People Officer"))
    records.add(register, MemberDraft(name="Cy P. Oates", role="Chair"))
    bring_in(register, OWNED)
    (item,) = desk(register)
    assert item.matter is Matter.NAME
    assert item.refs == ("OBJ-001", "OBJ-002")
    assert [offer.words for offer in item.proposals] == ["MEM-001", "MEM-002"]
    decisions.accept(register, [item.number])
    owners = [getattr(records.get(register, ref).draft, "owner", "") for ref in item.refs]
    assert owners == ["MEM-001", "MEM-001"]
    assert learned(register)[0].told == "“CPO” is Chief People Officer, Ada Obi (MEM-001)"


def test_a_record_mended_by_hand_leaves_the_desk(register: Register) -> None:
    bring_in(register, PLAN)
    stored = records.get(register, "ACT-003")
    records.withdraw(register, "ACT-001", "entered twice", version=1)
    records.add(register, UpdateDraft(subject="ACT-002", on=register.today, status=Status.ON_HOLD))
    assert waiting(register) == [
        (Matter.DATE, "ACT-002"),
        (Matter.DATE, "ACT-003"),
        (Matter.STATUS, "ACT-003"),
    ]
    assert stored.version == 1


def test_an_unknown_heading_waits_until_it_is_explained_or_left_out(register: Register) -> None:
    bring_in(register, "Action,Dew by,Cost\nTrain panels,1 May 2027,£4\n")
    assert [one.finding.value for one in desk(register)] == ["Dew by", "Cost"]
    first, second = desk(register)
    assert [offer.words for offer in first.proposals][:1] == ["due"]
    decisions.accept(register, [first.number])
    decisions.reject(register, [second.number])
    assert desk(register) == ()
    assert [one.told for one in learned(register)] == [
        "“Dew by” is the due of actions",
        "“Cost” is left out of lists of actions",
    ]


def test_a_row_set_aside_is_added_without_the_file(register: Register) -> None:
    plan = "Action,Due by,Lead\nPublish,1/5/2027,CPO\n,1/6/2027,CPO\n"
    bring_in(register, plan)
    (item,) = desk(register)
    assert (item.matter, item.cells) == (Matter.ROW, {"Due by": "1/6/2027", "Lead": "CPO"})
    done = decisions.add_row(register, item.number, ActionDraft(text="Ask staff", lead="CPO"))
    assert done.refs == ("ACT-002",)
    assert desk(register) == ()
    bring_in(register, plan.replace("Publish", "Publish all"))
    assert desk(register) == ()
