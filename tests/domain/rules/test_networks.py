"""Every network has its sponsors, one of each kind at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.rows import MemberRow, Row, SponsorshipRow
from edi_tui.domain.rules import networks
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.thresholds import Thresholds
from edi_tui.domain.words import NetworkState, SponsorKind, Standing
from edi_tui.reference.rule_texts import rule_texts
from tests.domain.rules.board_rows import concern, heard_score, term
from tests.domain.rules.network_rows import BEFORE, NOW, RAISED, days, remarks
from tests.domain.rules.rows import AS_AT, member, network, says, sponsorship, view

OTHER = SponsorKind.NON_EXECUTIVE
FILLED = term(ref="SPO-009", kind=OTHER, member_ref="MEM-009")
NON_EXECUTIVE_FACTS = {"kind": "non-executive sponsor"}


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ([], ["never"]),
        ([term()], []),
        ([term(to_on=AS_AT)], []),
        ([term(ended_on=AS_AT - days(30))], []),
        ([term(ended_on=AS_AT - days(31))], ["vacant"]),
        ([term(from_on=AS_AT + days(1))], []),
        ([term(ended_on=AS_AT - days(31)), term(from_on=AS_AT + days(1))], ["confirmed"]),
        ([term(ended_on=AS_AT - days(30)), term(from_on=AS_AT + days(1))], []),
        ([term(network_ref="NET-002")], ["never"]),
        ([term(void=True)], ["never"]),
    ],
)
def test_a_network_without_a_sponsor_is_named_after_the_days_that_are_allowed(
    terms: list[SponsorshipRow], said: list[str]
) -> None:
    row = network()
    assert says(networks.sponsored, row, view(row, FILLED, *terms)) == said


def test_each_kind_of_sponsor_is_asked_for_by_itself() -> None:
    found = remarks(networks.sponsored, network(), term(ended_on=AS_AT - days(40)))
    executive = {"kind": "executive sponsor", "days": "40", "next": ""}
    assert found == [
        Remark("vacant", "13 Oct 2026", executive),
        Remark("never", "Disability Network", NON_EXECUTIVE_FACTS),
    ]


def test_a_confirmed_sponsor_is_named() -> None:
    gone, coming = term(ended_on=AS_AT - days(40)), term(from_on=AS_AT + days(9), member="Chair")
    (found,) = remarks(networks.sponsored, network(), FILLED, gone, coming)
    assert found.facts["next"] == "Chair"
    assert rule_texts()["N1"].says[found.says].level is FindingLevel.NOTE


def test_the_organisation_chooses_how_long_a_gap_may_be() -> None:
    row = network()
    seen = view(row, FILLED, term(ended_on=AS_AT - days(31)))
    known = replace(seen.known, thresholds=Thresholds(sponsor_gap_days=Decimal(31)))
    assert says(networks.sponsored, row, replace(seen, known=known)) == []


@pytest.mark.parametrize("state", NetworkState)
def test_only_a_closed_network_needs_no_sponsor(state: NetworkState) -> None:
    found = remarks(networks.sponsored, network(state=state))
    assert len(found) == (0 if state is NetworkState.CLOSED else 2)


SECOND = term(ref="SPO-002", member="Chief Nurse", member_ref="MEM-002")


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ([term()], []),
        ([term(), FILLED], []),
        ([term(), SECOND], ["several"]),
        ([term(to_on=AS_AT), SECOND], ["several"]),
        ([term(to_on=AS_AT - days(1)), SECOND], []),
        ([FILLED, replace(FILLED, ref="SPO-010")], ["several"]),
    ],
)
def test_two_sponsors_of_one_kind_at_once_are_too_many(
    terms: list[SponsorshipRow], said: list[str]
) -> None:
    row = network()
    assert says(networks.one_of_a_kind, row, view(row, *terms)) == said


def test_the_sponsors_of_one_kind_are_named() -> None:
    (found,) = remarks(networks.one_of_a_kind, network(), term(), SECOND)
    assert found.value == "Chief People Officer (SPO-001); Chief Nurse (SPO-002)"
    assert found.facts == {"kind": "executive sponsor"}


def test_every_sentence_can_be_filled_in() -> None:
    row = network()
    rows: list[Row] = [
        term(ended_on=AS_AT - days(40)),
        sponsorship(achieves=""),
        SECOND,
        concern(raised_on=RAISED),
        concern(answered_on=AS_AT - days(31)),
        heard_score(BEFORE, "4"),
        NOW,
    ]
    seen = view(row, *rows)
    found = [
        rule_texts()[rule.id].finding(one.ref, remark)
        for rule in networks.RULES
        for one in (row, *rows)
        if one.KIND is rule.of
        for remark in rule.judge(one, seen)
    ]
    told = [finding for finding in found if finding]
    assert {finding.rule for finding in told} == {f"N{n}" for n in (1, 2, 3, 4, 5, 7, 8, 9)}
    assert all(finding.fix and "{" not in finding.message + finding.fix for finding in told)


PAIR = {"member": "Chief People Officer", "network": "Disability Network"}


@pytest.mark.parametrize(
    ("rule", "row", "remark"),
    [
        (
            networks.answered,
            concern(raised_on=AS_AT - days(1000)),
            Remark("unanswered", "25 Feb 2024", {"days": "1,000", "network": PAIR["network"]}),
        ),
        (
            networks.loop_closed,
            concern(raised_on=date(2024, 1, 1), answered_on=AS_AT - days(1000)),
            Remark("not-told", "25 Feb 2024", {"days": "1,000", "network": PAIR["network"]}),
        ),
        (networks.achieves_something, sponsorship(achieves=""), Remark("nothing", "", PAIR)),
        (networks.active, term(), Remark("inactive", "1 Apr 2026", PAIR)),
        (networks.handed_over, term(to_on=AS_AT), Remark("ends-soon", "21 Nov 2026", PAIR)),
        (
            networks.handed_over,
            term(to_on=AS_AT - days(1)),
            Remark("ended", "20 Nov 2026", PAIR),
        ),
    ],
)
def test_the_day_that_decided_it_and_who_is_concerned_are_told(
    rule: Rule[Row], row: Row, remark: Remark
) -> None:
    assert list(rule.judge(row, view(row))) == [remark]


def test_a_long_gap_is_counted_as_people_write_numbers() -> None:
    (found,) = remarks(
        networks.sponsored,
        network(),
        FILLED,
        term(from_on=date(2020, 1, 1), ended_on=AS_AT - days(1001)),
    )
    assert (found.value, found.facts["days"]) == ("25 Feb 2024", "1,001")


def test_a_first_sponsor_who_is_confirmed_ends_the_question() -> None:
    assert remarks(networks.sponsored, network(), FILLED, term(from_on=AS_AT + days(1))) == []


def test_three_sponsors_of_one_kind_are_all_named() -> None:
    third = replace(SECOND, ref="SPO-003", member="Chair")
    (found,) = remarks(networks.one_of_a_kind, network(), term(), SECOND, third)
    assert found.value.endswith("; Chief Nurse (SPO-002); Chair (SPO-003)")


LEFT, VACANT = member(to_on=AS_AT - days(40)), member(standing=Standing.VACANT)


@pytest.mark.parametrize(
    ("seat", "row", "gap"),
    [
        (member(), term(), []),
        (LEFT, term(), ["vacant"]),
        (LEFT, term(to_on=AS_AT + days(9)), ["vacant"]),
        (VACANT, term(), ["never"]),
        (VACANT, term(to_on=AS_AT + days(9)), ["never"]),
        (VACANT, term(to_on=AS_AT - days(40)), ["vacant"]),
    ],
)
def test_a_sponsor_without_the_seat_fills_no_place_and_is_not_asked_to_be_active(
    seat: MemberRow, row: SponsorshipRow, gap: list[str]
) -> None:
    place = network()
    seen = view(place, FILLED, row, seat)
    assert says(networks.sponsored, place, seen) == gap
    assert says(networks.active, row, seen) == ([] if gap else ["inactive"])


@pytest.mark.parametrize(
    ("rule", "row"),
    [
        (networks.one_of_a_kind, network(state=NetworkState.CLOSED)),
        (networks.answered, concern(raised_on=RAISED)),
        (networks.achieves_something, sponsorship(achieves="")),
        (networks.active, term()),
        (networks.handed_over, term(to_on=AS_AT)),
    ],
)
def test_nothing_is_asked_about_a_closed_network(rule: Rule[Row], row: Row) -> None:
    closed = network(state=NetworkState.CLOSED)
    assert says(rule, row, view(closed, term(), SECOND, row)) == []
