"""A framed part of a screen."""

from __future__ import annotations

from typing import Self

from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region


class Panel(Vertical):
    """A framed part of a screen, whose lower edge says how much there is in it."""

    _telling = False

    def tell(self, words: Content) -> None:
        """Say something in the lower edge, for which only that line is drawn anew."""
        self._telling = True
        self.border_subtitle = words
        self._telling = False

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw the part anew, or its lower edge alone where nothing else has changed."""
        if self._telling:
            regions = (self._edge,)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    @property
    def _edge(self) -> Region:
        left, top = self.content_offset
        return Region(-left, self.outer_size.height - 1 - top, self.outer_size.width, 1)
