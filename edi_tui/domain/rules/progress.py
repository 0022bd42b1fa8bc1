"""Progress: overdue, late, silent, rosier than the facts, and off the path to target."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from edi_tui.domain.board_seats import filled, sits
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.later_dates import later_date
from edi_tui.domain.progress import DONE, in_days
from edi_tui.domain.rows import DeliveryRow, MeasureRow, ObjectiveRow
from edi_tui.domain.rules.objective_rule import objective_rule
from edi_tui.domain.rules.rule import Judge, Remark, Rule, rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.shortfall import behind_path, below_target


def overdue(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say what is past its due date, counted to the day of the report."""
    if row.computed.overdue_days and row.due_on:
        facts = {"due": format_date(row.due_on), "days": in_days(row.computed.overdue_days)}
        yield Remark("overdue", row.due_text or facts["due"], facts)


def forecast_late(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say what is not overdue yet but forecast for after its due date."""
    computed = row.computed
    if computed.late_days and not computed.overdue_days and row.due_on and row.forecast_on:
        facts = {"due": format_date(row.due_on), "days": in_days(computed.late_days)}
        yield Remark("late", format_date(row.forecast_on), facts)


def silent(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say what runs and has had no update for a whole quarter; not what is yet to start."""
    if not row.computed.stale or yet_to_start(row, view.as_at):
        return
    if row.updated_on:
        yield Remark("stale", format_date(row.updated_on))
    else:
        yield Remark("never")


def yet_to_start(row: DeliveryRow, as_at: date) -> bool:
    """Tell whether an objective begins only after a day, so that its silence says nothing."""
    start = row.start_on if isinstance(row, ObjectiveRow) else None
    return start is not None and start > as_at


def watermelon(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say where the declared status is rosier than the facts; a reason makes it a note."""
    if row.computed.watermelon(row.status):
        facts = {
            "stands": row.computed.status.label.lower(),
            "because": "; ".join(row.computed.reasons),
            "reason": row.reason.rstrip(" ."),
        }
        yield Remark("explained" if row.reason else "unexplained", row.status.label, facts)


def contradicted(row: DeliveryRow, view: View) -> Iterator[Remark]:
    """Say where the latest note names a day after the due date while no forecast admits it."""
    if row.status.closed or row.computed.late_days or not (row.due_on and row.updated_on):
        return
    found = later_date(row.progress, row.due_on, said_on=row.updated_on)
    if found:
        words, day = found
        facts = {"day": format_date(day), "due": format_date(row.due_on)}
        yield Remark("later", words, facts)


@rule("P6", Kind.OBJECTIVE)
def closed_below_target(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say what was completed although the latest reading is worse than the target."""
    if row.status in DONE:
        for measure in view.measures_of.get(row.ref, ()):
            if found := below_target(measure):
                facts = {"target": found[1], "measure": measure.name, "ref": measure.ref}
                yield Remark("below", found[0], facts)


@objective_rule("P7")
def owner_there(row: ObjectiveRow, view: View) -> Iterator[Remark]:
    """Say whose owner held no seat on the day of the latest update."""
    if row.updated_on is None:
        return
    member = view.members.get(row.owner_ref)
    if member and not (sits(member, row.updated_on) and filled(member)):
        yield Remark("not-there", member.role, {"day": format_date(row.updated_on)})


@rule("P12", Kind.MEASURE)
def behind(row: MeasureRow, view: View) -> Iterator[Remark]:
    """Say which measure of a running objective is behind its path by more than is tolerated."""
    if row.latest is None:
        return
    objective = view.objectives.get(row.objective)
    if objective is None or objective.status.closed:
        return
    found = behind_path(row, objective.due_on, view.known.thresholds.tolerance / 100)
    if found:
        yield Remark("behind", found[0], {"expected": found[1], "objective": objective.ref})


_DELIVERIES: tuple[tuple[str, Judge[DeliveryRow]], ...] = (
    ("P1", overdue),
    ("P2", forecast_late),
    ("P3", silent),
    ("P4", watermelon),
    ("P5", contradicted),
)

RULES: tuple[Rule[Any], ...] = (
    *(
        rule(name, kind)(judge)
        for name, judge in _DELIVERIES
        for kind in (Kind.OBJECTIVE, Kind.ACTION)
    ),
    closed_below_target,
    owner_there,
    behind,
)
