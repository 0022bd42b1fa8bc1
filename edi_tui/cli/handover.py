"""The command that hands over what a leaver answers for."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from datetime import date

    from edi_tui.services.handover import Handover


def handover(
    context: typer.Context,
    leaver: Annotated[
        str, typer.Argument(metavar="LEAVER", help="Who leaves: MEM-003, the role or the name.")
    ],
    successor: Annotated[str, typer.Argument(metavar="SUCCESSOR", help="Who takes over.")],
    on: Annotated[
        str | None, typer.Option("--on", help="The leaver's last day; today without it.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would be handed over.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Hand over all that a board member answers for, in one step that undo takes back.

    Open objectives, actions and challenges pass to the successor on the day after the last;
    sponsorships end and the successor's begin. The leaver stays in the register with an end
    date, and papers as at an earlier day keep the old name.
    """
    from edi_tui.services.handover import hand_over, preview

    options = options_of(context)
    register = opened(options)
    day = _day(on, register.today)
    done = (preview if dry_run else hand_over)(register, leaver, successor, day)
    if as_json:
        say_json(_plain(done, dry_run=dry_run))
        return
    _say(done)
    tell(options, _told(done, dry_run=dry_run))


def _day(text: str | None, today: date) -> date | None:
    from edi_tui.domain.values import read_day

    try:
        return read_day(text or "", today)
    except ValueError as error:
        raise InvalidError({"on": str(error)}) from error


def _plain(done: Handover, *, dry_run: bool) -> dict[str, object]:
    return {
        "kind": "handover",
        "leaver": done.leaver.ref,
        "successor": done.successor.ref,
        "on": done.on.isoformat(),
        "dry_run": dry_run,
        "passed": [asdict(one) for one in done.passed],
        "left": [asdict(one) for one in done.left],
    }


def _say(done: Handover) -> None:
    headings = ("Ref", "What", "Was", "Now", "Record")
    say_table(headings, [(one.ref, one.what, one.was, one.now, one.title) for one in done.passed])
    if done.left:
        say("\nLeft as it is")
        say_table(("Ref", "Why", "Record"), [(one.ref, one.reason, one.title) for one in done.left])


def _told(done: Handover, *, dry_run: bool) -> str:
    pair = f"{done.leaver.ref} to {done.successor.ref}"
    count = len(done.passed)
    changes = f"{count:,} change{'s' * (count != 1)}"
    if dry_run:
        return f"{changes} would hand over {pair}. Nothing was changed."
    return f"{changes} handed over {pair}. To take it back: edi-tui undo"
