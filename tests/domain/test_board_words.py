"""The words of a board, for one and for many, with the records that each sentence is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from edi_tui.domain.board_language import Sentence, Sort
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.records import ActionDraft, Draft, EvidenceDraft, MeasureDraft, NetworkDraft
from edi_tui.domain.rules.texts import Verdict
from edi_tui.domain.ways import STATUS
from edi_tui.domain.words import Status
from tests.domain.sides import OBJECTIVE, Facts, due, heard, said
from tests.domain.test_board_language import drifted, failed

MARCH = date(2027, 3, 31)
TWO = ("OBJ-001", "OBJ-002")


def facts(*refs: str, **changes: object) -> Facts:
    """Return objectives and actions by reference, with changes."""
    drafts = {ref: OBJECTIVE if ref[0] == "O" else ActionDraft(text="Brief") for ref in refs}
    return replace(Facts(dict(drafts)), **changes)  # type: ignore[arg-type]


def test_a_status_is_compared_as_it_was_worked_out() -> None:
    """What was declared is compared only where the two sides work statuses out otherwise."""
    declared = {"OBJ-001": Status.ON_TRACK}
    before = facts("OBJ-001", statuses={"OBJ-001": Status.AT_RISK}, declared=declared)
    after = facts("OBJ-001", statuses={"OBJ-001": Status.OFF_TRACK}, declared=declared)
    assert said(before, after) == ["1 objective moved from at risk to off track."]
    before.rules = {STATUS: 1, "M1": 1}
    after.rules = {STATUS: 1, "M1": 2}
    assert said(before, after) == ["1 objective moved from at risk to off track."]
    after.rules = {STATUS: 2, "M1": 1}
    assert said(before, after) == []
    after.declared = {"OBJ-001": Status.COMPLETE}
    assert said(before, after) == ["1 objective was closed: complete."]


def test_what_concerns_most_comes_first_and_what_was_closed_last() -> None:
    refs = [f"OBJ-00{number}" for number in range(1, 7)]
    then = dict.fromkeys(refs, Status.ON_TRACK) | {"OBJ-006": Status.AT_RISK}
    now = dict.fromkeys(refs, Status.COMPLETE) | {
        "OBJ-001": Status.AT_RISK,
        "OBJ-002": Status.OFF_TRACK,
        "OBJ-003": Status.OFF_TRACK,
        "OBJ-006": Status.OFF_TRACK,
    }
    found = said(facts(*refs, statuses=then), facts(*refs, statuses=now))
    assert found[0] == "2 objectives moved from on track to off track."
    assert found[-1] == "2 objectives were closed: complete."
    assert set(found[1:3]) == {
        "1 objective moved from on track to at risk.",
        "1 objective moved from at risk to off track.",
    }


ITEM = EvidenceDraft(title="Survey", note="x")


@pytest.mark.parametrize(
    ("drafts", "sort", "text"),
    [
        (dict.fromkeys(TWO, OBJECTIVE), Sort.NEW, "2 objectives are new."),
        (dict.fromkeys(TWO, OBJECTIVE), Sort.RETURNED, "2 objectives were brought back."),
        (dict.fromkeys(TWO, OBJECTIVE), Sort.WITHDRAWN, "2 objectives were withdrawn."),
        ({"NET-001": NetworkDraft(name="Race")}, Sort.NEW, "1 network is new."),
        ({"NET-001": NetworkDraft(name="Race")}, Sort.RETURNED, "1 network was brought back."),
        ({"NET-001": NetworkDraft(name="Race")}, Sort.WITHDRAWN, "1 network was withdrawn."),
        ({"EVI-001": ITEM, "EVI-002": ITEM}, Sort.NEW, "2 items of evidence are new."),
    ],
)
def test_what_came_and_went_is_named(drafts: dict[str, Draft], sort: Sort, text: str) -> None:
    gone = Facts(drafts, withdrawn=tuple(drafts))
    sides = {
        Sort.NEW: (Facts(), Facts(drafts)),
        Sort.RETURNED: (gone, Facts(drafts)),
        Sort.WITHDRAWN: (Facts(drafts), gone),
    }
    assert heard(*sides[sort]) == [Sentence(sort, text, tuple(drafts))]


def redated(*days: int, of: str = "OBJ") -> list[Sentence]:
    """Return what is said of due dates that were moved by so many days."""
    before, after = Facts(), Facts()
    for number, one in enumerate(days, 1):
        for side, day in ((before, MARCH), (after, MARCH + timedelta(one))):
            draft = due(OBJECTIVE, day)
            said_of = draft if of == "OBJ" else ActionDraft(text="Brief", due=draft.due)
            side.drafts[f"{of}-00{number}"] = said_of
    return heard(before, after)


@pytest.mark.parametrize(
    ("days", "of", "text"),
    [
        ((1,), "OBJ", "1 due date moved, 1 day."),
        ((-1,), "OBJ", "1 due date moved, 1 day sooner."),
        ((2,), "ACT", "1 due date of an action moved, 2 days."),
        ((2, 1200), "ACT", "2 due dates of actions moved, 1,200 days and 2 days."),
        ((2, -3, 5), "OBJ", "3 due dates moved, 5 days, 2 days and 3 days sooner."),
    ],
)
def test_due_dates_are_told_with_their_days(days: tuple[int, ...], of: str, text: str) -> None:
    refs = tuple(f"{of}-00{number}" for number in range(1, len(days) + 1))
    assert redated(*days, of=of) == [Sentence(Sort.REDATED, text, refs)]


@pytest.mark.parametrize(
    ("times", "often"), [(2, "second"), (9, "ninth"), (10, "10th"), (12, "12th")]
)
def test_it_is_told_how_often_a_due_date_moved(times: int, often: str) -> None:
    before, after = facts("OBJ-001"), facts("OBJ-001", drift={"OBJ-001": drifted(*[10] * times)})
    before.drafts["OBJ-001"] = due(OBJECTIVE, date(2027, 5, 30))
    after.drafts["OBJ-001"] = due(OBJECTIVE, MARCH + timedelta(200))
    assert said(before, after) == [f"1 due date moved a {often} time, 200 days in all."]


def test_a_date_that_comes_back_to_the_first_is_no_days_later_in_all() -> None:
    before, after = facts("OBJ-001"), facts("OBJ-001", drift={"OBJ-001": drifted(30, -30)})
    before.drafts["OBJ-001"] = due(OBJECTIVE, date(2027, 4, 30))
    after.drafts["OBJ-001"] = due(OBJECTIVE, MARCH)
    assert said(before, after) == ["1 due date moved a second time, 0 days in all."]


def test_the_dates_that_moved_most_often_come_first() -> None:
    refs = ("OBJ-001", "OBJ-002")
    before = Facts(dict.fromkeys(refs, due(OBJECTIVE, MARCH)))
    after = Facts(dict.fromkeys(refs, due(OBJECTIVE, MARCH + timedelta(5))))
    after.drift = {"OBJ-002": drifted(2, 3)}
    assert [one.refs for one in heard(before, after)] == [("OBJ-002",), ("OBJ-001",)]


def test_a_date_that_stayed_hides_none_that_moved() -> None:
    before = Facts(dict.fromkeys(TWO, due(OBJECTIVE, MARCH)))
    after = Facts({"OBJ-001": due(OBJECTIVE, MARCH), "OBJ-002": due(OBJECTIVE, date(2027, 4, 1))})
    assert heard(before, after) == [
        Sentence(Sort.REDATED, "1 due date moved, 1 day.", ("OBJ-002",))
    ]


def test_dates_that_were_given_and_taken_out_are_counted_by_kind() -> None:
    refs = ("OBJ-001", "OBJ-002", "OBJ-003", "OBJ-004", "ACT-001")
    before, after = facts(*refs), facts(*refs)
    for side, ref in ((before, "OBJ-001"), (before, "OBJ-003"), (after, "OBJ-002")):
        side.drafts[ref] = due(OBJECTIVE, MARCH)
    after.drafts["OBJ-004"] = due(OBJECTIVE, MARCH)
    after.drafts["ACT-001"] = ActionDraft(text="Brief", due=due(OBJECTIVE, MARCH).due)
    assert heard(before, after) == [
        Sentence(Sort.REDATED, "2 due dates were given.", ("OBJ-002", "OBJ-004")),
        Sentence(Sort.REDATED, "1 due date of an action was given.", ("ACT-001",)),
        Sentence(Sort.REDATED, "2 due dates were taken out.", ("OBJ-001", "OBJ-003")),
    ]


def share(target: int) -> MeasureDraft:
    return MeasureDraft(name="Share", objective="OBJ-001", unit="%", target=Decimal(target))


def test_targets_that_were_lowered_are_named() -> None:
    def sides(*targets: int) -> Facts:
        return Facts({f"MEA-00{n}": share(target) for n, target in enumerate(targets, 1)})

    one = Sentence(Sort.LOWERED, "1 target was lowered.", ("MEA-002",))
    assert heard(sides(18, 18), sides(18, 17)) == [one]
    two = Sentence(Sort.LOWERED, "2 targets were lowered.", ("MEA-001", "MEA-002"))
    assert heard(sides(18, 18), sides(17, 17)) == [two]
    new = Facts({"MEA-001": share(18)}, withdrawn=("MEA-001",))
    assert [one.sort for one in heard(new, sides(17))] == [Sort.RETURNED]


@pytest.mark.parametrize(
    ("kind", "count", "text"),
    [
        ("OBJ", 1, "1 objective has another owner."),
        ("OBJ", 2, "2 objectives have another owner."),
        ("ACT", 1, "1 action has another lead."),
        ("ACT", 2, "2 actions have another lead."),
    ],
)
def test_others_who_answer_are_told(kind: str, count: int, text: str) -> None:
    refs = tuple(f"{kind}-00{number}" for number in range(1, count + 1))
    after: Draft = replace(OBJECTIVE, owner="MEM-002")
    if kind == "ACT":
        after = ActionDraft(text="Brief", lead="HR")
    assert heard(facts(*refs), Facts(dict.fromkeys(refs, after))) == [
        Sentence(Sort.OWNER, text, refs)
    ]


@pytest.mark.parametrize(
    ("then", "now", "count", "text"),
    [
        ("", "M", 1, "1 objective is less SMART than it was."),
        ("M", "SM", 2, "2 objectives are less SMART than they were."),
        ("SM", "A", 1, "1 objective is more SMART than it was."),
        ("SM", "M", 2, "2 objectives are more SMART than they were."),
    ],
)
def test_missing_letters_are_compared(then: str, now: str, count: int, text: str) -> None:
    refs = TWO[:count]

    def side(missing: str) -> Facts:
        verdicts = {one: Verdict.MISSING if one in missing else Verdict.WEAK for one in "SMART"}
        return facts(*refs, verdicts=dict.fromkeys(refs, verdicts))

    assert heard(side(then), side(now)) == [Sentence(Sort.SMART, text, refs)]


def test_what_was_judged_on_one_side_alone_is_neither_more_nor_less_smart() -> None:
    after = facts(*TWO, verdicts={"OBJ-001": {"S": Verdict.MISSING}})
    assert heard(facts(*TWO), after) == []


@pytest.mark.parametrize(
    ("count", "settled", "new"),
    [
        (1, "1 finding that failed is settled.", "1 finding that fails is new."),
        (2, "2 findings that failed are settled.", "2 findings that fail are new."),
    ],
)
def test_failures_that_came_and_went_are_named(count: int, settled: str, new: str) -> None:
    refs = TWO[:count]
    none, some = facts(*TWO), facts(*TWO, findings=tuple(failed("M1", ref) for ref in refs))
    assert heard(some, none) == [Sentence(Sort.FINDINGS, settled, refs)]
    assert heard(none, some) == [Sentence(Sort.FINDINGS, new, refs)]


def test_only_failures_by_rules_that_did_not_change_are_told() -> None:
    warned = Finding("M1", FindingLevel.WARN, "It warns.", ref="OBJ-001", version=1)
    assert heard(facts(*TWO), facts(*TWO, findings=(warned,))) == []
    after = facts(*TWO, findings=(failed("M1", "OBJ-001", 2), failed("S1", "OBJ-002")))
    after.rules = {STATUS: 1, "M1": 2, "S1": 1}
    before = facts(*TWO, rules={STATUS: 1, "M1": 1, "S1": 1})
    assert [one.refs for one in heard(before, after)] == [("OBJ-002",)]
