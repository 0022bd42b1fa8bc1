"""The command that writes a bundle, and how one is brought back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from edi_tui.cli import settings
from edi_tui.cli.formats import refuse_other_name
from edi_tui.cli.output import say, say_json, tell
from edi_tui.cli.settings import Options, opened, options_of


def bundle(
    context: typer.Context,
    target: Annotated[str, typer.Argument(metavar="FILE.zip", help="The file to write.")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file if it is there already.")
    ] = False,
) -> None:
    """Write everything with its evidence into one file, for your archive or another computer.

    Confidential appraisals and the change log are in it. The import command brings it back.
    """
    from edi_tui.exports.order import BUNDLE, Order, make

    options = options_of(context)
    path = Path(target)
    refuse_other_name(path, "zip")
    remarks = make(opened(options), Order(what=BUNDLE, format="zip")).put(path, force)
    say(str(path))
    for remark in remarks:
        tell(options, remark)
    tell(options, f"To bring it back: edi-tui --db NEW.db import {path}")


def bring_back(options: Options, file: Path, *, dry_run: bool, as_json: bool) -> None:
    """Bring a bundle back and say what became of it."""
    from edi_tui.imports.bundle import bring_back as brought

    target = settings.register_path(options)
    found = brought(file, target, who=settings.user(), now=settings.clock(), dry_run=dry_run)
    if as_json:
        plain = {"changed": found.changed, "dry_run": dry_run, "rows": found.rows}
        remarks = {"files": found.files, "remarks": list(found.remarks)}
        say_json({"kind": "bundle", "title": found.title, **plain, **remarks})
        return
    told = f"{found.rows:,} rows" if found.changed else "nothing, since all of it is there"
    say(f"{found.title}: brought back {told}; {found.files:,} evidence files")
    for remark in found.remarks:
        tell(options, remark)
    if dry_run:
        tell(options, "Nothing was stored. Leave out --dry-run to bring it back.")
    else:
        tell(options, f"The register is at {target}.")
