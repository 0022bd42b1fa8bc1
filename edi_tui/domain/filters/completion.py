"""What may stand at the cursor of a filter: fields, comparisons, tags, saved views and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edi_tui.domain.filters.fields import FilterField, Sort, field_named, fields_for
from edi_tui.domain.filters.moments import NAMED
from edi_tui.domain.filters.tags import tags_of
from edi_tui.domain.filters.terms import comparisons
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import folded

MOST = 50
"""How many completions are offered at once."""
_DAYS = (*NAMED, "q1", "q2", "q3", "q4", "+30d", "-30d")
_BEFORE_CURSOR = re.compile(r'(?:[^\s()":]+:)?"[^"]*$|[^\s()"]*$')
_VALUE = re.compile(r'(?P<field>[^\W\d][\w-]*)(?:\.(?P<how>\w+))?:(?P<value>"?[^"]*)$')


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that may be typed in place of what stands from one place to another."""

    text: str
    """What takes its place."""
    shown: str
    """What it is called in the list of choices."""
    start: int
    end: int


def completions(
    text: str, cursor: int, kind: Kind, names: Mapping[str, Sequence[str]]
) -> list[Completion]:
    """Return what may stand at the cursor, at most `MOST`, best first.

    Args:
        text: The filter so far.
        cursor: Where the cursor stands in it, in characters.
        kind: The kind that is listed.
        names: Values of the register by field, such as owners; under `@` the saved views.
    """
    piece = _piece(text[:cursor])
    start = cursor - len(piece)
    found = (
        Completion(whole, shown, start, cursor)
        for whole, shown in _offers(piece, kind, names)
        if whole != piece
    )
    return list(dict.fromkeys(found))[:MOST]


def field_at(text: str, cursor: int, kind: Kind) -> FilterField | None:
    """Return the field whose value is being typed at the cursor, if it is a value."""
    valued = _VALUE.match(_piece(text[:cursor]))
    try:
        return field_named(kind, valued["field"]) if valued else None
    except ValueError:
        return None


def _piece(before: str) -> str:
    """Return the piece that the cursor ends; within quotation marks all of the value."""
    quotes = before.count('"')
    found = _BEFORE_CURSOR.search(before if quotes % 2 else before.rpartition('"')[2])
    return found[0] if found else ""


def _offers(
    piece: str, kind: Kind, names: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    if valued := _VALUE.match(piece):
        field = field_at(piece, len(piece), kind)
        if field is not None:
            begun = piece[: valued.start("value")]
            yield from _values(field, begun, valued["value"].strip('"'), names)
    elif piece.startswith("+"):
        tags = ((f"+{tag.value}", f"+{tag.value}: {tag.label}") for tag in tags_of(kind))
        yield from (offer for offer in tags if offer[0].startswith(piece.lower()))
    elif piece.startswith("@"):
        views = (f"@{name}" for name in sorted(names.get("@", ())))
        begun = piece.casefold()
        yield from ((view, view) for view in views if view.casefold().startswith(begun))
    elif piece:
        yield from _fields(piece, kind)


def _fields(piece: str, kind: Kind) -> Iterator[tuple[str, str]]:
    spelt, stop, how = piece.lower().partition(".")
    for name, field in fields_for(kind).items():
        if stop and name == spelt:
            for one in comparisons(field):
                if one.startswith(how):
                    yield f"{name}.{one}:", f"{name}.{one}: {field.label}"
        elif not stop and name.startswith(spelt):
            yield f"{name}:", f"{name}: {field.label}"


def _values(
    field: FilterField, begun: str, typed: str, names: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    wanted = folded(typed)
    known = list(dict.fromkeys(_known(field, names)))
    first = [value for value in known if folded(value).startswith(wanted)]
    others = [value for value in known if wanted in folded(value) and value not in first]
    for value in (*first, *others):
        yield f"{begun}{_quoted(value)}", value


def _known(field: FilterField, names: Mapping[str, Sequence[str]]) -> Iterable[str]:
    if field.words is not None:
        return [word.label.lower() for word in field.words]
    if field.sort is Sort.FLAG:
        return ("yes", "no")
    if field.sort in (Sort.DATE, Sort.DUE):
        return (*_DAYS, *names.get("quarters", ()))
    return names.get(field.name, ())


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s()]", value) else value
