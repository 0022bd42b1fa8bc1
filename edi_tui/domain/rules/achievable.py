"""Achievable: milestones, what the goal asks of recruitment or of a survey, and resources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from edi_tui.domain.figures import series
from edi_tui.domain.metrics import MetricKind
from edi_tui.domain.path import Path, Point
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import MeasureRow, ObjectiveRow
from edi_tui.domain.rules.measurable import metric_of, unit_of
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.shortfall import parity_of
from edi_tui.domain.trajectory import share_needed, years_between
from edi_tui.domain.units import Unit, percent_words, rounded, with_unit
from edi_tui.domain.words import Direction

_SHOWN = 3
"""Quarters that are named; the others are counted."""
_WHOLE = Decimal(100)


@objective_rule("A1")
def milestones(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for an action due in each whole quarter from the start to the due date.

    Quarters that are over are not named: nothing can be planned for them any more.
    """
    start = row.start_on or row.agreed_on or view.as_at
    if row.due_on is None:
        return
    quarters = _whole_quarters(start, row.due_on)
    dues = [action.due_on for action in view.actions_of.get(row.ref, ()) if action.due_on]
    if quarters and not dues:
        yield Remark("none" if row.ref in view.measures_of else "none-yet")
    elif quarters:
        planned = {_quarter(due) for due in dues}
        now = _quarter(view.as_at)
        missing = [each for each in quarters if each >= now and each not in planned]
        if missing:
            yield Remark("gaps", _named(missing))
        elif quarters[-1] >= now or planned.issuperset(quarters):
            yield Remark("milestones", str(len(dues)))


def _whole_quarters(start: date, due: date) -> range:
    """Return the numbers of the quarters that lie between two days, first and last included."""
    first = _quarter(start - timedelta(days=1)) + 1
    return range(first, _quarter(due + timedelta(days=1)))


def _quarter(day: date) -> int:
    """Return the number of a day's quarter, counted from the first of the calendar."""
    return day.year * 4 + (day.month - 1) // 3


def _named(quarters: Sequence[int]) -> str:
    names = list(map(_label, quarters[:_SHOWN]))
    more = len(quarters) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


