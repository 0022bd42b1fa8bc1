"""What waits on the Desk, as tasks of the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from edi_tui.domain.desk import DeskItem, Matter
from edi_tui.domain.findings import FindingLevel
from edi_tui.services.tasks import SEVERAL, Task

IMPORTED = "Imported"
"""The matter of a task that is settled on the Desk."""


def imported_tasks(waiting: Iterable[DeskItem]) -> list[Task]:
    """Return the tasks, many of one sort and file in one line.

    Due dates have a task of their own, whether they were imported or typed.
    """
    grouped: dict[tuple[Matter, str], list[DeskItem]] = {}
    for item in waiting:
        if item.field != "due":
            file = item.finding.where.partition(", ")[0]
            grouped.setdefault((item.matter, file), []).append(item)
    return [task for group in grouped.values() for task in _tasks(group)]


def _tasks(group: list[DeskItem]) -> list[Task]:
    if len(group) <= SEVERAL:
        return [_task(item) for item in group]
    file = group[0].finding.where.partition(", ")[0]
    said = f"{len(group)} of the sort “{group[0].matter.label.lower()}” from {file} to settle."
    return [replace(_task(group[0]), ref="", what=file, why=f"{said} {group[0].finding.message}")]


def _task(item: DeskItem) -> Task:
    found = item.finding
    return Task(
        IMPORTED,
        item.ref,
        found.value or found.column,
        f"{found.message} ({found.where})",
        urgent=found.level is FindingLevel.FAIL,
        desk=item.number,
    )
