"""What a filter asks of a row, as a tree of words, terms, tags, and their joints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edi_tui.domain.filters.conditions import Condition
from edi_tui.domain.filters.fields import FilterField
from edi_tui.domain.filters.tags import Tag
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.text import sought


@dataclass(frozen=True, slots=True)
class Says:
    """Words that stand anywhere in what a row says."""

    words: str

    @property
    def sought(self) -> str:
        """The words as they are looked for; a reference as rows write it, however it is typed."""
        target = read_ref(self.words)
        return sought(target[0].ref(target[1]) if target else self.words)


@dataclass(frozen=True, slots=True)
class Term:
    """A value that a field has to hold."""

    field: FilterField
    how: str
    """How it is compared: empty, or `before`, `after`, `on`, `by`, `over`, `under`."""
    value: str
    """As it was typed; empty where the field has to be."""
    condition: Condition


@dataclass(frozen=True, slots=True)
class Tagged:
    """A mark that the register makes itself, such as overdue."""

    tag: Tag


@dataclass(frozen=True, slots=True)
class Named:
    """A filter that was saved under a name."""

    name: str
    part: Expression


@dataclass(frozen=True, slots=True)
class About:
    """What the record has to be that something is said about."""

    kind: Kind
    part: Expression


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be so."""

    part: Expression


@dataclass(frozen=True, slots=True)
class All:
    """Parts that all have to be so; none asks for nothing."""

    parts: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Parts of which one has to be so."""

    parts: tuple[Expression, ...]


Expression = Says | Term | Tagged | Named | About | Not | All | Either


def both(parts: Iterable[Expression]) -> Expression:
    """Join parts that all have to be so, each once, without a joint inside the joint."""
    found = tuple(dict.fromkeys(_inside(All, parts)))
    return found[0] if len(found) == 1 else All(found)


def either(parts: Iterable[Expression]) -> Expression:
    """Join parts of which one has to be so, each once, without a joint inside the joint."""
    found = tuple(dict.fromkeys(_inside(Either, parts)))
    return found[0] if len(found) == 1 else Either(found)


def negated(part: Expression) -> Expression:
    """Return the opposite; the opposite of an opposite is the thing itself."""
    return part.part if isinstance(part, Not) else Not(part)


def _inside(joint: type[All | Either], parts: Iterable[Expression]) -> Iterator[Expression]:
    for part in parts:
        if isinstance(part, joint):
            yield from part.parts
        else:
            yield part
