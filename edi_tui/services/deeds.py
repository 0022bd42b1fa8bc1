"""What may be done to many records at once, and what it makes of each."""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from edi_tui.domain.columns import headline, status_words, words
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.records import Draft, UpdateDraft
from edi_tui.domain.rows import DeliveryRow, Row
from edi_tui.domain.values import write_value
from edi_tui.services.lookup import Lookup
from edi_tui.services.records import Stored, added_in, edited_in
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes


@dataclass(frozen=True, slots=True)
class Step:
    """What becomes of one record."""

    ref: str
    title: str
    before: str = ""
    after: str = ""
    """What is said before and after, in words."""
    refused: str = ""
    """Why nothing is done to it; empty where something is."""
    wanted: Stored | None = None
    """What shall be stored, and the version that was looked at."""

    @property
    def changes(self) -> bool:
        """Whether the record says something else afterwards."""
        return not self.refused and self.wanted is not None


class Deed(ABC):
    """What is done to each of the records."""

    VERB: str
    """As the change log names it."""

    @abstractmethod
    def step(self, row: Row, stored: Stored, lookup: Lookup) -> Step:
        """Return what it would do to a record."""

    @abstractmethod
    def write(self, changes: Changes, wanted: Stored, lookup: Lookup, register: Register) -> None:
        """Do it to a record.

        Raises:
            EdiError: The record cannot be changed so.
        """


@dataclass(frozen=True, slots=True)
class Saying(Deed):
    """Says of each how it is going."""

    draft: UpdateDraft
    """What is said; the record, and a forecast that is not given, are each one's own."""
    VERB = "update"

    def step(self, row: Row, stored: Stored, lookup: Lookup) -> Step:
        """Return the update of an objective or action."""
        if not isinstance(row, DeliveryRow):
            return left_alone(row, f"{row.ref} has no status; update it by itself.")
        forecast = self.draft.forecast_on or row.forecast_on
        draft = dataclasses.replace(self.draft, subject=row.ref, forecast_on=forecast)
        wanted = dataclasses.replace(stored, draft=draft)
        after = _standing(draft.status, draft.forecast_on)
        return Step(
            row.ref, headline(row), _standing(row.status, row.forecast_on), after, wanted=wanted
        )

    def write(self, changes: Changes, wanted: Stored, lookup: Lookup, register: Register) -> None:
        """Add the update."""
        added_in(changes, wanted.draft, lookup, register.today)


class How(StrEnum):
    """What becomes of what a field holds."""

    REPLACE = "replace"
    ADD = "add"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Setting(Deed):
    """Sets one field of each; of a field that holds many, adds to it or takes away."""

    field: Field
    value: Any
    """As a draft holds it; references as people write them."""
    how: How = How.REPLACE
    VERB = "edit"

    def step(self, row: Row, stored: Stored, lookup: Lookup) -> Step:
        """Return the record with the field set."""
        held = getattr(stored.draft, self.field.name)
        draft = dataclasses.replace(stored.draft, **{self.field.name: self._set(held, lookup)})
        draft = lookup.settled(draft, before=stored.draft)
        changed = draft != stored.draft
        after = self._words(draft, lookup) if changed else "so already"
        wanted = dataclasses.replace(stored, draft=draft) if changed else None
        return Step(row.ref, headline(row), self._words(stored.draft, lookup), after, wanted=wanted)

    def _set(self, held: Any, lookup: Lookup) -> Any:
        if self.how is How.REPLACE:
            return self.value
        given = self._named(lookup)
        if self.how is How.ADD:
            return tuple(dict.fromkeys((*held, *given)))
        return tuple(one for one in held if one not in given)

    def _named(self, lookup: Lookup) -> tuple[str, ...]:
        if self.field.kind is not FieldKind.REFERENCES:
            return tuple(self.value)
        try:
            return lookup.many(self.field, self.value)
        except ValueError as error:
            raise InvalidError({self.field.name: str(error)}) from None

    def _words(self, draft: Draft, lookup: Lookup) -> str:
        value = getattr(draft, self.field.name)
        if self.field.kind is FieldKind.REFERENCE and value:
            return lookup.name_of(value)
        return write_value(self.field, value) or "nothing"

    def write(self, changes: Changes, wanted: Stored, lookup: Lookup, register: Register) -> None:
        """Change the record."""
        edited_in(changes, wanted, lookup, register.today)


@dataclass(frozen=True, slots=True)
class Withdrawing(Deed):
    """Takes each out of the lists."""

    reason: str
    VERB = "withdraw"

    def step(self, row: Row, stored: Stored, lookup: Lookup) -> Step:
        """Return what leaves the lists."""
        return Step(row.ref, headline(row), "in the lists", "withdrawn", wanted=stored)

    def write(self, changes: Changes, wanted: Stored, lookup: Lookup, register: Register) -> None:
        """Withdraw the record."""
        changes.withdraw(wanted.ref, self.reason, version=wanted.version)


def left_alone(row: Row, why: str) -> Step:
    """Return that nothing is done to a record, and why."""
    return Step(row.ref, headline(row), refused=why)


def _standing(status: Any, forecast: Any) -> str:
    return status_words(status) + (f", forecast {words(forecast)}" if forecast else "")
