"""Which format a file is written in."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

_BINARY = ("xlsx", "ods", "docx", "pdf", "pptx")
_NAMED = (*_BINARY, "md", "html", "csv", "json", "ics", "zip")
"""The endings by which people and programs know what a file is."""


def format_named(layout: str | None, target: Path | None, formats: tuple[str, ...]) -> str:
    """Return the format that was asked for, else that of the file's name, else the first."""
    suffix = target.suffix.lstrip(".").lower() if target else ""
    chosen = layout.lower() if layout else suffix or formats[0]
    if chosen not in formats:
        raise typer.BadParameter(f"Choose {', '.join(formats)}.", param_hint="--format")
    refuse_other_name(target, chosen)
    if chosen in _BINARY and target is None and sys.stdout.isatty():
        raise typer.BadParameter(
            f"A .{chosen} file is nothing for a terminal; name a file with -o.",
            param_hint="--output",
        )
    return chosen


def refuse_other_name(target: Path | None, chosen: str) -> None:
    """Refuse a file's name that says another format than the file will have.

    Raises:
        typer.BadParameter: It does.
    """
    suffix = target.suffix.lstrip(".").lower() if target else ""
    packed = chosen in (*_BINARY, "zip") and suffix == "txt"
    if target is not None and suffix != chosen and (suffix in _NAMED or packed):
        raise typer.BadParameter(
            f"{target} says {suffix}, but {chosen} would be written. Name it "
            f"{target.with_suffix(f'.{chosen}')}."
        )
