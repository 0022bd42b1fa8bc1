"""Commands for what imports have learned to read."""

from __future__ import annotations

from typing import Annotated

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of

commands = new_typer(add_completion=False)


@commands.callback(invoke_without_command=True)
def list_learned(context: typer.Context, as_json: Json = False) -> None:
    """List the headings, people and statuses that people explained once."""
    from edi_tui.services.learned import learned

    if context.invoked_subcommand is not None:
        return
    options = options_of(context)
    rows = learned(opened(options))
    if as_json:
        plain = [
            {"ref": row.ref, "sort": row.sort.value, "of": row.of} | _words(row.words, row.meaning)
            for row in rows
        ]
        say_json({"learned": plain})
        return
    if rows:
        say_table(("Ref", "Sort", "What"), [(row.ref, row.sort.label, row.told) for row in rows])
    else:
        tell(options, "Nothing has been learned yet.")


@commands.command("forget")
def forget_learned(
    context: typer.Context,
    ref: Annotated[str, typer.Argument(metavar="REF", help="Such as LRN-003.")],
) -> None:
    """Take one out, so that imports ask again."""
    from edi_tui.services.learned import forget

    options = options_of(context)
    row = forget(opened(options), ref)
    say(row.ref)
    tell(options, f"No longer remembered: {row.told}.")


def _words(words: str, meaning: str) -> dict[str, str]:
    return {"words": words, "meaning": meaning}
