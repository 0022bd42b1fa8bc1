"""The command that lists records, and how lists are printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.kinds import kind_named
from edi_tui.cli.output import say_json, say_table, tell
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from edi_tui.domain.filters import Filter
    from edi_tui.domain.kinds import Kind
    from edi_tui.domain.rows import Row
    from edi_tui.services.register import Register

Json = Annotated[bool, typer.Option("--json", help="Write JSON for programs.")]


def list_records(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What to list, such as objectives or actions.")
    ],
    wanted: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILTER", help="Words, or field:value such as status:at_risk."),
    ] = None,
    as_json: Json = False,
    as_at: Annotated[
        str | None, typer.Option("--as-at", help="The date that progress is read at; today.")
    ] = None,
    withdrawn: Annotated[
        bool, typer.Option("--withdrawn", help="List what was withdrawn instead.")
    ] = False,
) -> None:
    """List the records of a kind, all or those that match a filter."""
    from edi_tui.services.lists import LISTED, rows_of

    listed = kind_named(kind, LISTED)
    chosen = _filter(wanted or [], listed)
    options = options_of(context)
    register = opened(options)
    rows = rows_of(register, listed, as_at=day_named(register, as_at), withdrawn=withdrawn)
    _say_rows(options, listed, rows, chosen, as_json=as_json)


def _filter(terms: Sequence[str], kind: Kind) -> Filter:
    from edi_tui.domain.filters import read_filter

    try:
        return read_filter(" ".join(map(_requoted, terms)), kind)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error


def _requoted(term: str) -> str:
    """Return a term with the quotation marks that the shell took from `owner:"chief people"`."""
    field, colon, value = term.partition(":")
    if colon and field.isidentifier() and " " in value and not set(value) & set('":'):
        return f'{field}:"{value}"'
    return term


def _say_rows(
    options: Options, kind: Kind, rows: Sequence[Row], chosen: Filter, *, as_json: bool
) -> None:
    from edi_tui.domain.columns import row_plain
    from edi_tui.domain.filters import matches

    found = [row for row in rows if matches(chosen, row)]
    if as_json:
        say_json({"kind": kind.plural, "rows": [row_plain(row) for row in found]})
        return
    say_rows(kind, found)
    matching = f" matching {chosen.described}" if chosen.described else ""
    among = f" of {len(rows):,}" if matching else ""
    noun = kind.value if len(rows) == 1 else kind.plural
    tell(options, f"{len(found):,}{among} {noun.replace('_', ' ')}{matching}")


def say_rows(kind: Kind, rows: Sequence[Row]) -> None:
    """Print the rows of one kind as a table."""
    from edi_tui.domain.columns import COLUMNS, cell

    columns = COLUMNS[kind]
    if rows:
        say_table(
            [column.heading for column in columns],
            [[cell(row, column.name) for column in columns] for row in rows],
            right=[column.right for column in columns],
        )


def day_named(register: Register, text: str | None) -> date | None:
    """Return the date that `--as-at` names, or None.

    Raises:
        InvalidError: It is no date.
    """
    from edi_tui.domain.values import read_day

    try:
        return read_day(text or "", register.today)
    except ValueError as error:
        raise InvalidError({"as_at": str(error)}) from error
