"""What needs a person today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from edi_tui.domain.columns import COLUMNS, cell
from edi_tui.domain.dates import read_date
from edi_tui.domain.fields import Field
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.domain.rows import DeliveryRow, MemberRow, Row
from edi_tui.domain.rules.judge import judge, rows_of
from edi_tui.domain.rules.registry import RULES
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import Status
from edi_tui.reference.rule_texts import rule_texts
from edi_tui.services.batches import open_findings
from edi_tui.services.lists import Contents, contents
from edi_tui.services.register import Register
from edi_tui.services.report import Coverage, by_urgency, coverage_of
from edi_tui.services.views import view_around

SOON = timedelta(days=30)
"""How far ahead a due date is worth a word."""
SEVERAL = 2
"""How many findings of one sort of one record have a line of their own; more share one."""

_DELIVERY = ("P1", "P2", "P3")
_TOLD: Mapping[str, tuple[str, ...]] = {
    "Overdue": _DELIVERY,
    "Late forecast": _DELIVERY,
    "No update": _DELIVERY,
    "No due date": ("T1",),
    "No sponsor": ("N1",),
    "No objective": ("H3",),
}
"""The rules whose finding a task of a matter is already."""


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that needs a person."""

    matter: str
    """What sort of thing it is, in a word or two."""
    ref: str
    what: str
    why: str
    status: Status = Status.NO_UPDATE
    """What colours it."""
    field: str = ""
    """The field of the record where it is mended; empty where there is none."""
    urgent: bool = False
    """Whether a rule fails, so that no paper should go out as it stands."""


@dataclass(frozen=True, slots=True)
class Today:
    """The tasks, most urgent first, and how the register stands as a whole."""

    tasks: tuple[Task, ...]
    contents: Contents
    coverage: Coverage


def today(register: Register) -> Today:
    """Return what needs a person, in the order in which to look at it."""
    now = contents(register)
    view = view_around(register, now)
    found = [one for one in judge(view, RULES, rule_texts()) if one.level is not FindingLevel.NOTE]
    imported = (one for one in open_findings(register) if not one.rule.startswith("date-"))
    known = [*_deliveries(now), *_undated(now), *_vacancies(now), *_coverage(now)]
    tasks = [*_weighed(known, found), *map(_imported, imported), *_to_mend(known, found, view)]
    tasks.sort(key=lambda task: not task.urgent)
    return Today(tuple(tasks), now, coverage_of(now))


def _weighed(tasks: Iterable[Task], found: Iterable[Finding]) -> Iterator[Task]:
    """Yield tasks, urgent where the finding that they stand for is a failure."""
    failed = {(one.ref, one.rule) for one in found if one.level is FindingLevel.FAIL}
    for task in tasks:
        yield replace(task, urgent=any(pair in failed for pair in _stands_for(task)))


def _stands_for(task: Task) -> Iterator[tuple[str, str]]:
    return ((task.ref, rule) for rule in _TOLD.get(task.matter, ()))


def _to_mend(known: Iterable[Task], found: Iterable[Finding], view: View) -> Iterator[Task]:
    """Yield the findings that no task stands for, many of one record in one line.

    What keeps an objective from being SMART and what else is the matter with it stay apart.
    """
    told = {pair for task in known for pair in _stands_for(task)}
    texts = rule_texts()
    grouped: dict[tuple[str, bool], list[Finding]] = {}
    for one in found:
        if (one.ref, one.rule) not in told:
            grouped.setdefault((one.ref, bool(texts[one.rule].criterion)), []).append(one)
    names = _names({ref for ref, _ in grouped}, view)
    for (ref, smart), group in grouped.items():
        if len(group) > SEVERAL:
            yield _several(group, names[ref], smart=smart)
        else:
            yield from (_mended(one, names[ref], smart=smart) for one in group)


def _several(group: list[Finding], what: str, *, smart: bool) -> Task:
    fields = {spec.name for spec in _fields(group[0].ref)}
    return replace(
        _mended(group[0], what, smart=smart),
        why=f"{len(group)} things to mend: " + " ".join(one.message for one in group),
        field=next((one.column for one in group if one.column in fields), ""),
    )


def _mended(finding: Finding, what: str, *, smart: bool) -> Task:
    failed = finding.level is FindingLevel.FAIL
    return Task(
        "Not SMART" if smart else "To put right" if failed else "To look at",
        finding.ref,
        what,
        f"{finding.message} {finding.fix}".strip(),
        Status.OFF_TRACK if failed else Status.AT_RISK,
        finding.column if finding.column in {spec.name for spec in _fields(finding.ref)} else "",
        failed,
    )


def _fields(ref: str) -> tuple[Field, ...]:
    target = read_ref(ref)
    return fields_of(DRAFTS[target[0]]) if target else ()


def _names(refs: set[str], view: View) -> dict[str, str]:
    """Return what the records are called, by reference."""
    kinds = {target[0] for ref in refs if (target := read_ref(ref))}
    return {row.ref: _name(row) for kind in kinds for row in rows_of(view, kind) if row.ref in refs}


def _name(row: Row) -> str:
    if isinstance(row, DeliveryRow):
        return row.headline
    if isinstance(row, MemberRow):
        return f"{row.role}, {row.holder}"
    return cell(row, COLUMNS[row.KIND][1].name)


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
    if computed.stale and not computed.status.closed:
        return "No update", computed.reason
    if computed.status is Status.OFF_TRACK:
        return "Off track", "declared off track"
    if row.due_on and day <= row.due_on <= day + SOON and not computed.status.closed:
        days = (row.due_on - day).days
        return "Due soon", f"due in {days} day{'s' * (days != 1)}"
    return "", ""


def _undated(now: Contents) -> list[Task]:
    """Return what has words for a due date but no day, imported or typed."""
    rows: list[DeliveryRow] = [*now.objectives, *now.actions]
    return [
        Task(
            "No due date", row.ref, row.headline, _why_undated(row.due_text, now.as_at), field="due"
        )
        for row in rows
        if row.due_text and row.due_on is None and not row.status.closed
    ]


def _why_undated(text: str, day: date) -> str:
    remarks = read_date(text, document=day).remarks
    return remarks[0].message if remarks else f"“{text}” is no date"


def _imported(finding: Finding) -> Task:
    told = f"{finding.message} ({finding.where})"
    failed = finding.level is FindingLevel.FAIL
    return Task("Imported", finding.ref, finding.value or finding.column, told, urgent=failed)


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
