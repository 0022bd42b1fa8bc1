"""The command that tells each owner what is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.output import tell
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.whole_numbers import whole
from edi_tui.domain.errors import FileRefusedError, OutputExistsError

if TYPE_CHECKING:
    from edi_tui.domain.digest import Digest

_FORMATS = ("txt", "md")


def write_digests(
    context: typer.Context,
    owner: Annotated[
        str,
        typer.Option(metavar="OWNER", help="Only that of a member, or of a lead by their words."),
    ] = "",
    days: Annotated[
        int,
        typer.Option(metavar="DAYS", parser=whole(1, 366), help="How many days to look ahead."),
    ] = 30,
    layout: Annotated[
        str, typer.Option("--format", "-f", help="txt, or md for Markdown.")
    ] = _FORMATS[0],
    folder: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="DIR", help="A folder: a file for each who is reminded."
        ),
    ] = "-",
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that are there already.")
    ] = False,
) -> None:
    """Tell each owner what is overdue, due, silent or to be reviewed, ready for an e-mail."""
    from edi_tui.exports.digest_paper import digest_counts
    from edi_tui.exports.export import deliver
    from edi_tui.services.digests import digests

    if layout not in _FORMATS:
        raise typer.BadParameter(f"Choose {' or '.join(_FORMATS)}.", param_hint="--format")
    options = options_of(context)
    found = digests(opened(options), days=days, owner=owner)
    if folder == "-":
        deliver(b"\n".join(_written(one, layout) for one in found), None)
        without = 0
    else:
        without = _write(found, Path(folder), layout, force=force)
    for one in found:
        tell(options, digest_counts(one))
    if without:
        who = "owner has" if without == 1 else "owners have"
        tell(options, f"{without:,} {who} nothing to do, and so no file.")
    if not found:
        tell(options, "Nobody answers for anything yet, so there is no digest.")


def _written(digest: Digest, layout: str) -> bytes:
    from edi_tui.exports.digest_paper import digest_paper, to_text
    from edi_tui.exports.to_markdown import to_markdown

    paper = digest_paper(digest)
    return to_text(paper) if layout == "txt" else to_markdown(paper)


def _write(found: list[Digest], folder: Path, layout: str, *, force: bool) -> int:
    """Write a file for each owner who has something to do, and say how many have no file.

    A file of an owner who has nothing to do any more is replaced, since it reminds of the past.
    """
    from edi_tui.exports.digest_paper import file_name
    from edi_tui.exports.export import deliver

    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileRefusedError(f"{folder} cannot be made: {error.strerror}.") from error
    taken: set[str] = set()
    everyone = [(folder / file_name(one, layout, taken), one) for one in found]
    targets = [(target, one) for target, one in everyone if one.reminders or target.exists()]
    there = [target for target, _ in targets if target.exists()]
    if there and not force:
        raise OutputExistsError(
            f"{there[0]} is there already, so no digest was written. Choose another folder, or "
            "use --force to replace it."
        )
    for target, one in targets:
        deliver(_written(one, layout), target, force=force)
    return len(everyone) - len(targets)
