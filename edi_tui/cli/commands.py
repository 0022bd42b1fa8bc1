"""Making commands out of functions when they are asked for, not before."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

import typer
from typer._click.exceptions import BadOptionUsage
from typer.core import TyperCommand, TyperGroup, TyperOption

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter


def new_typer(cls: type[TyperGroup] = TyperGroup, **settings: Any) -> typer.Typer:
    """Return an empty Typer in the house's manner: plain text, no decorated tracebacks."""
    return typer.Typer(cls=cls, rich_markup_mode=None, pretty_exceptions_enable=False, **settings)


class _Command(TyperCommand):
    """A command that says what belongs after an option at the end of the line."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Read the options and arguments that were typed."""
        try:
            return super().parse_args(ctx, args)
        except BadOptionUsage as error:
            name = error.option_name
            for option in self.params:
                if name in option.opts and isinstance(option, TyperOption) and not option.is_flag:
                    wanted = f"{name} {option.metavar or 'VALUE'}"
                    ctx.fail(f"{name} needs something after it: {wanted}. {option.help or ''}")
            raise


def command_of(name: str, made: typer.Typer | Callable[..., None], help_text: str = "") -> Command:
    """Return the command that a function or a group of them stands for."""
    if isinstance(made, typer.Typer):
        return typer.main.get_command(made)
    app = new_typer(add_completion=False)
    app.command(name, cls=_Command, help=help_text or None)(made)
    return typer.main.get_command(app)


class Later(NamedTuple):
    """A command that is not made yet."""

    place: str
    """Module and name in it, as `edi_tui.cli.care:demo`."""
    help: str
    """Its line in the list of commands."""

    def made(self, name: str) -> Command:
        """Make the command."""
        module, _, attribute = self.place.partition(":")
        return command_of(name, getattr(import_module(module), attribute))


class LaterGroup(TyperGroup):
    """A group whose commands are made one at a time, so that listing them costs nothing."""

    LATER: ClassVar[dict[str, Later]] = {}
    """The commands by name, in the order in which they are listed."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the names of the commands."""
        return list(self.LATER)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Make a command, or fail with the name that is nearest."""
        if cmd_name in self.LATER:
            return self.LATER[cmd_name].made(cmd_name)
        from difflib import get_close_matches

        nearest = get_close_matches(cmd_name, self.LATER, n=1)
        if nearest and not ctx.resilient_parsing:
            ctx.fail(f"There is no command {cmd_name!r}. Did you mean {nearest[0]}?")
        return None

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, later.help) for name, later in self.LATER.items()])
