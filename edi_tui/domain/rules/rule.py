"""A rule: which records it looks at, and what it has to remark on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from edi_tui.domain.kinds import Kind
from edi_tui.domain.rows import Row
from edi_tui.domain.rules.view import View

R = TypeVar("R", bound=Row)

_NO_FACTS: Mapping[str, str] = MappingProxyType({})


class Remark(NamedTuple):
    """What a rule found in one record; its sentence stands in the rule's texts."""

    says: str
    """Which of the rule's sentences it is."""
    value: str = ""
    """The words or value that decided it, verbatim."""
    facts: Mapping[str, str] = _NO_FACTS
    """What the sentence names, by the name that it has there."""
    field: str = ""
    """The field concerned, where it is not the rule's usual one."""


Judge = Callable[[R, View], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule(Generic[R]):
    """A small pure function with a stable id."""

    id: str
    of: Kind
    """The kind of record that it looks at."""
    judge: Judge[R]
    among: Callable[[R], bool] | None = None
    """Which of those records it looks at; all of them without it."""

    def looks_at(self, row: R) -> bool:
        """Tell whether a record is one that it looks at."""
        return row.KIND is self.of and (self.among is None or self.among(row))


def rule(name: str, of: Kind) -> Callable[[Judge[R]], Rule[R]]:
    """Make a rule of a function.

    Args:
        name: The stable id, such as `S1`.
        of: The kind of record that it looks at.
    """
    return lambda judge: Rule(name, of, judge)
