"""Telling from their headings what files hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.kinds import Kind
from edi_tui.imports.grid import Grid
from edi_tui.imports.header import MAIN, headings_of
from edi_tui.imports.tables import unrecognised


def guess_kind(grids: Sequence[Grid], chosen: Mapping[str, str]) -> Kind:
    """Return the kind of record whose fields the headings of all tables name most of.

    Raises:
        FileRefusedError: They name those of no kind, or as many of two kinds.
    """
    scores = {kind: len(_fields(grids, kind, chosen)) for kind in MAIN}
    most = max(scores.values())
    likely = [kind for kind, count in scores.items() if count == most]
    if not most:
        raise unrecognised(grids[0])
    if len(likely) > 1:
        names = " or ".join(kind.plural for kind in likely)
        raise FileRefusedError(
            f"{grids[0].file} could hold {names}. Say which with --as, such as "
            f"--as {likely[0].plural}."
        )
    return likely[0]


def _fields(grids: Sequence[Grid], kind: Kind, chosen: Mapping[str, str]) -> set[str]:
    headings = headings_of(kind, chosen)
    return {field for grid in grids for table in grid.tables for field in headings.fields_in(table)}
