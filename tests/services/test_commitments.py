"""The commitment workbench."""

from __future__ import annotations

from decimal import Decimal

import pytest

from edi_tui.domain.errors import EdiError, InvalidError, NotFoundError, WithdrawnError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import CommitmentDraft, ObjectiveDraft
from edi_tui.domain.rows import CommitmentRow
from edi_tui.services import records
from edi_tui.services.commitments import draft_from, park, take_in
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register

PLEDGE = (
    "Our pledge\n\n"
    "Every panel will be mixed. We are committed to:\n"
    "• publishing what we pay,\n  every year\n"
    "• every panel will be mixed\n"
)


@pytest.fixture
def pledged(register: Register) -> Register:
    """A register with the two sentences of a pledge."""
    take_in(register, "Race pledge", PLEDGE)
    return register


def commitments(register: Register) -> list[CommitmentRow]:
    rows = rows_of(register, Kind.COMMITMENT)
    return [row for row in rows if isinstance(row, CommitmentRow)]


def objective(register: Register, ref: str) -> ObjectiveDraft:
    draft = records.get(register, ref).draft
    assert isinstance(draft, ObjectiveDraft)
    return draft


def test_each_sentence_is_kept_once_in_its_own_words_and_with_its_place(register: Register) -> None:
    assert take_in(register, " Race\npledge ", PLEDGE) == ["CMT-001", "CMT-002"]
    assert [(row.text, row.statement, row.place, row.state) for row in commitments(register)] == [
        ("Every panel will be mixed.", "Race pledge", Decimal(2), "Open"),
        ("publishing what we pay, every year", "Race pledge", Decimal(4), "Open"),
    ]


def test_a_statement_is_taken_in_as_one_change(pledged: Register) -> None:
    told = [entry for entry in history_of(pledged) if entry.summary == "take in Race pledge"]
    assert len(told) == 2
    assert len({entry.group_id for entry in told}) == 1


def test_the_same_statement_again_adds_only_what_is_new(pledged: Register) -> None:
    before = history_of(pledged)
    assert take_in(pledged, "RACE PLEDGE", PLEDGE.replace("panel", "Panel ")) == []
    assert history_of(pledged) == before
    assert take_in(pledged, "Race pledge", PLEDGE + "• hearing our networks") == ["CMT-003"]


def test_the_same_words_of_another_statement_are_another_commitment(pledged: Register) -> None:
    assert take_in(pledged, "Pay pledge", PLEDGE) == ["CMT-003", "CMT-004"]


def test_what_was_withdrawn_is_not_taken_in_again(pledged: Register) -> None:
    records.withdraw(pledged, "CMT-001", "Not ours", version=1)
    assert take_in(pledged, "Race pledge", PLEDGE) == []


@pytest.mark.parametrize("text", ["", " \n ", "Our pledge\n\nWe are committed to:"])
def test_a_statement_without_a_sentence_is_refused(register: Register, text: str) -> None:
    with pytest.raises(EdiError, match="has no sentence of three words"):
        take_in(register, "Race pledge", text)


def test_a_statement_without_a_title_is_refused(register: Register) -> None:
    with pytest.raises(InvalidError, match="Say where it was said") as caught:
        take_in(register, " \n", PLEDGE)
    assert list(caught.value.problems) == ["title"]
    assert commitments(register) == []


def test_nothing_is_stored_where_one_sentence_cannot_be(register: Register) -> None:
    with pytest.raises(InvalidError):
        take_in(register, "Race pledge", "We act on this.\n" + "on and " * 4000)
    assert commitments(register) == []


def test_a_commitment_becomes_an_objective_in_its_own_words(pledged: Register) -> None:
    assert draft_from(pledged, "cmt 2").ref == "OBJ-001"
    made = objective(pledged, "OBJ-001")
    assert (made.title, made.plan) == ("publishing what we pay, every year", "Race pledge")
    assert [row.state for row in commitments(pledged)] == ["Open", "Became OBJ-001"]
    told = history_of(pledged)[:2]
    assert {entry.summary for entry in told} == {"draft an objective from CMT-002"}
    assert told[0].group_id == told[1].group_id


@pytest.mark.parametrize("again", [False, True])
def test_a_commitment_becomes_one_objective_only(pledged: Register, again: bool) -> None:
    draft_from(pledged, "CMT-001")
    with pytest.raises(EdiError, match="CMT-001 became OBJ-001 already"):
        draft_from(pledged, "CMT-001", again=again)
    with pytest.raises(EdiError, match="CMT-001 became OBJ-001 already"):
        park(pledged, "CMT-001", "Enough")
    assert len(rows_of(pledged, Kind.OBJECTIVE)) == 1


def test_a_commitment_is_free_again_once_its_objective_is_withdrawn(pledged: Register) -> None:
    draft_from(pledged, "CMT-001")
    draft_from(pledged, "CMT-002")
    for ref in ("OBJ-001", "OBJ-002"):
        records.withdraw(pledged, ref, "Not SMART", version=1)
    assert draft_from(pledged, "CMT-001").ref == "OBJ-003"
    park(pledged, "CMT-002", "Later")
    assert [row.state for row in commitments(pledged)] == ["Became OBJ-003", "Parked"]


def test_a_commitment_is_parked_for_a_reason(pledged: Register) -> None:
    assert park(pledged, "cmt-1", " Done already ").ref == "CMT-001"
    assert [(row.state, row.parked) for row in commitments(pledged)] == [
        ("Parked", "Done already"),
        ("Open", ""),
    ]
    assert history_of(pledged)[0].summary == "park CMT-001"
    assert not park(pledged, "CMT-001", "Done already").changed
    with pytest.raises(InvalidError, match="Say why nothing follows") as caught:
        park(pledged, "CMT-002", " ")
    assert list(caught.value.problems) == ["reason"]


def test_a_parked_commitment_is_taken_up_only_when_that_is_meant(pledged: Register) -> None:
    park(pledged, "CMT-001", "Done already")
    with pytest.raises(EdiError, match=r"CMT-001 was parked \(Done already\)\. Say --again"):
        draft_from(pledged, "CMT-001")
    assert draft_from(pledged, "CMT-001", again=True).ref == "OBJ-001"
    assert (commitments(pledged)[0].state, commitments(pledged)[0].parked) == (
        *("Became OBJ-001", ""),
    )


def test_only_a_commitment_can_be_drafted_or_parked(pledged: Register) -> None:
    for act in (draft_from, lambda register, ref: park(register, ref, "No")):
        with pytest.raises(EdiError, match="FWK-001 is not a commitment but of the kind framework"):
            act(pledged, "HIA1")
        with pytest.raises(NotFoundError):
            act(pledged, "CMT-009")


def test_a_withdrawn_commitment_stays_as_it_is(pledged: Register) -> None:
    records.withdraw(pledged, "CMT-001", "Not ours", version=1)
    with pytest.raises(WithdrawnError):
        draft_from(pledged, "CMT-001")
    assert rows_of(pledged, Kind.OBJECTIVE) == []
    assert isinstance(records.get(pledged, "CMT-001").draft, CommitmentDraft)
