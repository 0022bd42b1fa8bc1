"""Commands that attach evidence and check it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.commands import new_typer
from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json, say_table, tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.words import given

if TYPE_CHECKING:
    from edi_tui.services.evidence import Checked

_FINE = ("ok", "no file")

commands = new_typer(add_completion=False)


@commands.callback()
def about() -> None:
    """Attach evidence, and check that it is still what was attached."""


@commands.command("add")
def add_evidence(
    context: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="The file; a copy is kept.")
    ] = None,
    link: Annotated[str | None, typer.Option(help="An address that begins https://.")] = None,
    title: Annotated[str | None, typer.Option(help="What it is; else the file's name.")] = None,
    kind: Annotated[
        str | None, typer.Option(help="document, data, lived_experience, minutes, policy, review.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="What it shows; without names.")] = None,
    dated_on: Annotated[
        str | None, typer.Option("--dated", "--dated-on", help="Its own date.")
    ] = None,
    expires_on: Annotated[
        str | None, typer.Option("--expires", "--expires-on", help="When to look at it again.")
    ] = None,
    submitted_by: Annotated[
        str | None, typer.Option(help="The office that brings it; else you.")
    ] = None,
    supports: Annotated[
        list[str] | None,
        typer.Option(help="What it supports, such as OBJ-004. Repeatable."),
    ] = None,
) -> None:
    """Attach a file, a link or a note to what it proves."""
    from edi_tui.domain.records import EvidenceDraft
    from edi_tui.domain.values import draft_from_words
    from edi_tui.services.evidence import attach

    options = options_of(context)
    said = {"title": title, "kind": kind, "note": note, "submitted_by": submitted_by}
    dates = {"dated_on": dated_on, "expires_on": expires_on}
    words = given({"link": link, **said, **dates, "supports": "; ".join(supports or ())})
    register = opened(options)
    draft = draft_from_words(EvidenceDraft, words, document=register.today)
    saved = attach(register, draft, Path(file) if file is not None else None)
    say(saved.ref)
    tell(options, f"{saved.ref} attached.")


@commands.command("verify")
def verify_evidence(context: typer.Context, as_json: Json = False) -> None:
    """Compare every attached file with what was attached; nothing is repaired."""
    from edi_tui.services.evidence import check, left_over

    options = options_of(context)
    register = opened(options)
    checked, unnamed = check(register), [str(path) for path in left_over(register)]
    wrong = [item for item in checked if item.state not in _FINE]
    if as_json:
        rows = [_plain(item) for item in checked]
        say_json({"kind": "evidence", "rows": rows, "left_over": unnamed})
    elif checked:
        cells = [(item.row.ref, item.state, item.row.title, item.row.medium) for item in checked]
        say_table(("Ref", "State", "Evidence", "File"), cells)
    tell(options, f"{len(checked):,} checked, {len(wrong):,} missing or changed.")
    for path in unnamed:
        tell(
            options,
            f"{path} belongs to no record: attaching or importing it was stopped. Delete it while "
            "nobody attaches or imports.",
        )
    if wrong:
        raise typer.Exit(1)


def _plain(item: Checked) -> dict[str, str]:
    row = item.row
    return {
        "ref": row.ref,
        "title": row.title,
        "file_name": row.file_name,
        "sha256": row.sha256,
        "state": item.state,
    }
