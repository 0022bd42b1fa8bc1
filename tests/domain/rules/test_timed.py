from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.timed import due_date, next_review, when_known, within_the_year
from edi_tui.domain.words import Precision
from tests.domain.rules.rows import action, measure, objective, said, says, view


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("31 April 2027", "impossible"),
        ("ongoing", "recurring"),
        ("TBC", "placeholder"),
        ("31 March", "unclear"),
        ("May 2027 and June 2027", "unclear"),
        ("-", "none"),
    ],
)
def test_words_that_are_no_date_are_told_for_what_they_are(words: str, expected: str) -> None:
    remark = said(due_date, objective(due_on=None, due_text=words), view())
    assert (remark.says, remark.value) == (expected, words)


@pytest.mark.parametrize(
    ("title", "expected", "value"),
    [
        ("Raise it by end of March 2028", "words", "end of March 2028"),
        ("Raise it as at 31 March 2028", "as-at", "as at 31 March 2028"),
        ("Raise it each year", "recurring", "each year"),
        ("A three-year plan", "span", "three-year"),
        ("Raise it", "none", ""),
    ],
)
def test_the_words_of_the_objective_may_hold_the_date(
    title: str, expected: str, value: str
) -> None:
    remark = said(due_date, objective(title=title, due_on=None, due_text=""), view())
    assert (remark.says, remark.value) == (expected, value)


def test_a_day_is_a_due_date() -> None:
    remark = said(due_date, objective(due_on=date(2027, 3, 31)), view())
    assert (remark.says, remark.value) == ("due", "31 Mar 2027")


@pytest.mark.parametrize(
    ("start", "due", "actions", "expected"),
    [
        (date(2026, 4, 1), date(2026, 4, 1), [], ["before-start"]),
        (date(2026, 4, 1), date(2026, 3, 31), [], ["before-start"]),
        (date(2026, 4, 1), date(2026, 4, 2), [], ["this-year"]),
        (None, date(2027, 3, 31), [], ["this-year"]),
        (None, date(2027, 4, 1), [], ["no-milestone"]),
        (None, date(2027, 4, 1), [date(2027, 3, 31)], ["milestone"]),
        (None, date(2027, 4, 1), [date(2026, 4, 1)], ["milestone"]),
        (None, date(2027, 4, 1), [date(2026, 3, 31)], ["no-milestone"]),
        (None, date(2027, 4, 1), [None, date(2027, 4, 1)], ["no-milestone"]),
        (None, None, [], []),
    ],
)
def test_it_is_due_this_year_or_has_a_milestone_in_it(
    start: date | None, due: date | None, actions: list[date | None], expected: list[str]
) -> None:
    seen = view(*(action(due_on=on) for on in actions))
    assert says(within_the_year, objective(start_on=start, due_on=due), seen) == expected


def test_the_year_and_the_start_are_named() -> None:
    far = objective(due_on=date(2028, 3, 31))
    assert said(within_the_year, far, view()).value == "2026/27"
    early = objective(start_on=date(2026, 4, 1), due_on=date(2026, 3, 1))
    remark = said(within_the_year, early, view())
    assert (remark.value, remark.facts) == ("1 Mar 2026", {"start": "1 Apr 2026"})


@pytest.mark.parametrize(
    ("due", "why"),
    [
        (date(2026, 11, 20), None),
        (date(2026, 11, 21), "a Saturday"),
        (date(2026, 11, 22), "a Sunday"),
        (date(2026, 11, 23), None),
        (date(2026, 12, 25), "a bank holiday"),
    ],
)
def test_a_day_on_which_nobody_works_is_noted(due: date, why: str | None) -> None:
    remarks = list(when_known.judge(objective(due_on=due), view()))
    assert [remark.facts["why"] for remark in remarks] == ([why] if why else [])
    assert says(when_known, objective(due_on=due, due_precision=Precision.MONTH), view()) == []


