"""The denominators that measures share, since they count the same staff on the same day.

What one measure hides of them another must not print, and what one has printed another cannot
hide. All measures at once are too much to reason about, so they are decided on one after another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from edi_tui.domain.publishing.line import OUT_OF
from edi_tui.domain.suppression.publication import Key, Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Suppressed, Why

_Staff = tuple[str, ...]
"""A day, a group and how many people are in it."""


def suppress_beside(
    publication: Publication,
    earlier: Sequence[Suppressed],
    others: Sequence[Suppressed],
    threshold: int,
) -> Suppressed:
    """Decide what of a measure to hide beside others that may be of the same staff.

    Args:
        publication: Its numbers.
        earlier: What was published that shares a number with it.
        others: Everything that was decided on before it.
        threshold: The smallest count that may be printed.
    """
    marks = {key for one in others for key in one.marks}
    cells = [cell.key for one in others for cell in one.publication.cells if cell.printed]
    known = {staff for key in cells if key not in marks for staff in _staff(key)}
    told = tuple(
        cell for cell in publication.cells if cell.printed and known.intersection(_staff(cell.key))
    )
    elsewhere = Suppressed(Publication(told), threshold, ())
    made = suppress(publication, [*earlier, elsewhere], threshold)
    hidden = {staff: key for key in marks for staff in _staff(key)}
    return replace(made, hidden=(*made.hidden, *_more(made, hidden, known)))


def _more(made: Suppressed, hidden: dict[_Staff, Key], known: Set[_Staff]) -> Iterator[Hidden]:
    """Yield all that is printed of a measure on a day on which another hides the size of a group.

    Not only the size is, since a number is never more than what it is out of; nor only the group,
    since its size is what the others leave of everybody. What readers know already stays.
    """
    marks = made.marks
    told = {cell.key[:3] for cell in made.publication.cells if known & set(_staff(cell.key))}
    days = {
        key[:2]: hidden[staff]
        for key in (cell.key for cell in made.publication.cells)
        for staff in _staff(key)
        if staff in hidden
    }
    printed = [cell.key for cell in made.publication.cells if cell.printed]
    for key in (*printed, *(item.key for item in made.publication.quotients)):
        if key[:2] in days and key[:3] not in told and key not in marks:
            yield Hidden(key, Mark.EITHER, Why.SECONDARY, (days[key[:2]],))


def _staff(key: Key) -> Iterator[_Staff]:
    """Yield whom a denominator counts; nothing for any other number."""
    if len(key) == 5 and key[3] == OUT_OF:
        yield (key[1], key[2].casefold(), key[4])
