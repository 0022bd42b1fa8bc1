"""The denominators that measures share, since they count the same staff on the same day.

What one measure hides of them another must not print, and what one has printed another cannot
hide. All measures at once are too much to reason about, so they are decided on one after another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from edi_tui.domain.publishing.line import Staff, staff_of
from edi_tui.domain.suppression.publication import Key, Publication
from edi_tui.domain.suppression.suppress import suppress
from edi_tui.domain.suppression.suppressed import Hidden, Mark, Suppressed, Why


def suppress_beside(
    publication: Publication,
    earlier: Sequence[Suppressed],
    others: Sequence[Suppressed],
    threshold: int,
    *,
    coming: Sequence[Publication] = (),
) -> Suppressed:
    """Decide what of a measure to hide beside others that may be of the same staff.

    Args:
        publication: Its numbers.
        earlier: What was published that shares a number with it.
        others: Everything that was decided on before it.
        threshold: The smallest count that may be printed.
        coming: What is to be decided on after it, and may tell how many its groups are together.
    """
    marks = {key for one in others for key in one.marks}
    cells = [cell.key for one in others for cell in one.publication.cells if cell.printed]
    known = {staff for key in cells if key not in marks for staff in staff_of(key)}
    near = [*(one.publication for one in others), *coming]
    beside = {
        staff
        for one in near
        for cell in one.cells
        if cell.count >= threshold
        for staff in staff_of(cell.key)
    }
    told = tuple(
        replace(cell, printed=True)
        for cell in publication.cells
        if (known if cell.printed else beside).intersection(staff_of(cell.key))
    )
    elsewhere = Suppressed(Publication(told), threshold, ())
    made = suppress(publication, [*earlier, elsewhere], threshold)
    known_now = {cell.key for cell in told}
    if made.narrowed and not any(set(_shown(one)) - known_now for one in earlier):
        made = _nothing_of(made, known_now)
    hidden = {staff: key for key in marks for staff in staff_of(key)}
    return replace(made, hidden=(*made.hidden, *_more(made, hidden, known)))


def _nothing_of(made: Suppressed, known: Set[Key]) -> Suppressed:
    """Print nothing but what others print, so that it tells nobody anything."""
    small = tuple(one.key for one in made.narrowed)
    more = (
        Hidden(key, Mark.EITHER, Why.SECONDARY, small) for key in _shown(made) if key not in known
    )
    return replace(made, hidden=(*made.hidden, *more), narrowed=())


def _shown(made: Suppressed) -> Iterator[Key]:
    marks = made.marks
    return (key for key in _printed(made.publication) if key not in marks)


def _printed(publication: Publication) -> list[Key]:
    cells = [cell.key for cell in publication.cells if cell.printed]
    return [*cells, *(item.key for item in publication.quotients)]


def _more(made: Suppressed, hidden: dict[Staff, Key], known: Set[Staff]) -> Iterator[Hidden]:
    """Yield all that is printed of a measure on a day on which another hides the size of a group.

    Not only the size is, since a number is never more than what it is out of; nor only the group,
    since its size is what the others leave of everybody. What readers know already stays.
    """
    marks = made.marks
    told = {cell.key[:3] for cell in made.publication.cells if known & set(staff_of(cell.key))}
    days = {
        key[:2]: hidden[staff]
        for key in (cell.key for cell in made.publication.cells)
        for staff in staff_of(key)
        if staff in hidden
    }
    for key in _printed(made.publication):
        if key[:2] in days and key[:3] not in told and key not in marks:
            yield Hidden(key, Mark.EITHER, Why.SECONDARY, (days[key[:2]],))
