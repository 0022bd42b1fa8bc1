"""How hidden numbers are written, and the log of what was hidden and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from edi_tui.domain.suppression.publication import said
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Narrowed, Suppressed, Why

MARKS: Mapping[Mark, str] = MappingProxyType(
    {
        Mark.SMALL: "fewer than {threshold}",
        Mark.OTHERS: "hidden to protect others",
        Mark.EITHER: "hidden",
    }
)
"""What stands in place of a number."""
NOTES: Mapping[Mark, str] = MappingProxyType(
    {
        Mark.SMALL: "Numbers below {threshold}, 0 among them, are written as `fewer than "
        "{threshold}`, to protect the people counted.",
        Mark.OTHERS: "Some larger numbers are hidden because a number below {threshold} could be "
        "worked out from them.",
        Mark.EITHER: "A hidden number is below {threshold}, perhaps 0, or one from which such a "
        "number could be worked out. Which of the two is not said, to protect the people counted.",
    }
)
"""What explains a mark to readers."""
_REASONS: Mapping[Why, str] = MappingProxyType(
    {
        Why.PRIMARY: "{key}: below {threshold}, or worked out from a number that is.",
        Why.SECONDARY: "{key}: would help to work out {protects}.",
        Why.EARLIER: "{key}: would help to work out what was hidden earlier, {protects}.",
    }
)
_NARROWED = (
    "{key}: cannot be protected. With what was published before readers can tell that it is "
    "between {low} and {high}."
)
_KNOWN = "{key}: cannot be protected. Readers can tell it from what was published before."


def written(mark: Mark, threshold: int) -> str:
    """Return what readers see in place of a number: `fewer than 10`."""
    return MARKS[mark].format(threshold=threshold)


def notes(made: Suppressed) -> list[str]:
    """Return the sentences that explain the marks of a publication to its readers."""
    used = set(made.marks.values())
    return [NOTES[mark].format(threshold=made.threshold) for mark in Mark if mark in used]


def log(made: Suppressed) -> Iterator[str]:
    """Yield a line for everything hidden, then one for everything that this cannot protect.

    The log is for those who publish: it tells small numbers from the others.
    """
    for item in made.hidden:
        yield _reason(item, made.threshold)
    yield from map(_not_protected, made.narrowed)


def _reason(item: Hidden, threshold: int) -> str:
    protects = "; ".join(map(said, item.protects))
    return _REASONS[item.why].format(key=said(item.key), threshold=threshold, protects=protects)


def _not_protected(item: Narrowed) -> str:
    words = _KNOWN if item.low == item.high else _NARROWED
    return words.format(key=said(item.key), low=item.low, high=item.high)
