"""Commands that look after the register itself: make it, find it, try one."""

from __future__ import annotations

import shlex
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from edi_tui.cli import settings
from edi_tui.cli.lists import Json
from edi_tui.cli.output import say, say_fields, say_json, tell
from edi_tui.cli.program import start
from edi_tui.cli.settings import Options, options_of
from edi_tui.domain.errors import InvalidError

if TYPE_CHECKING:
    from edi_tui.services.register import Register

_NEXT = """Next: bring the board and a plan in with
  edi-tui import FILE
or write the first seat with
  edi-tui add member --role "Chief People Officer" --name "..."
"""


def init(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--organisation", help="Its name.")] = None,
    ods: Annotated[str, typer.Option(help="Its code in the Organisation Data Service.")] = "",
    kind: Annotated[str, typer.Option(help="trust, ft or icb.")] = "trust",
) -> None:
    """Make a register for your organisation, with the frameworks that it answers to."""
    from edi_tui.domain.records import OrganisationDraft
    from edi_tui.domain.values import draft_from_words
    from edi_tui.reference.frameworks import frameworks
    from edi_tui.services.register import create_register

    options = options_of(context)
    words = {"name": name or _asked(options), "ods": ods, "kind": kind}
    path = settings.register_path(options)
    draft = draft_from_words(OrganisationDraft, words)
    if not draft.name:
        raise InvalidError({"organisation": "Name is needed."})
    create_register(path, draft, frameworks(), who=settings.user(), now=settings.clock())
    say(str(path))
    tell(options, f"The register of {draft.name} is at {path}.\n{_NEXT}".rstrip())


def _asked(options: Options) -> str:
    if options.no_input or not sys.stdin.isatty():
        raise typer.BadParameter("Name your organisation.", param_hint="--organisation")
    print("Name of the organisation: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline()


def locate(context: typer.Context, as_json: Json = False) -> None:
    """Say where everything lies.

    The register is the file that --db names, else EDI_TUI_DB, else “db” in the settings, else
    register.db in your data folder. EDI_TUI_USER is the name in the change log, else that of
    your account. EDI_TUI_TODAY, a date such as 2026-11-21, is taken for today, so that an old
    paper can be made again.
    """
    from edi_tui.services.register import evidence_folder

    register = settings.register_path(options_of(context))
    places = {
        "register": register,
        "evidence": evidence_folder(register),
        "settings": settings.settings_file(),
        "state": settings.state_folder(),
    }
    if as_json:
        say_json({name: str(path) for name, path in places.items()})
    else:
        say_fields([(name.capitalize(), str(path)) for name, path in places.items()])


def demo(
    context: typer.Context,
    keep: Annotated[
        str | None, typer.Option(metavar="PATH", help="Keep the sample register at this path.")
    ] = None,
) -> None:
    """Open a sample register, thrown away afterwards or kept at a path."""
    options = options_of(context)
    with ExitStack() as afterwards:
        if keep is not None:
            path = Path(keep).expanduser()
        else:
            path = _throw_away(afterwards) / "register.db"
        register = _sample(options, path)
        code = start(lambda: register, db=str(path), demo=True)
        if keep is not None:
            again = f"edi-tui --db {shlex.quote(str(path))}"
            tell(options, f"The sample register is kept. To open it again: {again}")
        raise typer.Exit(code)


def _throw_away(afterwards: ExitStack) -> Path:
    from tempfile import TemporaryDirectory

    return Path(afterwards.enter_context(TemporaryDirectory(prefix="edi-tui-")))


def _sample(options: Options, path: Path) -> Register:
    """Open the sample register at a path, making it first where there is nothing."""
    from edi_tui.imports.sample import build_sample, open_sample

    if path.exists():
        return open_sample(path, who=settings.user())
    tell(options, "Preparing the sample register…")
    return build_sample(path, who=settings.user())
