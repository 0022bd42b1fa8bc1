"""Entries that people type and paste into, safe to show whatever is pasted."""

from __future__ import annotations

from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from edi_tui.domain.text import stored, visible

_ON_ONE_LINE = str.maketrans("\n\t", "␊␉")


class LineEntry(Input):
    """One line; control characters are made visible as they come in."""

    def validate_value(self, value: str) -> str:
        """Make whatever is typed, pasted or set safe for the terminal, line ends too."""
        return visible(value).translate(_ON_ONE_LINE)


class ProseEntry(TextArea):
    """Several lines; control characters are made visible as they come in."""

    def edit(self, edit: Edit) -> EditResult:
        """Make whatever is typed or pasted safe for the terminal; line ends are kept as such."""
        edit.text = visible(stored(edit.text))
        return super().edit(edit)
