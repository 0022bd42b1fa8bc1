"""The command that says whether a paper is what the register's closed quarter gives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_json
from edi_tui.cli.settings import opened, options_of
from edi_tui.cli.word_templates import Template, template_named

if TYPE_CHECKING:
    from edi_tui.exports.verify import Verified


def verify(
    context: typer.Context,
    paper: Annotated[Path, typer.Argument(metavar="PAPER", help="The file of a status paper.")],
    template: Template = None,
    as_json: Json = False,
) -> None:
    """Say whether a paper is what its closed quarter gives, to the last byte; exit 1 if not."""
    from edi_tui.exports.verify import Verdict, verify_paper

    found = verify_paper(opened(options_of(context)), paper, template_named(template))
    if as_json:
        _say_plain(paper, found)
    else:
        say(f"{paper} {found.said}")
    if found.verdict is not Verdict.MATCHES:
        raise typer.Exit(1)


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
            "manifest": found.manifest.plain() if found.manifest else None,
        }
    )
