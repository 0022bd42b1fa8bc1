"""Between the words that people type and the values that drafts hold, both ways.

Command options, form fields, JSON on standard input and the change log all pass here.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from edi_tui.domain.columns import words
from edi_tui.domain.date_reading import typed
from edi_tui.domain.dates import read_date
from edi_tui.domain.due import Due
from edi_tui.domain.errors import InvalidError
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.records import Draft, fields_of
from edi_tui.domain.statuses import status_in
from edi_tui.domain.text import folded, quoted, stored
from edi_tui.domain.words import Precision, Status, Word

D = TypeVar("D", bound=Draft)

_YES = {"yes", "y", "true", "1"}
_NO = {"no", "n", "false", "0", ""}
_NUMBER = re.compile(
    r"\s*(?:£\s*)?(?P<sign>[-+]?)\s*(?:£\s*)?"
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+|\d*)(?:\.\d*)?(?:e[-+]?\d{1,2})?)\s*%?\s*",
    re.IGNORECASE,
)
_CODE = re.compile(r"\s*[\w.]*(?:[- ]?\d+)?\w?\s*")
_DIGITS = 28
"""As many as arithmetic with decimals keeps."""


def read_number(text: str) -> Decimal | None:
    """Read a number as people write it: `1,250`, `28.6%` or `£40`.

    A comma stands between thousands alone, so that `1,5` is not taken for 15.

    Raises:
        ValueError: The text is not one number.
    """
    if not text.strip():
        return None
    found = _NUMBER.fullmatch(text.replace("\u2212", "-"))
    with suppress(InvalidOperation):
        if found and len(digits := re.sub(r"[,\s]", "", found["digits"])) <= _DIGITS:
            return Decimal(found["sign"] + digits)
    raise ValueError(f"{quoted(text)} is not a number; write digits, such as 28.6.")


def read_flag(text: str) -> bool:
    """Read a yes or no.

    Raises:
        ValueError: It is neither.
    """
    word = text.strip().lower()
    if word not in _YES | _NO:
        raise ValueError(f"{quoted(text)} is neither yes nor no.")
    return word in _YES


def read_word(words: type[Word], text: str) -> Word:
    """Read a code or label of a vocabulary, whatever its case and spacing.

    Raises:
        ValueError: The vocabulary has no such word; the message lists those it has, and says
            which status a colour stands for.
    """
    wanted = folded(text)
    for word in words:
        if wanted in (folded(word.value), folded(word.label)):
            return word
    choices = ", ".join(word.label.lower() for word in words)
    if words is Status and (meant := status_in(text)):
        raise ValueError(f"{quoted(text)} is {meant} in words; write one of: {choices}.")
    raise ValueError(f"{quoted(text)} is not one of: {choices}.")


def read_day(text: str, document: date | None) -> date | None:
    """Read an exact or imprecise date, taking the last day of what it names.

    Raises:
        ValueError: It cannot be read as one date.
    """
    reading = read_date(text, document=document)
    if reading.due.on is None and text.strip():
        said = typed(reading.remarks[0]) if reading.remarks else ""
        raise ValueError(said or f"{quoted(text)} is not a date; write 31 March 2027.")
    return reading.due.on


def _refs(text: str) -> tuple[str, ...]:
    parts = (one for part in re.split(r"[;\n]", text) for one in _commas(part))
    return tuple(_ref(part) for part in parts if part.strip())


def _commas(part: str) -> list[str]:
    """Split references and codes at commas; a name may have commas of its own."""
    pieces = part.split(",")
    return pieces if all(_CODE.fullmatch(piece) for piece in pieces) else [part]


def _ref(text: str) -> str:
    known = read_ref(text)
    return known[0].ref(known[1]) if known else text.strip()


def read_value(field: Field, text: str, *, document: date | None) -> Any:
    """Read what was typed into a field as the value its draft holds.

    Args:
        field: The field.
        text: The words as typed.
        document: The date that a missing year counts from.

    Raises:
        ValueError: The words do not fit; the message is for the person who typed them.
    """
    text = stored(text).strip()
    readers: dict[FieldKind, Callable[[], Any]] = {
        FieldKind.LINE: lambda: " ".join(text.split()),
        FieldKind.PROSE: lambda: text,
        FieldKind.NAMES: lambda: tuple(part.strip() for part in text.split(";") if part.strip()),
        FieldKind.DATE: lambda: read_day(text, document),
        FieldKind.DUE: lambda: read_date(text, document=document).due,
        FieldKind.NUMBER: lambda: read_number(text),
        FieldKind.FLAG: lambda: read_flag(text),
        FieldKind.CHOICE: lambda: read_word(field.words, text) if field.words else text,
        FieldKind.REFERENCE: lambda: _ref(text),
        FieldKind.REFERENCES: lambda: _refs(text),
        FieldKind.FILE: lambda: text,
    }
    return readers[field.kind]()


def write_value(field: Field, value: Any) -> str:
    """Return the words for a value, as people would type it.

    A due day is written as dates are written everywhere, any other due date in its own words. A
    number keeps the places that it has.
    """
    if isinstance(value, Due):
        return str(value) if value.precision is Precision.DAY else value.text
    return f"{value:f}" if isinstance(value, Decimal) else words(value)


def draft_from_words(
    kind: type[D], words: Mapping[str, str], *, base: D | None = None, document: date | None = None
) -> D:
    """Make a draft from what was typed into its fields, or change one.

    A field whose words are the base's own keeps the base's value, so that a date accepted
    for impossible words is not read again.

    Args:
        kind: The kind of draft.
        words: Typed words by field name; the fields left out keep the base's value.
        base: The draft to change; a new one without it.
        document: The date that a missing year counts from.

    Raises:
        InvalidError: With one sentence for each field that could not be read.
    """
    start = base if base is not None else kind()
    changed: dict[str, Any] = {}
    problems: dict[str, str] = {}
    for field in fields_of(kind):
        if field.name not in words or words[field.name] == write_value(
            field, getattr(start, field.name)
        ):
            continue
        try:
            changed[field.name] = read_value(field, words[field.name], document=document)
        except ValueError as error:
            problems[field.name] = str(error)
    if problems:
        raise InvalidError(problems)
    return dataclasses.replace(start, **changed)
