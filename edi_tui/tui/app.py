"""The terminal program: places, theme, and the register they share."""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.app import App
from textual.binding import BindingType

from edi_tui.domain.errors import EdiError, RegisterError
from edi_tui.tui import bindings
from edi_tui.tui.palette import RecordCommands
from edi_tui.tui.screens.place import PlaceScreen
from edi_tui.tui.screens.places import (
    ActionsScreen,
    BoardScreen,
    EvidenceScreen,
    MeasuresScreen,
    NetworksScreen,
    ObjectivesScreen,
)
from edi_tui.tui.screens.today import TodayScreen
from edi_tui.tui.text import plain

if TYPE_CHECKING:
    from edi_tui.services.register import Register

T = TypeVar("T")


class EdiApp(App[None]):
    """The register in a terminal."""

    TITLE = "edi-tui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = App.COMMANDS | {RecordCommands}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings.APP]
    MODES = {  # noqa: RUF012
        "today": TodayScreen,
        "objectives": ObjectivesScreen,
        "actions": ActionsScreen,
        "measures": MeasuresScreen,
        "networks": NetworksScreen,
        "evidence": EvidenceScreen,
        "board": BoardScreen,
    }
    DEFAULT_MODE = "today"

    def __init__(self, opener: Callable[[], Register], *, demo: bool = False) -> None:
        """Keep how to open the register; the first frame is painted before it is called.

        Args:
            opener: Opens the register, or raises an `EdiError`.
            demo: Whether it is the sample, whose changes are thrown away.
        """
        super().__init__()
        self._opener = opener
        self.demo = demo
        self._held: Register | None = None
        self._opening = Lock()
        self.failure: EdiError | None = None
        """Why the program ended by itself; the command prints it."""

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

    def go(self, place: str, *, ref: str = "") -> None:
        """Show a place, with the cursor on a record where its reference is given."""
        self.switch_mode(place)
        if ref:
            self.call_after_refresh(self._select, ref)

    def _select(self, ref: str) -> None:
        if isinstance(self.screen, PlaceScreen):
            self.screen.select(ref)

    async def in_thread(self, intent: Callable[[Register], T]) -> T:
        """Run a use case off the event loop."""
        return await to_thread(lambda: intent(self.opened()))

    def action_go(self, place: str) -> None:
        """Go to a place."""
        self.go(place)

    def action_help(self) -> None:
        """Show what the keys of this place do."""
        from edi_tui.tui.modals.help import HelpScreen

        self.push_screen(HelpScreen(self.screen.active_bindings.values()))
