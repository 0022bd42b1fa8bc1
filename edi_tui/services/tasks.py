"""Things that need a person, and those that the rules make of their findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from edi_tui.domain.columns import COLUMNS, cell
from edi_tui.domain.fields import Field
from edi_tui.domain.findings import Finding, FindingLevel
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.domain.rows import DeliveryRow, MemberRow, Row
from edi_tui.domain.rules.judge import rows_of
from edi_tui.domain.rules.view import View
from edi_tui.domain.words import Status
from edi_tui.reference.rule_texts import rule_texts

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
    place: str = ""
    """Where it is done, where that is not the place of a record."""
    desk: int = 0
    """The number on the Desk of the thing that settles it; 0 where there is none."""


def weighed(tasks: Iterable[Task], found: Iterable[Finding]) -> Iterator[Task]:
    """Yield tasks, urgent where the finding that they stand for is a failure."""
    failed = {(one.ref, one.rule) for one in found if one.level is FindingLevel.FAIL}
    for task in tasks:
        yield replace(task, urgent=any(pair in failed for pair in _stands_for(task)))


def _stands_for(task: Task) -> Iterator[tuple[str, str]]:
    return ((task.ref, rule) for rule in _TOLD.get(task.matter, ()))


def to_mend(known: Iterable[Task], found: Iterable[Finding], view: View) -> Iterator[Task]:
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
