"""The terminal program: places, theme, and the register they share."""

from __future__ import annotations

import signal
import sys
from asyncio import get_running_loop, to_thread
from collections.abc import Callable, Iterable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App, SystemCommand
from textual.binding import ActiveBinding, Binding, BindingType
from textual.command import Provider
from textual.events import Event, Key, Paste
from textual.screen import Screen

from edi_tui.domain.errors import EdiError, RegisterError
from edi_tui.domain.text import stored, visible
from edi_tui.tui import bindings
from edi_tui.tui.key_entry import Menu, action_name, key_words
from edi_tui.tui.screen import EdiScreen
from edi_tui.tui.screens.today import TodayScreen
from edi_tui.tui.surroundings import Surroundings
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.status_line import Happened

if TYPE_CHECKING:
    from edi_tui.services.register import Register

T = TypeVar("T")


# Only what the first frame shows is imported before it is painted.
def _record_commands() -> type[Provider]:
    from edi_tui.tui.palette import RecordCommands

    return RecordCommands


def _place(name: str) -> Screen[None]:
    from edi_tui.tui.screens.places import SCREENS

    return SCREENS[name]()


class EdiApp(App[None]):
    """The register in a terminal."""

    TITLE = "edi-tui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = App.COMMANDS | {_record_commands}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.APP]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {
        "today": TodayScreen,
        **{place.name: partial(_place, place.name) for place in bindings.PLACES[1:]},
    }
    DEFAULT_MODE = "today"

    def __init__(
        self,
        opener: Callable[[], Register],
        *,
        demo: bool = False,
        surroundings: Surroundings | None = None,
    ) -> None:
        """Keep how to open the register; the first frame is painted before it is called.

        Args:
            opener: Opens the register, or raises an `EdiError`.
            demo: Whether it is the sample, whose changes are thrown away.
            surroundings: The person's settings; those of nobody in particular without.
        """
        super().__init__()
        self.surroundings = surroundings or Surroundings()
        self.happened = Happened()
        """What was done last, for the status line of whichever place is shown."""
        self._opener = opener
        self.demo = demo
        self._held: Register | None = None
        self._opening = Lock()
        self.failure: EdiError | None = None
        """Why the program ended by itself; the command prints it."""

    def on_mount(self) -> None:
        """End with the terminal: without one, reading keys would go round and round."""
        if sys.platform != "win32":
            get_running_loop().add_signal_handler(signal.SIGHUP, self.exit)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what a person may want of Textual's own commands: the theme and the way out."""
        wanted = ("Theme", "Quit")
        return (own for own in super().get_system_commands(screen) if own.title in wanted)

    def opened(self) -> Register:
        """Return the register, opening it the first time; only called from worker threads."""
        with self._opening:
            if self._held is None:
                self._held = self._opener()
            return self._held

    def refuse(self, error: EdiError) -> None:
        """Show why something was refused; without a register there is nothing more to do."""
        if isinstance(error, RegisterError) and self._held is None:
            self.failure = error
            self.exit(return_code=error.exit_code)
            return
        self.notify(plain(str(error)).plain, title=error.title, severity="error", markup=False)

    def panic_for(self, error: BaseException) -> None:
        """End the program over an error that nobody foresaw."""
        self._handle_exception(error if isinstance(error, Exception) else RuntimeError(str(error)))

    def let_go(self) -> None:
        """Let the thread that reads keys end; called when the program has.

        Where the terminal went away while it was being set up, Textual leaves that thread reading
        nothing, round and round, and the process would never end.
        """
        ended = getattr(self._driver, "exit_event", None)
        if ended is not None:
            ended.set()

    def _fatal_error(self) -> None:
        # Textual's own prints the local variables of every call, and so the words of records.
        from rich.segment import Segments
        from rich.traceback import Traceback

        if (error := self._exception) is None:
            return
        trace = Traceback.from_exception(type(error), error, error.__traceback__, width=None)
        segments = self.console.render(trace, self.console.options)
        self._exit_renderables.append(Segments(segments))
        self._close_messages_no_wait()

    async def on_event(self, event: Event) -> None:
        """Make whatever is pasted safe for the terminal, wherever it is pasted."""
        if isinstance(event, Paste):
            event.text = visible(stored(event.text))
        await super().on_event(event)

    def go(self, place: str, *, ref: str = "", field: str = "") -> None:
        """Show a place, with the cursor on a record where its reference is given.

        Args:
            place: The place.
            ref: The record.
            field: The field whose entry opens, if it is one that people fill in.
        """
        from edi_tui.tui.screens.place import PlaceScreen

        self.switch_mode(place)
        if ref and isinstance(self.screen, PlaceScreen):
            self.screen.select(ref, field)

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as people call it."""
        return key_words(binding.key)

    def key_for(self, name: str) -> str:
        """Return the key of an entry of the table as people call it; their own, if they chose one.

        Args:
            name: The entry's identifier; where there is none of that name the key is empty.
        """
        entry = bindings.BY_ID.get(name)
        keys = self._keymap.get(name, entry.key if entry else "")
        return key_words(keys.split(",")[0]) if keys else ""

    async def do(self, active: ActiveBinding) -> None:
        """Do what a key does, chosen from a menu or by name, or say why it does nothing here."""
        if active.enabled:
            await self.run_action(active.binding.action, active.node)
        else:
            self._explain(active)

    def _explain(self, active: ActiveBinding) -> None:
        screen = self.screen
        if isinstance(screen, EdiScreen) and screen.is_mounted:
            screen.say(screen.why_not(action_name(active.binding.action)))

    def on_key(self, event: Key) -> None:
        """Say why a key has nothing to act on; nobody else has taken it when it comes here."""
        active = self.screen.active_bindings.get(event.key)
        if active is not None and not active.enabled:
            self._explain(active)

    async def in_thread(self, intent: Callable[[Register], T]) -> T:
        """Run a use case off the event loop."""
        return await to_thread(lambda: intent(self.opened()))

    def action_go(self, place: str) -> None:
        """Go to a place."""
        self.go(place)

    async def action_quit(self) -> None:
        """Leave the program; a form in which something was typed asks first."""
        from edi_tui.tui.forms.record_form import RecordForm
        from edi_tui.tui.modals.statement import StatementForm

        kinds = (RecordForm, StatementForm)
        forms = [screen for screen in self.screen_stack if isinstance(screen, kinds)]
        if all(form.may_leave("ctrl+q") for form in forms):
            await super().action_quit()

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

    def action_help(self) -> None:
        """Show what the keys of this place do."""
        from edi_tui.tui.modals.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.active_bindings.values()))
