"""What the program makes of typing: each key acts where the one before has led."""

from __future__ import annotations

from textual import on
from textual._xterm_parser import XTermParser
from textual.events import Event, Key, Paste
from textual.screen import ModalScreen

from edi_tui.domain.text import stored, visible
from edi_tui.tui.key_order import KeyDone, KeyOrder, KeysFree, Typed
from edi_tui.tui.keyed import KeyedApp
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.screen import EdiScreen
from edi_tui.tui.surroundings import Surroundings


class TypedApp(KeyedApp):
    """A program in which nobody has to wait before they type on."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Begin with nothing typed."""
        super().__init__(surroundings)
        self.keys = KeyOrder(self, self._hold)
        """What is typed, in the order in which it was."""
        self._typed_ahead = surroundings.typed

    def on_load(self) -> None:
        """Begin with what was typed before the program was there."""
        for event in XTermParser().feed(self._typed_ahead):
            self.post_message(event)

    async def on_event(self, event: Event) -> None:
        """Make whatever is pasted safe for the terminal, and act on keys one after the other."""
        if isinstance(event, Paste):
            event.text = visible(stored(event.text))
        if not isinstance(event, Key | Paste):
            await super().on_event(event)
        elif event.is_forwarded:  # it has come up past every widget
            await super().on_event(event)
            self.call_later(self._ended, event)
        elif not self.keys.take(event):
            await self._act_on(event)
            await self.go_on_typing()

    async def _act_on(self, typed: Typed) -> None:
        target = self.focused or self.screen
        self.keys.begin(typed)
        await super().on_event(typed)
        if not typed.is_forwarded or not target.post_message(KeyDone(typed)):
            self.call_later(self._ended, typed)

    @on(KeyDone)
    def end_key(self, message: KeyDone) -> None:
        """Act on the next key, since one has been acted on."""
        self.call_later(self._ended, message.typed)

    async def _ended(self, typed: Typed) -> None:
        """Act on the next key; called later, since to focus something is called later too."""
        self.keys.end(typed)
        await self.go_on_typing()

    @on(KeysFree)
    async def go_on_typing(self) -> None:
        """Act on the keys that waited, as far as they need not wait longer."""
        while (typed := self.keys.next()) is not None:
            await self._act_on(typed)

    def _hold(self, typed: Typed) -> bool:
        """Tell whether a key waits for a dialog to type into, or a place to act on."""
        top = self.screen
        if isinstance(top, ModalScreen):
            return isinstance(top, Dialog) and not top.ready
        if self.keys.opening:
            return True
        if not isinstance(top, EdiScreen) or not top.arriving:
            return False
        return not top.is_mounted or not self._is_for_every_place(typed)

    def _is_for_every_place(self, typed: Typed) -> bool:
        active = self.active_bindings.get(typed.key) if isinstance(typed, Key) else None
        return active is not None and active.node is self
