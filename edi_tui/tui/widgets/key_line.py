"""The bottom line: the keys that work here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import ActiveBinding
from textual.content import Content
from textual.events import Click, Leave, MouseEvent, MouseMove
from textual.screen import Screen
from textual.widgets import Static

from edi_tui.tui.text import plain

_GAP = 2
"""Blank characters after each verb."""
_KEPT = ("help", "menu", "save", "cancel")
"""What stands in the line however narrow it is: from there everything else is found."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A key as the line shows it."""

    id: str
    key: str
    name: str
    verb: str
    tooltip: str
    enabled: bool

    @property
    def width(self) -> int:
        """The columns that it takes, with the gap after it."""
        return len(self.name) + 1 + len(self.verb) + _GAP


class KeyLine(Static):
    """As many keys as there is room for, never more; those without anything to act on are dim."""

    DEFAULT_CSS = "KeyLine { dock: bottom; height: 1; padding: 0 1; background: $panel; }"
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self) -> None:
        """Begin without keys."""
        super().__init__()
        self._keys: tuple[Shown, ...] = ()

    def on_mount(self) -> None:
        """Follow the keys, which change with the focus and the cursor."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self) -> None:
        """Show as many as fit now."""
        self._draw()

    @property
    def shown(self) -> Sequence[Shown]:
        """The keys that stand in the line, from left to right."""
        return fitting(self._keys, self.content_size.width)

    def _follow(self, screen: Screen[object]) -> None:
        """Draw the line anew where its keys are others, or dimmed otherwise, than those shown."""
        keys = tuple(self._listed(screen.active_bindings.values()))
        if keys != self._keys and screen.app.app_focus:
            self._keys = keys
            self._draw()

    def _listed(self, active: Iterable[ActiveBinding]) -> Iterable[Shown]:
        seen = set()
        for _, binding, enabled, tooltip in active:
            # What has no id is a key of Textual's own, in words that are not those of the program.
            if binding.show and binding.id and binding.action not in seen:
                seen.add(binding.action)
                name = self.app.get_key_display(binding)
                yield Shown(binding.id, binding.key, name, binding.description, tooltip, enabled)

    def _draw(self) -> None:
        parts = []
        for shown in self.shown:
            parts += [
                plain(
                    f"{shown.name} ",
                    "bold $text-accent" if shown.enabled else "$foreground-disabled",
                ),
                plain(f"{shown.verb}{' ' * _GAP}", "" if shown.enabled else "$foreground-disabled"),
            ]
        self.update(Content.assemble(*parts))

    def on_click(self, event: Click) -> None:
        """Do what the key under the mouse does."""
        if (shown := self._at(event)) is not None:
            self.app.simulate_key(shown.key)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Explain the key under the mouse."""
        shown = self._at(event)
        self.tooltip = plain(shown.tooltip) if shown else None

    def on_leave(self, event: Leave) -> None:
        """Explain nothing any more."""
        self.tooltip = None

    def _at(self, event: MouseEvent) -> Shown | None:
        offset = event.get_content_offset(self)
        end = 0
        for shown in self.shown if offset else ():
            end += shown.width
            if offset and offset.x < end:
                return shown
        return None


def fitting(keys: Sequence[Shown], room: int) -> list[Shown]:
    """Return the keys that fit into a line, in their order.

    Those without anything to act on go first, then the later ones before the earlier ones.

    Args:
        keys: All keys of the line.
        room: Its columns.
    """
    fitted = list(keys)
    spare = [shown for shown in reversed(keys) if shown.id not in _KEPT]
    for shown in sorted(spare, key=lambda shown: shown.enabled):
        if sum(left.width for left in fitted) - _GAP <= room:
            break
        fitted.remove(shown)
    return fitted
