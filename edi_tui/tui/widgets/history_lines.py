"""What the change log says of a record, in brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.text import Text

from edi_tui.domain.differences import differences
from edi_tui.domain.rows import ChangeRow
from edi_tui.domain.text import one_line, shortened
from edi_tui.tui.modals.history import when

_LONGEST = 120
"""Characters of a value that are shown; the history itself tells all of it."""


def history_lines(changes: Sequence[ChangeRow]) -> Iterable[RenderableType]:
    """Return who changed what and when, from what to what, the newest first."""
    for place, change in enumerate(changes):
        if place:
            yield Text()
        told = Text.assemble((f"{when(change.at)}  ", "dim"), overflow="fold")
        told.append(f"{one_line(change.summary)}{' (undone)' * change.undone}  ")
        yield told.append(one_line(change.who), "dim")
        for one in differences(change) if change.before else ():
            told = Text.assemble((f"{one.label}: ", "dim"), overflow="fold")
            told.append(shortened(one.was, _LONGEST) or "nothing", "strike dim").append(" → ")
            yield told.append(shortened(one.now, _LONGEST) or "nothing")
