"""What one entry of the change log changed, field by field, in the words that forms show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from edi_tui.domain.due import Due
from edi_tui.domain.fields import Field, FieldKind
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.plain import value_in
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.values import write_value
from edi_tui.domain.words import Word

WITHDRAWN = "Withdrawn"
"""The label of the reason for which a record is out of the lists."""


class Fate(Word):
    """What became of some words of a text."""

    SAME = "same", "Kept"
    GONE = "gone", "Taken out"
    NEW = "new", "Put in"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a text, spaces and line ends too, and what became of them."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that a change changed."""

    label: str
    was: str
    """In words; empty where it said nothing."""
    now: str
    prose: bool = False

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """Both texts in one, word by word; texts that have little in common one after the other."""
        was, now = (_WORDS.findall(text) for text in (self.was, self.now))
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        if matcher.ratio() < _ALIKE:
            return tuple(_replaced(self.was, self.now))
        return tuple(_stretches(matcher, was, now))


_WORDS = re.compile(r"\S+\s*|\s+")
_ALIKE = 0.5
"""From what share of common words on two texts are shown in one."""


def differences(change: ChangeRow) -> tuple[Difference, ...]:
    """Return the fields that a change changed, in the order in which forms show them."""
    target = read_ref(change.ref)
    fields = fields_of(DRAFTS[target[0]]) if target else ()
    found = [_difference(field, change) for field in fields]
    gone, now = (str(side.get("withdrawn_reason", "")) for side in (change.before, change.after))
    found.append(Difference(WITHDRAWN, gone, now))
    return tuple(one for one in found if one.was != one.now)


def _difference(field: Field, change: ChangeRow) -> Difference:
    was, now = (_words(field, side) for side in (change.before, change.after))
    return Difference(field.label, was, now, field.kind is FieldKind.PROSE)


def _words(field: Field, side: Mapping[str, Any]) -> str:
    try:
        value = value_in(side, field)
    except KeyError:  # an added record said nothing before, and an older release had no such field
        return ""
    except (ValueError, ArithmeticError):  # what is confidential has words in its place
        return str(side[field.name])
    words = write_value(field, value)
    if isinstance(value, Due) and value.on and str(value) != words:
        return f"{words} ({value})"
    return words


def _stretches(matcher: SequenceMatcher[str], was: list[str], now: list[str]) -> Iterator[Stretch]:
    for what, i, j, k, m in matcher.get_opcodes():
        if what == "equal":
            yield Stretch(Fate.SAME, "".join(was[i:j]))
        else:
            yield from _replaced("".join(was[i:j]), "".join(now[k:m]))


def _replaced(was: str, now: str) -> Iterator[Stretch]:
    if was:
        yield Stretch(Fate.GONE, was)
    if now:
        yield Stretch(Fate.NEW, now)
