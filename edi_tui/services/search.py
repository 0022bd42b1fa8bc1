"""Finding records: what a filter finds in a list, and the rows of a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.errors import FilterError
from edi_tui.domain.filters.completion import Completion, completions, field_at
from edi_tui.domain.filters.expression import All, Expression
from edi_tui.domain.filters.meaning import meaning
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import Row
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.saved_views import by_name, saved_views
from edi_tui.services.worked_out import worked_out
from edi_tui.store.queries.search.clause import clause_of
from edi_tui.store.queries.search.found import counted, found
from edi_tui.store.queries.search.values import values_of


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter finds in the list of a kind."""

    numbers: Sequence[int]
    """In the order in which people read the list."""
    total: int
    """How many the list has without the filter."""
    meaning: str
    """What was understood, in plain words."""
    left_out: str = ""
    """What was not looked at yet for haste, in a sentence; empty where nothing was."""


def search(
    register: Register,
    kind: Kind,
    text: str = "",
    *,
    withdrawn: bool = False,
    as_at: date | None = None,
    hurry: bool = False,
) -> Found:
    """Return what a filter finds in the list of a kind.

    Args:
        register: The register.
        kind: One of `lists.LISTED`.
        text: The filter as it was typed; all of the list without it.
        withdrawn: Whether to look among the withdrawn records in place of the standing ones.
        as_at: The date that progress is read at; today without it.
        hurry: Whether somebody waits, so that nothing is worked out of very many records.

    Raises:
        FilterError: The filter names what there is not; the sentence says what is nearest.
        TooSoonError: In a hurry, what the filter asks for has to be worked out first.
    """
    day = as_at or register.today
    wanted = understood(register, kind, text, as_at=day)
    known, left_out = worked_out(register, kind, day, hurry=hurry)
    clause = clause_of(wanted, kind, day, known)
    with register.reading() as session:
        numbers = found(session, kind, clause, withdrawn=withdrawn)
        all_of_it = wanted == All()
        total = len(numbers) if all_of_it else counted(session, kind, withdrawn=withdrawn)
    return Found(numbers, total, meaning(wanted, kind), next(iter(left_out), ""))


def understood(
    register: Register, kind: Kind, text: str, *, as_at: date | None = None
) -> Expression:
    """Return what a filter asks for.

    Raises:
        FilterError: It names what there is not.
    """
    try:
        views = by_name(register) if "@" in text else {}
        return read_filter(text, kind, today=as_at or register.today, views=views)
    except ValueError as error:
        raise FilterError(str(error)) from error


def completed(register: Register, kind: Kind, text: str, cursor: int) -> list[Completion]:
    """Return what may stand at the cursor of a filter, with the values of the register.

    Args:
        register: The register.
        kind: The kind that is listed.
        text: The filter so far.
        cursor: Where the cursor stands in it, in characters.
    """
    quarter = Quarter.containing(register.today)
    near = (quarter.previous, quarter, quarter.next)
    names: dict[str, Sequence[str]] = {"quarters": list(map(str, near))}
    if "@" in text:
        names["@"] = [view.name for view in saved_views(register) if view.kind is kind]
    if field := field_at(text, cursor, kind):
        with register.reading() as session:
            names[field.name] = values_of(session, field.name)
    return completions(text, cursor, kind, names)


def rows_at(
    register: Register,
    kind: Kind,
    numbers: Sequence[int],
    *,
    withdrawn: bool = False,
    as_at: date | None = None,
) -> Sequence[Row]:
    """Return the rows of some records, in the order of their numbers.

    A record that was withdrawn or restored since it was found is left out.

    Args:
        register: The register.
        kind: One of `lists.LISTED`.
        numbers: Those of a window of the list, some hundreds at most.
        withdrawn: Whether they were found among the withdrawn ones.
        as_at: The date that progress is read at; today without it.
    """
    rows = rows_of(register, kind, as_at=as_at, withdrawn=withdrawn, numbers=numbers)
    by_number = {target[1]: row for row in rows if (target := read_ref(row.ref))}
    return [by_number[number] for number in numbers if number in by_number]
