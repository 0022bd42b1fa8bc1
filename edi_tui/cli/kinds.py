"""The kinds of record, as they are named to the commands."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

import typer

from edi_tui.domain.text import shortened

if TYPE_CHECKING:
    from edi_tui.domain.kinds import Kind


def kind_named(word: str, among: Sequence[Kind]) -> Kind:
    """Return the kind that a word names, singular or plural.

    Raises:
        typer.BadParameter: It names none of them; the message lists them and the nearest.
    """
    from edi_tui.domain.kinds import read_kind

    kind = read_kind(word)
    if kind is not None and kind in among:
        return kind
    names = [name for kind in among for name in dict.fromkeys((kind.plural, kind.value))]
    nearest = get_close_matches(word.lower(), names, n=1, cutoff=0.5)
    hint = f"Did you mean “{nearest[0]}”? " if nearest else ""
    listed = ", ".join(kind.plural for kind in among)
    raise typer.BadParameter(
        f"“{shortened(word, 40)}” is no kind of record here. {hint}There are {listed}."
    )
