"""The status of a quarter: what papers are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.board_seats import Coverage, cover
from edi_tui.domain.closing import Closing
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import ActionRow, DeliveryRow, ObjectiveRow, SponsorshipRow
from edi_tui.domain.sponsorship import seated
from edi_tui.domain.words import Status
from edi_tui.services.lists import Contents, contents, rows_of
from edi_tui.services.people import people_known
from edi_tui.services.register import Register
from edi_tui.services.uncollected import uncollected
from edi_tui.store.snapshots import closing_of

if TYPE_CHECKING:
    from edi_tui.domain.coverage import BoardCoverage
    from edi_tui.domain.drift import Drift
    from edi_tui.domain.rules.texts import Verdict
    from edi_tui.services.changes import Changes

__all__ = [
    "Coverage",
    "Deliveries",
    "Judged",
    "StatusReport",
    "by_urgency",
    "coverage_of",
    "deliveries",
    "live_report",
    "status_report",
]


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The objectives and actions as at a day."""

    as_at: date
    objectives: Sequence[ObjectiveRow]
    actions: Sequence[ActionRow]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules make of a register as at a day."""

    board: BoardCoverage
    drift: Mapping[str, Drift]
    """By objective."""
    verdicts: Mapping[str, Mapping[str, Verdict]]
    """By objective and letter of SMART."""
    rules: Mapping[str, int]
    """The version of each rule, and of the ways in which something is worked out."""
    fails: str = ""
    """The findings at level fail that a quarter was closed with, as people know them."""


# No slots, so that what takes time is worked out once and kept.
@dataclass(frozen=True)
class StatusReport:
    """The register as it stood at a quarter's end, or today where the quarter is running."""

    quarter: Quarter
    as_at: date
    now: Contents
    before: Deliveries
    """As at the end of the quarter before."""
    judge: Callable[[], Judged] = field(repr=False, compare=False)
    """Judges it, which takes time: most of what asks for a report needs no judgement."""
    people: Callable[[], Mapping[str, str]] = field(default=dict, repr=False, compare=False)
    """Looks up the role of everybody whom the register had named by then, by name."""
    compare: Callable[[], Changes | None] = field(default=lambda: None, repr=False, compare=False)
    """Compares it with the last report before, which takes time as well."""
    closing: Closing | None = None
    """When it was frozen; None where it is read from the register as that stands."""

    @property
    def coverage(self) -> Coverage:
        """Which seats have an objective at the date of the report."""
        return coverage_of(self.now)

    @property
    def board(self) -> BoardCoverage:
        """Each seat against what is asked of its holder, at the date of the report."""
        return self._judged.board

    @property
    def drift(self) -> Mapping[str, Drift]:
        """What has moved in each objective since it was agreed, by reference."""
        return self._judged.drift

    @property
    def verdicts(self) -> Mapping[str, Mapping[str, Verdict]]:
        """How far each objective meets each letter of SMART, by reference and letter."""
        return self._judged.verdicts

    @property
    def rules(self) -> Mapping[str, int]:
        """The version of each rule by which it was judged."""
        return self._judged.rules

    @property
    def fails(self) -> str:
        """The findings at level fail that the quarter was closed with; nothing while it is open."""
        return self._judged.fails

    @property
    def changes(self) -> Changes | None:
        """What changed since the last quarter before that was closed; None where none was."""
        return self.compare()

    @cached_property
    def _judged(self) -> Judged:
        return self.judge()

    @property
    def exceptions(self) -> list[DeliveryRow]:
        """Objectives, then actions, that need attention, the longest overdue first."""
        rows = [*by_urgency(self.now.objectives), *by_urgency(self.now.actions)]
        return [row for row in rows if row.computed.exceptional]

    @property
    def running(self) -> list[SponsorshipRow]:
        """The sponsorships that run at the date of the report."""
        members = {row.ref: row for row in self.now.members}
        return [
            row
            for row in self.now.sponsorships
            if seated(row, members, self.as_at).current(self.as_at)
        ]

    @property
    def later(self) -> str:
        """What is known but not in the report, since it was said of a later day."""
        count = sum(row.on > self.as_at for row in self.now.updates)
        if not count:
            return ""
        are = "update is" if count == 1 else "updates are"
        return f"{count:,} {are} dated after {format_date(self.as_at)} and not in this paper."