@lru_cache(maxsize=256)
def _label(number: int) -> str:
    return str(Quarter.containing(date(number // 4, number % 4 * 3 + 1, 1)))


@objective_rule("A2")
def recruitment_needed(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Compare the share of appointments that a goal needs with the share so far.

    See `trajectory.share_needed`. Where no measure can be judged at all, say so.
    """
    measures = view.measures_of.get(row.ref, ())
    shares = [measure for measure in measures if _is_share_of_posts(measure, view)]
    for measure in shares:
        yield _recruitment(measure, row, view)
    if not shares and not any(_is_survey(measure, view) for measure in measures):
        yield Remark("not-assessed")


def _is_share_of_posts(measure: MeasureRow, view: View) -> bool:
    metric = metric_of(measure, view)
    if unit_of(measure, view) is not Unit.PERCENT or measure.direction is Direction.DOWN:
        return False
    told = (measure.posts, measure.turnover, measure.hires)
    national = metric is not None and metric.kind is MetricKind.REPRESENTATION
    return national or any(each is not None for each in told)


def _is_survey(measure: MeasureRow, view: View) -> bool:
    metric = metric_of(measure, view)
    return metric is not None and metric.survey and metric.unit is not None


def _recruitment(measure: MeasureRow, row: ObjectiveRow, view: View) -> Remark:
    now = measure.baseline if measure.latest is None else measure.latest
    aim, turnover, by = measure.target, measure.turnover, measure.target_on or row.due_on
    if aim is not None and measure.baseline is not None and aim < measure.baseline:
        return Remark("away", measure.name)
    if now is not None and aim is not None and now >= aim:
        return Remark("met-already", with_unit(now, Unit.PERCENT), {"measure": measure.name})
    terms = {"a baseline": now, "a target": aim, "the turnover": turnover, "a due date": by}
    if now is None or aim is None or turnover is None or by is None:
        lacking = [name for name, value in terms.items() if value is None]
        return Remark("terms", measure.name, {"lacking": _listed(lacking)})
    if not (now >= 0 and aim <= _WHOLE and 0 <= turnover <= _WHOLE):
        return Remark("no-shares", measure.name)
    years = _years(view.as_at, by)
    if not years:
        return Remark("no-time", measure.name)
    return _compared(_share(now / 100, aim / 100, turnover / 100, years), measure, view)


# Powers of decimals are slow, and a register has few dates and turnovers.
_years = lru_cache(maxsize=1024)(years_between)
_share = lru_cache(maxsize=4096)(share_needed)


def _compared(needed: Decimal | None, measure: MeasureRow, view: View) -> Remark:
    """Judge the share of appointments that is needed, from 0 to 1; None for no appointments."""
    if needed is None or needed > 1:
        turnover = with_unit(measure.turnover or Decimal(0), Unit.PERCENT)
        return Remark("cannot", measure.name, {"turnover": turnover})
    facts = {"needed": percent_words(max(needed, Decimal(0))), "measure": measure.name}
    if measure.hires is None:
        return Remark("share", facts["needed"], facts)
    facts["hires"] = with_unit(measure.hires, Unit.PERCENT)
    stretched = needed * 100 > view.known.thresholds.stretch * measure.hires
    return Remark("stretch" if stretched else "reachable", facts["needed"], facts)


def _listed(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


@objective_rule("A3")
def survey_pace(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Compare the change that a survey goal needs in a year with the largest one seen."""
    for measure in view.measures_of.get(row.ref, ()):
        if _is_survey(measure, view):
            yield _pace(measure, row, view)


def _pace(measure: MeasureRow, row: ObjectiveRow, view: View) -> Remark:
    now = measure.baseline if measure.latest is None else measure.latest
    aim, by = measure.target, measure.target_on or row.due_on
    if now is None or aim is None or by is None:
        terms = {"a baseline": now, "a target": aim, "a due date": by}
        lacking = [name for name, value in terms.items() if value is None]
        return Remark("terms", measure.name, {"lacking": _listed(lacking)})
    path = Path(Point(now, view.as_at), Point(aim, by), measure.direction, parity_of(measure.unit))
    if measure.baseline is not None and _way(path, measure.baseline) < 0:
        return Remark("away", measure.name)
    if path.met_at_start:
        return Remark("met-already", f"{now:,f}", {"measure": measure.name})
    seen = _largest(_points(measure, view), path)
    if seen is None:
        return Remark("history", measure.name)
    needed = _way(path, now) / max(_years(view.as_at, by), Decimal(1))
    facts = {"needed": f"{rounded(needed, 1):,f}", "seen": f"{rounded(seen, 1):,f}"}
    return Remark("faster" if needed > seen else "pace", measure.name, facts)


def _way(path: Path, value: Decimal) -> Decimal:
    """Return how far it is from a value to the target; below 0 the target is worse."""
    return path.to_target(Point(value, path.baseline.on))


def _points(measure: MeasureRow, view: View) -> list[Point]:
    """Return what the readings of a measure come to, oldest first."""
    readings = view.readings_of.get(measure.ref, ())
    dated = series(measure.unit, metric_of(measure, view), readings)
    return [Point(one.figure.value, one.on) for one in dated if one.figure.value is not None]


def _largest(points: Sequence[Point], path: Path) -> Decimal | None:
    """Return the largest change for the better from one reading to the next, in a year.

    None with fewer than two readings; 0 where it has only got worse.
    """
    changes = [
        (_way(path, before.value) - _way(path, after.value))
        / max(_years(before.on, after.on), Decimal(1))
        for before, after in pairwise(points)
    ]
    return max(*changes, Decimal(0)) if changes else None


@objective_rule("A4")
def resourced(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for the resources and dependencies, or the word that there are none."""
    if row.resources:
        yield Remark("said", row.resources)
    else:
        yield Remark("not-said" if row.ref in view.measures_of else "not-said-yet")


RULES: tuple[Rule[Any], ...] = (milestones, recruitment_needed, survey_pace, resourced)
