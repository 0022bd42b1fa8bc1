"""What people explained once is used by the next import, and said."""

from __future__ import annotations

import pytest

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.records import MemberDraft, ObjectiveDraft
from edi_tui.domain.words import Status
from edi_tui.imports.options import ImportOptions
from edi_tui.imports.result import ImportResult
from edi_tui.services import desk_decisions, records
from edi_tui.services.desk import desk
from edi_tui.services.learned import forget, learned
from edi_tui.services.register import Register
from tests.imports.importing import actions, bring_in, digest

PLAN = "Action,Zieltermin,RAG\nTrain panels,1 May 2027,Green\n"
NEXT = "Action,Zieltermin,RAG\nAsk staff,1 June 2027,green\n"
CHOSEN = ImportOptions(chosen={"Zieltermin": "due"})


def told(result: ImportResult) -> list[str]:
    """Return what an import said that it remembered."""
    return [one.message for one in result.findings if one.rule == "remembered"]


def test_a_heading_that_was_mapped_is_read_the_next_time(register: Register) -> None:
    bring_in(register, PLAN, CHOSEN)
    result = bring_in(register, NEXT, name="next.csv")
    assert told(result) == ["Remembered: “Zieltermin” is the due of actions."]
    assert [row.due_on is not None for row in actions(register)] == [True, True]


def test_what_was_forgotten_is_asked_again(register: Register) -> None:
    bring_in(register, PLAN, CHOSEN)
    forget(register, "LRN-001")
    result = bring_in(register, NEXT, name="next.csv")
    assert told(result) == []
    assert "heading-unknown" in [one.rule for one in result.findings]


def test_a_preview_teaches_nothing(register: Register) -> None:
    before = digest(register)
    bring_in(register, PLAN, ImportOptions(chosen={"Zieltermin": "due"}, dry_run=True))
    assert digest(register) == before
    assert learned(register) == ()


def test_what_is_known_anyway_is_not_remembered(register: Register) -> None:
    bring_in(register, PLAN, ImportOptions(chosen={"Action": "text", "Zieltermin": "-"}))
    assert [row.told for row in learned(register)] == [
        "“Zieltermin” is left out of lists of actions"
    ]
    result = bring_in(register, NEXT, name="next.csv")
    assert "heading-unknown" not in [one.rule for one in result.findings]


def test_a_heading_of_the_file_goes_before_one_that_was_learned(register: Register) -> None:
    bring_in(register, PLAN, CHOSEN)
    both = "Action,Zieltermin,Due by\nAsk staff,soon,1 June 2027\n"
    result = bring_in(register, both, name="both.csv")
    assert told(result) == []
    assert actions(register)[-1].due_text == "1 June 2027"


def test_a_choice_goes_before_what_was_learned(register: Register) -> None:
    bring_in(register, PLAN, CHOSEN)
    bring_in(register, NEXT, ImportOptions(chosen={"Zieltermin": "outcome"}), name="next.csv")
    assert [row.meaning for row in learned(register)] == ["outcome"]
    with pytest.raises(InvalidError):
        bring_in(register, NEXT, ImportOptions(chosen={"Zieltermin": "nothing"}))


def test_a_colour_that_was_explained_needs_no_look_any_more(register: Register) -> None:
    bring_in(register, PLAN, CHOSEN)
    (item,) = desk(register)
    desk_decisions.answer(register, item.number, "at risk")
    result = bring_in(register, NEXT, name="next.csv")
    assert len(told(result)) == 2
    assert not [one for one in result.findings if one.level is FindingLevel.WARN]
    assert [row.status for row in actions(register)] == [Status.AT_RISK] * 2
    assert desk(register) == ()


def test_initials_that_were_explained_name_the_owner(register: Register) -> None:
    records.add(register, MemberDraft(name="Ada Obi", role="Chief People Officer"))
    bring_in(register, "Objective,Owner\nRaise it,CPO\n")
    (item,) = desk(register)
    desk_decisions.accept(register, [item.number])
    result = bring_in(register, "Objective,Owner\nLower it,cpo\n", name="next.csv")
    assert "is Chief People Officer, Ada Obi (MEM-001)" in told(result)[0]
    draft = records.get(register, "OBJ-002").draft
    assert isinstance(draft, ObjectiveDraft)
    assert (draft.owner, draft.owner_text) == ("MEM-001", "")
    records.withdraw(register, "MEM-001", "left", version=1)
    assert learned(register) == ()
