"""Finding records: what a filter finds in a list, and the rows of a part of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.errors import FilterError
from edi_tui.domain.filters.completion import Completion, completions, field_at
from edi_tui.domain.filters.expression import Expression
from edi_tui.domain.filters.meaning import meaning
from edi_tui.domain.filters.narrowing import narrows
from edi_tui.domain.filters.read import read_filter
from edi_tui.domain.filters.tokens import left_open
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.rows import Row
from edi_tui.domain.text import quoted
from edi_tui.services.kept_answers import kept_answers
from edi_tui.services.lists import rows_of
from edi_tui.services.register import Register
from edi_tui.services.saved_views import by_name, saved_views
from edi_tui.services.worked_out import worked_out
from edi_tui.store.queries.search.clause import clause_of
from edi_tui.store.queries.search.found import counted, found
from edi_tui.store.queries.search.values import values_of
from edi_tui.store.texts import KEPT

FEW = 5_000
"""Most records that are looked at one by one; of more, all are gone through as fast."""
ROWS = 2_000
"""Most rows of a list that are kept, since the next letter of a filter lists many of them again."""


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
    whole: bool = True
    """Whether these are all, not only the first of them."""

    def told(self, kind: Kind) -> str:
        """Return how many were found of how many, and what was understood."""
        return f"{len(self.numbers):,} of {kind.counted(self.total)}: {self.meaning}"


def search(
    register: Register,
    kind: Kind,
    text: str = "",
    *,
    withdrawn: bool = False,
    as_at: date | None = None,
    hurry: bool = False,
    first: int | None = None,
) -> Found:
    """Return what a filter finds in the list of a kind.

    Args:
        register: The register.
        kind: One of `lists.LISTED`.
        text: The filter as it was typed; all of the list without it.
        withdrawn: Whether to look among the withdrawn records in place of the standing ones.
        as_at: The date that progress is read at; today without it.
        hurry: Whether somebody waits, so that nothing is worked out of very many records.
        first: How many of a long list are enough for now; all of them without it.

    Raises:
        FilterError: The filter names what there is not; the sentence says what is nearest.
        TooSoonError: In a hurry, what the filter asks for has to be worked out first.
    """
    day = as_at or register.today
    wanted = understood(register, kind, text, as_at=day)
    known, left_out = worked_out(register, kind, day, hurry=hurry)
    clause = clause_of(wanted, kind, day, known)
    kept, its = kept_answers(register, day), (kind, withdrawn)
    within = _within(wanted, *kept.found[its]) if its in kept.found else None
    with register.reading() as session:
        if its not in kept.totals:
            kept.totals[its] = counted(session, kind, withdrawn=withdrawn)
        enough = first if kept.totals[its] > FEW else None
        numbers = found(session, kind, clause, withdrawn=withdrawn, within=within, first=enough)
    whole = enough is None or len(numbers) < enough
    if whole and not left_out and kind in KEPT:
        kept.found[its] = wanted, numbers
    told = meaning(wanted, kind)
    return Found(numbers, kept.totals[its], told, next(iter(left_out), ""), whole)


def _within(wanted: Expression, before: Expression, numbers: Sequence[int]) -> Sequence[int] | None:
    """Return where a filter finds all it can: in what the one before found, if that was little."""
    return numbers if len(numbers) <= FEW and narrows(wanted, before) else None


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


def whole_filter(text: str) -> str:
    """Return a filter that is given as a whole, not letter by letter.

    Raises:
        FilterError: A bracket is left open, which only a filter that is being typed may have.
    """
    if left_open(text):
        raise FilterError(f"A bracket in {quoted(text)} is opened and never closed. Close it.")
    return text


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
    day = as_at or register.today
    kept = kept_answers(register, day).rows.setdefault((kind, withdrawn), {})
    known = {number: row for number in numbers if (row := kept.get(number))}
    if missing := [number for number in numbers if number not in known]:
        rows = rows_of(register, kind, as_at=day, withdrawn=withdrawn, numbers=missing)
        read = {target[1]: row for row in rows if (target := read_ref(row.ref))}
        if len(kept) > ROWS:
            kept.clear()
        kept |= read
        known |= read
    return [known[number] for number in numbers if number in known]
