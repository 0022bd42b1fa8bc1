"""The ways in which one date is written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
YEAR = r"(?:19|20)\d\d"
YEARS = r"(?:\d{4}|\d\d) ?[-/] ?(?:\d{4}|\d\d)"
GAP = r"(?:[-.,]? ?| - |/)"
QUARTER = r"q(?:uarter|tr)?\.? ?[1-9]"

_LONGEST = 60
"""Characters; no single date is longer, however it is written."""
_PLAIN = str.maketrans(
    {**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("’‘`´", "'"), **dict.fromkeys("⁄∕", "/")}
)
_FLAGS = re.IGNORECASE | re.ASCII
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_WEEKDAY = r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY_FIRST = re.compile(rf"(?P<weekday>{_WEEKDAY})\b\.?,? ?(?P<rest>.+)", _FLAGS)
_WEEKDAY_LAST = re.compile(rf"(?P<rest>.+?)[ ,(]{{1,3}}(?P<weekday>{_WEEKDAY})\)?", _FLAGS)

_NTH = r"(?:st|nd|rd|th)"
_TIME = r"(?:[t ,]{1,2}\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?: ?[ap]m| ?z|[+-]\d\d:?\d\d)?)?"
_ISO = rf"(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME}"
_COMPACT = rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d)"
_NUMBERS = (
    r"(?P<day>\d{1,2}) ?(?P<mark>[-/.]) ?(?P<month>\d{1,2}) ?(?P=mark) ?"
    rf"(?P<year>{YEAR}|\d\d){_TIME}"
)
_DAY_NAMED = rf"(?P<day>\d{{1,2}}){_NTH}?{GAP}(?:of )?(?P<name>{MONTH})"
_NAMED = rf"{_DAY_NAMED}{GAP}(?P<year>{YEAR}|'?\d\d(?! ?{MONTH}\b)){_TIME}"
_NAME_FIRST = rf"(?P<name>{MONTH}){GAP}(?P<day>\d{{1,2}}){_NTH}?,? (?P<year>{YEAR})"
_NAME_NTH = rf"(?P<name>{MONTH}){GAP}(?P<day>\d{{1,2}}){_NTH}"
_MONTH_YEAR = rf"(?P<name>{MONTH}){GAP}(?P<year>{YEAR}|'\d\d)"
_NUMBER_YEAR = rf"(?P<month>\d{{1,2}})[-/.](?P<year>{YEAR})"
_YEAR_NUMBER = rf"(?P<year>{YEAR})-(?P<month>\d\d)"
_NAME_NUMBER = rf"(?P<name>{MONTH}){GAP}(?P<number>\d\d?)"
_FORMS = [
    re.compile(form, _FLAGS)
    for form in (
        *(_ISO, _COMPACT, _NUMBERS, _NAMED, _NAME_FIRST, _DAY_NAMED, _NAME_NTH, _MONTH_YEAR),
        *(_NUMBER_YEAR, _YEAR_NUMBER, _NAME_NUMBER, rf"(?P<name>{MONTH})", rf"(?P<year>{YEAR})"),
    )
]

_INSIDE = (
    rf"{QUARTER}{GAP}(?:of )?{YEARS}",
    rf"{YEARS}{GAP}{QUARTER}",
    rf"{QUARTER}{GAP}(?:of )?{YEAR}",
    *(_ISO, _NUMBERS, _NAMED, _NAME_FIRST),
    rf"{MONTH}{GAP}{YEARS}",
    _MONTH_YEAR,
    _NAME_NTH,
    _DAY_NAMED,
    _NAME_NUMBER,
    rf"{YEAR} ?[-/] ?(?:{YEAR}|\d\d)",
)
_START, _END = r"(?<!\w)(?<!\d[-/.])", r"(?!\w)(?![-/.]\d)"
_UNNAMED = re.sub(r"\(\?P<\w+>", "(?:", "|".join(_INSIDE)).replace("(?P=mark)", "[-/.]")
_ANY_DATE = re.compile(rf"{_START}(?:{_UNNAMED}){_END}", _FLAGS)
_ANY_YEAR = re.compile(rf"{_START}{YEAR}{_END}", _FLAGS)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it was written, before anyone asks whether the calendar has it."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    number: int | None = None
    """What stands beside the name of a month and may be its day or its year, as in June 14."""
    weekday: int | None = None
    """From 0 for Monday."""


def plain_date_words(text: str) -> str:
    """Return the words on one line, with plain dashes, slashes and quotes and no outer marks."""
    words = unicodedata.normalize("NFKC", text).translate(_PLAIN).split()
    line = " ".join(words).strip(" .,;:()[]'\"-*/")
    return f"{line})" if line.count("(") > line.count(")") else line


def parse(words: str) -> Written | None:
    """Take apart plain words that are one date and nothing else; day before month."""
    if len(words) > _LONGEST:
        return None
    if written := _match(words):
        return written
    for pattern in (_WEEKDAY_FIRST, _WEEKDAY_LAST):
        found = pattern.fullmatch(words)
        written = _match(found["rest"], found["weekday"]) if found else None
        if written and written.day:
            return written
    return None


def month_number(name: str) -> int:
    """Return the number of a month that is named in full or in short."""
    return _MONTHS.index(name[:3].lower()) + 1


def dates_inside(words: str) -> list[str]:
    """Return the dates that stand among other words, or else the bare years."""
    return _ANY_DATE.findall(words) or _ANY_YEAR.findall(words)


def _match(words: str, weekday: str = "") -> Written | None:
    found = next((match for form in _FORMS if (match := form.fullmatch(words))), None)
    if found is None:
        return None
    parts = found.groupdict()
    return Written(
        day=_whole(parts.get("day")),
        month=month_number(parts["name"]) if "name" in parts else _whole(parts.get("month")),
        year=_full_year(parts.get("year")),
        number=_whole(parts.get("number")),
        weekday=_WEEKDAYS.index(weekday[:3].lower()) if weekday else None,
    )


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _full_year(digits: str | None) -> int | None:
    """Read two digits as a year of this century."""
    if digits is None:
        return None
    figures = digits.removeprefix("'")
    return int(figures) + (2000 if len(figures) == 2 else 0)
