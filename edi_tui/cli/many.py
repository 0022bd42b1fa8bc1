"""One thing done to several records at once, named with commas between: `OBJ-001,OBJ-004`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from edi_tui.cli.output import say, tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.words import Words
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from edi_tui.services.deeds import Deed


def named(words: str) -> list[str]:
    """Return the references in what was typed, a single one where there is no comma."""
    return [word.strip() for word in words.split(",") if word.strip()]


def do_to_all(context: typer.Context, refs: list[str], deed: Deed) -> None:
    """Do one thing to all records as one step, print their references and tell of the others.

    Raises:
        Exit: With 1, where some were left alone.
    """
    from edi_tui.services.bulk import do, plan

    options = options_of(context)
    register = opened(options)
    planned = plan(register, deed, refs)
    for step in planned.steps:
        if step.refused:
            tell(options, f"{step.ref} was left alone: {step.refused}")
    if planned.changing:
        do(register, planned)
    for step in planned.changing:
        say(step.ref)
    tell(options, f"{planned.kind.counted(len(planned.changing))} changed, as one step.")
    if any(step.refused for step in planned.steps):
        raise typer.Exit(1)


def edit_all(context: typer.Context, refs: list[str], words: Words) -> None:
    """Set one field of all records.

    Raises:
        InvalidError: Not exactly one field was typed, or its words cannot be read.
    """
    from edi_tui.domain.kinds import read_ref
    from edi_tui.domain.records import DRAFTS, fields_of
    from edi_tui.domain.values import read_value
    from edi_tui.services.deeds import Setting

    if len(words) != 1:
        raise InvalidError({"json": "Give exactly one field to set for several records."})
    ((name, text),) = words.items()
    target = read_ref(refs[0])
    assert target is not None  # its command was made from it
    field = next(spec for spec in fields_of(DRAFTS[target[0]]) if spec.name == name)
    today = opened(options_of(context)).today
    try:
        value = read_value(field, text, document=today)
    except ValueError as error:
        raise InvalidError({name: f"{field.label}: {error}"}) from error
    do_to_all(context, refs, Setting(field, value))


def update_all(context: typer.Context, refs: list[str], words: Words) -> None:
    """Say one thing of all records; each keeps its own forecast where none is given.

    Raises:
        InvalidError: No status was typed, or the words cannot be read.
    """
    from edi_tui.domain.records import UpdateDraft
    from edi_tui.domain.values import draft_from_words
    from edi_tui.services.deeds import Saying

    if not words.get("status"):
        raise InvalidError({"status": "Choose the status that several records shall have."})
    today = opened(options_of(context)).today
    base = UpdateDraft(subject=refs[0], on=today)
    do_to_all(
        context, refs, Saying(draft_from_words(UpdateDraft, words, base=base, document=today))
    )


def withdraw_all(context: typer.Context, refs: list[str], reason: str) -> None:
    """Take all records out of the lists, for one reason."""
    from edi_tui.services.deeds import Withdrawing

    do_to_all(context, refs, Withdrawing(reason))
