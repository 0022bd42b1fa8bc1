"""The frame that every modal has."""

from __future__ import annotations

from typing import TypeVar

from textual.screen import ModalScreen

T = TypeVar("T")

WIDE = 100
"""Columns from which there is room for two things side by side."""


class Dialog(ModalScreen[T]):
    """A box over a dimmed place."""

    # Textual declares it without ClassVar, so that mypy refuses what ruff asks for.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        #dialog {
            width: 90;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            padding: 1 2;
            border: round $border;
            border-title-color: $text;
            border-title-style: bold;
            background: $surface;
        }
        #dialog.-small { width: 70; }
        #refusal { display: none; color: $text-error; margin-bottom: 1; }
        #buttons { height: 1; margin-top: 1; align-horizontal: right; }
        #buttons Button { margin-left: 2; min-width: 12; }
    }
    """
