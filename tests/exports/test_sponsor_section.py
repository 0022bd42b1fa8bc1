"""Networks and their sponsors in a status paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from edi_tui.domain.records import MemberDraft, NetworkDraft, SponsorshipDraft
from edi_tui.domain.words import NetworkState, SponsorKind
from edi_tui.services.records import add, edit, get
from edi_tui.services.register import Register
from edi_tui.services.report import StatusReport, status_report
from tests.exports.conftest import Q2
from tests.exports.paper_parts import column, section_of, table_of


def test_sponsorships_count_what_was_held_by_the_date_of_the_paper(report: StatusReport) -> None:
    assert table_of(report, "Sponsorships").rows == (
        (
            "Race network",
            "Chief People Officer",
            "Executive sponsor",
            "1 Apr 2026",
            "Three concerns answered",
            "Concerns closed: CON-001",
            "1 of 2 (50%)",
        ),
    )


def test_vacant_sponsor_places_are_said_in_words_and_days(report: StatusReport) -> None:
    nobody = "None on record", "Not known", "None"
    assert table_of(report, "Networks without a sponsor").rows == (
        ("Race network", "No non-executive sponsor", *nobody),
        ("Disability network", "No executive sponsor", "2 May 2026", "152", "None"),
        ("Disability network", "No non-executive sponsor", *nobody),
    )


def test_the_next_sponsor_of_a_vacant_place_is_named(full: Register) -> None:
    begins = date(2026, 10, 1)
    add(full, SponsorshipDraft(network="NET-002", member="MEM-001", from_on=begins))
    places = table_of(status_report(full, Q2), "Networks without a sponsor")
    assert column(places, "Next sponsor") == ["None", "Chair, from 1 Oct 2026", "None"]


def test_an_interim_sponsor_and_one_of_several_networks_are_said_to_be_so(full: Register) -> None:
    for network in ("NET-001", "NET-002"):
        kind = SponsorKind.NON_EXECUTIVE
        add(full, SponsorshipDraft(network=network, member="MEM-001", kind=kind))
    report = status_report(full, Q2)
    sponsors = column(table_of(report, "Sponsorships"), "Sponsor")
    assert sponsors == ["Chief People Officer", "Chair (interim)", "Chair (interim)"]
    attended = column(table_of(report, "Sponsorships"), "Attended of held")
    assert attended == ["1 of 2 (50%)", "None held", "None held"]
    assert section_of(report, "Sponsorships").paragraphs[1] == (
        "Chair sponsors 2 networks: Race network and Disability network."
    )


def test_what_sponsors_do_is_set_against_their_role(report: StatusReport) -> None:
    ((network, sponsor, shown, last, missing),) = table_of(report, "What sponsors do").rows
    assert (network, sponsor, shown, last) == (
        "Race network",
        "Chief People Officer",
        "1 of 10",
        "1 Jul 2026",
    )
    assert missing.count(";") == 8
    assert "Help the network to plan" in missing


def test_a_closed_network_needs_no_sponsor(full: Register) -> None:
    add(full, NetworkDraft(name="Old network", state=NetworkState.CLOSED))
    places = table_of(status_report(full, Q2), "Networks without a sponsor")
    assert "Old network" not in column(places, "Network")


def test_a_sponsor_who_left_the_board_leaves_a_vacant_place(full: Register) -> None:
    stored = get(full, "MEM-002")
    assert isinstance(stored.draft, MemberDraft)
    left = replace(stored.draft, to_on=date(2026, 8, 31))
    edit(full, "MEM-002", left, version=stored.version)
    report = status_report(full, Q2)
    assert table_of(report, "Sponsorships").rows == ()
    assert table_of(report, "Networks without a sponsor").rows[0] == (
        "Race network",
        "No executive sponsor",
        "1 Sep 2026",
        "30",
        "None",
    )
