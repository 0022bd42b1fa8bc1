"""What a value has to be, once the words of a filter have been read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Empty:
    """There is nothing."""


@dataclass(frozen=True, slots=True)
class Holds:
    """A text holds words, or a day is as they say."""

    text: str
    days: str = ""
    """The days that the words name: ISO, with `_` for each digit they leave open."""


@dataclass(frozen=True, slots=True)
class Within:
    """A day lies between two, both of them included; an end that is None is open."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Counted:
    """A number is over, under or (where both ends are the same) exactly what was typed."""

    over: Decimal | None = None
    under: Decimal | None = None
    exactly: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Coded:
    """A word is one of a vocabulary's; a yes or no is written as one too."""

    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A reference is one of these."""

    prefix: str
    """Of the kind of record, such as `OBJ`; empty for any."""
    number: int | None
    """None for any record of the kind."""


Condition = Empty | Holds | Within | Counted | Coded | Points
