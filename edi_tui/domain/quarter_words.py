"""Quarters and financial years, as people write them."""

from __future__ import annotations

import re
from datetime import date

from edi_tui.domain.date_grammar import GAP, QUARTER, YEARS, parse, plain_date_words
from edi_tui.domain.quarters import Quarter
from edi_tui.domain.text import quoted

_FLAGS = re.IGNORECASE | re.ASCII
_YEAR = re.compile(
    r"(?:the )?(?:financial year |fy ?|year )?(?P<first>\d{4}|\d\d) ?[-/] ?(?P<second>\d{4}|\d\d)",
    _FLAGS,
)
_EITHER = rf"(?P<year>{YEARS}|\d{{4}}|\d\d)"
_QUARTER_FIRST = re.compile(
    rf"(?P<quarter>{QUARTER})(?: of|,? for|{GAP})(?: the)?(?: ?financial year| ?fy)? ?{_EITHER}",
    _FLAGS,
)
_YEAR_FIRST = re.compile(rf"(?:fy ?)?{_EITHER}{GAP}(?P<quarter>{QUARTER})", _FLAGS)
_ENDED = re.compile(r"(?:the )?quarter (?:ended|ending|to)(?: on)? (?P<date>.+)", _FLAGS)
_ONLY_QUARTER = re.compile(QUARTER, _FLAGS)
_CENTURIES = range(1900, 2100)


def read_quarter(text: str) -> Quarter:
    """Read a quarter as reports write it: `2026/27 Q2`, `Q4 24-25`, `quarter ended 30 June 2018`.

    Raises:
        ValueError: It is not one quarter; the sentence says why and what to write.
    """
    words = plain_date_words(text)
    if found := _ENDED.fullmatch(words):
        return _ended(text, found["date"])
    quarters = possible_quarters(words)
    if len(quarters) == 1:
        return quarters[0]
    raise ValueError(_refusal(text, words, quarters))


def possible_quarters(text: str) -> tuple[Quarter, ...]:
    """Return the quarter that is written, or both where one calendar year is given.

    `Q3 2024` is October to December 2024 by the financial year that starts in 2024, and July to
    September by the calendar year; the financial reading comes first.
    """
    found = _written(plain_date_words(text))
    if found is None or (number := int(found["quarter"][-1])) > 4:
        return ()
    if len(found["year"]) in (2, 4):
        start = 2000 + int(found["year"]) if len(found["year"]) == 2 else int(found["year"])
        calendar = Quarter(start, number).previous
        return (Quarter(start, number), calendar) if start in _CENTURIES else ()
    year = read_financial_year(found["year"])
    return () if year is None else (Quarter(year, number),)


def read_financial_year(text: str) -> int | None:
    """Return the calendar year in which a written financial year starts.

    Two digits are of this century, and the two years must follow each other: `2013/14`,
    `26/27`, `2022-2023`.
    """
    found = _YEAR.fullmatch(plain_date_words(text))
    if found is None:
        return None
    first, second = int(found["first"]), int(found["second"])
    start = first if len(found["first"]) == 4 else 2000 + first
    following = (start + 1) if len(found["second"]) == 4 else (start + 1) % 100
    return start if start in _CENTURIES and second == following else None


def _written(words: str) -> re.Match[str] | None:
    return _QUARTER_FIRST.fullmatch(words) or _YEAR_FIRST.fullmatch(words)


def _ended(text: str, words: str) -> Quarter:
    written = parse(words)
    if written and written.year and written.month in (3, 6, 9, 12):
        quarter = Quarter.containing(date(written.year, written.month, 1))
        if written.day in (None, quarter.end.day):
            return quarter
    raise ValueError(
        f"{quoted(text)} is not the end of a quarter; quarters end on 30 June, "
        "30 September, 31 December and 31 March."
    )


def _refusal(text: str, words: str, quarters: tuple[Quarter, ...]) -> str:
    said = quoted(text) if words else "Nothing"
    if quarters:
        financial, calendar = quarters
        return (
            f"{said} is {financial} by the financial year or {calendar} by the calendar year; "
            "write the one you mean."
        )
    if found := _written(words):
        if int(found["quarter"][-1]) > 4:
            return f"{said} does not exist; a year has Q1 to Q4."
        return f"{said} does not name one financial year; write it like 2026/27 Q2."
    if _ONLY_QUARTER.fullmatch(words):
        return f"{said} has no year; write it like 2026/27 Q2."
    if read_financial_year(words) is not None:
        return f"{said} has no quarter; write it like 2026/27 Q2."
    return f"{said} is not a quarter; write it like 2026/27 Q2."
