"""Commands of the Desk: imported cells and rows that a person settles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json, tell
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.cli.whole_numbers import whole
from edi_tui.domain.desk import Matter
from edi_tui.domain.errors import EdiError, InvalidError
from edi_tui.domain.text import quoted, shortened

if TYPE_CHECKING:
    from edi_tui.domain.desk import DeskItem
    from edi_tui.services.desk_decisions import Settled

Numbers = Annotated[
    list[int],
    typer.Argument(metavar="NUMBER...", parser=whole(1), help="As the list shows them."),
]
Number = Annotated[
    int, typer.Argument(metavar="NUMBER", parser=whole(1), help="As the list shows it.")
]

commands = new_typer(add_completion=False)


@commands.callback(invoke_without_command=True)
def list_desk(context: typer.Context, as_json: Json = False) -> None:
    """List what imports left open, each with what may be accepted and why."""
    from edi_tui.services.desk import desk

    if context.invoked_subcommand is not None:
        return
    options = options_of(context)
    items = desk(opened(options))
    if as_json:
        say_json({"desk": [_plain(item) for item in items]})
        return
    for item in items:
        _say(item)
        say(f"   {_next(item)}")
    if items:
        tell(options, _ELSE)
    things = "1 thing waits" if len(items) == 1 else f"{len(items):,} things wait"
    tell(options, f"{things} on the Desk." if items else "Nothing waits on the Desk.")


@commands.command("accept")
def accept_items(
    context: typer.Context,
    numbers: Numbers,
    choice: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER",
            parser=whole(1),
            help="Which of what is proposed for one; the first without it.",
        ),
    ] = None,
    like: Annotated[
        bool, typer.Option("--like", help="Accept the first for everything of the same sort too.")
    ] = False,
) -> None:
    """Accept what is proposed, for one or several; one of several choices takes --choice."""
    from edi_tui.domain.desk import alike
    from edi_tui.services.desk import desk
    from edi_tui.services.desk_decisions import accept

    options = options_of(context)
    register = opened(options)
    items = desk(register)
    _refuse_unclear(numbers, choice, items)
    if like:
        meant = [item for item in items if item.number in numbers]
        also = [one.number for item in meant for one in alike(item, items)]
        numbers = list(dict.fromkeys([*numbers, *also]))
    _told(options, accept(register, numbers, (choice or 1) - 1))


def _refuse_unclear(numbers: list[int], choice: int | None, items: Sequence[DeskItem]) -> None:
    """Refuse a choice for several things, and a second number that was perhaps meant as one.

    Raises:
        typer.BadParameter: It is one of the two.
    """
    if choice is not None and len(numbers) > 1:
        raise typer.BadParameter(
            "A choice is of one thing; accept them one at a time.", param_hint="--choice"
        )
    first, second = numbers if len(numbers) == 2 else (0, 0)
    offers = next((len(item.proposals) for item in items if item.number == first), 0)
    if 0 < second <= offers:
        raise typer.BadParameter(
            f"{second} may be a choice of number {first} or a number itself. For the choice: "
            f"edi-tui desk accept {first} --choice {second}. For both, accept them one at a time."
        )


@commands.command("correct")
def correct_item(
    context: typer.Context,
    number: Number,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What should stand there.")],
) -> None:
    """Give the right words for one: a date, a status, a name or a field."""
    from edi_tui.services.desk_decisions import answer

    options = options_of(context)
    register = opened(options)
    with _told_without_options(named=False):
        done = answer(register, number, words)
    _told(options, done)


@commands.command("keep")
def keep_items(context: typer.Context, numbers: Numbers) -> None:
    """Keep the words as they stand, and do not ask again."""
    from edi_tui.services.desk_decisions import keep

    options = options_of(context)
    _told(options, keep(opened(options), numbers))


@commands.command("leave-out")
def leave_out_items(context: typer.Context, numbers: Numbers) -> None:
    """Leave the words or the row out of the register; the import keeps them."""
    from edi_tui.services.desk_decisions import reject

    options = options_of(context)
    _told(options, reject(opened(options), numbers))


@commands.command("add")
def add_row(
    context: typer.Context,
    number: Number,
    fields: Annotated[
        list[str] | None, typer.Argument(metavar="FIELD=WORDS...", help="What is to be corrected.")
    ] = None,
) -> None:
    """Add a row that was set aside, with some of its fields corrected."""
    from edi_tui.domain.values import draft_from_words
    from edi_tui.imports.set_aside import read_again
    from edi_tui.services import desk_decisions
    from edi_tui.services.desk import item_of

    options = options_of(context)
    register = opened(options)
    row = read_again(register, item_of(register, number))
    words = row.words | dict(map(_field, fields or ()))
    with _told_without_options(named=True):
        draft = draft_from_words(type(row.draft), words, base=row.draft, document=register.today)
        done = desk_decisions.add_row(register, number, draft, row.beside)
    _told(options, done)


@contextmanager
def _told_without_options(*, named: bool) -> Iterator[None]:
    """Tell what is wrong without naming options, which these commands have none of.

    Args:
        named: Whether several fields may be given, so that each problem names its own.
    """
    try:
        yield
    except InvalidError as error:
        told = [f"{name}: {text}" if named else text for name, text in error.problems.items()]
        refused = EdiError(" ".join(told))
        refused.title = error.title
        raise refused from error


def _field(text: str) -> tuple[str, str]:
    name, equals, words = text.partition("=")
    if not equals or not name.strip():
        raise typer.BadParameter(f"{quoted(text)} is not of the form FIELD=WORDS.")
    return name.strip(), words


def _told(options: Options, done: Settled) -> None:
    for ref in done.refs:
        say(ref)
    tell(options, done.told)


def _say(item: DeskItem) -> None:
    about = " ".join(filter(None, (item.ref, shortened(item.what, 60))))
    say(f"{item.number}  {item.matter.label}{': ' if about else ''}{about}")
    say(f"   {item.finding.where}{', ' * bool(item.finding.column)}{item.finding.column}")
    say(f"   {item.finding.message}")
    if len(item.refs) > 1:
        say(f"   The same words stand in {', '.join(item.refs[1:])} too.")
    for place, offer in enumerate(item.proposals, 1):
        say(f"   {place}. {offer}")


_ELSE = (
    "Any number can be corrected, kept as it stands or left out instead: edi-tui desk "
    "correct NUMBER WORDS, edi-tui desk keep NUMBER, edi-tui desk leave-out NUMBER."
)


def _next(item: DeskItem) -> str:
    """Return the command by which a thing is most likely settled."""
    if len(item.proposals) > 1:
        return f"Accept with: edi-tui desk accept {item.number} --choice 1"
    if item.proposals:
        return f"Accept with: edi-tui desk accept {item.number}"
    if item.matter is Matter.ROW:
        return f"Add with: edi-tui desk add {item.number} FIELD=WORDS"
    if item.matter is Matter.TWICE:
        return f"Keep both with: edi-tui desk keep {item.number}"
    return f"Correct with: edi-tui desk correct {item.number} WORDS"


def _plain(item: DeskItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "matter": item.matter.value,
        "kind": item.kind.plural,
        "refs": list(item.refs),
        "what": item.what,
        "where": item.finding.where,
        "column": item.finding.column,
        "value": item.finding.value,
        "rule": item.finding.rule,
        "message": item.finding.message,
        "field": item.field,
        "cells": dict(item.cells),
        "proposals": [{"words": offer.words, "why": offer.why} for offer in item.proposals],
    }
