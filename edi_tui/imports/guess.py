"""Telling from their headings what files hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.kinds import Kind
from edi_tui.imports.grid import Grid
from edi_tui.imports.header import MAIN, Headings, headings_of
from edi_tui.imports.tables import unrecognised
from edi_tui.services.learned import Memory


def guess_kind(
    grids: Sequence[Grid], chosen: Mapping[str, str], memory: Memory | None = None
) -> Kind:
    """Return the kind of record whose fields the headings of all tables name most of.

    Args:
        grids: The files.
        chosen: Field by heading, as a person chose.
        memory: What was learned of headings.

    Raises:
        FileRefusedError: They name those of no kind, or as many of two kinds.
    """
    known = memory or Memory()
    readings = {kind: headings_of(kind, chosen, known.headings(kind)) for kind in MAIN}
    scores = {kind: len(_fields(grids, headings)) for kind, headings in readings.items()}
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


def _fields(grids: Sequence[Grid], headings: Headings) -> set[str]:
    return {field for grid in grids for table in grid.tables for field in headings.fields_in(table)}
