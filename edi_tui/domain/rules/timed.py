"""Time-based: a due date that the calendar has, its place in the year, and the next review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from dateutil.relativedelta import relativedelta

from edi_tui.domain.dates import read_date
from edi_tui.domain.due import format_date
from edi_tui.domain.prose_dates import date_of_data, recurring, span
from edi_tui.domain.rows import ObjectiveRow
from edi_tui.domain.rules.measurable import metric_of
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.wording import wording_of
from edi_tui.domain.words import Precision

_APRIL = 4
_SATURDAY, _SUNDAY = 5, 6
_SAYS = {
    "date-impossible": "impossible",
    "date-recurring": "recurring",
    "date-placeholder": "placeholder",
}
_REVIEW_WITHIN = relativedelta(months=3)


@objective_rule("T1")
def due_date(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for a due date that the calendar has."""
    if row.due_on:
        yield Remark("due", format_date(row.due_on))
    elif row.due_text:
        remarks = read_date(row.due_text).remarks
        yield Remark(_SAYS.get(remarks[0].rule, "unclear") if remarks else "none", row.due_text)
    else:
        yield _due_in_words(row, view)


def _due_in_words(row: ObjectiveRow, view: View) -> Remark:
    due = wording_of(row, view).due
    if due:
        return Remark("words", due[0])
    for says, words_for in (("as-at", date_of_data), ("recurring", recurring), ("span", span)):
        if words := words_for(row.title):
            return Remark(says, words)
    return Remark("none")


@objective_rule("T2")
def within_the_year(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask that it is due after its start, this financial year or with a milestone in it."""
    if row.due_on is None:
        return
    if row.start_on and row.due_on <= row.start_on:
        yield Remark("before-start", format_date(row.due_on), {"start": format_date(row.start_on)})
        return
    year = _financial_year(view.as_at)
    if _financial_year(row.due_on) <= year:
        yield Remark("this-year", format_date(row.due_on))
        return
    dues = (action.due_on for action in view.actions_of.get(row.ref, ()))
    planned = any(due is not None and _financial_year(due) == year for due in dues)
    yield Remark("milestone" if planned else "no-milestone", f"{year}/{(year + 1) % 100:02d}")


def _financial_year(day: date) -> int:
    return day.year - (day.month < _APRIL)


@objective_rule("T3")
def when_known(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Note a day on which nobody works, and data that comes out after the due date."""
    if row.due_on is None:
        return
    works = view.known.bank_holidays.is_working_day(row.due_on)
    if row.due_precision is Precision.DAY and not works:
        yield Remark("not-working", format_date(row.due_on), {"why": _day_off(row.due_on)})
    for measure in view.measures_of.get(row.ref, ()):
        metric = metric_of(measure, view)
        if metric and metric.lag_months:
            drawn = measure.target_on or row.due_on
            out = _later(drawn, metric.lag_months)
            if out > row.due_on:
                facts = {"drawn": format_date(drawn), "out": f"{format_date(out)[-8:]}"}
                yield Remark("late-data", metric.code, facts | {"published": metric.published})


# Registers share few due dates, the ends of months and quarters.
@lru_cache(maxsize=1024)
def _later(day: date, months: int) -> date:
    return day + relativedelta(months=months)


def _day_off(day: date) -> str:
    return {_SATURDAY: "a Saturday", _SUNDAY: "a Sunday"}.get(day.weekday(), "a bank holiday")


@objective_rule("T4")
def next_review(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for the next review within a quarter."""
    if row.review_on is None:
        yield Remark("no-review")
    elif row.review_on < view.as_at:
        yield Remark("past", format_date(row.review_on))
    elif row.review_on > view.as_at + _REVIEW_WITHIN:
        yield Remark("far", format_date(row.review_on))
    else:
        yield Remark("review", format_date(row.review_on))


RULES: tuple[Rule[Any], ...] = (due_date, within_the_year, when_known, next_review)
