"""Handing over what a leaver answers for."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import (
    ActionDraft,
    ChallengeDraft,
    MemberDraft,
    NetworkDraft,
    ObjectiveDraft,
    SponsorshipDraft,
    UpdateDraft,
)
from edi_tui.domain.rows import ActionRow, ChallengeRow, ObjectiveRow, SponsorshipRow
from edi_tui.domain.words import Seat, SponsorKind, Standing, Status
from edi_tui.services import records
from edi_tui.services.drift import ledger
from edi_tui.services.handover import hand_over, preview
from edi_tui.services.lists import history_of, rows_of
from edi_tui.services.register import Register
from edi_tui.services.undo import undo
from tests.conftest import holding

LAST = date(2026, 11, 21)
"""The last day of the leaver: the day of the tests."""
AFTER = date(2026, 11, 22)


@pytest.fixture
def board(register: Register) -> Register:
    """A register in which Ada Obi has one of everything, and Sam Lea could take over."""
    return holding(
        register,
        MemberDraft(role="Chief People Officer", name="Ada Obi"),
        MemberDraft(role="Director of People", name="Sam Lea", from_on=date(2026, 11, 1)),
        MemberDraft(role="Chair", name="Lee Ray", seat=Seat.CHAIR),
        ObjectiveDraft(title="Raise the share", owner="MEM-001"),
        ObjectiveDraft(title="Close the gap", owner="MEM-001"),
        ObjectiveDraft(title="Publish", owner="MEM-003"),
        ActionDraft(text="Brief the panels", lead="Ada Obi", supporting=("Comms", "Ada Obi")),
        ActionDraft(text="Publish the data", lead="chief people officer"),
        ActionDraft(text="Other", lead="Comms"),
        ChallengeDraft(question="Why so few?", asked_on=LAST, owner="MEM-001"),
        NetworkDraft(name="Race Equality Network"),
        SponsorshipDraft(network="NET-001", member="MEM-001", achieves="Answers in 60 days"),
        UpdateDraft(subject="OBJ-002", on=LAST, status=Status.CLOSED_NOT_MET, reason="Out of time"),
    )


def objective(register: Register, as_at: date | None = None) -> ObjectiveRow:
    row = rows_of(register, Kind.OBJECTIVE, as_at=as_at)[0]
    assert isinstance(row, ObjectiveRow)
    return row


def on(register: Register, day: date) -> Register:
    """Return the register on another day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return replace(register, now=lambda: noon)


def test_the_preview_says_exactly_what_is_done(board: Register) -> None:
    before = len(history_of(board))
    told = preview(board, "MEM-001", "MEM-002")
    assert [(one.ref, one.what, one.now) for one in told.passed] == [
        ("OBJ-001", "Owner", "Director of People, Sam Lea"),
        ("ACT-001", "Lead and support", "Sam Lea; Comms; Sam Lea"),
        ("ACT-002", "Lead and support", "Director of People"),
        ("CHA-001", "Owner", "Director of People, Sam Lea"),
        ("SPO-001", "Sponsor", "Director of People, Sam Lea, from 22 Nov 2026"),
        ("MEM-001", "Seat held until", "21 Nov 2026"),
    ]
    assert [(one.ref, one.reason) for one in told.left] == [("OBJ-002", "closed (closed, not met)")]
    assert len(history_of(board)) == before
    done = hand_over(board, "MEM-001", "MEM-002")
    assert (done.passed, done.left) == (told.passed, told.left)


def test_everything_open_passes_and_papers_of_earlier_days_keep_the_old_name(
    board: Register,
) -> None:
    hand_over(board, "Ada Obi", "director of people")
    later = on(board, AFTER)
    assert (objective(later).owner, objective(later).owner_ref) == ("Director of People", "MEM-002")
    assert (objective(later, LAST).owner, objective(later, LAST).owner_ref) == (
        "Chief People Officer",
        "MEM-001",
    )
    [first, second, third] = rows_of(later, Kind.ACTION)
    assert isinstance(first, ActionRow)
    assert (first.lead, first.supporting) == ("Sam Lea", ("Comms", "Sam Lea"))
    assert [getattr(row, "lead", "") for row in (second, third)] == ["Director of People", "Comms"]
    then = rows_of(later, Kind.ACTION, as_at=LAST)[0]
    assert isinstance(then, ActionRow)
    assert (then.lead, then.supporting) == ("Ada Obi", ("Comms", "Ada Obi"))
    for day, ref in ((LAST, "MEM-001"), (AFTER, "MEM-002")):
        [challenge] = rows_of(later, Kind.CHALLENGE, as_at=day)
        assert isinstance(challenge, ChallengeRow)
        assert challenge.owner_ref == ref
    for day, counts in ((LAST, [2, 0, 1]), (AFTER, [1, 1, 1])):
        members = rows_of(later, Kind.MEMBER, as_at=day)
        assert [getattr(row, "objectives", None) for row in members] == counts
    assert "OBJ-001" not in ledger(later)


