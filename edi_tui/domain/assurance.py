"""How far the proof of a record goes, judged by its items of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from edi_tui.domain.offices import same_office
from edi_tui.domain.text import folded
from edi_tui.domain.words import Assurance, EvidenceKind, ReviewState, Word

VERSION = 1
"""Counted up when the same evidence would go less far or farther, or be of another line."""
HIA1_KINDS = (EvidenceKind.DATA, EvidenceKind.LIVED_EXPERIENCE)
"""What board members show as evidence that their objectives make a difference (HIA1)."""


class Line(Word):
    """Which of the three lines of assurance an item of evidence is of."""

    NONE = "none", "None: out of date"
    FIRST = "first", "First: those who do it"
    SECOND = "second", "Second: another office"
    THIRD = "third", "Third: independent"


class Proof(Protocol):
    """What is known of an item of evidence."""

    @property
    def kind(self) -> EvidenceKind:
        """What sort of proof it is."""

    @property
    def expires_on(self) -> date | None:
        """The last day on which it is good."""

    @property
    def submitted_by(self) -> str:
        """The office that brought it."""

    @property
    def review(self) -> ReviewState:
        """What came of looking it over."""

    @property
    def verified_by(self) -> str:
        """The office that looked it over."""

    @property
    def verified_on(self) -> date | None:
        """The day on which it was looked over."""

    @property
    def independent(self) -> bool:
        """Whether the verifier stands outside."""


def assurance_of(items: Iterable[Proof], *, asserted: bool, owner: str, as_at: date) -> Assurance:
    """Return how far the proof of a record goes; one more item never worsens it.

    Args:
        items: The evidence that supports it.
        asserted: Whether an update says how it stands.
        owner: The office that answers for it, which cannot verify its own proof.
        as_at: The day at which it is judged.
    """
    steps = [_step(item, owner, as_at) for item in items]
    return max([Assurance.ASSERTED if asserted else Assurance.NONE, *steps], key=_ORDER.index)


def lacks(items: Iterable[Proof]) -> tuple[EvidenceKind, ...]:
    """Return which of the two kinds that high impact action 1 names are not among the items."""
    return lacking(HIA1_KINDS, items)


def lacking(wanted: Iterable[EvidenceKind], items: Iterable[Proof]) -> tuple[EvidenceKind, ...]:
    """Return the kinds that are wanted but not among the items that were not rejected."""
    there = {item.kind for item in items if proves(item)}
    return tuple(kind for kind in wanted if kind not in there)


def proves(item: Proof) -> bool:
    """Tell whether an item may prove something; what was not accepted proves nothing."""
    return item.review is not ReviewState.REJECTED


def expired(item: Proof, as_at: date) -> bool:
    """Tell whether the last day on which an item is good has passed."""
    return item.expires_on is not None and item.expires_on < as_at


def expired_on(items: Iterable[Proof], as_at: date) -> date | None:
    """Return until when the last of the items was good; None where one is good, or none is."""
    lasting = [item for item in items if proves(item)]
    ends = [item.expires_on for item in lasting if item.expires_on and item.expires_on < as_at]
    return max(ends) if ends and len(ends) == len(lasting) else None


def verified_by_another(item: Proof, owner: str = "") -> bool:
    """Tell whether the verifier is another office than the submitter and the owner."""
    others = (item.submitted_by, owner)
    return bool(item.verified_by) and not any(same_office(item.verified_by, one) for one in others)


def line_of(item: Proof, as_at: date) -> Line:
    """Return which of the three lines of assurance an item is of at a day."""
    if expired(item, as_at):
        return Line.NONE
    if not verified_by_another(item):
        return Line.FIRST
    return Line.THIRD if item.independent else Line.SECOND


_ORDER = list(Assurance)


def _step(item: Proof, owner: str, as_at: date) -> Assurance:
    if not proves(item) or expired(item, as_at):
        return Assurance.NONE
    seen = item.verified_on is not None and item.verified_on <= as_at
    accepted = item.review is ReviewState.ACCEPTED
    if not (accepted and seen and verified_by_another(item, owner)):
        return Assurance.EVIDENCED
    return Assurance.INDEPENDENT if item.independent else Assurance.VERIFIED


def read_kind_of_proof(words: str) -> EvidenceKind | None:
    """Return the kind of evidence that words name, by code or label; None for other words."""
    said = folded(words)
    return next((kind for kind in EvidenceKind if said in _names(kind)), None)


def _names(kind: EvidenceKind) -> tuple[str, str]:
    return folded(kind.value), folded(kind.label)
