"""What is typed finds the record that is meant."""

from __future__ import annotations

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import EvidenceDraft, MemberDraft, NetworkDraft
from edi_tui.services import records
from edi_tui.services.register import Register
from edi_tui.tui.forms.choices import MOST, choice, ranked, read_choices
from tests.tui.conftest import stored

SEATS = [
    choice(Kind.MEMBER, "MEM-001", ("Chief People Officer", "Priya Raghunathan")),
    choice(Kind.MEMBER, "MEM-002", ("Chair", "Helen Ashdown")),
    choice(Kind.MEMBER, "MEM-012", ("Chief Nursing Officer", "Siobhán O'Dwyer")),
    choice(Kind.MEMBER, "MEM-003", ("Non-executive Director and Chair of the People Committee",)),
]


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("cpo", ["MEM-001"]),
        ("mem 12", ["MEM-012"]),
        ("mem-002", ["MEM-002"]),
        ("priya", ["MEM-001"]),
        ("people", ["MEM-001", "MEM-003"]),
        ("chair", ["MEM-002", "MEM-003"]),
        ("off chief", ["MEM-001", "MEM-012"]),
        ("dwyer", ["MEM-012"]),
        ("nrsing", ["MEM-012"]),
        ("archbishop", []),
        ("", ["MEM-001", "MEM-002", "MEM-012", "MEM-003"]),
        ("[/x]", ["MEM-003"]),
    ],
)
def test_what_is_typed_finds_seats(typed: str, refs: list[str]) -> None:
    assert [one.ref for one in ranked(typed, SEATS)] == refs


def test_a_code_comes_before_the_codes_that_begin_like_it() -> None:
    items = [
        choice(Kind.FRAMEWORK_ITEM, f"FWK-{number:03}", (code, "Something"))
        for number, code in enumerate(("HIA1.1", "HIA1a", "HIA1", "WRES1"), start=1)
    ]
    assert [one.ref for one in ranked("hia1", items)] == ["HIA1", "HIA1.1", "HIA1a"]


def test_no_more_are_offered_than_anybody_reads() -> None:
    many = [choice(Kind.ACTION, f"ACT-{number:03}", ("Train",)) for number in range(1, 200)]
    assert len(ranked("train", many)) == MOST


def test_what_was_withdrawn_is_not_offered(register: Register) -> None:
    stored(
        register,
        MemberDraft(name="Ada Obi", role="Chief People Officer"),
        MemberDraft(name="Lee Ray", role="Chair"),
        NetworkDraft(name="Race [Equality] Network"),
        EvidenceDraft(title="Minutes", note="x"),
    )
    records.withdraw(register, "MEM-002", "Left", version=1)
    offered = read_choices(Kind.SPONSORSHIP)(register).offered
    assert [one.told for one in offered[Kind.MEMBER]] == ["MEM-001 Chief People Officer · Ada Obi"]
    assert [one.told for one in offered[Kind.NETWORK]] == ["NET-001 Race [Equality] Network"]
    assert Kind.EVIDENCE not in offered
