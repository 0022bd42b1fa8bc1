"""Two quarters compared field by field, and rules and frameworks apart from facts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from edi_tui.domain.plain import Plain
from edi_tui.domain.quarter_diff import Fate, QuarterDiff, RecordChange, quarter_diff
from edi_tui.domain.quarter_side import STATUS, name_of
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
from edi_tui.domain.words import AppraisalOutcome, Status
from tests.domain.sides import OBJECTIVE, Facts
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