@pytest.mark.parametrize(
    ("changes", "due", "expected"),
    [
        ({"metric": "WRES1"}, date(2027, 3, 31), ["late-data"]),
        ({"metric": "WRES1", "target_on": date(2027, 3, 31)}, date(2027, 10, 29), ["late-data"]),
        ({"metric": "WRES1", "target_on": date(2027, 3, 31)}, date(2027, 11, 1), []),
        ({"metric": "HIA1a"}, date(2027, 3, 31), []),
        ({"metric": "HIA2f"}, date(2027, 3, 31), []),
        ({}, date(2027, 3, 31), []),
    ],
)
def test_data_that_comes_out_after_the_due_date_is_noted(
    changes: dict[str, Any], due: date, expected: list[str]
) -> None:
    assert says(when_known, objective(due_on=due), view(measure(**changes))) == expected


def test_late_data_is_told_with_its_months() -> None:
    remark = said(when_known, objective(due_on=date(2027, 3, 31)), view(measure(metric="WRES1")))
    assert remark.value == "WRES1"
    assert (remark.facts["drawn"], remark.facts["out"]) == ("31 Mar 2027", "Oct 2027")
    assert "unconfirmed" in remark.facts["published"]


def test_without_a_due_date_there_is_nothing_to_note() -> None:
    assert says(when_known, objective(due_on=None), view(measure(metric="WRES1"))) == []


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (None, "no-review"),
        (date(2026, 11, 20), "past"),
        (date(2026, 11, 21), "review"),
        (date(2027, 2, 21), "review"),
        (date(2027, 2, 22), "far"),
    ],
)
def test_the_next_review_is_within_a_quarter(on: date | None, expected: str) -> None:
    assert says(next_review, objective(review_on=on), view()) == [expected]


@pytest.mark.parametrize(
    ("rule", "changes", "remark"),
    [
        (due_date, {"due_on": None, "due_text": "TBC"}, Remark("placeholder", "TBC")),
        (due_date, {"due_on": None, "due_text": "-"}, Remark("none", "-")),
        (within_the_year, {"due_on": date(2027, 3, 31)}, Remark("this-year", "31 Mar 2027")),
        (within_the_year, {"due_on": date(2027, 4, 1)}, Remark("no-milestone", "2026/27")),
        (
            when_known,
            {"due_on": date(2026, 11, 21)},
            Remark("not-working", "21 Nov 2026", {"why": "a Saturday"}),
        ),
        (next_review, {"review_on": date(2026, 11, 20)}, Remark("past", "20 Nov 2026")),
        (next_review, {"review_on": date(2026, 11, 21)}, Remark("review", "21 Nov 2026")),
        (next_review, {"review_on": date(2027, 2, 22)}, Remark("far", "22 Feb 2027")),
        (next_review, {"review_on": None}, Remark("no-review")),
    ],
)
def test_the_day_that_decided_it_is_told(
    rule: Rule[ObjectiveRow], changes: dict[str, Any], remark: Remark
) -> None:
    assert said(rule, objective(**changes), view()) == remark


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2008, 4, 1), "2008/09"),
        (date(2009, 3, 31), "2008/09"),
        (date(2099, 12, 31), "2099/00"),
    ],
)
def test_a_financial_year_is_written_with_two_digits_of_its_end(day: date, year: str) -> None:
    row = objective(start_on=None, due_on=date(2110, 1, 1))
    assert said(within_the_year, row, view(as_at=day)).value == year


def test_data_is_drawn_on_the_day_of_the_target_where_it_has_one() -> None:
    row = objective(due_on=date(2027, 10, 29), due_precision=Precision.MONTH)
    late = measure(metric="WRES1", target_on=date(2027, 9, 30))
    remark = said(when_known, row, view(late))
    assert (remark.facts["drawn"], remark.facts["out"]) == ("30 Sep 2027", "Apr 2028")


def test_every_measure_whose_data_is_late_is_noted() -> None:
    row = objective(due_on=date(2027, 3, 31))
    rows = measure(metric="HIA2f"), measure(), measure(metric="WRES1"), measure(metric="WRES2")
    values = [remark.value for remark in when_known.judge(row, view(*rows))]
    assert values == ["WRES1", "WRES2"]


@pytest.mark.parametrize(
    ("due", "expected"), [(date(2027, 10, 30), ["late-data"]), (date(2027, 10, 31), [])]
)
def test_data_that_is_out_on_the_due_date_is_in_time(due: date, expected: list[str]) -> None:
    row = objective(due_on=due, due_precision=Precision.MONTH)
    drawn = measure(metric="WRES1", target_on=date(2027, 3, 31))
    assert says(when_known, row, view(drawn)) == expected
