"""Reading a filter: the one grammar of lists, commands and saved views.

filter = part { ["and"] part } { "or" … }      or binds least, not most
part   = ["not"] ( words | field:value | field.before:date | +tag | @view | "(" filter ")" )
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from edi_tui.domain.filters.expression import (
    Expression,
    Named,
    Says,
    Tagged,
    both,
    either,
    negated,
)
from edi_tui.domain.filters.tags import Tag, tags_of
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


def read_filter(
    text: str, kind: Kind, *, today: date, views: Mapping[str, tuple[Kind, str]] | None = None
) -> Expression:
    """Read a filter for the list of a kind.

    A value of several words stands in quotation marks, `owner:"chief people"`; a field without
    a value, `owner:`, asks for the rows that have nothing there. Brackets and quotation marks
    that are left open end with the text.

    Args:
        text: What was typed.
        kind: The kind of record that is listed.
        today: The day that `eoq` and `+30d` count from.
        views: The saved filters by name, each with its kind.

    Raises:
        ValueError: A name is unknown or a value is none of its field; the sentence names the
            nearest. Or there is too much of it.
    """
    return _Reader(kind, today, views or {}).read(text, ())


@dataclass(slots=True)
class _Reader:
    kind: Kind
    today: date
    views: Mapping[str, tuple[Kind, str]]
    count: int = 0

    def read(self, text: str, within: tuple[str, ...]) -> Expression:
        levels = [_Level()]
        for token in tokens(stored(text)):
            if token.sign is Sign.OPEN:
                if len(levels) > DEEPEST:
                    raise ValueError(f"Brackets may stand {DEEPEST} deep at most; use fewer.")
                levels.append(_Level())
            elif token.sign is Sign.CLOSE:
                if len(levels) == 1:
                    raise ValueError("There is a closing bracket without an opening one.")
                self._close(levels)
            elif token.sign in (Sign.NOT, Sign.OR, Sign.AND):
                levels[-1].joint(token)
            else:
                levels[-1].take(self._part(token, within))
        while len(levels) > 1:
            self._close(levels)
        return levels[0].finished()

    def _close(self, levels: list[_Level]) -> None:
        inner = levels.pop()
        levels[-1].take(inner.finished())

    def _part(self, token: Token, within: tuple[str, ...]) -> Expression:
        self.count += 1
        if self.count > LONGEST:
            raise ValueError(f"A filter may have {LONGEST} words and terms at most; use fewer.")
        if token.sign is Sign.TERM:
            return term(token.field, token.text, self.kind, self.today)
        if token.sign is Sign.TAG:
            return Tagged(_tag(token.text, self.kind))
        return self._view(token.text, within) if token.sign is Sign.NAMED else Says(token.text)

    def _view(self, name: str, within: tuple[str, ...]) -> Expression:
        key = name.casefold()
        if key not in self.views:
            raise ValueError(_unknown(f"There is no view {quoted(f'@{name}')}", name, self.views))
        kind, text = self.views[key]
        if kind is not self.kind:
            raise ValueError(f"{quoted(f'@{name}')} is a view of {_listed(kind)}.")
        if key in within or len(within) >= DEEPEST:
            raise ValueError(f"{quoted(f'@{name}')} uses itself; change one of the two.")
        return Named(name, self.read(text, (*within, key)))


def _listed(kind: Kind) -> str:
    return kind.plural.replace("_", " ")


def _tag(name: str, kind: Kind) -> Tag:
    known = {tag.value: tag for tag in tags_of(kind)}
    wanted = name.lower().replace("-", "").replace("_", "")
    if wanted not in known:
        said = f"The list of {kind.plural} has no tag {quoted(f'+{name}')}"
        raise ValueError(_unknown(said, wanted, known, "+"))
    return known[wanted]


def _unknown(said: str, name: str, known: Mapping[str, object], mark: str = "@") -> str:
    """Return a refusal that names the nearest of what is known, or all of it."""
    from difflib import get_close_matches

    nearest = get_close_matches(name.lower(), known, n=1)
    if nearest:
        return f"{said}; did you mean “{mark}{nearest[0]}”?"
    listed = ", ".join(f"{mark}{name}" for name in known)
    return f"{said}; there are {listed}." if listed else f"{said}; there are none."
