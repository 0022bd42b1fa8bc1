"""Measurable: something counted, from a dated baseline to a target in the same unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from edi_tui.domain.due import format_date
from edi_tui.domain.metrics import Metric
from edi_tui.domain.quantities import Quantity
from edi_tui.domain.rows import MeasureRow, ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Remark, Rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.rules.word_lists import Telling
from edi_tui.domain.rules.wording import Wording, attended, wording_of
from edi_tui.domain.units import Unit, read_unit
from edi_tui.domain.words import Direction

_COMPARED = frozenset({Unit.PERCENT, Unit.POINTS, Unit.RATIO, Unit.MONEY})
"""Units that words and a measure have to share; counts may stand for many things."""


def metric_of(measure: MeasureRow, view: View) -> Metric | None:
    """Return the national metric of a measure, or None for a local one."""
    return view.known.metrics.get(measure.metric)


def unit_of(measure: MeasureRow, view: View) -> Unit | None:
    """Return the unit of a measure: its own, else that of its metric."""
    metric = metric_of(measure, view)
    return _unit(measure.unit) or (metric.unit if metric else None)


# A register names few units, again and again.
_unit = lru_cache(maxsize=1024)(read_unit)


@objective_rule("M1")
def counted(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for a metric of the catalogue, or a local one with its unit.

    A unit that names what is counted, such as `incidents`, is a count.
    """
    measures = view.measures_of.get(row.ref, ())
    for measure in measures:
        yield _counts(measure, view)
    if not measures:
        yield _counted_in_words(row, view)


def _counts(measure: MeasureRow, view: View) -> Remark:
    metric = metric_of(measure, view)
    if metric and metric.unit is None:
        return Remark("no-number", metric.code)
    if unit_of(measure, view) is None and not measure.unit.strip():
        return Remark("no-unit", measure.name)
    return Remark("counted", measure.name)


def _counted_in_words(row: ObjectiveRow, view: View) -> Remark:
    said = wording_of(row, view)
    if said.numbers:
        return Remark("words", said.numbers[0].text)
    survey = said.tells.get(Telling.SURVEY, "")
    return Remark("source-only" if survey else "nothing", survey)


