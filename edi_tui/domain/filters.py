"""Filters of lists, as people type them: words, and `field:value` terms.

Every term has to fit a row. A word fits anywhere in the row's text, a value in the words or
the code of its field; case, spacing and punctuation never matter.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import cache

from edi_tui.domain import rows
from edi_tui.domain.columns import COLUMNS, cell, words
from edi_tui.domain.kinds import Kind, read_ref
from edi_tui.domain.rows import DeliveryRow, Row
from edi_tui.domain.text import folded, shortened

_TERM = re.compile(r'(?:(?P<name>[^\W\d][\w.-]*):(?!//))?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S*))')
_SAME = {
    Kind.OBJECTIVE: {"lead": "owner", "hia": "frameworks", "framework": "frameworks"},
    Kind.ACTION: {"owner": "lead", "hia": "frameworks", "framework": "frameworks"},
}


@dataclass(frozen=True, slots=True)
class Term:
    """A value that a field has to hold."""

    field: str
    """As it was typed."""
    name: str
    """The attribute of the row."""
    value: str


@dataclass(frozen=True, slots=True)
class Filter:
    """What the rows of a list have to say."""

    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()

    @property
    def described(self) -> str:
        """What was understood, such as `“bands”, owner “people”`; empty for no filter."""
        said = [f"“{word}”" for word in self.words]
        return ", ".join([*said, *(_described(term) for term in self.terms)])


def _described(term: Term) -> str:
    field = term.field.replace("_", " ")
    return f"{field} “{term.value}”" if term.value else f"{field} empty"


def read_filter(text: str, kind: Kind) -> Filter:
    """Read a filter for the list of a kind.

    A value of several words stands in quotation marks, `owner:"chief people"`; a field
    without a value, `owner:`, asks for the rows that have nothing there.

    Raises:
        ValueError: A field is unknown; the message names the nearest.
    """
    found: list[str] = []
    terms: list[Term] = []
    for match in _TERM.finditer(text):
        value = match["bare"] if match["quoted"] is None else match["quoted"]
        if match["name"]:
            terms.append(_term(match["name"], value, kind))
        elif value:
            found.append(value)
    return Filter(tuple(found), tuple(terms))


def _term(field: str, value: str, kind: Kind) -> Term:
    known = _names(kind)
    wanted = field.lower().replace("-", "_")
    if wanted not in known:
        nearest = get_close_matches(wanted, known)
        hint = f"did you mean “{nearest[0]}”?" if nearest else f"there are {', '.join(known)}."
        raise ValueError(f"The list of {kind.plural} has no field “{shortened(field, 40)}”; {hint}")
    return Term(wanted, known[wanted], value)


@cache
def _names(kind: Kind) -> dict[str, str]:
    """Return the attribute of a row for each name that a field goes by."""
    own = (field.name for field in dataclasses.fields(rows.ROWS[kind]))
    names = {name: name for name in own if name not in ("version", "computed")}
    if kind in _SAME:
        names["due"] = "due"
    for column in COLUMNS[kind]:
        names.setdefault(column.heading.lower().replace(" ", "_"), column.name)
    return names | _SAME.get(kind, {})


def matches(chosen: Filter, row: Row) -> bool:
    """Tell whether a row is as a filter asks."""
    if not all(_fits(term, row) for term in chosen.terms):
        return False
    if not chosen.words:
        return True
    text = row_text(row)
    return all(folded(word) in text for word in chosen.words)


def row_text(row: Row) -> str:
    """Return everything that a row says, folded, for words to be looked for in."""
    names = _names(row.KIND).values()
    return folded(" ".join(text for name in names for text in _texts(row, name)))


def _fits(term: Term, row: Row) -> bool:
    held = [folded(text) for text in _texts(row, term.name)]
    if not term.value:
        return not any(held)
    wanted = [folded(value) for value in _spellings(term, row.KIND)]
    return any(value in text for text in held for value in wanted)


def _spellings(term: Term, kind: Kind) -> tuple[str, ...]:
    """Return a value as it was typed, and as the reference or code it may stand for."""
    if term.value.isdecimal() and term.field in ("hia", "ref"):
        number = int(term.value[:9])
        return (f"HIA{number}" if term.field == "hia" else kind.ref(number),)
    target = read_ref(term.value)
    return (term.value, target[0].ref(target[1])) if target else (term.value,)


def _texts(row: Row, name: str) -> Iterator[str]:
    """Yield the ways in which people may write what an attribute holds."""
    if name == "due":
        yield from (cell(row, "due"), *_texts(row, "due_text"), *_texts(row, "due_on"))
        return
    value = getattr(row, name)
    yield words(value)
    if isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, date):
        yield value.isoformat()
    if name == "status" and isinstance(row, DeliveryRow):
        yield words(row.computed.status)
