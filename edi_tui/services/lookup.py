"""Settling references: what people write, as the references that are stored."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.text import folded, quoted, shortened
from edi_tui.services.register import Register
from edi_tui.store.queries.names import names, stands, titles

if TYPE_CHECKING:
    from sqlmodel import Session

D = TypeVar("D", bound=Draft)


class Names:
    """The standing records of one kind, by number and by the words that name them whole."""

    def __init__(self, found: list[tuple[int, tuple[str, ...]]]) -> None:
        """Index the words."""
        self.words = dict(found)
        self._numbers: dict[str, set[int]] = {}
        for number, words in found:
            for word in words:
                self._numbers.setdefault(folded(word), set()).add(number)

    def named(self, words: str) -> set[int]:
        """Return the numbers that words name exactly, case and punctuation aside."""
        key = folded(words)
        return self._numbers.get(key, set()) if key else set()


class Lookup:
    """The names of a register's standing records, read once for a whole use case."""

    def __init__(self, session: Session) -> None:
        """Look names up in this transaction."""
        self._session = session
        self._names: dict[Kind, Names] = {}
        self._standing: dict[tuple[Kind, int], bool] = {}

    def settled(self, draft: D, *, before: Draft | None = None) -> D:
        """Return the draft with every reference settled.

        Args:
            draft: The draft.
            before: What the record says so far. References that stay the same are left as they
                are, since what they point at may have been withdrawn in the meantime.

        Raises:
            InvalidError: A reference points at nothing, or its words at several records.
        """
        settled: dict[str, object] = {}
        problems: dict[str, str] = {}
        for field in fields_of(type(draft)):
            value = getattr(draft, field.name)
            if before is not None and value == getattr(before, field.name):
                continue
            try:
                if value and field.kind is FieldKind.REFERENCE:
                    settled[field.name] = self.one(field, value)
                elif value and field.kind is FieldKind.REFERENCES:
                    settled[field.name] = self.many(field, value)
            except ValueError as error:
                problems[field.name] = str(error)
        if problems:
            raise InvalidError(problems)
        return dataclasses.replace(draft, **settled)

    def one(self, field: Field, words: str) -> str:
        """Return the reference that words stand for.

        Raises:
            ValueError: They stand for no standing record, or for several.
        """
        kind, number = self._target(field, words)
        return kind.ref(number)

    def many(self, field: Field, words: Iterable[str]) -> tuple[str, ...]:
        """Return the references that several words stand for, each once, in stored order.

        Framework items are referred to by their codes.
        """
        targets = sorted({self._target(field, word) for word in words})
        codes = self._of(Kind.FRAMEWORK_ITEM).words
        return tuple(
            codes[number][0] if kind is Kind.FRAMEWORK_ITEM else kind.ref(number)
            for kind, number in targets
        )

    def _target(self, field: Field, words: str) -> tuple[Kind, int]:
        found = sorted((kind, number) for kind in field.to for number in self.find(kind, words))
        if len(found) == 1:
            return found[0]
        said = shortened(words, 60)
        if found:
            choices = ", ".join(kind.ref(number) for kind, number in found)
            raise ValueError(f"“{said}” could be {choices}; write which one.")
        kinds = " or ".join(kind.label.lower() for kind in field.to)
        raise ValueError(
            f"The register has no {kinds} “{said}”; write its reference or its exact name."
        )

    def find(self, kind: Kind, words: str) -> set[int]:
        """Return the numbers of the standing records that words name exactly."""
        target = read_ref(words)
        if target and target[0] is kind:
            return {target[1]} if self._stands(kind, target[1]) else set()
        return self._of(kind).named(words)

    def name_of(self, ref: str) -> str:
        """Return the words that name a standing record; its reference where it has none."""
        target = read_ref(ref)
        words = self._of(target[0]).words.get(target[1]) if target else None
        return words[0] if words else ref

    def _stands(self, kind: Kind, number: int) -> bool:
        """Tell whether a record stands, without reading the names of its kind for that alone."""
        if kind in self._names:
            return number in self._names[kind].words
        if (kind, number) not in self._standing:
            self._standing[kind, number] = stands(self._session, kind, number)
        return self._standing[kind, number]

    def _of(self, kind: Kind) -> Names:
        if kind not in self._names:
            self._names[kind] = Names(names(self._session, kind))
        return self._names[kind]


def member_named(lookup: Lookup, option: str, words: str) -> str:
    """Return the reference of the board member whom an option names.

    Args:
        lookup: The names of the register.
        option: The option, for the refusal.
        words: Reference, role or name.

    Raises:
        InvalidError: The register has no such board member, or several have the name.
    """
    found = sorted(lookup.find(Kind.MEMBER, words))
    if len(found) == 1:
        return Kind.MEMBER.ref(found[0])
    if found:
        choices = ", ".join(map(Kind.MEMBER.ref, found))
        raise InvalidError({option: f"{quoted(words)} could be {choices}; write which one."})
    said = f"The register has no board member {quoted(words)}; write a reference or exact name."
    raise InvalidError({option: said})


def named(register: Register, kind: Kind) -> list[tuple[str, tuple[str, ...]]]:
    """Return the reference of each standing record of a kind, and the words to know it by."""
    with register.reading() as session:
        return [(kind.ref(number), words) for number, words in titles(session, kind)]
