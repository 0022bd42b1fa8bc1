"""What the change log says of a record, for reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from rich.console import RenderableType
from rich.text import Text

from edi_tui.domain.due import format_date
from edi_tui.domain.kinds import read_ref
from edi_tui.domain.records import DRAFTS, fields_of
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.text import one_line, shortened

_LONGEST = 200
"""Characters of a value that are shown; the commands show all of it."""


def history_lines(changes: Sequence[ChangeRow]) -> Iterable[RenderableType]:
    """Return who changed what and when, from what to what, the newest first."""
    for place, change in enumerate(changes):
        if place:
            yield Text()
        at = datetime.fromisoformat(change.at).astimezone()
        told = Text.assemble((f"{format_date(at.date())} {at:%H:%M}  ", "dim"), overflow="fold")
        told.append(f"{one_line(change.summary)}  ").append(one_line(change.who), "dim")
        yield told
        if change.verb != "add":
            yield from _changed(change)


def _changed(change: ChangeRow) -> Iterator[Text]:
    labels = _labels(change.ref)
    for name, now in change.after.items():
        was = change.before.get(name)
        if was != now:
            label = labels.get(name, name.replace("_", " ").capitalize())
            told = Text.assemble((f"{label}: ", "dim"), overflow="fold")
            yield told.append(_said(was), "strike dim").append(" → ").append(_said(now))


def _labels(ref: str) -> dict[str, str]:
    target = read_ref(ref)
    known = fields_of(DRAFTS[target[0]]) if target and target[0] in DRAFTS else ()
    return {spec.name: spec.label for spec in known}


def _said(value: object) -> str:
    words = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return shortened(words, _LONGEST) or "nothing"
