"""The bottom line: the keys that work here."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Footer


class KeyLine(Footer):
    """A footer that is laid out again only when its keys change.

    The keys are looked at whenever the focus or the cursor moves, and laying them out anew costs
    more than all the rest of such a move.
    """

    _keys: tuple[tuple[str, str, bool], ...] = ()

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Lay the keys out again if they are others, or dimmed otherwise, than those shown."""
        keys = tuple(
            (active.binding.key, active.binding.description, active.enabled)
            for active in screen.active_bindings.values()
            if active.binding.show
        )
        if keys != self._keys and screen.app.app_focus:
            self._keys = keys
            super().bindings_changed(screen)
