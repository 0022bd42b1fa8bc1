"""What the program makes of keys, whether pressed, clicked in a menu or found by name."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import ActiveBinding, Binding
from textual.events import Key

from edi_tui.domain.errors import EdiError
from edi_tui.tui.ending import EndingApp
from edi_tui.tui.keys.entry import Menu, action_name, key_words
from edi_tui.tui.keys.own import read_keys
from edi_tui.tui.keys.table import BY_ID
from edi_tui.tui.screen import EdiScreen
from edi_tui.tui.surroundings import Surroundings
from edi_tui.tui.text import plain


class KeyedApp(EndingApp):
    """A program whose keys a person may replace, and where a resting key says why it rests."""

    def __init__(self, surroundings: Surroundings) -> None:
        """Take the person's own keys."""
        super().__init__(surroundings)
        self._misread = self._adopt(surroundings.keys)

    def _adopt(self, chosen: Mapping[str, object]) -> EdiError | None:
        """Replace keys by the person's own; where these would not work, return why not."""
        try:
            self.set_keymap(read_keys(chosen))
        except EdiError as error:
            return error
        return None

    def on_ready(self) -> None:
        """Say why the person's own keys are not used, if they are not."""
        if self._misread is not None:
            self.tell(self._misread)

    def tell(self, error: EdiError) -> None:
        """Show an error for as long as it takes to read it."""
        self.notify(plain(str(error)).plain, title=error.title, severity="error", markup=False)

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as people call it."""
        return key_words(binding.key)

    def key_for(self, name: str) -> str:
        """Return the key of an entry of the table as people call it; their own, if they chose one.

        Args:
            name: The entry's identifier; where there is none of that name the key is empty.
        """
        entry = BY_ID.get(name)
        keys = self._keymap.get(name, entry.key if entry else "")
        return key_words(keys.split(",")[0]) if keys else ""

    async def do(self, active: ActiveBinding) -> None:
        """Do what a key does, chosen from a menu or by name, or say why it does nothing here."""
        if active.enabled:
            await self.run_action(active.binding.action, active.node)
        else:
            self._explain(active)

    def on_key(self, event: Key) -> None:
        """Say why a key has nothing to act on; nobody else has taken it when it comes here."""
        active = self._active(event.key)
        if active is not None and not active.enabled:
            self._explain(active)

    def _active(self, key: str) -> ActiveBinding | None:
        """Return what a key does here, None where it does nothing.

        Textual's own answer asks of every key whether it has something to act on, which took
        longer than to act on this one.
        """
        found = [
            ActiveBinding(node, binding, bool(state), binding.tooltip)
            for node, bindings in self.screen._modal_binding_chain
            for binding in bindings.key_to_bindings.get(key, ())
            if (state := self._check_action_state(binding.action, node)) is not False
        ]
        first = next(iter(found), None)
        return next((active for active in found if active.binding.priority), first)

    def _explain(self, active: ActiveBinding) -> None:
        screen = self.screen
        if isinstance(screen, EdiScreen) and screen.is_mounted:
            screen.say(screen.why_not(action_name(active.binding.action)))

    def action_menu(self, name: str = Menu.REGISTER.name) -> None:
        """Open a menu of what can be done in the place that is shown."""
        from edi_tui.tui.modals.menu import MenuScreen

        if isinstance(self.screen, EdiScreen):
            active = list(self.screen.active_bindings.values())
            actions = [binding.binding.action for binding in active]
            why = {action: self.screen.why_not(action_name(action)) for action in actions}
            self.push_screen(MenuScreen(active, why, Menu[name]), self._do_chosen)

    async def _do_chosen(self, active: ActiveBinding | None) -> None:
        if active is not None:
            await self.do(active)
