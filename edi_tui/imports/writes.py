"""What a row would change in the register."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Set
from dataclasses import dataclass

from edi_tui.domain.imported_fields import MEASURED, SPONSORED
from edi_tui.domain.kinds import Kind
from edi_tui.domain.records import Draft, MeasureDraft, SponsorshipDraft, UpdateDraft
from edi_tui.domain.text import folded
from edi_tui.domain.validation import validate
from edi_tui.domain.words import Status
from edi_tui.imports.reading import Reading, merged
from edi_tui.services.intake import Intake, Known
from edi_tui.services.records import Stored


@dataclass(frozen=True, slots=True)
class Writes:
    """The records that a row makes or changes; none of them where it says nothing new."""

    draft: Draft | None = None
    update: UpdateDraft | None = None
    measure: MeasureDraft | None = None
    measured: Stored | None = None
    """The measure that changes; without it one is made."""
    sponsors: tuple[SponsorshipDraft, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether the register says all of it already."""
        return not (self.draft or self.update or self.measure or self.sponsors)

    def check(self, kind: Kind) -> None:
        """Refuse what breaks a rule of its fields.

        Raises:
            InvalidError: With one sentence for each field concerned.
        """
        subject = kind.ref(1)  # the record may have no reference yet
        if self.draft:
            validate(self.draft)
        if self.update:
            validate(dataclasses.replace(self.update, subject=subject))
        if self.measure:
            validate(self.measure)

    def store(self, intake: Intake, known: Known | None) -> str:
        """Write all of it and return the reference of the record."""
        if known is None:
            assert self.draft is not None
            ref = intake.add(self.draft)
        else:
            ref = known.stored.ref
            if self.draft:
                intake.edit(known.stored, self.draft)
        if self.update:
            intake.add(dataclasses.replace(self.update, subject=ref))
        self._store_measure(intake, ref)
        for sponsor in self.sponsors:
            intake.add(dataclasses.replace(sponsor, network=ref))
        return ref

    def _store_measure(self, intake: Intake, ref: str) -> None:
        if self.measure and self.measured:
            intake.edit(self.measured, self.measure)
        elif self.measure:
            intake.add(dataclasses.replace(self.measure, objective=ref))


def changed_fields(words: Mapping[str, str], known: Known) -> Set[str]:
    """Return the fields whose words are not those of the record's last import.

    The others say nothing new, so that what people have changed since then stays.
    """
    return {field for field, text in words.items() if known.words.get(field) != text}


def new_record(reading: Reading) -> Writes:
    """Return what a row makes that has no record yet."""
    update = reading.update
    said = update if update and _speaks(update) else None
    return Writes(reading.draft, said, reading.measure, None, reading.sponsors)


def changes_to(known: Known, reading: Reading, changed: Set[str]) -> Writes:
    """Return what a row changes of a record, by the fields that say something new."""
    draft = merged(known.stored.draft, reading.draft, changed)
    measure, measured = _measure(known, reading.measure, changed)
    return Writes(
        draft if draft != known.stored.draft else None,
        _update(known, reading.update, changed),
        measure,
        measured,
        _sponsors(known, reading, changed),
    )


def _speaks(update: UpdateDraft) -> bool:
    return update.status is not Status.NO_UPDATE or bool(update.narrative)


def _update(known: Known, said: UpdateDraft | None, changed: Set[str]) -> UpdateDraft | None:
    if said is None:
        return None
    latest = known.update or UpdateDraft()
    update = merged(latest, said, changed & {"status", "progress"})
    if update == latest or not _speaks(update):
        return None
    return dataclasses.replace(update, on=said.on)


def _measure(
    known: Known, said: MeasureDraft | None, changed: Set[str]
) -> tuple[MeasureDraft | None, Stored | None]:
    fields = changed & MEASURED
    if said is None or not fields:
        return None, None
    named = [one for one in known.measures if folded(_name(one)) == folded(said.name)]
    found = named or ([] if "measure" in fields else known.measures)
    if not found:
        return said, None
    assert isinstance(found[0].draft, MeasureDraft)
    measure = merged(found[0].draft, said, fields)
    return (measure, found[0]) if measure != found[0].draft else (None, None)


def _name(stored: Stored) -> str:
    assert isinstance(stored.draft, MeasureDraft)
    return stored.draft.name


def _sponsors(known: Known, reading: Reading, changed: Set[str]) -> tuple[SponsorshipDraft, ...]:
    terms = {(term.member, term.kind) for term in known.sponsors}
    return tuple(
        sponsor
        for sponsor in reading.sponsors
        if f"{sponsor.kind.value}_sponsor" in changed & SPONSORED
        and (sponsor.member, sponsor.kind) not in terms
    )
