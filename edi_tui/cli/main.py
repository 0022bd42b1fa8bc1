"""The commands of the program, and the one place where their errors end."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer

from edi_tui.cli.commands import Later, LaterGroup, new_typer
from edi_tui.cli.program import close_output
from edi_tui.domain.errors import EdiError

if TYPE_CHECKING:
    from typer._click import Context


_FLAGS = ("--no-input", "--quiet", "-q")
"""Options of the program that take no value."""


class Program(LaterGroup):
    """All commands; what they refuse is printed, and ends them with its exit code."""

    LATER: ClassVar[dict[str, Later]] = {
        "demo": Later("edi_tui.cli.care:demo", "Open a sample register."),
        "init": Later("edi_tui.cli.care:init", "Make a register for your organisation."),
        "locate": Later("edi_tui.cli.care:locate", "Say where everything lies."),
        "list": Later("edi_tui.cli.lists:list_records", "List the records of a kind."),
        "views": Later("edi_tui.cli.views:commands", "List the saved filters; save or remove one."),
        "show": Later("edi_tui.cli.records:show_record", "Show one record whole."),
        "add": Later("edi_tui.cli.fields:add", "Add a record."),
        "edit": Later("edi_tui.cli.fields:edit", "Change a record."),
        "update": Later(
            "edi_tui.cli.records:update_record", "Say how an objective or action is going."
        ),
        "withdraw": Later("edi_tui.cli.records:withdraw_record", "Take a record out of the lists."),
        "check": Later("edi_tui.cli.check:check", "Say what is weak, and how to mend it."),
        "agree": Later("edi_tui.cli.agree:agree", "Agree an objective, or say what is missing."),
        "drift": Later(
            "edi_tui.cli.drift:drift", "Show what has moved since objectives were agreed."
        ),
        "coverage": Later(
            "edi_tui.cli.coverage:coverage", "Show the board against what is asked of it."
        ),
        "trajectory": Later(
            "edi_tui.cli.trajectory:trajectory",
            "Work out what recruitment a representation goal needs.",
        ),
        "import": Later("edi_tui.cli.imports:import_files", "Bring plans and lists in from files."),
        "desk": Later("edi_tui.cli.desk:commands", "List what imports left open, and settle it."),
        "learned": Later("edi_tui.cli.learned:commands", "List what imports have learned to read."),
        "export": Later("edi_tui.cli.exports:export", "Write the status paper, or a list."),
        "cover-sheet": Later(
            "edi_tui.cli.cover_sheet:cover_sheet", "Write the cover sheet's fields; keep your own."
        ),
        "calendar": Later(
            "edi_tui.cli.calendar:write_calendar", "Write what is due as a calendar file."
        ),
        "digest": Later(
            "edi_tui.cli.digest:write_digests", "Tell each owner what is due, for an e-mail."
        ),
        "bundle": Later(
            "edi_tui.cli.bundle:bundle", "Write everything, with its evidence, as one file."
        ),
        "publish": Later(
            "edi_tui.cli.publish:publish", "Make a site for all staff and the public."
        ),
        "verify": Later(
            "edi_tui.cli.verify:verify", "Say whether a paper is what its quarter gives."
        ),
        "quarter": Later(
            "edi_tui.cli.quarters:commands", "Close a quarter; show and check closed ones."
        ),
        "evidence": Later("edi_tui.cli.evidence:commands", "Attach evidence, or check it."),
        "frameworks": Later(
            "edi_tui.cli.frameworks:commands", "Show the frameworks and what serves them."
        ),
        "commitments": Later(
            "edi_tui.cli.commitments:commands", "List public commitments; draft or park them."
        ),
        "history": Later("edi_tui.cli.history:history", "Show who changed what, and when."),
        "undo": Later("edi_tui.cli.history:undo", "Take back what you did last."),
        "redo": Later("edi_tui.cli.history:redo", "Do again what you undid last."),
        "bin": Later("edi_tui.cli.bin:list_bin", "List what was withdrawn."),
        "restore": Later("edi_tui.cli.bin:restore", "Bring a withdrawn record back."),
        "handover": Later(
            "edi_tui.cli.handover:handover", "Hand over all that a leaver answers for."
        ),
        "guide": Later("edi_tui.cli.guide:guide", "Read the guide."),
        "serve": Later("edi_tui.cli.serve:serve", "Show the program in a browser here."),
    }

    def invoke(self, ctx: Context) -> Any:
        """Run a command."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _ended(
                EdiError(f"{error.filename or 'The output'}: {error.strerror}.")
            ) from error
        except EdiError as error:
            raise _ended(error) from error
        return outcome


def _ended(error: EdiError) -> typer.Exit:
    """Print why a command ends and return what ends it."""
    from edi_tui.cli.output import say_error

    say_error(error)
    return typer.Exit(error.exit_code)


app = new_typer(Program, context_settings={"help_option_names": ["-h", "--help"]})
"""The program."""


@app.callback(invoke_without_command=True)
def begin(
    context: typer.Context,
    db: Annotated[str, typer.Option(metavar="PATH", help="The register; see locate.")] = "",
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Never ask; fail where something is missing.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print results and errors only.")
    ] = False,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.")] = False,
) -> None:
    """Keep your board's EDI objectives, staff-network sponsorships and evidence.

    Without a command it opens in the terminal, or prints a summary where there is none.
    """
    from edi_tui.cli.settings import Options, opened

    context.obj = Options(db, no_input, quiet)
    if version:
        from edi_tui import __version__

        print(f"edi-tui {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        from edi_tui.cli.program import start

        raise typer.Exit(start(lambda: opened(context.obj), db=db))


def run() -> None:
    """Run the command that was typed and end with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(args=hoisted(sys.argv[1:]), prog_name="edi-tui")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        close_output()


def hoisted(arguments: Sequence[str]) -> list[str]:
    """Return a command line with the options of the program before the command.

    People write `--db` where they think of it; what follows `--` stays where it is.
    """
    front: list[str] = []
    back: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            back += [argument, *rest]
        elif argument == "--db":
            front += [argument, *islice(rest, 1)]
        elif argument in _FLAGS or argument.startswith("--db="):
            front.append(argument)
        else:
            back.append(argument)
    return [*front, *back]
