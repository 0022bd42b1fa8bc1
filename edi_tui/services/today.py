"""What needs a person today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from weakref import WeakKeyDictionary

from edi_tui.domain.dates import read_date
from edi_tui.domain.desk import DeskItem
from edi_tui.domain.due import format_date
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import DeliveryRow
from edi_tui.domain.rules.judge import judge
from edi_tui.domain.rules.progress import yet_to_start
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.words import QuarterState, Status
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.desk import desk
from edi_tui.services.desk_tasks import imported_tasks
from edi_tui.services.lists import Contents, contents
from edi_tui.services.quarters import quarter_states
from edi_tui.services.register import Register
from edi_tui.services.report import Coverage, by_urgency, coverage_of
from edi_tui.services.tasks import Task, to_mend, weighed
from edi_tui.services.uncollected import uncollected
from edi_tui.services.views import view_around
from edi_tui.store.chain import Head, head_of

SOON = timedelta(days=30)
"""How far ahead a due date is worth a word."""


@dataclass(frozen=True, slots=True)
class Today:
    """The tasks, most urgent first, and how the register stands as a whole."""

    tasks: tuple[Task, ...]
    counts: Mapping[Kind, Mapping[Status, int]]
    """How many objectives and actions stand in each way, as computed."""
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class _Kept:
    """What needed a person, and what that was worked out from."""

    head: Head
    as_at: date
    waiting: Sequence[DeskItem]
    today: Today


_KEPT: WeakKeyDictionary[object, _Kept] = WeakKeyDictionary()
"""What needed a person last in each open register, by its engine."""
_ONE_AT_A_TIME = Lock()


def today(register: Register) -> Today:
    """Return what needs a person, in the order in which to look at it.

    It is worked out again only where something has changed, and never twice at once: that takes
    minutes in a very large register.
    """
    with _ONE_AT_A_TIME:
        waiting = desk(register)
        with register.reading() as session:
            head = head_of(session)
        kept = _KEPT.get(register.engine)
        if kept and (kept.head, kept.as_at, kept.waiting) == (head, register.today, waiting):
            return kept.today
        with uncollected():
            found = _worked_out(register, waiting)
        _KEPT[register.engine] = _Kept(head, register.today, waiting, found)
        return found


def _worked_out(register: Register, waiting: Sequence[DeskItem]) -> Today:
    now = contents(register)
    view = view_around(register, now)
    found = [one for one in judge(view, RULES, rule_texts()) if one.level is not FindingLevel.NOTE]
    known = [*_deliveries(now), *_undated(now, waiting), *_vacancies(now), *_coverage(now)]
    tasks = [
        *_beginning(now),
        *_unclosed(register),
        *weighed(known, found),
        *imported_tasks(waiting),
        *to_mend(known, found, view),
    ]
    tasks.sort(key=lambda task: not task.urgent)
    counts = {
        Kind.OBJECTIVE: _by_status(now.objectives),
        Kind.ACTION: _by_status(now.actions),
    }
    return Today(tuple(tasks), counts, coverage_of(now))


def _by_status(rows: Iterable[DeliveryRow]) -> Mapping[Status, int]:
    return Counter(row.computed.status for row in rows)


def _beginning(now: Contents) -> list[Task]:
    """Return where a register begins, as long as nobody sits on the board."""
    if now.members:
        return []
    why = "add the members of the board first, since everything else names them: press n there"
    return [Task("No board", "", "No seats yet", why, urgent=True, place="board")]


def _unclosed(register: Register) -> list[Task]:
    """Return the quarter that ended last, where something is said of it and it is not closed."""
    last = Quarter.containing(register.today).previous
    if (last, QuarterState.OPEN) not in quarter_states(register):
        return []
    why = f"ended on {format_date(last.end)} and is not closed, so its paper still changes"
    return [Task("Not closed", "", str(last), why, place="quarters")]


def _deliveries(now: Contents) -> list[Task]:
    rows: list[DeliveryRow] = [*by_urgency(now.objectives), *by_urgency(now.actions)]
    return [task for row in rows if (task := _delivery(row, now.as_at))]


def _delivery(row: DeliveryRow, day: date) -> Task | None:
    matter, why = _matter(row, day)
    return Task(matter, row.ref, row.headline, why, row.computed.status) if matter else None


def _matter(row: DeliveryRow, day: date) -> tuple[str, str]:
    computed = row.computed
    if computed.overdue_days:
        return "Overdue", computed.reason
    if computed.late_days:
        return "Late forecast", computed.reason
    if computed.stale and not computed.status.closed and not yet_to_start(row, day):
        return "No update", computed.reason
    if computed.status is Status.OFF_TRACK:
        return "Off track", "declared off track"
    if row.due_on and day <= row.due_on <= day + SOON and not computed.status.closed:
        days = (row.due_on - day).days
        return "Due soon", f"due in {days} day{'s' * (days != 1)}"
    return "", ""


def _undated(now: Contents, waiting: Iterable[DeskItem]) -> list[Task]:
    """Return what has words for a due date but no day, imported or typed."""
    rows: list[DeliveryRow] = [*now.objectives, *now.actions]
    numbers = {item.ref: item.number for item in waiting if item.field == "due"}
    return [
        Task(
            "No due date",
            row.ref,
            row.headline,
            _why_undated(row.due_text, now.as_at),
            field="due",
            desk=numbers.get(row.ref, 0),
        )
        for row in rows
        if row.due_text and row.due_on is None and not row.status.closed
    ]


def _why_undated(text: str, day: date) -> str:
    remarks = read_date(text, document=day).remarks
    return remarks[0].message if remarks else f"“{text}” is no date"


def _vacancies(now: Contents) -> list[Task]:
    return [
        Task("No sponsor", network.ref, network.name, f"has no {kind.label.lower()}")
        for network in now.networks
        for kind in network.missing
    ]


def _coverage(now: Contents) -> list[Task]:
    return [
        Task(
            "No objective",
            member.ref,
            f"{member.role}, {member.holder}",
            "has no objective of their own (high impact action 1)",
        )
        for member in coverage_of(now).uncovered
    ]
