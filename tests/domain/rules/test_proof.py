"""Rules on evidence."""

from __future__ import annotations

from datetime import date

import pytest

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rules.proof import RULES
from edi_tui.domain.rules.rule import Remark
from edi_tui.domain.words import EvidenceKind, ReviewState, Status
from tests.domain.rules.judged import found, levels
from tests.domain.rules.rows import AS_AT, action, evidence, objective, view

_YESTERDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("status", "items", "said"),
    [
        (Status.COMPLETE, 0, [("OBJ-001", "fail"), ("ACT-001", "warn")]),
        (Status.EMBEDDED, 0, [("OBJ-001", "fail"), ("ACT-001", "warn")]),
        (Status.COMPLETE, 1, []),
        (Status.ON_TRACK, 0, []),
        (Status.CLOSED_NOT_MET, 0, []),
    ],
)
def test_what_is_complete_needs_evidence(
    status: Status, items: int, said: list[tuple[str, str]]
) -> None:
    rows = objective(status=status, evidence=items), action(status=status, evidence=items)
    assert levels("E1", view(*rows)) == said


@pytest.mark.parametrize(
    ("expires", "status", "said"),
    [
        (AS_AT, Status.ON_TRACK, []),
        (None, Status.ON_TRACK, []),
        (_YESTERDAY, Status.ON_TRACK, [("OBJ-001", "fail"), ("EVI-001", "warn")]),
        (_YESTERDAY, Status.AT_RISK, [("EVI-001", "warn")]),
        (_YESTERDAY, Status.COMPLETE, []),
    ],
)
def test_evidence_that_ran_out_is_worse_where_it_carries_a_good_status(
    expires: date | None, status: Status, said: list[tuple[str, str]]
) -> None:
    seen = view(objective(status=status, evidence=1), evidence(expires_on=expires))
    assert levels("E2", seen) == said


def test_newer_evidence_keeps_a_good_status_but_not_the_old_item() -> None:
    old, new = evidence(expires_on=_YESTERDAY), evidence(ref="EVI-002")
    assert levels("E2", view(objective(evidence=2), old, new)) == [("EVI-001", "warn")]


@pytest.mark.parametrize("supports", [(), ("ACT-001",), ("OBJ-001", "NET-001")])
def test_expired_evidence_is_said_unless_all_it_supports_is_closed(
    supports: tuple[str, ...],
) -> None:
    item = evidence(expires_on=_YESTERDAY, supports=supports)
    assert levels("E2", view(objective(status=Status.COMPLETE, evidence=1), item)) == [
        ("EVI-001", "warn")
    ]


@pytest.mark.parametrize(
    ("submitted", "verified", "said"),
    [
        ("People team", "people team", [("EVI-001", "fail")]),
        ("People team", "Internal audit", []),
        ("People team", "", []),
        ("", "", []),
        ("People team", "Chief People Officer", [("EVI-001", "warn")]),
    ],
)
def test_nobody_verifies_their_own_evidence(
    submitted: str, verified: str, said: list[tuple[str, str]]
) -> None:
    item = evidence(submitted_by=submitted, verified_by=verified)
    assert levels("E3", view(objective(), item)) == said


@pytest.mark.parametrize(
    ("proof", "status", "items", "missing"),
    [
        (("organisational data",), Status.COMPLETE, 1, []),
        (("minutes or paper", "data"), Status.COMPLETE, 1, ["minutes or paper"]),
        (("policy", "review or audit"), Status.EMBEDDED, 1, ["policy, review or audit"]),
        (("policy",), Status.ON_TRACK, 1, []),
        (("policy",), Status.COMPLETE, 0, []),
        ((), Status.COMPLETE, 1, []),
    ],
)
def test_what_is_complete_has_the_kinds_of_proof_that_were_agreed(
    proof: tuple[str, ...], status: Status, items: int, missing: list[str]
) -> None:
    row = objective(proof=proof, status=status, evidence=items)
    seen = view(row, evidence(kind=EvidenceKind.DATA))
    assert [finding.value for finding in found("E4", seen)] == missing


@pytest.mark.parametrize(
    ("dated", "review", "said"),
    [
        (date(2026, 6, 30), ReviewState.NOT_REVIEWED, [("EVI-001", "note")]),
        (date(2026, 7, 1), ReviewState.NOT_REVIEWED, []),
        (None, ReviewState.NOT_REVIEWED, []),
        (date(2026, 6, 30), ReviewState.ACCEPTED, []),
        (date(2026, 6, 30), ReviewState.REJECTED, []),
    ],
)
def test_evidence_waits_at_most_a_quarter_to_be_looked_over(
    dated: date | None, review: ReviewState, said: list[tuple[str, str]]
) -> None:
    assert levels("E5", view(evidence(dated_on=dated, review=review))) == said


@pytest.mark.parametrize(
    ("reviews", "said"),
    [
        ((ReviewState.REJECTED,), [("OBJ-001", "warn")]),
        ((ReviewState.REJECTED, ReviewState.REJECTED), [("OBJ-001", "warn")]),
        ((ReviewState.REJECTED, ReviewState.NOT_REVIEWED), []),
        ((), []),
    ],
)
def test_evidence_of_which_none_was_accepted_proves_nothing(
    reviews: tuple[ReviewState, ...], said: list[tuple[str, str]]
) -> None:
    items = [evidence(ref=f"EVI-00{n}", review=review) for n, review in enumerate(reviews, 1)]
    assert levels("E6", view(objective(evidence=len(items)), *items)) == said


