"""Days that a person may accept for words that are no date, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from edi_tui.domain.date_grammar import Written, dates_inside, parse, plain_date_words
from edi_tui.domain.date_spans import month_end

_MARCH = 3


def offered(rule: str, text: str, days: Sequence[date]) -> list[tuple[date, str]]:
    """Return the days to offer, likeliest first, each with why it is offered.

    For a day that its month does not have, the day after the month's last is offered too.

    Args:
        rule: What is the matter, such as `date-impossible`.
        text: The words of the cell.
        days: The days that were proposed when the words were read.
    """
    written = _written(text)
    found = [(day, _why(rule, written, day, days)) for day in days]
    if rule == "date-impossible" and len(days) == 1 and _overran(written, days[0]):
        found.append((days[0] + timedelta(days=1), "the day after that month ends"))
    return found


def _written(text: str) -> Written:
    words = plain_date_words(text)
    inside = dates_inside(words)
    return parse(words) or (parse(inside[0]) if inside else None) or Written()


def _overran(written: Written, day: date) -> bool:
    return written.month == day.month and day == month_end(day.year, day.month)


def _why(rule: str, written: Written, day: date, days: Sequence[date]) -> str:
    if rule == "date-impossible":
        return "the last day of the month" if _overran(written, day) else "day and month swapped"
    if rule == "date-twofold":
        return "the latest one" if day == max(days) else "an earlier one"
    if rule in ("date-recurring", "date-placeholder"):
        return "the date that stands there"
    return _meant(written, day)


def _meant(written: Written, day: date) -> str:
    """Return in which sense ambiguous words mean a day."""
    if written.weekday is not None:
        return f"the date, though it is a {day:%A}"
    if written.month is None and written.year is None:
        return "the day that was written"
    if written.month is None:
        return f"the end of the {'financial' if day.month == _MARCH else 'calendar'} year"
    if written.day is None and day == month_end(day.year, day.month):
        return f"{day.year} as the year"
    return f"{day.day} as the day, the next one to come"
