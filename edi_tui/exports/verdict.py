"""What a paper turned out to be when it was held against the register."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edi_tui.domain.closing import Closing
from edi_tui.exports.manifest import Manifest


class Verdict(StrEnum):
    """What a paper turned out to be."""

    MATCHES = "matches"
    REISSUED = "reissued"
    CHANGED = "changed"
    OTHER_RELEASE = "other_release"
    CANNOT_TELL = "cannot_tell"
    OTHER_REGISTER = "other_register"
    LOST = "lost"
    NOT_CLOSED = "not_closed"
    NOT_PUBLISHED = "not_published"
    OTHER_TEMPLATE = "other_template"
    NOT_RECOGNISED = "not_recognised"
    NO_PAPER = "no_paper"


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of a paper."""

    verdict: Verdict
    said: str
    """One sentence that has the paper for its subject and leaves it out."""
    manifest: Manifest | None = None
    closing: Closing | None = None
    """The snapshot that it was made from."""
    otherwise: tuple[str, ...] = ()
    """The rules and ways that are of another version here than when its quarter was closed."""


def standing(
    made: list[Closing], found: list[Closing], how: str, manifest: Manifest | None
) -> Verified:
    """Return what is said of a paper that is what was frozen: whether that still stands.

    Args:
        made: Every snapshot of the register.
        found: Those that the paper shows; the first is what it is of.
        how: How much of it was compared.
        manifest: What it says of itself, where it does.
    """
    closing, told = found[0], f"is what was frozen of {named(found[0])}, {how}"
    for one in found:
        newest = [other for other in made if other.quarter == one.quarter][-1]
        if newest.number != one.number:
            said = f"{told}, but {one.quarter} was {newest.told} since, because: {newest.because}"
            return Verified(Verdict.REISSUED, said, manifest, closing)
    return Verified(Verdict.MATCHES, f"{told}.", manifest, closing)


def named(closing: Closing) -> str:
    """Return a closed quarter with its digest, in words."""
    return f"{closing.quarter}, {closing.told} with the digest {closing.digest[:12]}"
