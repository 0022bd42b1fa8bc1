"""The top line: the program, whose register it is, and the quarter."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from edi_tui.domain.text import one_line
from edi_tui.tui.text import plain

_PROGRAM = "edi-tui"
_GAP = 2
"""Least blank characters between the parts."""


class TitleBar(Static):
    """One calm line, without a clock."""

    DEFAULT_CSS = "TitleBar { height: 1; padding: 0 2; background: $panel; }"

    def __init__(self) -> None:
        """Begin with the program's name alone."""
        super().__init__()
        self._organisation = ""
        self._quarter = ""

    def show(self, organisation: str, quarter: str) -> None:
        """Name the organisation and the quarter."""
        self._organisation, self._quarter = one_line(organisation), quarter
        self.refresh()

    def render(self) -> Content:
        """Set the program left, the organisation in the middle and the quarter right."""
        width = self.content_size.width
        room = width - len(_PROGRAM) - len(self._quarter) - 2 * _GAP
        name = plain(self._organisation).truncate(max(room, 0), ellipsis=True)
        rest = width - len(_PROGRAM) - name.cell_length - len(self._quarter)
        centred = (width - name.cell_length) // 2 - len(_PROGRAM)
        left = max(min(centred, rest - _GAP), _GAP)
        right = max(rest - left, _GAP)
        return Content.assemble(
            (_PROGRAM + " " * left, "bold $text-primary"),
            name,
            " " * right,
            (self._quarter, "$text-muted"),
        )
