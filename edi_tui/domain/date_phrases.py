"""Words that hold no single due date to rely on, and what they hold instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from edi_tui.domain.date_grammar import dates_inside
from edi_tui.domain.date_reading import DateReading, accept, not_read
from edi_tui.domain.due import format_date
from edi_tui.domain.findings import FindingLevel
from edi_tui.domain.one_date import read_one
from edi_tui.domain.text import quoted

_FLAGS = re.IGNORECASE | re.ASCII
_SERIAL = re.compile(r"(?P<days>\d{5})(?:\.\d{1,20})?", _FLAGS)
_SERIAL_EPOCH = date(1899, 12, 30)
_SERIALS = range(36526, 73051)
"""Day numbers of 2000 to 2099 in the spreadsheet calendar that counts from 1900."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that are no due date, and what they are instead."""

    pattern: re.Pattern[str]
    rule: str
    why: str
    offers: bool = True
    """Whether a date beside the words may be the due date."""


_PHRASES = (
    _Phrase(
        re.compile(
            r"\bas (?:at|of)\b|\bdata (?:at|to|date)\b|\bsnapshot\b",
            _FLAGS,
        ),
        "date-placeholder",
        "is the date of data, not a date that something is due",
        offers=False,
    ),
    _Phrase(
        re.compile(
            r"^(?:now |already )?(?:completed?|closed|done|delivered|achieved|implemented|actioned"
            r"|in place|in progress|(?:not )?started|embedded|on track|under ?way|overdue|on hold"
            r"|cancelled|withdrawn|superseded)\b(?! by\b)",
            _FLAGS,
        ),
        "date-placeholder",
        "says how things stand, not when they are due",
        offers=False,
    ),
    _Phrase(
        re.compile(
            r"\bon[- ]?going\b|\bcontinu(?:ous|al|ing|ously|ally)\b|\brolling\b|\bthroughout\b"
            r"|\b\w{0,9}(?:daily|weekly|fortnightly|monthly|quarterly|termly|yearly|annual|annually"
            r"|biennial|biennially)\b|\b(?:each|every|regular|regularly|permanent)\b|\bper annum\b",
            _FLAGS,
        ),
        "date-recurring",
        "comes round again or never ends, so it is no one date",
    ),
    _Phrase(
        re.compile(
            r"\bt\.?b\.?[cad]\b"
            r"|\bto be (?:confirmed|agreed|determined|decided|announced|advised|set)\b"
            r"|\bnot (?:yet )?(?:set|known|agreed|confirmed)\b|\bawait\w*|\bpending\b"
            r"|\bdd\b|\bmm\b|\by{2,4}\b|\b20[x?]{2}|\bx{2,4}\b|_{2}|\?",
            _FLAGS,
        ),
        "date-placeholder",
        "holds the place of a date that has not been set",
    ),
    _Phrase(
        re.compile(
            r"\basap\b|\bas soon as\b|\bimmediate(?:ly)?\b|\burgent(?:ly)?\b",
            _FLAGS,
        ),
        "date-placeholder",
        "says how urgent it is, not by which date",
    ),
    _Phrase(
        re.compile(
            r"\b(?:year|yr|month|week|day|phase) ?(?:\d{1,2}|one|two|three|four|five)\b(?!/)"
            r"|\bwithin\b|\bnext\b|\b\d{1,3} (?:days?|weeks?|months?|years?)\b",
            _FLAGS,
        ),
        "date-ambiguous",
        "counts from the start of the plan, which has to be known first",
    ),
)


def read_phrase(words: str, document: date | None) -> DateReading:
    """Say what plain words are that are no date, and offer the dates that stand in them."""
    if serial := _SERIAL.fullmatch(words):
        return _read_serial(words, int(serial["days"]))
    inside = (read_one(each, document) for each in dates_inside(words))
    readings = [reading for reading in inside if reading]
    phrase = next((each for each in _PHRASES if each.pattern.search(words)), None)
    if phrase:
        days = _days(readings) if phrase.offers else []
        return not_read(phrase.rule, f"{quoted(words)} {phrase.why}. {accept(days)}", days)
    return _read_several(words, readings) if readings else _unread(words)


def _read_several(words: str, readings: list[DateReading]) -> DateReading:
    fails = [
        each for reading in readings for each in reading.remarks if each.level is FindingLevel.FAIL
    ]
    if fails and len(readings) == 1:
        return readings[0]
    days = sorted(_days(readings), reverse=True)
    if len(readings) == 1 or (len(days) == 1 and not fails):
        message = f"{quoted(words)} says more than a date. {accept(_days(readings))}"
        return not_read("date-ambiguous", message, _days(readings))
    reading = not_read("date-twofold", f"{quoted(words)} holds several dates. {accept(days)}", days)
    return replace(reading, remarks=(*reading.remarks, *fails))


def _days(readings: list[DateReading]) -> list[date]:
    """Return the days that were read or proposed, each once."""
    days = [day for reading in readings for day in _read_or_proposed(reading)]
    return list(dict.fromkeys(days))


def _read_or_proposed(reading: DateReading) -> tuple[date, ...]:
    if reading.due.on:
        return (reading.due.on,)
    return tuple(day for remark in reading.remarks for day in remark.proposals)


def _read_serial(words: str, number: int) -> DateReading:
    if number not in _SERIALS:
        return _unread(words)
    day = _SERIAL_EPOCH + timedelta(days=number)
    message = f"{quoted(words)} may be a spreadsheet's number for {format_date(day)}."
    return not_read("date-ambiguous", f"{message} {accept([day])}", [day])


def _unread(words: str) -> DateReading:
    message = f"{quoted(words)} could not be read as a date. Write it like 31 March 2027."
    return not_read("date-placeholder", message)
