"""The top line: the menus, whose register it is, and the quarter."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from edi_tui.domain.text import one_line
from edi_tui.tui.text import plain

_GAP = 2
"""Least blank characters between the parts."""
_LEAST = 12
"""Columns below which a name is not worth beginning."""


class TitleBar(Static):
    """Whose register it is and which quarter, beside the menus; without a clock."""

    DEFAULT_CSS = "TitleBar { width: 1fr; height: 1; padding: 0 2; background: $panel; }"

    def __init__(self) -> None:
        """Begin with nothing to say."""
        super().__init__()
        self._organisation = ""
        self._quarter = ""

    def show(self, organisation: str, quarter: str) -> None:
        """Name the organisation and the quarter."""
        self._organisation, self._quarter = one_line(organisation), quarter
        self.refresh()

    def render(self) -> Content:
        """Set the organisation in the middle of the screen and the quarter right."""
        width = self.content_size.width
        room = width - len(self._quarter) - 2 * _GAP
        name = plain(self._organisation if room >= _LEAST else "").truncate(room, ellipsis=True)
        rest = width - name.cell_length - len(self._quarter)
        centred = (self.screen.size.width - name.cell_length) // 2 - self.content_region.x
        left = max(min(centred, rest - _GAP), _GAP)
        right = max(rest - left, _GAP)
        return Content.assemble(
            " " * left,
            name,
            " " * right,
            (self._quarter, "$foreground-muted"),
        )
