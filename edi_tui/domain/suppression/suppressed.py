"""What of a publication is hidden, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edi_tui.domain.suppression.publication import Key, Publication
from edi_tui.domain.words import Word


class Mark(Word):
    """What readers are told in place of a number; all of it is something that they know."""

    SMALL = "small", "Below the threshold"
    OTHERS = "others", "Hidden to protect others"
    EITHER = "either", "Hidden"


class Why(Word):
    """What made it necessary to hide a number."""

    PRIMARY = "primary", "Small itself"
    SECONDARY = "secondary", "Would give away another number"
    EARLIER = "earlier", "Would give away a number hidden earlier"


@dataclass(frozen=True, slots=True)
class Hidden:
    """A number that is not printed."""

    key: Key
    mark: Mark
    why: Why
    protects: tuple[Key, ...] = ()
    """The small numbers that could be worked out from it."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A small number about which what was published before tells more than it should."""

    key: Key
    low: int
    high: int
    """It can still be anything from the one to the other; more cannot be promised."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A publication with what is hidden of it.

    What is hidden and why names the small numbers: it is for those who publish, not for readers.
    """

    publication: Publication
    threshold: int
    hidden: tuple[Hidden, ...]
    narrowed: tuple[Narrowed, ...] = ()
    """Numbers that hiding can no longer protect; somebody has to decide whether to publish."""

    @property
    def marks(self) -> dict[Key, Mark]:
        """The mark of everything that is hidden; whatever has none is printed."""
        return {item.key: item.mark for item in self.hidden}


def both_hidden(one: Suppressed, other: Suppressed) -> Suppressed:
    """Return a decision that hides what either of two on the same publication hides.

    What cannot be protected is that of the first.
    """
    marks = one.marks
    more = (item for item in other.hidden if item.key not in marks)
    threshold = max(one.threshold, other.threshold)
    return replace(one, threshold=threshold, hidden=(*one.hidden, *more))
