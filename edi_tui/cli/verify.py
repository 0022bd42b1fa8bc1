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
    from edi_tui.exports.verify_folder import VerifiedSite
    from edi_tui.services.register import Register

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
"""What it ends with where the paper or the template cannot be read, or made again here."""


def verify(
    context: typer.Context,
    paper: Annotated[
        Path,
        typer.Argument(
            metavar="PAPER", help="The file of a paper, or of a page; or the folder of a site."
        ),
    ],
    template: Annotated[
        Path | None,
        typer.Option(metavar="DOCX", help="The Word document that the paper was written into."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Say whether a paper is what its closed quarter gives; exit 0 only where it is.

    Otherwise 1 where it was changed, and 21 to 31 for what else it can be, as the guide says.
    """
    from edi_tui.exports.errors import ExportError

    register = opened(options_of(context))
    try:
        if paper.is_dir() and template is None:
            verdict = _site(register, paper, as_json)
        else:
            verdict = _paper(register, paper, template, as_json)
    except (FileRefusedError, ExportError) as error:
        refused = FileRefusedError(str(error))
        refused.exit_code = UNREADABLE
        raise refused from error
    if code := CODES[verdict]:
        raise typer.Exit(code)


def _paper(register: Register, paper: Path, template: Path | None, as_json: bool) -> str:
    from edi_tui.exports.verify import verify_paper

    found = verify_paper(register, paper, template_named(template))
    if as_json:
        _say_plain(paper, found)
    else:
        say(f"{paper} {found.said}")
    return found.verdict.value


def _site(register: Register, folder: Path, as_json: bool) -> str:
    from edi_tui.exports.verify_folder import verify_folder

    found = verify_folder(register, folder)
    if as_json:
        _say_site(folder, found)
    else:
        for sentence in found.said:
            say(sentence)
    return found.verdict.value


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


def _say_site(folder: Path, found: VerifiedSite) -> None:
    pages = [
        {"page": name, "verdict": one.verdict.value, "said": one.said}
        for name, one in found.pages.items()
    ]
    said = {"kind": "verified_site", "folder": str(folder), "verdict": found.verdict.value}
    say_json(said | {"pages": pages})
