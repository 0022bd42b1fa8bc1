"""The command that lists records, and how lists are printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.kinds import kind_named
from edi_tui.cli.output import say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from edi_tui.domain.kinds import Kind
    from edi_tui.domain.rows import Row
    from edi_tui.services.register import Register
    from edi_tui.services.search import Found

Json = Annotated[bool, typer.Option("--json", help="Write JSON for programs.")]
JudgedAt = Annotated[
    str | None, typer.Option("--as-at", help="The day at which it is judged; today.")
]


def list_records(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What to list, such as objectives or actions.")
    ],
    wanted: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILTER",
            help="Words, field:value, due.before:eoq, +overdue, @view, not, or, brackets.",
        ),
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
    from edi_tui.services.search import search

    listed = kind_named(kind, LISTED)
    options = options_of(context)
    register = opened(options)
    day, text = day_named(register, as_at), filter_typed(wanted or [])
    found = search(register, listed, text, withdrawn=withdrawn, as_at=day)
    rows = rows_of(register, listed, as_at=day, withdrawn=withdrawn, numbers=found.numbers)
    if as_json:
        _say_plain(listed, rows)
        return
    say_rows(listed, rows)
    tell(options, counted(listed, found, text))


def filter_typed(words: Sequence[str]) -> str:
    """Return the filter that the shell has cut into words.

    Raises:
        FilterError: A bracket is left open, which only a filter that is being typed may have.
    """
    from edi_tui.services.search import whole_filter

    return whole_filter(" ".join(map(_requoted, words)))


def _requoted(term: str) -> str:
    """Return a term with the quotation marks that the shell took from `owner:"chief people"`."""
    field, colon, value = term.partition(":")
    if colon and field.replace(".", "_").isidentifier() and " " in value:
        return term if set(value) & set('":') else f'{field}:"{value}"'
    return term


def counted(kind: Kind, found: Found, text: str) -> str:
    """Return how many were found of how many, and what was understood."""
    return found.told(kind) if text.strip() else kind.counted(found.total)


def _say_plain(kind: Kind, rows: Sequence[Row]) -> None:
    from edi_tui.domain.columns import row_plain

    say_json({"kind": kind.plural, "rows": [row_plain(row) for row in rows]})


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


def day_named(register: Register, text: str | None, option: str = "as_at") -> date | None:
    """Return the date that an option names, `--as-at` unless said otherwise, or None.

    Raises:
        InvalidError: It is no date.
    """
    from edi_tui.domain.values import read_day

    try:
        return read_day(text or "", register.today)
    except ValueError as error:
        raise InvalidError({option: str(error)}) from error