def test_a_handover_to_come_counts_from_its_day(board: Register) -> None:
    last = date(2026, 12, 31)
    hand_over(board, "MEM-001", "MEM-002", last)
    assert objective(board).owner_ref == objective(board, last).owner_ref == "MEM-001"
    assert objective(on(board, date(2027, 1, 1))).owner_ref == "MEM-002"


def test_a_handover_of_the_past_counts_from_its_day(board: Register) -> None:
    hand_over(board, "MEM-001", "MEM-002", date(2026, 9, 30))
    assert objective(board).owner_ref == "MEM-002"
    assert objective(board, date(2026, 10, 31)).owner_ref == "MEM-002"
    assert objective(board, date(2026, 9, 30)).owner_ref == "MEM-001"


def test_a_term_ends_and_the_next_begins_the_day_after(board: Register) -> None:
    hand_over(board, "MEM-001", "MEM-002")
    old, new = rows_of(board, Kind.SPONSORSHIP)
    assert isinstance(old, SponsorshipRow)
    assert isinstance(new, SponsorshipRow)
    assert (old.member_ref, old.ended_on) == ("MEM-001", LAST)
    assert (new.member_ref, new.from_on, new.ended_on) == ("MEM-002", AFTER, None)
    assert new.achieves == "Answers in 60 days"


def test_undo_gives_everything_back(board: Register) -> None:
    before = [records.get(board, ref).draft for ref in ("OBJ-001", "ACT-001", "MEM-001")]
    hand_over(board, "MEM-001", "MEM-002")
    assert undo(board).name == "hand over MEM-001 to MEM-002 (7 changes)"
    assert [records.get(board, ref).draft for ref in ("OBJ-001", "ACT-001", "MEM-001")] == before
    assert len(rows_of(board, Kind.SPONSORSHIP)) == 1
    later = on(board, AFTER)
    assert objective(later).owner_ref == objective(later, LAST).owner_ref == "MEM-001"


def test_words_that_name_others_too_are_left(board: Register) -> None:
    records.add(board, MemberDraft(role="Chief People Officer", name="Jo Day"))
    told = preview(board, "MEM-001", "MEM-002")
    assert "ACT-002" not in [one.ref for one in told.passed]
    assert "ACT-001" in [one.ref for one in told.passed]


def test_a_sponsorship_does_not_pass_to_the_other_side_of_the_board(board: Register) -> None:
    told = hand_over(board, "MEM-001", "MEM-003")
    [ended] = [one.now for one in told.passed if one.ref == "SPO-001"]
    assert ended == "ends on 21 Nov 2026; the successor's seat is chair"
    assert len(rows_of(board, Kind.SPONSORSHIP)) == 1


def test_who_sponsors_a_network_already_gets_no_second_term(board: Register) -> None:
    records.add(board, SponsorshipDraft(network="NET-001", member="MEM-002"))
    hand_over(board, "MEM-001", "MEM-002")
    assert len(rows_of(board, Kind.SPONSORSHIP)) == 2


def test_a_term_that_has_not_begun_passes_whole(board: Register) -> None:
    term = SponsorshipDraft(
        network="NET-001",
        member="MEM-003",
        kind=SponsorKind.NON_EXECUTIVE,
        from_on=date(2027, 1, 1),
    )
    ref = records.add(board, term).ref
    member = MemberDraft(role="NED", name="Kim Roe", seat=Seat.NON_EXECUTIVE)
    kim = records.add(board, member).ref
    hand_over(board, "MEM-003", kim)
    assert records.get(board, ref).draft == replace(term, member=kim)


@pytest.mark.parametrize(
    ("leaver", "successor", "day", "said"),
    [
        ("MEM-001", "MEM-001", LAST, "cannot hand over to the same seat"),
        ("MEM-009", "MEM-001", LAST, "no board member “MEM-009”"),
        ("MEM-002", "MEM-001", date(2026, 10, 1), "holds the seat from 1 Nov 2026 only"),
        ("MEM-001", "MEM-004", LAST, r"Nobody holds MEM-004 \(COO\) on 22 Nov 2026"),
        ("MEM-001", "MEM-005", LAST, r"Nobody holds MEM-005 \(CFO\)"),
    ],
)
def test_what_makes_no_sense_is_refused(
    board: Register, leaver: str, successor: str, day: date, said: str
) -> None:
    records.add(board, MemberDraft(role="COO", name="Al Poe", to_on=LAST))
    records.add(board, MemberDraft(role="CFO", standing=Standing.VACANT))
    with pytest.raises(EdiError, match=said):
        hand_over(board, leaver, successor, day)


def test_a_name_that_several_have_is_asked_about(board: Register) -> None:
    records.add(board, MemberDraft(role="Director of People", name="Jo Day"))
    with pytest.raises(InvalidError, match="could be MEM-002, MEM-004"):
        preview(board, "MEM-001", "Director of People")


def test_there_has_to_be_something_to_hand_over(board: Register) -> None:
    hand_over(board, "MEM-001", "MEM-002")
    with pytest.raises(EdiError, match="nothing of MEM-001's to hand over"):
        hand_over(board, "MEM-001", "MEM-002")
