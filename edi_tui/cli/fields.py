"""Commands whose options are the fields of a kind of record: `add KIND` and `edit REF`.

They are made when they are asked for, so that no other command pays for them.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from edi_tui.cli.commands import command_of, new_typer
from edi_tui.cli.words import JSON_HELP, Words, given, read_json_option

if TYPE_CHECKING:
    from typer._click import Command, Context

    from edi_tui.domain.fields import Field
    from edi_tui.domain.kinds import Kind


def typed_fields(kind: Kind) -> list[Field]:
    """Return the fields of a kind that people fill in."""
    from edi_tui.domain.records import DRAFTS, fields_of

    return [field for field in fields_of(DRAFTS[kind]) if field.typed]


class _FieldsCallback:
    """What Typer calls for a command made of fields, with the signature that it reads."""

    def __init__(self, fields: list[Field], run: Callable[[typer.Context, Words], None]) -> None:
        from edi_tui.domain.fields import option_names

        self._fields, self._run = fields, run
        taken = {field.name for field in fields}
        options = {
            field.name: typer.Option(*option_names(field, taken), help=_help(field))
            for field in fields
        }
        options["json"] = typer.Option("--json", help=JSON_HELP)
        self.__annotations__ = {name: Annotated[str | None, made] for name, made in options.items()}
        self.__annotations__["context"] = typer.Context
        self.__signature__ = Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY,
                    annotation=annotation,
                    default=Parameter.empty if name == "context" else None,
                )
                for name, annotation in self.__annotations__.items()
            ]
        )

    def __call__(self, *, context: typer.Context, **words: str | None) -> None:
        brought = read_json_option(words.pop("json"), self._fields)
        self._run(context, brought | given(words))


def _help(field: Field) -> str:
    choices = f"One of {', '.join(field.words)}." if field.words else ""
    wanted = "Needed." if field.required else ""
    label = "" if field.hint.startswith(field.label) else f"{field.label}."
    return " ".join(filter(None, (label, field.hint, choices, wanted)))


def fields_command(
    name: str, kind: Kind, help_text: str, run: Callable[[typer.Context, Words], None]
) -> Command:
    """Make a command with an option for each field of a kind."""
    return command_of(name, _FieldsCallback(typed_fields(kind), run), help_text)


class AddGroup(TyperGroup):
    """One command for each kind of record that people add."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return the kinds."""
        return [kind.value for kind in _addable()]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return the command that adds a record of one kind."""
        from edi_tui.cli.kinds import kind_named
        from edi_tui.cli.records import add_record
        from edi_tui.domain.kinds import read_kind

        if ctx.resilient_parsing and read_kind(cmd_name) not in _addable():
            return None
        kind = kind_named(cmd_name, _addable())
        return fields_command(
            kind.value,
            kind,
            f"Add {kind.one}.",
            lambda context, words: add_record(context, kind, words),
        )


class EditGroup(TyperGroup):
    """One command for each record, with the options of its kind."""

    def list_commands(self, ctx: Context) -> list[str]:
        """Return what the first reference of each kind looks like."""
        return [kind.ref(1) for kind in _editable()]

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        """Return the command that changes one record."""
        from edi_tui.cli.records import edit_record
        from edi_tui.domain.kinds import Kind, read_ref

        target = read_ref(cmd_name.partition(",")[0])
        kind = target[0] if target else Kind.FRAMEWORK_ITEM
        return fields_command(
            cmd_name,
            kind,
            f"Change {kind.one}; the fields left out stay as they are.",
            lambda context, words: edit_record(context, cmd_name, words),
        )


def _editable() -> list[Kind]:
    """Return the kinds that people change; what an update said stays as it was said."""
    from edi_tui.domain.kinds import Kind

    return [kind for kind in Kind if kind is not Kind.UPDATE]


def _addable() -> list[Kind]:
    """Return the kinds that people add; a register has one organisation, made by `init`."""
    from edi_tui.domain.kinds import Kind

    return [kind for kind in Kind if kind is not Kind.ORGANISATION]


add = new_typer(AddGroup, subcommand_metavar="KIND [FIELDS]...", add_completion=False)
edit = new_typer(EditGroup, subcommand_metavar="REF [FIELDS]...", add_completion=False)


@add.callback()
def about_add() -> None:
    """Add a record; edi-tui add KIND --help lists its fields."""


@edit.callback()
def about_edit() -> None:
    """Change a record; edi-tui edit REF --help lists its fields."""
