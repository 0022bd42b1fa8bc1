from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import MemberDraft, NetworkDraft
from edi_tui.domain.rows import SponsorshipRow
from edi_tui.domain.words import Appointment, Seat, SponsorKind, Standing
from edi_tui.imports.run import ImportOptions
from edi_tui.services import records
from edi_tui.services.lists import rows_of
from tests.imports.importing import bring_in, counts, members, rules

if TYPE_CHECKING:
    from edi_tui.services.register import Register


@pytest.fixture
def board(register: Register) -> Register:
    """Return a register with two seats and a network."""
    records.add(register, MemberDraft(name="Ms A", role="Chief Nurse", seat=Seat.EXECUTIVE))
    records.add(register, MemberDraft(name="Mr B", role="Vice Chair", seat=Seat.NON_EXECUTIVE))
    records.add(register, NetworkDraft(name="Race Equality Network"))
    return register


def sponsorships(register: Register) -> list[SponsorshipRow]:
    rows = rows_of(register, Kind.SPONSORSHIP)
    return [row for row in rows if isinstance(row, SponsorshipRow)]


def test_every_column_of_a_seat_is_read(register: Register) -> None:
    result = bring_in(
        register,
        "Name,Role,Seat,Standing,Voting,From,To\n"
        "Siân O’Neill,Chair,Chair,Interim,yes,1/5/2026,30/4/2027\n"
        "Vacant,Chief Operating Officer,Executive director,Vacant,no,,\n",
    )
    first, second = members(register)
    assert (first.name, first.role, first.seat, first.standing, first.voting) == (
        *("Siân O’Neill", "Chair", Seat.CHAIR, Standing.INTERIM, True),
    )
    assert (str(first.from_on), str(first.to_on)) == ("2026-05-01", "2027-04-30")
    assert (second.name, second.standing, second.voting) == ("", Standing.VACANT, False)
    assert result.findings == ()


@pytest.mark.parametrize("name", ["Vacant", "vacant", "TBC", "", "To be appointed"])
def test_a_seat_that_names_nobody_is_vacant(register: Register, name: str) -> None:
    bring_in(register, f"Name,Role,Seat\n{name},Chair,Chair\n")
    assert [(row.name, row.standing) for row in members(register)] == [("", Standing.VACANT)]


@pytest.mark.parametrize(
    ("cells", "seat"),
    [
        ("Non-executive Director,", Seat.NON_EXECUTIVE),
        ("Chair,", Seat.CHAIR),
        ("Professor,NED 1", Seat.NON_EXECUTIVE),
        ("Chief Executive,chief_executive", Seat.CHIEF_EXECUTIVE),
    ],
)
def test_a_seat_is_read_from_its_kind_or_else_from_its_role(
    register: Register, cells: str, seat: Seat
) -> None:
    result = bring_in(register, f"Name,Role,Seat\nMs A,{cells}\n")
    assert rules(result) == []
    assert members(register)[0].seat is seat


def test_a_seat_without_a_kind_is_told(register: Register) -> None:
    result = bring_in(register, "Name,Role,Voting\nMs A,Company Secretary,yes\n")
    assert rules(result) == [("seat-assumed", "row 2")]
    assert members(register)[0].seat is Seat.EXECUTIVE


def test_a_vote_that_is_neither_yes_nor_no_is_told(register: Register) -> None:
    result = bring_in(register, "Name,Role,Seat,Voting\nMs A,Chair,Chair,perhaps\n")
    assert rules(result) == [("word-unknown", "row 2")]


def test_a_name_without_a_role_is_set_aside(register: Register) -> None:
    result = bring_in(register, "Name,Role,Seat\nMs A,,Chair\n")
    assert counts(result) == {"read": 1, "quarantined": 1}
    assert [(one.rule, one.column, one.level.value) for one in result.findings] == [
        ("row-invalid", "Role", "fail")
    ]


def test_a_new_holder_takes_the_one_seat_of_the_role(register: Register) -> None:
    bring_in(register, "Name,Role,Seat\nVacant,Chair,Chair\nMs A,Director,Executive director\n")
    result = bring_in(register, "Name,Role,Seat\nMs C,Chair,Chair\n", name="later.csv")
    assert counts(result) == {"read": 1, "updated": 1}
    chair = members(register)[0]
    assert (chair.ref, chair.name, chair.standing) == ("MEM-001", "Ms C", Standing.SUBSTANTIVE)


