"""What a person chose of headings, held against the headings that the files have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from edi_tui.domain.errors import FileRefusedError
from edi_tui.domain.text import folded, shortened
from edi_tui.imports.grid import Grid
from edi_tui.imports.header import likely_headings, top_labels
from edi_tui.imports.tables import NamedTables


def check_written(grids: Sequence[Grid], chosen: Mapping[str, str]) -> None:
    """Refuse a choice about a heading that stands nowhere at the top of a table.

    It is probably misspelled, which is said before the file's own headings are asked about.

    Raises:
        FileRefusedError: There is such a choice.
    """
    if chosen:
        tops = (label for grid in grids for table in grid.tables for label in top_labels(table))
        likely = [text for grid in grids for text in likely_headings(grid)]
        _refuse_missing(chosen, {folded(label) for label in tops}, likely)


def check_named(named: Sequence[NamedTables], chosen: Mapping[str, str]) -> None:
    """Refuse a choice about a heading that no table has.

    Raises:
        FileRefusedError: There is such a choice.
    """
    labels = [label for file in named for table in file.tables for label in table.labels]
    _refuse_missing(chosen, set(map(folded, labels)), labels)


def _refuse_missing(chosen: Iterable[str], there: set[str], labels: Sequence[str]) -> None:
    missing = next((heading for heading in chosen if folded(heading) not in there), None)
    if missing is None:
        return
    words = {folded(label): label for label in labels}
    nearest = get_close_matches(folded(missing), words, n=1)
    meant = f" Did you mean “{words[nearest[0]]}”?" if nearest else ""
    has = ", ".join(f"“{shortened(label, 40)}”" for label in dict.fromkeys(labels))
    raise FileRefusedError(
        f"No column is headed “{missing}”, so --map could not be followed.{meant} The headings "
        f"are {has}."
    )
