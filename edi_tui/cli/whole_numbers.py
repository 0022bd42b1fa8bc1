"""Whole numbers among the options of commands."""

from __future__ import annotations

from collections.abc import Callable

import typer

from edi_tui.domain.text import quoted


def whole(least: int, most: int | None = None) -> Callable[[str | int], int]:
    """Return what reads a whole number from one to another, or without an end.

    What it returns raises `typer.BadParameter` for anything else.
    """
    until = "upwards" if most is None else f"to {most:,}"

    def number(typed: str | int) -> int:
        try:
            found = int(typed)
        except ValueError:
            found = least - 1
        if least <= found and (most is None or found <= most):
            return found
        raise typer.BadParameter(f"{quoted(str(typed))} is no whole number from {least} {until}.")

    return number
