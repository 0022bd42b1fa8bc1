"""The board, its objectives and its networks in the sample."""

from __future__ import annotations

from edi_tui.domain.words import (
    Appointment,
    Attendance,
    Direction,
    EngagementKind,
    Level,
    NetworkState,
    Scope,
    Seat,
    SponsorKind,
    Standing,
    Status,
    Word,
)
from tests.sample_data.sample import NETWORKS, OBJECTIVES, STORY, records


def labels(words: type[Word]) -> set[str]:
    return {word.label for word in words}


MEMBERS = {row["Role"]: row for row in records("board/board-members.csv")}


def test_objectives_are_of_every_level_and_both_scopes() -> None:
    assert {row["Level"] for row in OBJECTIVES.values()} == labels(Level)
    assert {row["Scope"] for row in OBJECTIVES.values()} == labels(Scope)
    assert {row["Owner"] for row in OBJECTIVES.values()} <= set(MEMBERS)
    assert all(row["Start"] < row["Due"] for row in OBJECTIVES.values())
    assert all(
        row["Status"] in labels(Status) and row["Direction"] in labels(Direction) | {""}
        for row in OBJECTIVES.values()
        if row["Status"]
    )


def test_the_board_has_fourteen_seats_each_with_its_own_role() -> None:
    rows = records("board/board-members.csv")
    assert len(rows) == len(MEMBERS) == 14
    assert {row["Seat"] for row in rows} == labels(Seat)
    assert {row["Standing"] for row in rows} == labels(Standing)
    assert {row["Voting"] for row in rows} == {"yes", "no"}


def test_networks_and_sponsorships_use_the_words_of_the_register() -> None:
    terms = records("board/sponsorships.csv")
    assert {row["State"] for row in records("board/networks.csv")} <= labels(NetworkState)
    assert {row["Kind"] for row in terms} == labels(SponsorKind)
    assert {row["Appointed"] for row in terms} <= labels(Appointment)
    assert {row["Network"] for row in terms} == NETWORKS
    assert [row["Network"] for row in terms if not row["Achieves"]] == ["LGBTQ+ Network"]


def test_sponsors_are_named_as_the_board_is_and_serve_within_their_seat() -> None:
    by_name = {row["Name"]: row for row in MEMBERS.values()}
    for term in records("board/sponsorships.csv"):
        seat = (MEMBERS | by_name)[term["Member"]]
        assert seat["From"] <= term["From"], term


def test_one_network_has_no_executive_sponsor_now() -> None:
    covered = {
        row["Network"]
        for row in records("board/sponsorships.csv")
        if row["Kind"] == SponsorKind.EXECUTIVE.label and not row["To"]
    }
    assert NETWORKS - covered == {"Women's Network"}


def test_engagements_are_of_sponsors_in_their_terms() -> None:
    roles = {row["Name"]: role for role, row in MEMBERS.items()}
    terms = [
        (term["Network"], roles.get(term["Member"], term["Member"]), term["From"], term["To"])
        for term in records("board/sponsorships.csv")
    ]
    for entry in STORY["engagement"]:
        on = entry["on"].isoformat()
        assert entry["on"] <= STORY["today"]
        assert entry["kind"] in set(EngagementKind)
        assert entry["attendance"] in set(Attendance)
        assert any(
            (network, role) == (entry["network"], entry["member"])
            and start <= on <= (end or "9999")
            for network, role, start, end in terms
        ), entry


def test_mentoring_sessions_are_as_many_as_were_counted() -> None:
    held = [e["on"] for e in STORY["engagement"] if e["kind"] == EngagementKind.REVERSE_MENTORING]
    counted = next(m for m in STORY["measure"] if "mentoring" in m["name"])["readings"]
    for reading in counted:
        assert sum(on <= reading["as_at"] for on in held) == reading["value"]
