"""How far the proof of a record goes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edi_tui.domain.assurance import (
    Line,
    assurance_of,
    expired_on,
    lacking,
    lacks,
    line_of,
    read_kind_of_proof,
)
from edi_tui.domain.rows import EvidenceRow
from edi_tui.domain.words import Assurance, EvidenceKind, ReviewState
from tests.domain.rules.rows import AS_AT, evidence

_BEFORE, _AFTER = date(2026, 11, 20), date(2026, 11, 22)
_VERIFIED = {
    "review": ReviewState.ACCEPTED,
    "submitted_by": "People team",
    "verified_by": "Internal audit",
    "verified_on": AS_AT,
}
_ORDER = list(Assurance)


def _judged(*items: EvidenceRow, asserted: bool = True) -> Assurance:
    return assurance_of(items, asserted=asserted, owner="Chief People Officer", as_at=AS_AT)


def test_without_evidence_it_is_as_good_as_what_was_said() -> None:
    assert _judged(asserted=False) is Assurance.NONE
    assert _judged() is Assurance.ASSERTED


@pytest.mark.parametrize(
    ("item", "step"),
    [
        (evidence(), Assurance.EVIDENCED),
        (evidence(expires_on=AS_AT), Assurance.EVIDENCED),
        (evidence(expires_on=_BEFORE), Assurance.NONE),
        (evidence(review=ReviewState.REJECTED), Assurance.NONE),
        (evidence(**_VERIFIED), Assurance.VERIFIED),
        (evidence(**_VERIFIED | {"verified_on": _AFTER}), Assurance.EVIDENCED),
        (evidence(**_VERIFIED | {"verified_on": None}), Assurance.EVIDENCED),
        (evidence(**_VERIFIED | {"verified_by": ""}), Assurance.EVIDENCED),
        (evidence(**_VERIFIED | {"verified_by": "people TEAM"}), Assurance.EVIDENCED),
        (evidence(**_VERIFIED | {"verified_by": "Chief people officer"}), Assurance.EVIDENCED),
        (evidence(**_VERIFIED | {"review": ReviewState.NOT_REVIEWED}), Assurance.EVIDENCED),
        (evidence(**_VERIFIED | {"review": ReviewState.REJECTED}), Assurance.NONE),
        (evidence(**_VERIFIED, independent=True), Assurance.INDEPENDENT),
        (evidence(**_VERIFIED, independent=True, expires_on=_BEFORE), Assurance.NONE),
        (evidence(independent=True), Assurance.EVIDENCED),
    ],
)
def test_each_step_of_assurance_needs_all_that_the_steps_before_need(
    item: EvidenceRow, step: Assurance
) -> None:
    assert _judged(item, asserted=False) is step


_DAYS = st.none() | st.sampled_from([_BEFORE, AS_AT, _AFTER])
_OFFICES = st.sampled_from(["", "People team", "Internal audit", "Chief People Officer"])
_ITEMS = st.builds(
    evidence,
    review=st.sampled_from(ReviewState),
    expires_on=_DAYS,
    verified_on=_DAYS,
    submitted_by=_OFFICES,
    verified_by=_OFFICES,
    independent=st.booleans(),
    kind=st.sampled_from(EvidenceKind),
)


@given(st.lists(_ITEMS, max_size=4), _ITEMS, st.booleans())
def test_one_more_item_never_worsens_assurance(
    items: list[EvidenceRow], another: EvidenceRow, asserted: bool
) -> None:
    before = _judged(*items, asserted=asserted)
    after = _judged(*items, another, asserted=asserted)
    assert _ORDER.index(after) >= _ORDER.index(before)
    assert set(lacks([*items, another])) <= set(lacks(items))


@pytest.mark.parametrize(
    ("items", "missing"),
    [
        ([], (EvidenceKind.DATA, EvidenceKind.LIVED_EXPERIENCE)),
        ([evidence(kind=EvidenceKind.DATA)], (EvidenceKind.LIVED_EXPERIENCE,)),
        (
            [evidence(kind=EvidenceKind.DATA), evidence(kind=EvidenceKind.LIVED_EXPERIENCE)],
            (),
        ),
        (
            [evidence(kind=EvidenceKind.DATA, review=ReviewState.REJECTED)],
            (EvidenceKind.DATA, EvidenceKind.LIVED_EXPERIENCE),
        ),
    ],
)
def test_high_impact_action_1_asks_for_data_and_lived_experience(
    items: list[EvidenceRow], missing: tuple[EvidenceKind, ...]
) -> None:
    assert lacks(items) == missing


def test_what_is_lacking_is_named_in_the_order_in_which_it_is_wanted() -> None:
    wanted = (EvidenceKind.POLICY, EvidenceKind.MINUTES, EvidenceKind.DATA)
    minutes = evidence(kind=EvidenceKind.MINUTES)
    assert lacking(wanted, [minutes]) == (EvidenceKind.POLICY, EvidenceKind.DATA)


@pytest.mark.parametrize(
    ("items", "end"),
    [
        ([], None),
        ([evidence()], None),
        ([evidence(expires_on=AS_AT)], None),
        ([evidence(expires_on=_BEFORE)], _BEFORE),
        ([evidence(expires_on=_BEFORE), evidence(expires_on=date(2026, 1, 1))], _BEFORE),
        ([evidence(expires_on=_BEFORE), evidence()], None),
        ([evidence(expires_on=_BEFORE), evidence(review=ReviewState.REJECTED)], _BEFORE),
        ([evidence(expires_on=_BEFORE, review=ReviewState.REJECTED)], None),
    ],
)
def test_evidence_has_run_out_once_the_last_good_day_of_all_of_it_is_over(
    items: list[EvidenceRow], end: date | None
) -> None:
    assert expired_on(items, AS_AT) == end


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("organisational data", EvidenceKind.DATA),
        ("Data", EvidenceKind.DATA),
        ("lived_experience", EvidenceKind.LIVED_EXPERIENCE),
        ("Lived Experience", EvidenceKind.LIVED_EXPERIENCE),
        ("minutes or paper", EvidenceKind.MINUTES),
        ("a nice chat", None),
        ("", None),
    ],
)
def test_a_kind_of_proof_is_read_by_its_code_or_its_label(
    words: str, kind: EvidenceKind | None
) -> None:
    assert read_kind_of_proof(words) is kind


@pytest.mark.parametrize(
    ("item", "line"),
    [
        (evidence(), Line.FIRST),
        (evidence(independent=True), Line.FIRST),
        (evidence(**_VERIFIED), Line.SECOND),
        (evidence(**_VERIFIED | {"verified_by": "people TEAM"}), Line.FIRST),
        (evidence(**_VERIFIED, independent=True), Line.THIRD),
        (evidence(**_VERIFIED, independent=True, expires_on=AS_AT), Line.THIRD),
        (evidence(**_VERIFIED, independent=True, expires_on=_BEFORE), Line.NONE),
    ],
)
def test_an_item_is_of_the_line_of_who_verified_it(item: EvidenceRow, line: Line) -> None:
    assert line_of(item, AS_AT) is line
