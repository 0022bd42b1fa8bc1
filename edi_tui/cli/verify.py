"""The command that says whether a paper is what the register's closed quarter gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.word_templates import template_named
from edi_tui.domain.errors import FileRefusedError

if TYPE_CHECKING:
    from edi_tui.exports.verify import Verified

CODES = {
    "matches": 0,
    "changed": 1,
    "reissued": 21,
    "other_release": 22,
    "other_template": 23,
    "not_closed": 24,
    "not_published": 25,
    "lost": 26,
    "other_register": 27,
    "not_recognised": 28,
    "no_paper": 29,
    "cannot_tell": 31,
}
"""What the command ends with, for scripts, by the verdict."""
UNREADABLE = 30
"""What it ends with where the paper or the template is no file or cannot be read."""


def verify(
    context: typer.Context,
    paper: Annotated[Path, typer.Argument(metavar="PAPER", help="The file of a paper.")],
    template: Annotated[
        Path | None,
        typer.Option(metavar="DOCX", help="The Word document that the paper was written into."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say whether a paper is what its closed quarter gives; exit 0 only where it is.

    Otherwise 1 where it was changed, and 21 to 31 for what else it can be, as the guide says.
    """
    from edi_tui.exports.verify import verify_paper

    register = opened(options_of(context))
    try:
        found = verify_paper(register, paper, template_named(template))
    except FileRefusedError as error:
        error.exit_code = UNREADABLE
        raise
    if as_json:
        _say_plain(paper, found)
    else:
        say(f"{paper} {found.said}")
    if code := CODES[found.verdict.value]:
        raise typer.Exit(code)


def _say_plain(paper: Path, found: Verified) -> None:
    closing = found.closing
    say_json(
        {
            "kind": "verified_paper",
            "paper": str(paper),
            "verdict": found.verdict.value,
            "said": found.said,
            "quarter": str(closing.quarter) if closing else None,
            "digest": closing.digest if closing else None,
            "otherwise": list(found.otherwise),
            "manifest": found.manifest.plain() if found.manifest else None,
        }
    )
