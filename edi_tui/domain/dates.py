"""Due dates, as people write them in plans."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from edi_tui.domain.date_frames import read_framed, read_period
from edi_tui.domain.date_grammar import plain_date_words
from edi_tui.domain.date_phrases import read_phrase
from edi_tui.domain.date_reading import DateReading, DateRemark
from edi_tui.domain.due import Due
from edi_tui.domain.text import folded
from edi_tui.domain.words import Precision

__all__ = ["DateReading", "DateRemark", "date_from_cell", "read_date"]

_NO_DATE = frozenset({"n a", "na", "none", "nil", "not applicable"})


def read_date(text: str, *, document: date | None = None) -> DateReading:
    """Read a due date by a fixed grammar, never by guessing.

    Day before month or ISO. The words are always kept; what fails or warns leaves the day open
    and offers days to accept. "N/A", a dash and an empty text are no date and need no remark.
    Spellings are those of published NHS action plans.

    Args:
        text: The words of the cell or field.
        document: Date of the document they stand in; a missing year is the next from then.
    """
    return _read(text.strip(), document)


def date_from_cell(on: date, text: str) -> DateReading:
    """Return the reading of a spreadsheet cell that holds a real date."""
    return DateReading(Due(on, text.strip(), Precision.DAY))


# A plan of thousands of rows names the same few hundred dates again and again.
@lru_cache(maxsize=4096)
def _read(text: str, document: date | None) -> DateReading:
    words = plain_date_words(text)
    if not words or folded(words) in _NO_DATE:
        return DateReading(Due(text=text))
    reading = (
        read_framed(words, document) or read_period(words, document) or read_phrase(words, document)
    )
    return replace(reading, due=replace(reading.due, text=text))
