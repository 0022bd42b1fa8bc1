"""What rows work out of what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import (
    ROWS,
    ActionRow,
    EvidenceRow,
    MemberRow,
    NetworkRow,
    SponsorshipRow,
)
from edi_tui.domain.words import (
    EvidenceKind,
    NetworkState,
    Precision,
    Seat,
    SponsorKind,
    Standing,
    Status,
)

TERM = SponsorshipRow(
    ref="SPO-001",
    version=1,
    network="Race Equality Network",
    network_ref="NET-001",
    member="Chief Executive",
    member_ref="MEM-002",
    kind=SponsorKind.EXECUTIVE,
    appointed="chosen",
    from_on=date(2026, 1, 1),
    to_on=date(2026, 12, 31),
    ended_on=None,
    achieves="",
    changed="",
    handover="",
    objective="",
)
MEMBER = MemberRow(
    ref="MEM-001",
    version=1,
    name="A Person",
    role="Chief People Officer",
    seat=Seat.EXECUTIVE,
    standing=Standing.SUBSTANTIVE,
    voting=True,
    from_on=None,
    to_on=None,
)
NETWORK = NetworkRow(
    ref="NET-001",
    version=1,
    name="Race Equality Network",
    characteristic="",
    state=NetworkState.ACTIVE,
    chair="",
    meets="",
)
ACTION = ActionRow(
    ref="ACT-001",
    version=1,
    due_on=None,
    due_text="",
    due_precision=Precision.NONE,
    status=Status.ON_TRACK,
    computed=Computed(Status.ON_TRACK),
    progress="",
    updated_on=None,
    forecast_on=None,
    plan="",
    text="Publish the data",
    outcome="",
    lead="",
    supporting=(),
    objective="",
    plan_ref="",
)
EVIDENCE = EvidenceRow(
    ref="EVI-001",
    version=1,
    title="Survey",
    kind=EvidenceKind.DATA,
    file_name="survey.csv",
    sha256="",
    size=None,
    link="https://example.org",
    note="",
    dated_on=None,
    expires_on=None,
)


@pytest.mark.parametrize(
    ("term", "day", "runs"),
    [
        (TERM, date(2025, 12, 31), False),
        (TERM, date(2026, 1, 1), True),
        (TERM, date(2026, 12, 31), True),
        (TERM, date(2027, 1, 1), False),
        (replace(TERM, from_on=None), date(2020, 1, 1), True),
        (replace(TERM, from_on=None), date(2027, 1, 1), False),
        (replace(TERM, to_on=None), date(2040, 1, 1), True),
        (replace(TERM, ended_on=date(2026, 6, 30)), date(2026, 6, 30), True),
        (replace(TERM, ended_on=date(2026, 6, 30)), date(2026, 7, 1), False),
        (replace(TERM, ended_on=date(2027, 3, 31)), date(2027, 3, 31), True),
        (replace(TERM, void=True), date(2026, 6, 30), False),
    ],
)
def test_a_term_runs_from_its_first_day_to_its_last(
    term: SponsorshipRow, day: date, runs: bool
) -> None:
    assert term.current(day) is runs


@pytest.mark.parametrize(
    ("member", "holder"),
    [
        (MEMBER, "A Person"),
        (replace(MEMBER, standing=Standing.INTERIM), "A Person (interim)"),
        (replace(MEMBER, name="", standing=Standing.VACANT), "Vacant"),
        (replace(MEMBER, name="", standing=Standing.SUBSTANTIVE), ""),
    ],
)
def test_a_holder_is_named_with_an_unusual_standing(member: MemberRow, holder: str) -> None:
    assert member.holder == holder


@pytest.mark.parametrize(
    ("network", "missing"),
    [
        (NETWORK, (SponsorKind.EXECUTIVE, SponsorKind.NON_EXECUTIVE)),
        (replace(NETWORK, executive_sponsor="A"), (SponsorKind.NON_EXECUTIVE,)),
        (replace(NETWORK, non_executive_sponsor="B"), (SponsorKind.EXECUTIVE,)),
        (replace(NETWORK, executive_sponsor="A", non_executive_sponsor="B"), ()),
        (replace(NETWORK, state=NetworkState.CLOSED), ()),
        (
            replace(NETWORK, state=NetworkState.DORMANT),
            (SponsorKind.EXECUTIVE, SponsorKind.NON_EXECUTIVE),
        ),
    ],
)
def test_a_network_lacks_the_sponsors_it_has_not_unless_it_is_closed(
    network: NetworkRow, missing: tuple[SponsorKind, ...]
) -> None:
    assert network.missing == missing


@pytest.mark.parametrize(
    ("frameworks", "hia"),
    [
        ((), ""),
        (("WRES7",), ""),
        (("HIA1", "WRES7"), "HIA1"),
        (("HIA2", "EDS", "HIA6"), "HIA2, HIA6"),
    ],
)
def test_high_impact_actions_are_picked_from_the_frameworks(
    frameworks: tuple[str, ...], hia: str
) -> None:
    assert replace(ACTION, frameworks=frameworks).hia == hia


@pytest.mark.parametrize(
    ("evidence", "medium"),
    [
        (EVIDENCE, "survey.csv"),
        (replace(EVIDENCE, file_name=""), "https://example.org"),
        (replace(EVIDENCE, file_name="", link=""), "note"),
    ],
)
def test_the_medium_of_evidence_is_its_file_its_link_or_a_note(
    evidence: EvidenceRow, medium: str
) -> None:
    assert evidence.medium == medium


@pytest.mark.parametrize(("kind", "row"), ROWS.items())
def test_a_row_is_found_by_its_kind(kind: Kind, row: type[object]) -> None:
    assert getattr(row, "KIND", None) is kind