def status_report(
    register: Register, quarter: Quarter | None = None, *, as_at: date | None = None
) -> StatusReport:
    """Return the status of a quarter: as it was frozen, where the quarter was closed.

    Args:
        register: The register.
        quarter: The NHS financial quarter; the running one without it.
        as_at: The date that progress is read at; without it the quarter's end, or today where
            that is earlier.

    Raises:
        EdiError: The quarter has not begun, or was closed as at another day.
        InvalidError: The day is not one of the quarter or after it, up to today.
        CorruptError: The quarter was closed, and what was frozen has been changed since.
    """
    closing = _closing(register, quarter)
    if closing is None:
        return live_report(register, quarter, as_at=as_at)
    if as_at not in (None, closing.as_at):
        raise InvalidError(
            {
                "as_at": f"{quarter} is closed as at {format_date(closing.as_at)}, and its paper "
                "is made from what was frozen then; leave the date out."
            }
        )
    from edi_tui.services.kept_quarter import kept_quarter

    return kept_quarter(register, closing).report


def _closing(register: Register, quarter: Quarter | None) -> Closing | None:
    if quarter is None:
        return None
    with register.reading() as session:
        return closing_of(session, quarter)


@uncollected()
def live_report(
    register: Register, quarter: Quarter | None = None, *, as_at: date | None = None
) -> StatusReport:
    """Return the status of a quarter as the register has it now, closed or not."""
    chosen = quarter or Quarter.containing(as_at or register.today)
    if chosen.start > register.today:
        raise EdiError(
            f"{chosen} has not begun: it starts on {format_date(chosen.start)}. Choose "
            f"{Quarter.containing(register.today)} or an earlier quarter."
        )
    day = as_at or min(chosen.end, register.today)
    _refuse_day(register, chosen, day)
    now = contents(register, as_at=day)
    before = deliveries(register, chosen.previous.end)
    report = StatusReport(
        chosen, day, now, before, lambda: _judged(register, now), lambda: people_known(register)
    )
    # Kept with what is made of the report for one audience or another.
    return replace(report, compare=cache(lambda: _changes(register, report)))


def _refuse_day(register: Register, quarter: Quarter, day: date) -> None:
    if not quarter.start <= day <= register.today:
        raise InvalidError(
            {
                "as_at": f"{format_date(day)} is no day to read {quarter} at; give one from "
                f"{format_date(quarter.start)} to {format_date(register.today)}."
            }
        )


def deliveries(register: Register, day: date) -> Deliveries:
    """Return the objectives and actions as at a day."""
    objectives, actions = (
        rows_of(register, kind, as_at=day) for kind in (Kind.OBJECTIVE, Kind.ACTION)
    )
    return Deliveries(
        day,
        [row for row in objectives if isinstance(row, ObjectiveRow)],
        [row for row in actions if isinstance(row, ActionRow)],
    )


def _judged(register: Register, now: Contents) -> Judged:
    # Appraisals are confidential, so what is judged is kept and not what was looked at. Rules
    # take time to load.
    from edi_tui.services.judged import judged_in
    from edi_tui.services.views import view_around

    return judged_in(view_around(register, now))


def _changes(register: Register, report: StatusReport) -> Changes | None:
    from edi_tui.services.quarter_diff import since_last_report

    return since_last_report(register, report)


def coverage_of(contents: Contents) -> Coverage:
    """Return which seats have an objective of their own."""
    return cover(contents.members, contents.objectives, contents.as_at)


_URGENCY = (
    Status.OFF_TRACK,
    Status.AT_RISK,
    Status.CLOSED_NOT_MET,
    Status.NO_UPDATE,
    Status.ON_HOLD,
    Status.NOT_STARTED,
    Status.ON_TRACK,
)


R = TypeVar("R", bound=DeliveryRow)


def by_urgency(rows: Iterable[R]) -> list[R]:
    """Return rows in the order in which a person should look at them.

    Off track before at risk before silence; within one status the longest overdue first, then
    the soonest due.
    """
    return sorted(rows, key=_urgency)


def _urgency(row: DeliveryRow) -> tuple[int, int, date]:
    status = row.computed.status
    place = _URGENCY.index(status) if status in _URGENCY else len(_URGENCY)
    return place, -row.computed.overdue_days, row.due_on or date.max
