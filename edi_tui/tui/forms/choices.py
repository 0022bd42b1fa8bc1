"""The records that a form's references may point to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edi_tui.domain.fields import Field
from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import FrameworkRow, MemberRow, NetworkRow, ObjectiveRow

if TYPE_CHECKING:
    from edi_tui.services.register import Register

LISTED = (Kind.MEMBER, Kind.NETWORK)
"""Kinds with so few records that a form lists them all to choose from."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Names by reference, for each kind that forms point to."""

    names: dict[Kind, dict[str, str]] = field(default_factory=dict)

    def listed(self, spec: Field) -> list[tuple[str, str]] | None:
        """Return reference and name of every choice, or None where there are too many to list."""
        if len(spec.to) != 1 or spec.to[0] not in LISTED:
            return None
        return list(self.names.get(spec.to[0], {}).items())

    def suggestions(self, spec: Field) -> list[str]:
        """Return the references that a field may complete to."""
        return [ref for kind in spec.to for ref in self.names.get(kind, {})]

    def name_of(self, ref: str) -> str:
        """Return the name of a record, empty where it is not known."""
        return next((names[ref] for names in self.names.values() if ref in names), "")


def read_choices(register: Register) -> Choices:
    """Return what forms may point to, from a register; runs in a thread."""
    from edi_tui.services.lists import rows_of

    names: dict[Kind, dict[str, str]] = {}
    for row in rows_of(register, Kind.MEMBER):
        assert isinstance(row, MemberRow)
        names.setdefault(Kind.MEMBER, {})[row.ref] = f"{row.role} · {row.holder}"
    for row in rows_of(register, Kind.NETWORK):
        assert isinstance(row, NetworkRow)
        names.setdefault(Kind.NETWORK, {})[row.ref] = row.name
    for row in rows_of(register, Kind.OBJECTIVE):
        assert isinstance(row, ObjectiveRow)
        names.setdefault(Kind.OBJECTIVE, {})[row.ref] = row.title
    for row in rows_of(register, Kind.FRAMEWORK_ITEM):
        assert isinstance(row, FrameworkRow)
        names.setdefault(Kind.FRAMEWORK_ITEM, {})[row.code] = row.title
    return Choices(names)
