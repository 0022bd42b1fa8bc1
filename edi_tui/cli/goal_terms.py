"""The terms of a representation goal, as options and measures bring them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from edi_tui.domain.errors import EdiError, InvalidError, NotFoundError
from edi_tui.domain.goal_terms import Terms, terms_of
from edi_tui.domain.rows import MeasureRow
from edi_tui.domain.units import Unit, read_unit
from edi_tui.domain.values import read_day, read_number

if TYPE_CHECKING:
    from edi_tui.services.register import Register

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Typed:
    """What the options say."""

    terms: Terms
    turnovers: tuple[Decimal, ...]
    """Other turnovers to compare, in per cent."""
    dates: tuple[date, ...]
    """Other dates to compare."""


def read_typed(words: Mapping[str, str], today: date) -> Typed:
    """Read the options of the command.

    Args:
        words: What was typed, by option; all options, empty where one was left out.
        today: The day that a missing year counts from.

    Raises:
        InvalidError: With a sentence for each option that cannot be read.
    """
    options = _Options(words)
    typed = Typed(
        terms=Terms(
            now=options.one("now", read_number),
            goal=options.one("goal", read_number),
            turnover=options.one("turnover", read_number),
            posts=options.one("posts", read_number),
            held=options.one("held", read_number),
            by=options.one("by", lambda text: read_day(text, today)),
        ),
        turnovers=options.several("what_if_turnover", "[,;]", read_number),
        dates=options.several("what_if_by", ";", lambda text: read_day(text, today)),
    )
    if options.problems:
        raise InvalidError(options.problems)
    return typed


class _Options:
    """Typed words, and a sentence for each of those that cannot be read."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words
        self.problems: dict[str, str] = {}

    def one(self, name: str, reader: Callable[[str], V | None]) -> V | None:
        return self._read(name, self._words[name], reader)

    def several(
        self, name: str, separator: str, reader: Callable[[str], V | None]
    ) -> tuple[V, ...]:
        """Return the values of a list, each once."""
        parts = (self._read(name, part, reader) for part in re.split(separator, self._words[name]))
        return tuple(dict.fromkeys(part for part in parts if part is not None))

    def _read(self, name: str, text: str, reader: Callable[[str], V | None]) -> V | None:
        try:
            return reader(text)
        except ValueError as error:
            self.problems[name] = str(error)
            return None


def measure_named(register: Register, ref: str) -> MeasureRow:
    """Return a measure of a share of posts.

    Raises:
        NotFoundError: There is no such record, or it is no measure.
        EdiError: The measure is not a percentage.
    """
    from edi_tui.services.pages import page_of

    row = page_of(register, ref).row
    if not isinstance(row, MeasureRow):
        raise NotFoundError(f"{row.ref} is no measure; give one such as MEA-004.")
    if read_unit(row.unit) is not Unit.PERCENT:
        said = f"its unit is “{row.unit}”" if row.unit else "it has no unit"
        raise EdiError(f"{row.ref} has to be a share of posts in %, but {said}.")
    return row


def measure_terms(register: Register, row: MeasureRow) -> Terms:
    """Return what a measure says of its goal, due with its objective where it has no date."""
    from edi_tui.services.targets import due_of

    return terms_of(row, due_of(register, row))
