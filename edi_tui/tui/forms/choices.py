"""The records that a form's references may point to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from edi_tui.domain.fields import Field
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.domain.text import folded

if TYPE_CHECKING:
    from edi_tui.services.register import Register

MOST = 50
"""More are not offered at a time; nobody reads on that far."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One record that a reference may point to."""

    ref: str
    """Its reference, or the code of a framework item."""
    name: str
    key: str
    """What it is found by: reference, name and the first letters of the name, folded."""
    record: str
    """Its reference, for framework items too."""

    @property
    def told(self) -> str:
        """The reference with the name."""
        return f"{self.ref} {self.name}"


def choice(kind: Kind, record: str, names: Sequence[str]) -> Choice:
    """Return a record to be chosen by any of its words; a framework item goes by its code."""
    ref, *names = names if kind is Kind.FRAMEWORK_ITEM else (record, *names)
    words = [folded(name) for name in names]
    initials = ("".join(word[0] for word in each.split()) for each in words)
    key = " ".join((folded(ref), folded(ref).replace(" ", ""), *words, *initials))
    return Choice(ref, " · ".join(names), f" {key}", record)


@dataclass(frozen=True, slots=True)
class Choices:
    """What may be chosen, for each kind that forms point to."""

    offered: Mapping[Kind, Sequence[Choice]] = field(default_factory=dict)

    def of(self, spec: Field) -> list[Choice]:
        """Return what a field may point to."""
        return [one for kind in spec.to for one in self.offered.get(kind, ())]


def ranked(typed: str, choices: Sequence[Choice]) -> list[Choice]:
    """Return what may be meant by what is typed, the likeliest first.

    Every word counts, wherever it stands: the beginning of a word before its inside, and letters
    with gaps between them only where nothing else is found. Nothing typed means everything.
    """
    known = read_ref(typed)
    words = folded(known[0].ref(known[1]) if known else typed).split()
    begun = [one for one in choices if all(f" {word}" in one.key for word in words)]
    if len(begun) < MOST:
        inside = [one for one in choices if all(word in one.key for word in words)]
        begun += [one for one in inside if one not in begun]
    found = begun or [one for one in choices if all(_gapped(word, one.key) for word in words)]
    return sorted(found, key=lambda one: folded(one.ref) != " ".join(words))[:MOST]


def _gapped(word: str, key: str) -> bool:
    """Tell whether the letters of a word stand in this order, in one word or several."""
    rest = iter(key)
    return len(word) > 2 and all(letter in rest for letter in word)


def read_choices(kind: Kind) -> Callable[[Register], Choices]:
    """Return what reads, in a thread, what the fields of a kind of record may point to."""
    return choices_of({to for spec in fields_of(DRAFTS[kind]) for to in spec.to})


def choices_of(kinds: Collection[Kind]) -> Callable[[Register], Choices]:
    """Return what reads, in a thread, the standing records of some kinds."""

    def read(register: Register) -> Choices:
        from edi_tui.services.lookup import named

        return Choices(
            {kind: [choice(kind, *one) for one in named(register, kind)] for kind in kinds}
        )

    return read