@pytest.mark.parametrize(
    ("state", "rules"),
    [("missing", ["E7"]), ("changed", ["E8"]), ("ok", []), ("no file", [])],
)
def test_the_state_of_a_file_is_said_where_the_files_were_looked_at(
    state: str, rules: list[str]
) -> None:
    item = evidence(file_name="minutes.pdf")
    seen = view(item, files={"EVI-001": state})
    said = [finding for rule in ("E7", "E8") for finding in found(rule, seen)]
    assert [finding.rule for finding in said] == rules
    assert all(finding.level == "fail" for finding in said)
    assert [found(rule, view(item)) for rule in ("E7", "E8")] == [[], []]


def test_what_decided_it_is_quoted() -> None:
    done = objective(status=Status.COMPLETE, evidence=2, proof=("policy", "minutes or paper"))
    running = objective(evidence=2)
    old = evidence(expires_on=_YESTERDAY, review=ReviewState.ACCEPTED)
    older = evidence(ref="EVI-002", expires_on=date(2026, 10, 1))
    own = evidence(submitted_by="HR", verified_by="hr")
    refused = [evidence(ref=f"EVI-00{n}", review=ReviewState.REJECTED) for n in (1, 2)]
    owned = evidence(verified_by="Chief people officer", supports=("OBJ-009", "OBJ-001"))
    cases = [
        ("E1", objective(status=Status.EMBEDDED), view()),
        ("E2", running, view(running, old, older)),
        ("E2", old, view(running, old, older)),
        ("E3", own, view(running, own)),
        ("E3", owned, view(running, owned)),
        ("E4", done, view(done, old)),
        ("E5", evidence(dated_on=date(2026, 6, 30)), view()),
        ("E6", running, view(running, *refused)),
        ("E7", evidence(file_name="a.pdf"), view(files={"EVI-001": "missing"})),
        ("E8", evidence(file_name="a.pdf"), view(files={"EVI-001": "changed"})),
    ]
    said = [
        remark
        for name, row, seen in cases
        for rule in RULES
        if rule.id == name and rule.of is row.KIND
        for remark in rule.judge(row, seen)
    ]
    assert said == [
        Remark("objective", "Embedded"),
        Remark("only-expired", "20 Nov 2026", field="status"),
        Remark("expired", "20 Nov 2026"),
        Remark("submitter", "hr"),
        Remark("owner", "Chief people officer", {"ref": "OBJ-001"}),
        Remark("lacks", "policy, minutes or paper"),
        Remark("unreviewed", "30 Jun 2026"),
        Remark("only-rejected", "EVI-001, EVI-002"),
        Remark("missing", "a.pdf"),
        Remark("changed", "a.pdf"),
    ]


def test_actions_are_asked_for_evidence_by_the_same_rules_as_objectives() -> None:
    both = {(rule.id, rule.of) for rule in RULES if rule.id in ("E1", "E2", "E6")}
    assert both >= {
        (name, of) for name in ("E1", "E2", "E6") for of in (Kind.OBJECTIVE, Kind.ACTION)
    }


def test_evidence_of_a_closed_and_a_running_objective_has_to_be_good() -> None:
    closed = objective(status=Status.COMPLETE, evidence=1)
    running = objective(ref="OBJ-002")
    item = evidence(expires_on=_YESTERDAY, supports=("OBJ-001", "OBJ-002"))
    assert levels("E2", view(closed, running, item)) == [("EVI-001", "warn")]
    assert levels("E2", view(closed, evidence(expires_on=_YESTERDAY))) == []


@pytest.mark.parametrize(
    ("items", "expires", "said"),
    [(1, _YESTERDAY, ["OBJ-001"]), (0, _YESTERDAY, []), (1, AS_AT, [])],
)
def test_only_evidence_that_counts_carries_a_status(
    items: int, expires: date, said: list[str]
) -> None:
    seen = view(objective(evidence=items), evidence(expires_on=expires))
    assert [ref for ref, _ in levels("E2", seen) if ref.startswith("OBJ")] == said


def test_evidence_out_of_sight_is_neither_expired_nor_rejected_and_proves_nothing() -> None:
    assert found("E2", view(objective(evidence=1))) == []
    assert found("E6", view(objective(evidence=1))) == []
    done = objective(status=Status.COMPLETE, evidence=1, proof=("policy",))
    assert [finding.value for finding in found("E4", view(done))] == ["policy"]


@pytest.mark.parametrize(
    ("supports", "status", "said"),
    [
        (("ACT-001",), Status.COMPLETE, []),
        (("ACT-001", "OBJ-001"), Status.COMPLETE, []),
        (("ACT-001", "OBJ-001"), Status.ON_TRACK, [("EVI-001", "warn")]),
        (("ACT-002",), Status.COMPLETE, [("EVI-001", "warn")]),
    ],
)
def test_evidence_of_closed_actions_and_objectives_may_run_out(
    supports: tuple[str, ...], status: Status, said: list[tuple[str, str]]
) -> None:
    rows = objective(status=Status.COMPLETE, evidence=1), action(status=status, evidence=1)
    other = action(ref="ACT-002", evidence=1)
    item = evidence(expires_on=_YESTERDAY, supports=supports)
    found = [one for one in levels("E2", view(*rows, other, item)) if one[0] == "EVI-001"]
    assert found == said


@pytest.mark.parametrize(
    ("status", "said"), [(Status.COMPLETE, []), (Status.ON_TRACK, ["EVI-001"])]
)
def test_expired_evidence_of_a_completed_action_is_settled(status: Status, said: list[str]) -> None:
    item = evidence(expires_on=_YESTERDAY, supports=("ACT-001",))
    seen = view(action(status=status), item)
    assert [ref for ref, _ in levels("E2", seen) if ref.startswith("EVI")] == said


def test_rejected_evidence_is_said_though_it_is_not_counted() -> None:
    item = evidence(review=ReviewState.REJECTED)
    assert levels("E6", view(objective(evidence=0), item)) == [("OBJ-001", "warn")]
