"""What the tests of imports share: plans as text, and looking at what became of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import ActionRow, MeasureRow, MemberRow, ObjectiveRow
from edi_tui.imports.run import ImportOptions, ImportResult, Source, run_import
from edi_tui.services.lists import rows_of

if TYPE_CHECKING:
    from edi_tui.services.register import Register

PLAIN = ImportOptions()


def bring_in(
    register: Register,
    content: str | bytes,
    options: ImportOptions = PLAIN,
    *,
    name: str = "plan.csv",
) -> ImportResult:
    """Import one file that is given by its text or its bytes."""
    data = content.encode() if isinstance(content, str) else content
    return run_import(register, [Source(name, data)], options)


def digest(register: Register) -> str:
    """Return the hash of the register's file."""
    return hashlib.sha256(register.path.read_bytes()).hexdigest()


def counts(result: ImportResult) -> dict[str, int]:
    """Return what was counted, without the noughts."""
    return {name: count for name, count in result.counts.items() if count}


def rules(result: ImportResult) -> list[tuple[str, str]]:
    """Return the rule and place of each finding."""
    return [(found.rule, found.where) for found in result.findings]


def actions(register: Register) -> list[ActionRow]:
    """Return the actions that stand."""
    return [row for row in rows_of(register, Kind.ACTION) if isinstance(row, ActionRow)]


def objectives(register: Register) -> list[ObjectiveRow]:
    """Return the objectives that stand."""
    return [row for row in rows_of(register, Kind.OBJECTIVE) if isinstance(row, ObjectiveRow)]


def members(register: Register) -> list[MemberRow]:
    """Return the seats that stand."""
    return [row for row in rows_of(register, Kind.MEMBER) if isinstance(row, MemberRow)]


def measures(register: Register) -> list[MeasureRow]:
    """Return the measures that stand."""
    return [row for row in rows_of(register, Kind.MEASURE) if isinstance(row, MeasureRow)]
