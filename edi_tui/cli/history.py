"""Commands that read the change log, and take steps of it back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_fields, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.whole_numbers import whole

if TYPE_CHECKING:
    from edi_tui.domain.differences import Difference
    from edi_tui.domain.rows import ChangeRow

_MOST = 1_000_000_000
"""Entries of the change log that can be asked for."""


def history(
    context: typer.Context,
    ref: Annotated[
        str | None, typer.Argument(metavar="REF", help="A record; else the whole register.")
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="NUMBER", parser=whole(1, _MOST), help="At most this many entries."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Show who changed what and when, the newest first; of one record also from what to what."""
    from edi_tui.services.lists import history_of
    from edi_tui.services.records import get

    options = options_of(context)
    register = opened(options)
    about = get(register, ref).ref if ref else ""
    changes = history_of(register, about, limit=limit)
    if as_json:
        say_json({"kind": "changes", "rows": [asdict(change) for change in changes]})
        return
    headings = ("No", "At", "Who", "Ref", "What")
    say_table(headings, [_cells(change) for change in changes], right=(True, *[False] * 4))
    for change in changes if ref else ():
        _say_differences(change)
    tell(options, f"{len(changes):,} {'entry' if len(changes) == 1 else 'entries'}")


def _say_differences(change: ChangeRow) -> None:
    """Print what a change changed, from what to what."""
    from edi_tui.domain.differences import differences

    found = differences(change)
    if found:
        say(f"\n{change.seq}: {change.verb}")
        say_fields([(one.label, told(one) if change.before else one.now) for one in found])


def told(one: Difference) -> str:
    """Return what became of a field: word by word where it is prose, else from what to what."""
    from edi_tui.domain.differences import Fate

    if not (one.prose and one.was and one.now):
        return f"{one.was or 'nothing'} → {one.now or 'nothing'}"
    marks = {Fate.SAME: ("", ""), Fate.GONE: ("[-", "-]"), Fate.NEW: ("{+", "+}")}
    return "".join(part.text.join(marks[part.fate]) for part in one.stretches)


def _cells(change: ChangeRow) -> tuple[str, ...]:
    at = f"{datetime.fromisoformat(change.at).astimezone():%Y-%m-%d %H:%M}"
    undone = " (undone)" * change.undone
    return str(change.seq), at, change.who, change.ref, f"{change.summary}{undone}"


def undo(
    context: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="NUMBER",
            parser=whole(1, _MOST),
            help="Its number in the history; else your last.",
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be undone.")
    ] = False,
) -> None:
    """Take back what you did last, or a step of yours by its number; it stays in the history.

    A whole import or bulk change is one step. What somebody else has changed since is left as it
    is, and said. Each person undoes their own steps; anyone can restore from the bin.
    """
    from edi_tui.services.undo import next_undo
    from edi_tui.services.undo import undo as take_back

    options = options_of(context)
    register = opened(options)
    if dry_run and number is None:
        step = next_undo(register)
        say(f"Next to undo: {step.name}" if step else "There is nothing of yours left to undo.")
        return
    if dry_run:
        raise typer.BadParameter("Without a number only.", param_hint="--dry-run")
    reverted = take_back(register, number)
    say("\n".join(reverted.refs))
    tell(options, f"Undone: {reverted.name}. To do it again: edi-tui redo")


def redo(context: typer.Context) -> None:
    """Do again what you undid last, as long as you changed nothing since."""
    from edi_tui.services.undo import redo as do_again

    options = options_of(context)
    reverted = do_again(opened(options))
    say("\n".join(reverted.refs))
    tell(options, f"Done again: {reverted.name}. To take it back: edi-tui undo")
