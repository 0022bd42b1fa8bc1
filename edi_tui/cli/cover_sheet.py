"""The command that writes the fields of the cover sheet, or keeps an organisation's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.output import tell
from edi_tui.cli.settings import Options, opened, options_of
from edi_tui.domain.errors import FileRefusedError, InvalidError

if TYPE_CHECKING:
    from edi_tui.services.register import Register

_LARGEST = 1_000_000


def cover_sheet(
    context: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="A file of the form that is written.")
    ] = None,
    usual: Annotated[bool, typer.Option("--usual", help="Go back to the usual fields.")] = False,
    output: Annotated[
        str, typer.Option("--output", "-o", help="The file to write; - for standard output.")
    ] = "-",
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
) -> None:
    """Write the fields of the cover sheet, or keep those of a file for all cover sheets to come.

    For your committee's own: edi-tui cover-sheet -o ours.toml, change the labels, and edi-tui
    cover-sheet ours.toml. A quarter that is closed keeps your own fields as they were then.
    """
    if file is not None and usual:
        problem = "A file has fields of its own; leave one out."
        raise typer.BadParameter(problem, param_hint="--usual")
    if (file is not None or usual) and (output != "-" or force):
        problem = "What is kept is not written; leave it out, or leave the rest out."
        raise typer.BadParameter(problem, param_hint="--output" if output != "-" else "--force")
    options = options_of(context)
    register = opened(options)
    if file is not None or usual:
        _keep(options, register, file)
    else:
        _write(options, register, None if output == "-" else Path(output), force=force)


def _write(options: Options, register: Register, target: Path | None, *, force: bool) -> None:
    from edi_tui.exports.export import deliver
    from edi_tui.exports.write import refuse_register
    from edi_tui.reference.cover_sheet import usual_cover_sheet
    from edi_tui.services.lists import organisation_of

    fields = organisation_of(register).cover_sheet or usual_cover_sheet()
    if target is not None:
        refuse_register(register, target)
    deliver(f"{fields.rstrip()}\n".encode(), target, force=force)
    if target is not None:
        tell(options, f"Written to {target}. Next: edi-tui cover-sheet {target}")


def _keep(options: Options, register: Register, file: Path | None) -> None:
    """Keep the fields of a file, or the usual ones where none is named."""
    from edi_tui.services.cover_sheet import keep_cover_sheet

    try:
        saved = keep_cover_sheet(register, None if file is None else _text_of(file))
    except InvalidError as error:
        raise FileRefusedError(f"{file}: {' '.join(error.problems.values())}") from error
    whose = "the usual" if file is None else "your own"
    tell(options, f"{saved.ref}: the cover sheet has {whose} fields. Next: edi-tui export cover")


def _text_of(file: Path) -> str:
    """Return what is in a file.

    Raises:
        FileRefusedError: It is no file, far too large or no text.
    """
    if not file.is_file() or file.stat().st_size > _LARGEST:
        raise FileRefusedError(f"{file} is no file with the fields of a cover sheet.")
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileRefusedError(f"{file} is no text in UTF-8; save it as that.") from error
