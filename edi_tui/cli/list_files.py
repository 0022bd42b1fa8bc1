"""Lists as files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from edi_tui.cli.kinds import kind_named
from edi_tui.cli.lists import counted, day_named
from edi_tui.cli.output import tell
from edi_tui.cli.settings import Options

if TYPE_CHECKING:
    from edi_tui.domain.rows import Row
    from edi_tui.services.register import Register


def _rows(
    options: Options, register: Register, what: str, wanted: str, as_at: str | None
) -> Sequence[Row]:
    """Return the rows of a list that match a filter, and say what was understood of it."""
    from edi_tui.services.lists import LISTED, rows_of
    from edi_tui.services.search import search

    kind, day = kind_named(what, LISTED), day_named(register, as_at)
    found = search(register, kind, wanted, as_at=day)
    if wanted.strip():
        tell(options, counted(kind, found, wanted))
    return rows_of(register, kind, as_at=day, numbers=found.numbers)


def list_file(
    options: Options, register: Register, what: str, wanted: str, as_at: str | None, layout: str
) -> bytes:
    """Return a list as a file, and say what was understood of its filter."""
    from edi_tui.exports.export import list_bytes
    from edi_tui.services.lists import LISTED

    rows = _rows(options, register, what, wanted, as_at)
    return list_bytes(kind_named(what, LISTED), _shown(options, register, rows), layout)


def _shown(options: Options, register: Register, rows: Sequence[Row]) -> Sequence[Row]:
    """Return rows without the heard scores of too few people, and say that they are left out."""
    from edi_tui.domain.heard import without_hidden
    from edi_tui.domain.thresholds import thresholds_of
    from edi_tui.services.lists import organisation_of

    least = thresholds_of(organisation_of(register)).heard_people
    shown = without_hidden(rows, least)
    if hidden := len(rows) - len(shown):
        scores = "heard score" if hidden == 1 else "heard scores"
        tell(options, f"{hidden:,} {scores} of fewer than {least:f} people left out.")
    return shown
