"""The command that prints the guide."""

from __future__ import annotations

import re
import shutil
import sys
from io import StringIO
from typing import Annotated

import typer

from edi_tui.cli.output import say, say_table, screen_width
from edi_tui.guide.pages import NAMES, named_by, page

_LINK = re.compile(r"\[([^][]+)\]\(([^)]+)\)")
_KEY = re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*")
_WIDEST = 100
"""Columns of a line that is still easy to read."""


def guide(
    name: Annotated[str, typer.Argument(metavar="PAGE", help="The page; --list names all.")] = (
        NAMES[0]
    ),
    listed: Annotated[bool, typer.Option("--list", help="Name the pages.")] = False,
) -> None:
    """Read the guide."""
    if listed:
        say_table(("Page", "What it is about"), [(each, page(each).title) for each in NAMES])
        return
    text = _readable(page(name).text)
    if sys.stdin.isatty() and screen_width() and text.count("\n") > shutil.get_terminal_size()[1]:
        from pydoc import pager

        pager(text)
    else:
        say(text)


def _readable(markdown: str) -> str:
    """Return a page as plain lines: headings, lists and tables, with no marks of Markdown."""
    from rich.console import Console
    from rich.markdown import Markdown

    width = min(screen_width() or _WIDEST, _WIDEST)
    console = Console(file=StringIO(), width=width, color_system=None, highlight=False)
    spelled = _KEY.sub(r"“\1”", _LINK.sub(_spelled_out, markdown))
    console.print(Markdown(spelled, hyperlinks=False))
    assert isinstance(console.file, StringIO)
    lines = (line.rstrip() for line in console.file.getvalue().splitlines())
    return "\n".join(lines).strip("\n")


def _spelled_out(link: re.Match[str]) -> str:
    """Return a link to another page as the command that prints it."""
    name = named_by(link[2])
    return f"{link[1]} (`edi-tui guide {name}`)" if name else f"{link[1]} ({link[2]})"
