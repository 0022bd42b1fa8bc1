"""Commands of saved views: filters kept under a name in the register."""

from __future__ import annotations

from typing import Annotated

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.kinds import kind_named
from edi_tui.cli.lists import Json, filter_typed
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of

Name = Annotated[str, typer.Argument(metavar="NAME", help="What the view is called.")]

commands = new_typer(add_completion=False)


@commands.callback(invoke_without_command=True)
def list_views(context: typer.Context, as_json: Json = False) -> None:
    """List the saved views; use one as @NAME in any filter."""
    from edi_tui.services.saved_views import saved_views

    if context.invoked_subcommand is not None:
        return
    options = options_of(context)
    found = saved_views(opened(options))
    if as_json:
        rows = [
            {"name": view.name, "kind": view.kind.plural, "filter": view.filter} for view in found
        ]
        say_json({"kind": "views", "rows": rows})
        return
    if found:
        lines = [[f"@{view.name}", view.kind.plural, view.filter] for view in found]
        say_table(["View", "List", "Filter"], lines)
    tell(options, f"{len(found):,} {'view' if len(found) == 1 else 'views'}")


@commands.command("save")
def save(
    context: typer.Context,
    name: Name,
    kind: Annotated[str, typer.Argument(metavar="KIND", help="The list, such as objectives.")],
    wanted: Annotated[list[str], typer.Argument(metavar="FILTER", help="What it shows.")],
) -> None:
    """Keep a filter under a name, in place of another of that name."""
    from edi_tui.services.lists import LISTED
    from edi_tui.services.saved_views import save_view

    options = options_of(context)
    listed = kind_named(kind, LISTED)
    view = save_view(opened(options), name, listed, filter_typed(wanted))
    say(f"@{view.name}")
    tell(options, f"Saved. Next: edi-tui list {listed.plural} @{view.name}")


@commands.command("remove")
def remove(context: typer.Context, name: Name) -> None:
    """Delete a saved view; the records stay as they are."""
    from edi_tui.services.saved_views import remove_view

    options = options_of(context)
    remove_view(opened(options), name)
    tell(options, f"The view {name} is removed.")
