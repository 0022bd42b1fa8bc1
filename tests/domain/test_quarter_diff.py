"""Two quarters compared field by field, and rules and frameworks apart from facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from edi_tui.domain.drift import Drift, Original
from edi_tui.domain.moves import Move, Moved
from edi_tui.domain.plain import Plain
from edi_tui.domain.quarter_diff import Fate, QuarterDiff, RecordChange, quarter_diff
from edi_tui.domain.quarter_side import name_of
from edi_tui.domain.records import (
    AppraisalDraft,
    FrameworkItemDraft,
    HeardScoreDraft,
    LearnedDraft,
    MemberDraft,
    NetworkDraft,
    OrganisationDraft,
)
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.ways import STATUS, WAYS
from edi_tui.domain.words import AppraisalOutcome, Status
from tests.domain.sides import OBJECTIVE, Facts, due
from tests.domain.test_board_language import failed


def compared(before: Facts, after: Facts, letters: str = "SMART") -> QuarterDiff:
    """Return the difference of two sides."""
    return quarter_diff(before.side(), after.side("2026/27 Q2"), letters)


def test_each_changed_record_is_told_field_by_field() -> None:
    before = Facts({"OBJ-001": OBJECTIVE, "MEM-001": MemberDraft(role="Chair")})
    after = Facts(
        {
            "OBJ-001": replace(OBJECTIVE, title="Raise it more", owner="MEM-002"),
            "MEM-001": MemberDraft(role="Chair"),
            "MEM-002": MemberDraft(role="Chief People Officer"),
        }
    )
    member, objective = compared(before, after).records
    assert (member.ref, member.fate, member.name) == ("MEM-002", Fate.NEW, "Chief People Officer")
    assert (objective.ref, objective.fate) == ("OBJ-001", Fate.CHANGED)
    told = {one.label: (one.was, one.now) for one in objective.differences}
    assert told["Owner"] == ("MEM-001", "MEM-002")
    assert ("Raise the share", "Raise it more") in told.values()


def test_a_field_that_an_older_release_did_not_have_is_no_change() -> None:
    after = Facts({"OBJ-001": OBJECTIVE}).side("2026/27 Q2")
    before = Facts({"OBJ-001": OBJECTIVE}).side()
    says = before.records["OBJ-001"]["says"]
    older = {name: value for name, value in says.items() if name not in ("published", "summary")}
    record = before.records["OBJ-001"] | {"says": older}
    assert quarter_diff(replace(before, records={"OBJ-001": record}), after, "SMART").records == ()


def test_a_rule_upgrade_changes_no_fact_line() -> None:
    """Every judgement differs, and it is the rules that are named for it."""
    missing, met = {"M": Verdict.MISSING}, {"M": Verdict.MET}
    before = Facts(
        {"OBJ-001": OBJECTIVE},
        statuses={"OBJ-001": Status.ON_TRACK},
        verdicts={"OBJ-001": met},
        findings=(failed("S1", "OBJ-001"),),
        rules={STATUS: 1, "M1": 1, "S1": 1, "S9": 3},
    )
    after = Facts(
        {"OBJ-001": OBJECTIVE},
        statuses={"OBJ-001": Status.OFF_TRACK},
        declared={"OBJ-001": Status.ON_TRACK},
        verdicts={"OBJ-001": missing},
        findings=(failed("M1", "OBJ-001", 2), failed("M2", "OBJ-001")),
        rules={STATUS: 2, "M1": 2, "M2": 1, "S1": 2},
    )
    found = compared(before, after, letters="ART")
    assert found.sentences == ()
    assert found.records == ()
    assert found.rules == (
        "Rule M1 went from version 1 to 2: it spoke of nothing and speaks once now.",
        "Rule M2 is new and speaks once.",
        "Rule S1 went from version 1 to 2: it spoke once and speaks of nothing now.",
        "Rule S9 is gone; it spoke of nothing.",
        "The way in which a status is worked out changed, so what was declared is compared; what "
        "was worked out differs once.",
    )


def test_an_upgrade_of_every_way_changes_no_fact_line() -> None:
    """Statuses and drift come out otherwise by the same facts, and the ways are named for it."""
    moves = [Moved(Move.DUE, "", "", date(2027, 3, 31), "x", "OBJ-001", 30)] * 4
    original = Original("Raise the share", "31 Mar 2027", {}, date(2027, 1, 1))
    first, then = (due(OBJECTIVE, date(2027, month, 1)) for month in (6, 7))
    before = Facts({"OBJ-001": first}, rules={"M1": 1, **dict.fromkeys(WAYS, 1)})
    same = Facts({"OBJ-001": then}, rules=before.rules)
    after = replace(
        same,
        statuses={"OBJ-001": Status.OFF_TRACK},
        declared={"OBJ-001": Status.ON_TRACK},
        drift={"OBJ-001": Drift(original, tuple(moves), (), date(2027, 7, 1))},
        rules={"M1": 1, **dict.fromkeys(WAYS, 2)},
    )
    found = compared(before, after)
    assert found.sentences == compared(before, same).sentences
    assert [one.text for one in found.sentences] == ["1 due date moved, 30 days."]
    assert found.records == compared(before, same).records
    assert found.rules == (
        "The way in which a status is worked out changed, so what was declared is compared; what "
        "was worked out differs once.",
        "The way in which directions of travel are told changed.",
        "The way in which the gaps and trends of measures are worked out changed.",
        "The way in which evidence is graded changed.",
        "The way in which seats are held against what is asked of them changed.",
        "The way in which drift is counted changed, so of a due date only the move between the "
        "two is told.",
        "The way in which the work of sponsors is counted changed.",
        "The way in which the time that concerns wait is counted changed.",
        "The way in which heard scores are compared changed.",
        "The way in which metric 1a is counted changed.",
        "The way in which small numbers are hidden changed.",
    )


def test_a_way_that_a_side_did_not_record_is_the_first() -> None:
    """Nothing is said where it is the first still, or where no release of today knows the way."""
    older, first = Facts(rules={STATUS: 1}), Facts(rules=dict.fromkeys(WAYS, 1))
    for before, after in ((older, first), (first, older)):
        assert compared(before, after).rules == ()
    dropped = Facts(rules={STATUS: 1, "the weather": 3})
    assert compared(dropped, first).rules == ()
    (said,) = compared(older, Facts(rules={"coverage": 2})).rules
    assert said == "The way in which seats are held against what is asked of them changed."


def test_a_status_that_comes_out_alike_by_another_way_differs_nowhere() -> None:
    (said,) = compared(
        Facts({"OBJ-001": OBJECTIVE}), Facts({"OBJ-001": OBJECTIVE}, rules={STATUS: 2})
    ).rules
    assert said.endswith("what was worked out differs nowhere.")


def test_frameworks_are_told_apart_from_facts() -> None:
    item = FrameworkItemDraft(code="HIA1", framework="EDI plan", title="Objectives")
    before = Facts({"FWK-001": item}, frameworks={"EDI plan": "a", "WRES": "b", "PSED": "c"})
    after = Facts(
        {"FWK-001": replace(item, title="Objectives of all")},
        frameworks={"EDI plan": "d", "PSED": "c", "EDS": "e"},
    )
    found = compared(before, after)
    assert (found.sentences, found.records) == ((), ())
    assert found.frameworks == ("EDI plan changed.", "EDS is new.", "WRES is gone.")
    assert [one.ref for one in found.items] == ["FWK-001"]


def test_what_is_confidential_or_of_too_few_people_is_not_told() -> None:
    appraisal = AppraisalDraft(member="MEM-001", year="2025/26")
    score = HeardScoreDraft(network="NET-001", score=Decimal("1.5"))
    before = Facts({"APP-001": appraisal, "HRD-001": score}, hidden=frozenset({"HRD-001"}))
    after = Facts(
        {
            "APP-001": replace(appraisal, outcome=AppraisalOutcome.NOT_MET, note="Private"),
            "HRD-001": replace(score, score=Decimal("4.5")),
        }
    )
    assert [(one.ref, one.differences) for one in compared(before, after).records] == [
        ("HRD-001", ()),
        ("APP-001", ()),
    ]


def test_answers_about_imported_words_are_no_news() -> None:
    learned = LearnedDraft(words="CPO", meaning="Chief People Officer")
    assert compared(Facts(), Facts({"LRN-001": learned})).records == ()


def test_a_record_that_went_or_came_back_is_told_by_its_name_and_without_its_fields() -> None:
    network = NetworkDraft(name="Race")
    there, gone = Facts({"NET-001": network}), Facts({"NET-001": network}, withdrawn=("NET-001",))
    assert compared(there, gone).records == (RecordChange("NET-001", "Race", Fate.WITHDRAWN),)
    assert compared(gone, there).records == (RecordChange("NET-001", "Race", Fate.RETURNED),)
    assert compared(there, Facts()).records == (RecordChange("NET-001", "Race", Fate.WITHDRAWN),)
    assert compared(Facts(), there).records == (RecordChange("NET-001", "Race", Fate.NEW),)
    assert compared(gone, gone).records == ()


def test_a_score_of_enough_people_is_told() -> None:
    score = HeardScoreDraft(network="NET-001", score=Decimal("1.5"))
    before, after = Facts({"HRD-001": score}), Facts({"HRD-001": replace(score, score=Decimal(4))})
    (change,) = compared(before, after).records
    assert [(one.label, one.was, one.now) for one in change.differences] == [("Score", "1.5", "4")]
    hidden = compared(before, replace(after, hidden=frozenset({"HRD-001"})))
    assert [one.differences for one in hidden.records] == [()]


def test_records_are_told_by_kind_and_number() -> None:
    refs = ("MEM-002", "OBJ-010", "OBJ-002", "ORG-001")
    drafts = (MemberDraft(role="Chair"), OBJECTIVE, OBJECTIVE, OrganisationDraft(name="A trust"))
    found = compared(Facts(), Facts(dict(zip(refs, drafts, strict=True))))
    assert [one.ref for one in found.records] == ["ORG-001", "MEM-002", "OBJ-002", "OBJ-010"]
    assert (found.before.name, found.after.name) == ("2026/27 Q1", "2026/27 Q2")


@pytest.mark.parametrize(
    ("count", "times"), [(0, "of nothing"), (1, "once"), (2, "twice"), (3, "3 times")]
)
def test_rules_say_how_often_they_speak(count: int, times: str) -> None:
    """A rule that did not change stands before one that did, and says nothing."""
    findings = tuple(failed("M1", f"OBJ-00{number}") for number in range(count))
    before = Facts(rules={"A1": 1, "M1": 1, STATUS: 1})
    after = Facts(findings=findings, rules={"A1": 1, "M1": 2, STATUS: 1})
    assert compared(before, after).rules == (
        f"Rule M1 went from version 1 to 2: it spoke of nothing and speaks {times} now.",
    )


def test_only_what_stands_on_both_sides_is_worked_out_otherwise() -> None:
    both = {"OBJ-001": OBJECTIVE, "OBJ-002": OBJECTIVE}
    before = Facts({**both, "OBJ-003": OBJECTIVE}, {"OBJ-001": Status.AT_RISK})
    after = Facts({**both, "OBJ-004": OBJECTIVE}, rules={STATUS: 2})
    (said,) = compared(before, after).rules
    assert said.endswith("what was worked out differs once.")


@pytest.mark.parametrize(
    ("says", "name"),
    [
        ({"title": "Raise", "text": "Brief"}, "Raise"),
        ({"title": "", "text": "Brief"}, "Brief"),
        ({"role": "Chair", "name": "Jo"}, "Jo"),
        ({"subject": "OBJ-001"}, "OBJ-001"),
        ({"level": "corporate"}, ""),
        ({}, ""),
    ],
)
def test_a_record_is_called_by_the_best_of_its_names(says: Plain, name: str) -> None:
    assert name_of(says) == name
