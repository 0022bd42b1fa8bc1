"""What is made of a written date: a due date and the remarks on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from edi_tui.domain.due import Due, format_date
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.text import quoted
from edi_tui.domain.words import Precision

_LEVELS = {"date-impossible": FindingLevel.FAIL, "date-imprecise": FindingLevel.NOTE}
_SPANS = {Precision.MONTH: "month", Precision.QUARTER: "quarter", Precision.YEAR: "financial year"}

_GIVE = "Give the due date."


@dataclass(frozen=True, slots=True)
class DateRemark:
    """What has to be said about a date, with the days that a person may accept instead."""

    rule: str
    """`date-impossible`, `-ambiguous`, `-recurring`, `-placeholder`, `-twofold`, `-imprecise`."""
    level: FindingLevel
    message: str
    proposals: tuple[date, ...] = ()
    """Likeliest first."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """A due date as it was read; it has a day only where no remark fails or warns."""

    due: Due
    remarks: tuple[DateRemark, ...] = ()


def accept(days: Iterable[date]) -> str:
    """Return the sentence that asks a person to accept a day or to give one."""
    choices = list(dict.fromkeys(map(format_date, days)))[:3]
    return f"Accept {' or '.join(choices)}, or give the due date." if choices else _GIVE


def typed(remark: DateRemark) -> str:
    """Return a remark for somebody who typed the words: there is nothing that waits to be accepted.

    It speaks of no due date, since any day may have been asked for.
    """
    why = remark.message.removesuffix(accept(remark.proposals)).rstrip()
    days = list(dict.fromkeys(map(format_date, remark.proposals)))[:3]
    if why == remark.message:
        return why
    return f"{why} Write {' or '.join(days) if days else 'a date like 31 March 2027'}."


def exact(day: date) -> DateReading:
    """Return the reading of a day that was given as a day."""
    return DateReading(Due(day, precision=Precision.DAY))


def last_day(words: str, day: date, precision: Precision, *, ended: bool) -> DateReading:
    """Return the reading of a span by its last day, without remark where its end was named."""
    if ended:
        return DateReading(Due(day, precision=precision))
    span = _SPANS[precision]
    return inexact(
        f"{quoted(words)} was read as {format_date(day)}, the last day of the {span}.",
        day,
        precision,
    )


def inexact(message: str, day: date, precision: Precision) -> DateReading:
    """Return the reading of a day that had to be worked out, and say how."""
    return DateReading(Due(day, precision=precision), (_remark("date-imprecise", message),))


def ambiguous(words: str, days: Iterable[date], document: date | None) -> DateReading:
    """Return no day but a choice: first the days that the document's date has not passed."""
    likely = sorted(days, key=lambda day: document is not None and day < document)
    message = f"{quoted(words)} can be read in more than one way. {accept(likely)}"
    return not_read("date-ambiguous", message, likely)


def yearless(words: str) -> DateReading:
    """Return no day for words without a year in a document without a date."""
    return not_read("date-ambiguous", f"{quoted(words)} has no year. Write it like 31 March 2027.")


def not_read(rule: str, message: str, proposals: Iterable[date] = ()) -> DateReading:
    """Return a reading without a day, with the remark that says why."""
    return DateReading(Due(), (_remark(rule, message, proposals),))


def _remark(rule: str, message: str, proposals: Iterable[date] = ()) -> DateRemark:
    level = _LEVELS.get(rule, FindingLevel.WARN)
    return DateRemark(rule, level, message, tuple(dict.fromkeys(proposals)))
