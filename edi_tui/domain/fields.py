"""What is known of each field of a record: its label, its kind, its bounds and its hint.

Forms, command options, validation, storage and the change log all read this one table,
which stands in the metadata of the draft dataclasses.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from edi_tui.domain.due import Due

if TYPE_CHECKING:
    from edi_tui.domain.kinds import Kind
    from edi_tui.domain.words import Word

LINE = 300
"""Longest single-line text, in characters."""
PROSE = 20_000
"""Longest prose, in characters: below what a spreadsheet cell can hold (32,767)."""


class FieldKind(StrEnum):
    """What sort of value a field holds."""

    LINE = "line"
    PROSE = "prose"
    NAMES = "names"
    DATE = "date"
    DUE = "due"
    NUMBER = "number"
    FLAG = "flag"
    CHOICE = "choice"
    REFERENCE = "reference"
    REFERENCES = "references"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record, as people meet it."""

    label: str
    kind: FieldKind
    hint: str = ""
    required: bool = False
    limit: int = LINE
    words: type[Word] | None = None
    """The vocabulary of a choice."""
    to: tuple[Kind, ...] = ()
    """The kinds that a reference may point to."""
    typed: bool = True
    """Whether people fill it in; otherwise the program does."""
    sentence: bool = False
    """Whether prose is one sentence, however long, without lines of its own."""
    name: str = ""


def option_names(field: Field, taken: Collection[str]) -> list[str]:
    """Return a field's options on a command line, such as `--from` and `--from-on` for `from_on`.

    Args:
        field: The field.
        taken: The names of all fields beside it, which it may not be mistaken for.
    """
    short = field.name.removesuffix("_on")
    names = [field.name] if short in taken else list(dict.fromkeys((short, field.name)))
    return [f"--{name.replace('_', '-')}" for name in names]


def _field(default: object, spec: Field) -> Any:
    return dataclasses.field(default=default, metadata={"spec": spec})


def line(label: str, hint: str = "", *, required: bool = False, typed: bool = True) -> Any:
    """Declare a text of one line."""
    return _field("", Field(label, FieldKind.LINE, hint, required, typed=typed))


def prose(label: str, hint: str = "", *, required: bool = False, typed: bool = True) -> Any:
    """Declare a text of several lines."""
    return _field("", Field(label, FieldKind.PROSE, hint, required, limit=PROSE, typed=typed))


def sentence(label: str, hint: str = "", *, required: bool = False) -> Any:
    """Declare a sentence, however long."""
    spec = Field(label, FieldKind.PROSE, hint, required, limit=PROSE, sentence=True)
    return _field("", spec)


def names(label: str, hint: str = "") -> Any:
    """Declare a list of names, typed with semicolons between them."""
    return _field((), Field(label, FieldKind.NAMES, hint, limit=PROSE))


def day(label: str, hint: str = "", *, required: bool = False, typed: bool = True) -> Any:
    """Declare an exact date."""
    return _field(None, Field(label, FieldKind.DATE, hint, required, typed=typed))


def due(label: str, hint: str = "") -> Any:
    """Declare a due date that keeps the words it was given in."""
    return _field(Due(), Field(label, FieldKind.DUE, hint, limit=PROSE))


def number(label: str, hint: str = "", *, required: bool = False, typed: bool = True) -> Any:
    """Declare a decimal number."""
    return _field(None, Field(label, FieldKind.NUMBER, hint, required, typed=typed))


def flag(label: str, hint: str = "", *, default: bool = False) -> Any:
    """Declare a yes or no."""
    return _field(default, Field(label, FieldKind.FLAG, hint))


def choice(label: str, default: Word, hint: str = "") -> Any:
    """Declare a choice from a vocabulary."""
    return _field(default, Field(label, FieldKind.CHOICE, hint, words=type(default)))


def reference(label: str, *to: Kind, hint: str = "", required: bool = False) -> Any:
    """Declare a reference to another record."""
    return _field("", Field(label, FieldKind.REFERENCE, hint, required, to=to))


def references(label: str, *to: Kind, hint: str = "") -> Any:
    """Declare references to any number of other records."""
    return _field((), Field(label, FieldKind.REFERENCES, hint, to=to))
