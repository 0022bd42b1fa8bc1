"""Commands of the bin: what was withdrawn, and bringing it back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from edi_tui.cli.kinds import kind_named
from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of


def list_bin(
    context: typer.Context,
    kind: Annotated[
        str | None, typer.Argument(metavar="KIND", help="Such as objectives; else every kind.")
    ] = None,
    as_json: Json = False,
) -> None:
    """List what was withdrawn, by whom and why, the last first; nothing is ever deleted."""
    from edi_tui.services.bin import BINNED, binned

    options = options_of(context)
    kinds = [kind_named(kind, BINNED)] if kind else BINNED
    rows = binned(opened(options), kinds)
    if as_json:
        say_json({"kind": "bin", "rows": [asdict(row) for row in rows]})
        return
    headings = ("Ref", "Withdrawn", "Who", "Why", "What")
    say_table(headings, [(row.ref, _at(row.at), row.who, row.reason, row.title) for row in rows])
    tell(options, f"{len(rows):,} in the bin. To bring one back: edi-tui restore REF")


def _at(instant: str) -> str:
    return f"{datetime.fromisoformat(instant).astimezone():%Y-%m-%d %H:%M}"


def restore(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="A reference such as OBJ-004.")],
) -> None:
    """Bring a withdrawn record back into the lists, as it was; undo withdraws it again."""
    from edi_tui.services.bin import restore as bring_back

    options = options_of(context)
    saved = bring_back(opened(options), ref)
    say(saved.ref)
    tell(options, f"{saved.ref} is back in the lists.")