def test_seats_of_one_role_are_told_apart_by_name(register: Register) -> None:
    seats = "Name,Role,Seat\nMs A,Director,Executive director\nMr B,Director,Executive director\n"
    bring_in(register, seats)
    again = bring_in(register, seats.replace("Mr B", "Mr C"))
    assert counts(again) == {"read": 2, "created": 1, "unchanged": 1}
    assert [row.name for row in members(register)] == ["Ms A", "Mr B", "Mr C"]


def test_every_column_of_a_sponsorship_is_read(board: Register) -> None:
    result = bring_in(
        board,
        "Network,Member,Kind,Appointed,From,To,Achieves\n"
        "race equality network,Ms A,Executive sponsor,Volunteered,1/4/2025,,Answers in 60 days\n",
    )
    (term,) = sponsorships(board)
    assert (term.network_ref, term.member_ref, term.kind) == (
        *("NET-001", "MEM-001", SponsorKind.EXECUTIVE),
    )
    assert (term.appointed, str(term.from_on), term.achieves) == (
        *(Appointment.VOLUNTEERED, "2025-04-01", "Answers in 60 days"),
    )
    assert result.findings == ()


def test_a_sponsorship_without_a_kind_is_that_of_the_seat(board: Register) -> None:
    bring_in(
        board,
        "Network,Sponsor,From\nRace Equality Network,Chief Nurse,\n"
        "Race Equality Network,Vice Chair,\n",
    )
    assert [term.kind for term in sponsorships(board)] == [
        SponsorKind.EXECUTIVE,
        SponsorKind.NON_EXECUTIVE,
    ]


def test_a_sponsorship_of_someone_unknown_is_set_aside(board: Register) -> None:
    result = bring_in(board, "Network,Member,From\nRace Equality Network,Ms Z,\nNo Network,Ms A,\n")
    assert counts(result) == {"read": 2, "quarantined": 2}
    assert [(one.rule, one.level.value, one.column) for one in result.findings] == [
        ("link-unknown", "fail", "Member"),
        ("link-unknown", "fail", "Network"),
    ]
    assert sponsorships(board) == []


def test_a_sponsorship_without_a_sponsor_says_nothing(board: Register) -> None:
    result = bring_in(
        board, "From,Network,Member\n1/4/2026,Race Equality Network,\n1/5/2026,,Ms A\n"
    )
    assert [(one.rule, one.column) for one in result.findings] == [
        ("row-without-text", "Member"),
        ("row-without-text", "Network"),
    ]


NETWORKS = "Network,Characteristic,Chair,Executive sponsor,NED sponsor\n"


def test_the_sponsors_of_a_network_become_sponsorships(board: Register) -> None:
    result = bring_in(
        board,
        f"{NETWORKS}Women’s Network,Sex,Network chair,Chief Nurse,Mr B\n"
        "Faith Network,Religion,Network chair,Vacant,Mr Z\n",
    )
    assert counts(result) == {"read": 2, "created": 2}
    assert [(one.rule, one.level.value, one.value) for one in result.findings] == [
        ("link-unknown", "warn", "Mr Z")
    ]
    assert [(term.network, term.member_ref, term.kind) for term in sponsorships(board)] == [
        ("Women’s Network", "MEM-001", SponsorKind.EXECUTIVE),
        ("Women’s Network", "MEM-002", SponsorKind.NON_EXECUTIVE),
    ]


def test_a_sponsor_is_not_stored_twice(board: Register) -> None:
    text = f"{NETWORKS}Race Equality Network,Race,Chair,Chief Nurse,\n"
    assert counts(bring_in(board, text)) == {"read": 1, "updated": 1}
    assert counts(bring_in(board, text, ImportOptions(kind=Kind.NETWORK), name="b.csv")) == {
        "read": 1,
        "unchanged": 1,
    }
    assert len(sponsorships(board)) == 1


def test_a_new_sponsor_updates_the_network(board: Register) -> None:
    bring_in(board, f"{NETWORKS}Race Equality Network,Race,Chair,Chief Nurse,\n")
    result = bring_in(board, f"{NETWORKS}Race Equality Network,Race,Chair,Chief Nurse,Mr B\n")
    assert counts(result) == {"read": 1, "updated": 1}
    assert len(sponsorships(board)) == 2
