"""Column headings, matched to the fields that they mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from edi_tui.domain.errors import InvalidError
from edi_tui.domain.text import folded

_LEFT_OUT = frozenset({"-", "ignore"})


@dataclass(frozen=True, slots=True)
class Aliases:
    """The headings that are known for one kind of import."""

    fields: Mapping[str, str]
    """Folded heading to the field that it means."""
    ask: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Folded heading to the fields that it may mean, for a person to choose from."""


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """What the columns of a table mean, by column index from 0.

    A column that was left out by choice is in none of the three.
    """

    columns: Mapping[int, str]
    unknown: tuple[int, ...] = ()
    ambiguous: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """Columns to ask about, with the fields that each may mean."""


def match_headings(
    headings: Sequence[str], aliases: Aliases, chosen: Mapping[str, str] | None = None
) -> HeadingMatch:
    """Match each heading to a field, and ask where two meanings or two columns compete.

    Args:
        headings: The cells of the header row.
        aliases: What is known about headings of this kind of import.
        chosen: A person's choices, heading to field; `-` or `ignore` leaves the column out.

    Raises:
        InvalidError: A choice names a field that this kind of import does not have.
    """
    words = [folded(heading) for heading in headings]
    choices = _choices(chosen or {}, aliases)
    settled = {choices[word] for word in words if word in choices}
    meanings = {
        index: _meanings(word, aliases, choices, settled)
        for index, word in enumerate(words)
        if choices.get(word) not in _LEFT_OUT
    }
    asked = {i for i, word in enumerate(words) if word in aliases.ask and word not in choices}
    sure = {i: fields[0] for i, fields in meanings.items() if fields and i not in asked}
    claims = Counter(sure.values())
    columns = {index: name for index, name in sure.items() if claims[name] == 1}
    return HeadingMatch(
        columns=columns,
        unknown=tuple(i for i, fields in meanings.items() if not fields),
        ambiguous={i: fields for i, fields in meanings.items() if fields and i not in columns},
    )


def score(headings: Sequence[str], aliases: Aliases) -> int:
    """Count the distinct fields and questions that the headings stand for.

    The row of a table that scores highest is its header; the kind of import whose aliases
    score highest is the likeliest.
    """
    words = {folded(heading) for heading in headings}
    fields = {aliases.fields[word] for word in words if word in aliases.fields}
    return len(fields) + sum(word in aliases.ask for word in words)


def _meanings(
    word: str, aliases: Aliases, choices: Mapping[str, str], settled: Set[str]
) -> tuple[str, ...]:
    """Return the fields that a heading may mean, without those settled by another column."""
    if word in choices:
        return (choices[word],)
    fields = (aliases.fields[word],) if word in aliases.fields else aliases.ask.get(word, ())
    return tuple(name for name in fields if name not in settled)


def _choices(chosen: Mapping[str, str], aliases: Aliases) -> dict[str, str]:
    asked = (name for names in aliases.ask.values() for name in names)
    known = {*aliases.fields.values(), *asked, *_LEFT_OUT}
    wrong = {
        heading: f"“{heading}” cannot be read as “{name}”. "
        f"Choose one of {', '.join(sorted(known - _LEFT_OUT))}, or ignore."
        for heading, name in chosen.items()
        if name not in known
    }
    if wrong:
        raise InvalidError(wrong)
    return {folded(heading): field for heading, field in chosen.items()}
