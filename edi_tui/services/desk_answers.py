"""What an answer on the Desk changes in the register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from edi_tui.domain.date_reading import typed
from edi_tui.domain.dates import read_date
from edi_tui.domain.desk import DeskItem, Matter, Proposal
from edi_tui.domain.due import format_date
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.imported_fields import SPONSORED
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import Draft, SponsorshipDraft, UpdateDraft, fields_of
from edi_tui.domain.values import draft_from_words, read_word, write_value
from edi_tui.domain.words import SponsorKind, Status
from edi_tui.reference.load import heading_aliases
from edi_tui.services import records
from edi_tui.services.lookup import Lookup
from edi_tui.services.register import Register
from edi_tui.store.changes import Changes, Stored, load
from edi_tui.store.queries.drafts import newest_update

_POINTERS = {Kind.UPDATE: "subject", Kind.MEASURE: "objective", Kind.SPONSORSHIP: "network"}
"""The field by which what goes beside a record points to it."""


class Answers:
    """Writes what people answer, within the transaction of their decision."""

    def __init__(self, register: Register, changes: Changes) -> None:
        """Write on the register's day."""
        self._today = register.today
        self._changes = changes

    def take(self, item: DeskItem, offer: Proposal) -> str:
        """Do what was accepted or typed, and return what was done, for people."""
        if item.matter is Matter.HEADING:
            return _heading(item, offer.words)
        if item.matter is Matter.STATUS:
            return self._set_statuses(item, Status(meaning_of(offer.words)))
        if item.matter in (Matter.ROW, Matter.TWICE) or not (item.field or self._sponsors(item)):
            raise EdiError(
                f"Number {item.number} is not settled with one word: correct the record itself, "
                "keep it as it is or leave it out."
            )
        for ref in self._targets(item):
            self._set(item, ref, offer.words)
        return f"{', '.join(item.refs)}: {offer.shown or self._shown(item)}."

    def drop(self, item: DeskItem) -> None:
        """Take the words out of the record, where it kept them."""
        if item.matter is Matter.STATUS and item.finding.rule == "status-assumed":
            self._set_statuses(item, Status.NO_UPDATE)
        elif item.matter in (Matter.DATE, Matter.NAME) and item.field:
            for ref in self._targets(item):
                self._clear(ref, item.field)

    def add_row(self, draft: Draft, beside: Sequence[Draft]) -> str:
        """Store a new record with what goes beside it, and return its reference."""
        ref = records.add_in(self._changes, draft)
        for one in beside:
            records.add_in(self._changes, replace(one, **{_POINTERS[one.KIND]: ref}))
        return ref

    def _targets(self, item: DeskItem) -> tuple[str, ...]:
        return item.refs if item.target == item.ref else (item.target,)

    def _sponsors(self, item: DeskItem) -> bool:
        return item.column in SPONSORED

    def _set(self, item: DeskItem, ref: str, words: str) -> None:
        if self._sponsors(item):
            side = SponsorKind(item.column.removesuffix("_sponsor"))
            term = SponsorshipDraft(network=ref, member=words, kind=side)
            records.add_in(self._changes, term)
            return
        stored = load(self._changes.session, ref)
        spec = _spec(stored.draft, item.field)
        told = {spec.name: words}
        draft = draft_from_words(type(stored.draft), told, base=stored.draft, document=self._today)
        self._edit(stored, _with_own_words(draft, spec, words, item))

    def _clear(self, ref: str, name: str) -> None:
        stored = load(self._changes.session, ref)
        blank = {name: getattr(type(stored.draft)(), name)}
        if name == "owner":
            blank["owner_text"] = ""
        self._edit(stored, replace(stored.draft, **blank))

    def _edit(self, stored: Stored, draft: Draft) -> None:
        wanted = replace(stored, draft=draft)
        lookup = Lookup(self._changes.session)
        records.edited_in(self._changes, wanted, lookup, self._today)

    def _set_statuses(self, item: DeskItem, status: Status) -> str:
        for ref in item.refs:
            newest = newest_update(self._changes.session, ref)
            if newest is None:
                draft = UpdateDraft(subject=ref, on=self._today, status=status)
                self._changes.add(draft)
            elif isinstance(newest.draft, UpdateDraft):
                said = replace(newest.draft, status=status)
                self._changes.edit(newest.ref, said, version=newest.version)
        return f"{', '.join(item.refs)}: {status.label.lower()}."

    def _shown(self, item: DeskItem) -> str:
        draft = load(self._changes.session, self._targets(item)[0]).draft
        spec = _spec(draft, item.field)
        value: Any = getattr(draft, spec.name)
        day = getattr(value, "on", None)
        return f"{spec.label.lower()} {format_date(day) if day else write_value(spec, value)}"


def meaning_of(words: str) -> str:
    """Return the status that words name.

    Raises:
        InvalidError: They name none.
    """
    try:
        return read_word(Status, words).value
    except ValueError as error:
        raise InvalidError({"status": str(error)}) from error


def _heading(item: DeskItem, name: str) -> str:
    fields = sorted(set(heading_aliases()[item.kind.plural].fields.values()))
    if name not in fields:
        raise InvalidError(
            {"meaning": f"“{name}” is no field here. Choose one of {', '.join(fields)}."}
        )
    return f"“{item.finding.value}” will be read as the {name}."


def _spec(draft: Draft, name: str) -> Field:
    return next(spec for spec in fields_of(type(draft)) if spec.name == name)


def _with_own_words(draft: Draft, spec: Field, words: str, item: DeskItem) -> Draft:
    """Refuse what is no date, and keep the file's words beside the day that was given.

    Raises:
        InvalidError: No day can be read from the words.
    """
    if spec.kind is not FieldKind.DUE:
        return draft
    value: Any = getattr(draft, spec.name)
    if value.on is None:
        remarks = read_date(words).remarks
        raise InvalidError({spec.name: typed(remarks[0]) if remarks else "Give a date."})
    return replace(draft, **{spec.name: replace(value, text=item.finding.value)})
