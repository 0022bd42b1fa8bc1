"""The command that shows what has moved since objectives were agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from edi_tui.cli.lists import Json, JudgedAt, day_named
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from edi_tui.domain.drift import Drift
    from edi_tui.domain.moves import Moved


def drift(
    context: typer.Context,
    ref: Annotated[
        str, typer.Argument(metavar="[REF]", help="One objective, such as OBJ-004.")
    ] = "",
    as_json: Json = False,
    as_at: JudgedAt = None,
) -> None:
    """Show what has moved since objectives were agreed.

    That is: due dates, targets that were lowered, wording, and what was carried forward.
    """
    from edi_tui.services.drift import ledger, ledger_entry

    options = options_of(context)
    register = opened(options)
    day = day_named(register, as_at)
    if ref:
        found = dict([ledger_entry(register, ref, as_at=day)])
    else:
        every = ledger(register, as_at=day)
        found = {name: moved for name, moved in every.items() if moved.any}
    if as_json:
        say_json({"drift": [_plain(name, moved) for name, moved in found.items()]})
        return
    _say_all(found)
    drifting = sum(moved.any for moved in found.values())
    has, was = ("has", "it was") if drifting == 1 else ("have", "they were")
    many = _many(drifting, "objective")
    tell(options, f"{many} {has} moved since {was} agreed or first entered.")


def _say_all(found: Mapping[str, Drift]) -> None:
    for name, moved in found.items():
        say(f"{name}  {_summary(moved)}")
        first = "Agreed" if moved.original.agreed_on else "First entered"
        say(f"  {first}: {moved.original.title}")
        say(f"  Due at first: {moved.original.due or 'no date'}")
        if moved.entries:
            say_table(
                ("Day", "What", "Record", "Was", "Is", "By"),
                [_cells(entry) for entry in moved.entries],
            )


def _summary(moved: Drift) -> str:
    days = f" ({moved.days:+,} days)" if moved.days else ""
    carried = f" from {', '.join(moved.carried_from)}" if moved.carried_from else ""
    return (
        f"{_many(moved.moves, 'due date')} moved{days}, "
        f"{_many(moved.lowered, 'target')} lowered, "
        f"{_many(moved.rewritten, 'time')} rewritten, "
        f"{_many(moved.carried, 'time')} carried forward{carried}"
    )


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _cells(entry: Moved) -> tuple[str, ...]:
    from edi_tui.domain.due import format_date

    days = f" ({entry.days:+,} days)" if entry.days else ""
    day = format_date(entry.on)
    return day, entry.what.label, entry.ref, entry.was, f"{entry.now}{days}", entry.who


def _plain(name: str, moved: Drift) -> dict[str, Any]:
    original = moved.original
    return {
        "ref": name,
        "moves": moved.moves,
        "days": moved.days,
        "lowered": moved.lowered,
        "rewritten": moved.rewritten,
        "carried": moved.carried,
        "carried_from": list(moved.carried_from),
        "original": {
            "title": original.title,
            "due": original.due,
            "targets": dict(original.targets),
            "agreed_on": original.agreed_on.isoformat() if original.agreed_on else None,
        },
        "entries": [_entry_plain(entry) for entry in moved.entries],
    }


def _entry_plain(entry: Moved) -> dict[str, Any]:
    return {
        "what": entry.what.value,
        "ref": entry.ref,
        "on": entry.on.isoformat(),
        "who": entry.who,
        "was": entry.was,
        "now": entry.now,
        "days": entry.days,
    }
