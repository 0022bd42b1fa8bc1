from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.filters import Filter, matches, read_filter, row_text
from edi_tui.domain.kinds import Kind
from edi_tui.domain.progress import Computed
from edi_tui.domain.rows import (
    ActionRow,
    EngagementRow,
    EvidenceRow,
    ObjectiveRow,
    Row,
    SponsorshipRow,
)
from edi_tui.domain.words import (
    Attendance,
    EngagementKind,
    EvidenceKind,
    Level,
    Precision,
    Scope,
    SponsorKind,
    Status,
)

OBJECTIVE = ObjectiveRow(
    ref="OBJ-004",
    version=1,
    due_on=date(2027, 6, 30),
    due_text="end of June 2027",
    due_precision=Precision.MONTH,
    status=Status.ON_TRACK,
    computed=Computed(Status.AT_RISK, "forecast later"),
    progress="Panels are mixed",
    updated_on=None,
    forecast_on=None,
    plan="Board objectives",
    frameworks=("HIA1", "WRES7"),
    title="Raise the share of staff in bands 8a and above",
    level=Level.PROFESSIONAL,
    scope=Scope.INDIVIDUAL,
    owner="Chief People Officer",
    owner_ref="MEM-004",
    start_on=None,
)
ACTION = ActionRow(
    ref="ACT-012",
    version=1,
    due_on=None,
    due_text="31/4/2016",
    due_precision=Precision.NONE,
    status=Status.NO_UPDATE,
    computed=Computed(Status.NO_UPDATE),
    progress="",
    updated_on=None,
    forecast_on=None,
    plan="wres-plan",
    text="Publish the data",
    outcome="",
    lead="Head of HR",
    supporting=("OD Specialist (FM)",),
    objective="OBJ-004",
    plan_ref="2.1",
)
EVIDENCE = EvidenceRow(
    ref="EVI-001",
    version=1,
    title="Survey",
    kind=EvidenceKind.LIVED_EXPERIENCE,
    file_name="survey.pdf",
    sha256="",
    size=None,
    link="",
    note="",
    dated_on=date(2026, 3, 1),
    expires_on=None,
    supports=("OBJ-004", "NET-001"),
)
ENGAGEMENT = EngagementRow(
    ref="ENG-001",
    version=1,
    on=date(2026, 10, 1),
    kind=EngagementKind.MEETING,
    network="Race Equality Network",
    network_ref="NET-001",
    member="Chief Executive",
    member_ref="MEM-002",
    attendance=Attendance.ABSENT,
    note="",
)
SPONSORSHIP = SponsorshipRow(
    ref="SPO-001",
    version=1,
    network="Race Equality Network",
    network_ref="NET-001",
    member="Chief Executive",
    member_ref="MEM-002",
    kind=SponsorKind.NON_EXECUTIVE,
    appointed="chosen",
    from_on=date(2026, 1, 1),
    to_on=None,
    ended_on=None,
    achieves="",
    changed="",
    handover="",
    objective="",
)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (OBJECTIVE, ""),
        (OBJECTIVE, "BANDS panels"),
        (OBJECTIVE, '"bands 8a"'),
        (OBJECTIVE, "hia:1"),
        (OBJECTIVE, "hia:HIA1"),
        (OBJECTIVE, "framework:wres7"),
        (OBJECTIVE, "status:at_risk"),
        (OBJECTIVE, 'status:"At risk"'),
        (OBJECTIVE, "status:on_track"),
        (OBJECTIVE, 'owner:"chief people"'),
        (OBJECTIVE, "lead:people"),
        (OBJECTIVE, "owner_ref:mem-4"),
        (OBJECTIVE, "owner-ref:mem-4"),
        (OBJECTIVE, "level:professional scope:individual"),
        (OBJECTIVE, "due:2027"),
        (OBJECTIVE, 'due:"30 Jun"'),
        (OBJECTIVE, "due:2027-06-30"),
        (OBJECTIVE, "due:end"),
        (OBJECTIVE, "ref:4"),
        (OBJECTIVE, "ref:obj-4"),
        (OBJECTIVE, "forecast_on:"),
        (OBJECTIVE, "Status:AT-RISK"),
        (ACTION, "due:31/4/2016"),
        (ACTION, "owner:hr"),
        (ACTION, "hia:"),
        (ACTION, "objective:4 objective:OBJ-4"),
        (ACTION, "supporting:fm"),
        (ACTION, "plan:wres"),
        (EVIDENCE, "kind:lived_experience"),
        (EVIDENCE, 'kind:"lived experience"'),
        (EVIDENCE, "supports:NET-1 dated:2026-03"),
        (SPONSORSHIP, "network:race sponsor:executive kind:non-executive"),
        (SPONSORSHIP, "what_it_achieves: ended:"),
        (ENGAGEMENT, "attendance:absent"),
        (ENGAGEMENT, 'attendance:"not there"'),
    ],
)
def test_a_row_that_says_it_matches(row: Row, text: str) -> None:
    assert matches(read_filter(text, row.KIND), row)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (OBJECTIVE, "bands nobody"),
        (OBJECTIVE, "hia:7"),
        (OBJECTIVE, "ref:1"),
        (replace(OBJECTIVE, ref="OBJ-014"), "ref:4"),
        (OBJECTIVE, "status:off_track"),
        (OBJECTIVE, "owner:"),
        (OBJECTIVE, "hia:1 owner:nurse"),
        (ACTION, "hia:1"),
        (ACTION, "due:2016-04-30"),
        (EVIDENCE, "supports:NET-2"),
    ],
)
def test_a_row_that_does_not_say_it_is_left_out(row: Row, text: str) -> None:
    assert not matches(read_filter(text, row.KIND), row)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("stauts:x", "did you mean “status”?"),
        ("ownr:x", "did you mean “owner”?"),
        ("zzz:x", "there are ref,"),
        ("due.before:x", "has no field “due.before”"),
        ("z" * 41 + ":x", f"has no field “{'z' * 39}…”; there are ref,"),
    ],
)
def test_an_unknown_field_is_an_error_with_the_nearest(text: str, said: str) -> None:
    with pytest.raises(ValueError, match="The list of objectives has no field") as caught:
        read_filter(text, Kind.OBJECTIVE)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("", ""),
        ("bands", "“bands”"),
        ("bands owner:people", "“bands”, owner “people”"),
        ("owner_ref:", "owner ref empty"),
        ('owner:"chief people" x', "“x”, owner “chief people”"),
        ("https://example.org", "“https://example.org”"),
    ],
)
def test_what_was_understood_is_said(text: str, meaning: str) -> None:
    assert read_filter(text, Kind.OBJECTIVE).described == meaning


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ORGANISATION])
def test_every_list_can_be_filtered(kind: Kind) -> None:
    assert read_filter("ref:1 withdrawn:", kind).terms


def test_the_text_of_a_row_says_codes_and_labels() -> None:
    text = row_text(OBJECTIVE)
    assert text.startswith("obj 004 ")
    assert all(said in text for said in ("at risk", "on track", "professional", "30 jun 2027"))


@given(st.text())
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    said = ""
    try:
        wanted = read_filter(text, Kind.OBJECTIVE)
    except ValueError as error:
        wanted, said = Filter(), str(error)
    assert said == "" or said.startswith("The list of objectives has no field")
    assert isinstance(matches(wanted, OBJECTIVE), bool)


@given(st.sampled_from(row_text(OBJECTIVE).split()))
def test_every_word_of_a_row_finds_it(word: str) -> None:
    assert matches(Filter(words=(word,)), OBJECTIVE)
