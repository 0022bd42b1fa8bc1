"""Commands of the commitment workbench: public statements, made into objectives or parked."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.lists import Json, say_rows
from edi_tui.cli.output import say, say_json, tell
from edi_tui.cli.settings import Options, opened, options_of

if TYPE_CHECKING:
    from edi_tui.domain.rows import CommitmentRow

Ref = Annotated[str, typer.Argument(metavar="REF", help="A commitment such as CMT-003.")]

commands = new_typer(add_completion=False)


@commands.callback(invoke_without_command=True)
def list_commitments(context: typer.Context, as_json: Json = False) -> None:
    """List the commitments: open, drafted as an objective, or parked."""
    from edi_tui.domain.columns import row_plain
    from edi_tui.domain.kinds import Kind
    from edi_tui.domain.rows import CommitmentRow
    from edi_tui.services.lists import rows_of

    if context.invoked_subcommand is not None:
        return
    options = options_of(context)
    listed = rows_of(opened(options), Kind.COMMITMENT)
    rows = [row for row in listed if isinstance(row, CommitmentRow)]
    if as_json:
        plain = [{**row_plain(row), "state": _state(row)} for row in rows]
        say_json({"kind": Kind.COMMITMENT.plural, "rows": plain})
        return
    say_rows(Kind.COMMITMENT, rows)
    _tell_states(options, rows)


@commands.command("take")
def take_statement(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text file; - for stdin.")],
    title: Annotated[str, typer.Option(help="What the statement is called.")],
) -> None:
    """Keep each sentence of a statement; the same statement twice adds nothing."""
    from edi_tui.domain.statements import sentences
    from edi_tui.imports.read_statement import read_statement
    from edi_tui.services.commitments import take_in

    options = options_of(context)
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    text = read_statement(data, "Standard input" if file == "-" else Path(file).name)
    refs = take_in(opened(options), title, text)
    for ref in refs:
        say(ref)
    found = sentences(text)
    left = sum(one.fragment for one in found)
    known = len(found) - left - len(refs)
    tell(
        options,
        f"{len(refs):,} taken in; {known:,} were there already; {left:,} left out as headings.",
    )


@commands.command("draft")
def draft_objective(
    context: typer.Context,
    ref: Ref,
    again: Annotated[bool, typer.Option("--again", help="Take up again what was parked.")] = False,
) -> None:
    """Make an objective of a commitment's words, to be made SMART, and print its reference."""
    from edi_tui.services.commitments import draft_from

    options = options_of(context)
    saved = draft_from(opened(options), ref, again=again)
    say(saved.ref)
    tell(options, f"{saved.ref} added. Next: edi-tui edit {saved.ref}")


@commands.command("park")
def park_commitment(
    context: typer.Context,
    ref: Ref,
    reason: Annotated[str, typer.Option("--reason", help="Why; it stays on record.")],
) -> None:
    """Put a commitment aside, for a reason."""
    from edi_tui.services.commitments import park

    options = options_of(context)
    saved = park(opened(options), ref, reason)
    say(saved.ref)
    became = "parked" if saved.changed else "was parked for that reason already"
    tell(options, f"{saved.ref} {became}.")


def _state(row: CommitmentRow) -> str:
    if row.objective:
        return "drafted"
    return "parked" if row.parked else "open"


def _tell_states(options: Options, rows: Sequence[CommitmentRow]) -> None:
    counts = Counter(map(_state, rows))
    states = ", ".join(f"{counts[state]:,} {state}" for state in ("open", "drafted", "parked"))
    noun = "commitment" if len(rows) == 1 else "commitments"
    tell(options, f"{len(rows):,} {noun}: {states}")
