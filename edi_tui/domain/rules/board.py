"""The board: who has an objective, and whether appraisals and reviews were held in time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edi_tui.domain import appraisal_year as years
from edi_tui.domain.board_seats import filled, sits
from edi_tui.domain.coverage import Mark, mid_year_mark, running, unassessed
from edi_tui.domain.crosswalk import in_force
from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import FrameworkRow, MemberRow
from edi_tui.domain.rules.rule import Remark, Rule, rule
from edi_tui.domain.rules.view import View
from edi_tui.domain.text import folded

CONFIDENTIAL = ("B2", "B3", "B4")
"""The rules on appraisals: why one was set aside is nobody else's business."""
_BOARD_ACTION = "hia1"
"""The high impact action that is about the board, as its code is compared."""


@rule("H3", Kind.MEMBER)
def has_objective(row: MemberRow, view: View) -> Iterator[Remark]:
    """Ask that every member of the board and the executive team has an objective."""
    if _serves(row, view) and not running(view.objectives_of.get(row.ref, ()), view):
        collective = running(view.collective, view)
        yield Remark("collective-only" if collective else "none", row.role)


@rule("B1", Kind.FRAMEWORK_ITEM)
def has_collective(row: FrameworkRow, view: View) -> Iterator[Remark]:
    """Ask for an objective of the whole board, of which high impact action 1 speaks."""
    of_the_board = folded(row.code) == _BOARD_ACTION
    if of_the_board and not running(view.collective, view) and in_force(row, view.as_at):
        yield Remark("none", row.code)


@rule("B2", Kind.MEMBER)
def appraised_in_time(row: MemberRow, view: View) -> Iterator[Remark]:
    """Ask that an appraisal is with NHS England by its national date, where it has one."""
    year = years.year_of(view.as_at) - 1
    due = years.deadline(row.seat, view.organisation, year)
    if due is None or view.as_at <= due or not _appraised_for(row, view, year):
        return
    found = years.of_year(view.appraisals_of.get(row.ref, ()), year)
    if not years.submitted(found, view.as_at):
        held = years.took_place(found, view.as_at)
        facts = {"year": years.year_name(year), "role": row.role}
        yield Remark("not-submitted" if held else "not-held", format_date(due), facts)


@rule("B3", Kind.MEMBER)
def reviewed_at_mid_year(row: MemberRow, view: View) -> Iterator[Remark]:
    """Ask for a mid-year review, from the first day of the second half of the year."""
    appraisals = view.appraisals_of.get(row.ref, ())
    if _serves(row, view) and mid_year_mark(row, appraisals, view.as_at) is Mark.NO:
        year = years.year_name(years.year_of(view.as_at))
        yield Remark("not-held", year, {"role": row.role})


@rule("B4", Kind.MEMBER)
def every_objective_assessed(row: MemberRow, view: View) -> Iterator[Remark]:
    """Ask that an appraisal says of each objective what came of it."""
    year = years.year_of(view.as_at) - 1
    appraisals = years.of_year(view.appraisals_of.get(row.ref, ()), year)
    held = years.took_place(appraisals, view.as_at)
    if not held or not _appraised_for(row, view, year):
        return
    left = unassessed(view.objectives_of.get(row.ref, ()), held, year)
    if left:
        facts = {"year": years.year_name(year), "role": row.role}
        yield Remark("left-out", ", ".join(left), facts)


def _serves(row: MemberRow, view: View) -> bool:
    return filled(row) and sits(row, view.as_at)


def _appraised_for(row: MemberRow, view: View, year: int) -> bool:
    return _serves(row, view) and years.served_in(row, year)


RULES: tuple[Rule[Any], ...] = (
    has_objective,
    has_collective,
    appraised_in_time,
    reviewed_at_mid_year,
    every_objective_assessed,
)