@objective_rule("M2")
def dated_baseline(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for the value at the beginning and its date, which is not after the start."""
    measures = view.measures_of.get(row.ref, ())
    for measure in measures:
        yield _baseline(measure, row)
    if not measures:
        said = wording_of(row, view)
        if said.baseline:
            yield Remark("words", said.baseline.text)
        elif said.numbers:
            yield Remark("words-none", said.numbers[0].text)


def _baseline(measure: MeasureRow, row: ObjectiveRow) -> Remark:
    if measure.baseline is None:
        return Remark("no-baseline", measure.name)
    if measure.baseline_on is None:
        return Remark("no-date", measure.name)
    if row.start_on and measure.baseline_on > row.start_on:
        days = {"day": format_date(measure.baseline_on), "start": format_date(row.start_on)}
        return Remark("after-start", measure.name, days)
    return Remark("baseline", measure.name)


@objective_rule("M3")
def target_in_unit(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask for a target in the unit of the baseline.

    A share in per cent, a difference in percentage points, a ratio and a sum of money are never
    each other's target.
    """
    measures = view.measures_of.get(row.ref, ())
    said = wording_of(row, view)
    for measure in measures:
        if unlike := _unlike_metric(measure, view):
            yield unlike
        yield Remark("no-target" if measure.target is None else "target", measure.name)
    if not measures:
        yield from _in_words(said)
    elif unlike := _unlike_measures(said, measures, view):
        yield unlike


def _unlike_metric(measure: MeasureRow, view: View) -> Remark | None:
    metric = metric_of(measure, view)
    unit = _unit(measure.unit) if metric else None
    if metric is None or metric.unit is None or unit in (None, metric.unit):
        return None
    facts = {"metric": metric.code, "unit": metric.unit.label.lower(), "measure": measure.name}
    return Remark("unlike-metric", measure.unit, facts)


def _unlike_measures(said: Wording, measures: Sequence[MeasureRow], view: View) -> Remark | None:
    """Compare the units that the words name with those that are measured."""
    units = {unit for measure in measures if (unit := unit_of(measure, view))}
    named = [each for each in said.numbers if each.unit in _COMPARED]
    if not units or not named or any(_fits(each, units) for each in named):
        return None
    labels = " or ".join(sorted(each.label.lower() for each in units))
    return Remark("unlike-words", named[0].text, {"unit": labels})


def _fits(named: Quantity, units: set[Unit]) -> bool:
    """Tell whether a number can be of a unit; points are how a share in per cent changes."""
    points = named.unit is Unit.POINTS and Unit.PERCENT in units
    return points or named.unit in units


def _in_words(said: Wording) -> Iterator[Remark]:
    units = {each.unit for each in said.numbers}
    share = next((each for each in said.numbers if each.unit in (Unit.PERCENT, Unit.POINTS)), None)
    if share and Unit.RATIO in units:
        ratio = next(each for each in said.numbers if each.unit is Unit.RATIO)
        yield Remark("unlike-baseline", share.text, {"baseline": ratio.text})
    elif said.numbers and not said.targets:
        yield Remark("baseline-only", said.numbers[0].text)
    elif not said.numbers and Telling.TARGET in said.tells:
        yield Remark("not-stated", said.tells[Telling.TARGET])


@objective_rule("M4")
def right_way(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Ask that the target lies in the direction that is better.

    A ratio aims at 1 and a pay gap at 0, from whichever side; see `Metric.direction`.
    """
    for measure in view.measures_of.get(row.ref, ()):
        metric = metric_of(measure, view)
        if metric and metric.direction and metric.direction is not measure.direction:
            facts = {"metric": metric.code, "right": metric.direction.label.lower()}
            yield Remark("direction", measure.direction.label.lower(), facts, "direction")
        direction = metric.direction if metric and metric.direction else measure.direction
        if away := _away(measure, direction, unit_of(measure, view)):
            yield away


def _away(measure: MeasureRow, direction: Direction, unit: Unit | None) -> Remark | None:
    start, aim = measure.baseline, measure.target
    if start is None or aim is None:
        return None
    if direction is Direction.PARITY:
        parity = unit.parity if unit else Decimal(1)
        wrong = abs(aim - parity) > abs(start - parity)
    else:
        wrong = aim < start if direction is Direction.UP else aim > start
    if not wrong:
        return None
    facts = {"start": f"{start:,f}", "aim": f"{aim:,f}", "right": direction.label.lower()}
    return Remark("away", measure.name, facts)


@objective_rule("M5")
def more_than_activity(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Warn where all that is counted, or all that is said, is activity."""
    measures = view.measures_of.get(row.ref, ())
    if measures:
        if all(is_activity(measure, view) for measure in measures):
            yield Remark("activity", measures[0].name)
        return
    said = wording_of(row, view)
    if said.targets and not said.outcome:
        yield Remark("activity", said.activities[0].text)
    elif not said.numbers and Telling.CHANGE not in said.tells and Telling.OUTPUT in said.tells:
        yield Remark("named-activity", said.tells[Telling.OUTPUT])


def is_activity(measure: MeasureRow, view: View) -> bool:
    """Tell whether a measure counts what is held or who was there."""
    if metric_of(measure, view):
        return False
    words = view.known.words
    named = words.found(measure.name)
    if attended(named):
        return True
    held = Telling.OUTPUT in named or Telling.OUTPUT in words.found(measure.unit)
    return held and unit_of(measure, view) in (Unit.COUNT, None)


RULES: tuple[Rule[Any], ...] = (
    counted,
    dated_baseline,
    target_in_unit,
    right_way,
    more_than_activity,
)
