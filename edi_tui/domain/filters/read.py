"""Reading a filter: the one grammar of lists, commands and saved views.

filter = part { ["and"] part } { "or" … }      or binds least, not most
part   = ["not"] ( words | field:value | field.before:date | +tag | @view | "(" filter ")" )
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from edi_tui.domain.filters.expression import (
    Expression,
    Named,
    Says,
    Tagged,
    both,
    either,
    negated,
)
from edi_tui.domain.filters.tags import tags_of
from edi_tui.domain.filters.terms import term
from edi_tui.domain.filters.tokens import Sign, Token, tokens
from edi_tui.domain.kinds import Kind
from edi_tui.domain.text import quoted, stored

DEEPEST = 12
"""How many brackets may stand within each other, and views within views."""
LONGEST = 100
"""How many words and terms a filter may have."""


@dataclass(slots=True)
class _Level:
    """What has been read between two brackets so far."""

    choices: list[list[Expression]] = field(default_factory=lambda: [[]])
    """Parts between one `or` and the next."""
    denied: bool = False
    """Whether `not` stands before what comes next."""
    waiting: str = ""
    """The joint after which something has to come."""

    def take(self, part: Expression) -> None:
        self.choices[-1].append(negated(part) if self.denied else part)
        self.denied, self.waiting = False, ""

    def joint(self, token: Token) -> None:
        if token.sign is Sign.NOT:
            self.denied = not self.denied
        elif self.waiting or not self.choices[-1]:
            raise ValueError(f"There is nothing before “{token.text.lower()}” to join.")
        elif token.sign is Sign.OR:
            self.choices.append([])
        self.waiting = token.text.lower()

    def finished(self) -> Expression:
        if self.waiting:
            raise ValueError(f"There is nothing after “{self.waiting}”.")
        return either(both(parts) for parts in self.choices)


Views = Mapping[str, tuple[Kind, str]]
"""Saved filters by their names in small letters, each with the kind that it lists."""


class Vocabulary(Protocol):
    """The names that a filter may use, and what they stand for."""

    def term(self, typed: str, value: str) -> Expression:
        """Return what a field with its value asks for, or refuse it with a `ValueError`."""

    def tag(self, name: str) -> Expression:
        """Return what a tag asks for, or refuse it with a `ValueError`."""

    def view(self, name: str) -> Expression:
        """Return what a saved filter asks for, or refuse it with a `ValueError`."""


@dataclass(frozen=True, slots=True)
class ListVocabulary:
    """The fields, tags and saved filters of the list of a kind."""

    kind: Kind
    today: date
    views: Views
    within: tuple[str, ...] = ()
    """The saved filters that are being read, the outermost first."""

    def term(self, typed: str, value: str) -> Expression:
        """Return what a field with its value asks for."""
        return term(typed, value, self.kind, self.today)

    def tag(self, name: str) -> Expression:
        """Return what a tag asks for."""
        known = {tag.value: tag for tag in tags_of(self.kind)}
        wanted = name.lower().replace("-", "").replace("_", "")
        if wanted not in known:
            said = f"The list of {self.kind.many} has no tag {quoted(f'+{name}')}"
            raise ValueError(unknown(said, wanted, known, "+"))
        return Tagged(known[wanted])

    def view(self, name: str) -> Expression:
        """Return what a saved filter asks for."""
        key = name.casefold()
        if key not in self.views:
            raise ValueError(unknown(f"There is no view {quoted(f'@{name}')}", key, self.views))
        kind, text = self.views[key]
        if kind is not self.kind:
            raise ValueError(f"{quoted(f'@{name}')} is a view of {kind.many}.")
        if key in self.within or len(self.within) >= DEEPEST:
            raise ValueError(f"{quoted(f'@{name}')} uses itself; change one of the two.")
        return Named(name, read_in(text, replace(self, within=(*self.within, key))))


def read_filter(text: str, kind: Kind, *, today: date, views: Views | None = None) -> Expression:
    """Read a filter for the list of a kind.

    A value of several words stands in quotation marks, `owner:"chief people"`; a field without
    a value, `owner:`, asks for the rows that have nothing there. Brackets and quotation marks
    that are left open end with the text.

    Args:
        text: What was typed.
        kind: The kind of record that is listed.
        today: The day that `eoq` and `+30d` count from.
        views: The saved filters.

    Raises:
        ValueError: A name is unknown or a value is none of its field; the sentence names the
            nearest. Or there is too much of it.
    """
    return read_in(text, ListVocabulary(kind, today, views or {}))


def read_in(text: str, vocabulary: Vocabulary) -> Expression:
    """Read a filter that uses the names of a vocabulary.

    Raises:
        ValueError: It cannot be read, or the vocabulary refuses a part of it.
    """
    levels = [_Level()]
    for token in _counted(text):
        if token.sign is Sign.OPEN:
            if len(levels) > DEEPEST:
                raise ValueError(f"Brackets may stand {DEEPEST} deep at most; use fewer.")
            levels.append(_Level())
        elif token.sign is Sign.CLOSE:
            if len(levels) == 1:
                raise ValueError("There is a closing bracket without an opening one.")
            _close(levels)
        elif token.sign in (Sign.NOT, Sign.OR, Sign.AND):
            levels[-1].joint(token)
        else:
            levels[-1].take(_part(token, vocabulary))
    while len(levels) > 1:
        _close(levels)
    return levels[0].finished()


def _counted(text: str) -> list[Token]:
    found = list(tokens(stored(text)))
    if len(found) > LONGEST:
        raise ValueError(f"A filter may have {LONGEST} words and terms at most; use fewer.")
    return found


def _close(levels: list[_Level]) -> None:
    inner = levels.pop()
    levels[-1].take(inner.finished())


def _part(token: Token, vocabulary: Vocabulary) -> Expression:
    if token.sign is Sign.TERM:
        return vocabulary.term(token.field, token.text)
    if token.sign is Sign.TAG:
        return vocabulary.tag(token.text)
    return vocabulary.view(token.text) if token.sign is Sign.NAMED else Says(token.text)


def unknown(said: str, name: str, known: Iterable[str], mark: str = "@") -> str:
    """Return a refusal that names the nearest of what is known, or all of it."""
    from difflib import get_close_matches

    names = list(known)
    nearest = get_close_matches(name.lower(), names, n=1)
    if nearest:
        return f"{said}; did you mean “{mark}{nearest[0]}”?"
    listed = ", ".join(f"{mark}{name}" for name in names)
    return f"{said}; there are {listed}." if listed else f"{said}; there are none."
