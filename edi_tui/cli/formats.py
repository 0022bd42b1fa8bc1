"""Which format a file is written in."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

_BINARY = ("xlsx", "ods", "docx", "pdf", "pptx")


def format_named(layout: str | None, target: Path | None, formats: tuple[str, ...]) -> str:
    """Return the format that was asked for, else that of the file's name, else the first."""
    suffix = target.suffix.lstrip(".").lower() if target else ""
    chosen = layout.lower() if layout else suffix or formats[0]
    if chosen not in formats:
        raise typer.BadParameter(f"Choose {', '.join(formats)}.", param_hint="--format")
    if chosen in _BINARY and target is None and sys.stdout.isatty():
        raise typer.BadParameter(
            f"A .{chosen} file is nothing for a terminal; name a file with -o.",
            param_hint="--output",
        )
    return chosen
