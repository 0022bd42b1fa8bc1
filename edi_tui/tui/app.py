"""The terminal program: places, theme, and the register they share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import BindingType
from textual.command import Provider
from textual.events import Resize
from textual.screen import Screen

from edi_tui.domain.errors import EdiError, RegisterError
from edi_tui.tui.aside import aside
from edi_tui.tui.crash import DRAFTS
from edi_tui.tui.keeping import Keeping
from edi_tui.tui.keys.app import APP
from edi_tui.tui.keys.places import PLACES
from edi_tui.tui.screens.today import TodayScreen
from edi_tui.tui.sizes import HEIGHTS, WIDTHS
from edi_tui.tui.stylesheet import KeptStylesheet
from edi_tui.tui.surroundings import Surroundings
from edi_tui.tui.themes import adopt, remember
from edi_tui.tui.typed import TypedApp
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


def _desk() -> Screen[None]:
    from edi_tui.tui.screens.desk import DeskScreen

    return DeskScreen()


class EdiApp(TypedApp):
    """The register in a terminal."""

    TITLE = "edi-tui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_record_commands}
    BINDINGS: ClassVar[list[BindingType]] = [*APP]
    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = {
        "today": TodayScreen,
        **{place.name: partial(_place, place.name) for place in PLACES[1:]},
        "desk": _desk,
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
        super().__init__(surroundings or Surroundings())
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())
        adopt(self, light=self.surroundings.light, state=self.surroundings.state)
        self.happened = Happened()
        """What was done last, for the status line of whichever place is shown."""
        self._opener = opener
        self.demo = demo
        self._held: Register | None = None
        self._opening = Lock()
        state = None if demo else self.surroundings.state
        self.keeping = Keeping(self, state and state / DRAFTS)
        """What is typed and not stored yet."""
        self.offered = False
        """Whether what earlier runs left unstored has been offered."""

    def on_unmount(self) -> None:
        """Leave what was not stored to the next run."""
        self.keeping.end()

    def opened(self) -> Register:
        """Return the register, opening it the first time; only called from worker threads."""
        with self._opening:
            if self._held is None:
                self._held = self._opener()
                self.keeping.begin(self._held)
            return self._held

    def refuse(self, error: EdiError) -> None:
        """Show why something was refused; without a register there is nothing more to do."""
        if isinstance(error, RegisterError) and self._held is None:
            self.failure = error
            self.exit(return_code=error.exit_code)
            return
        self.tell(error)

    def looked_at(self) -> list[str]:
        """Return the reference of the record that the place has under its cursor."""
        from edi_tui.tui.editing import EditingScreen

        place = next((screen for screen in self.screen_stack if screen.is_mounted), None)
        row = place.current if isinstance(place, EditingScreen) else None
        return [row.ref] if row else []

    def on_resize(self, event: Resize) -> None:
        """Show one sentence in place of everything where there is no room."""
        from edi_tui.tui.modals.too_small import TooSmall, fits

        if not fits(event.size) and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())

    def go(self, place: str, *, ref: str = "", field: str = "") -> None:
        """Show a place, with the cursor on a record where its reference is given.

        Args:
            place: The place.
            ref: The record.
            field: The field whose entry opens, if it is one that people fill in.
        """
        from edi_tui.tui.screens.place import PlaceScreen
        from edi_tui.tui.screens.table_screen import TableScreen

        known = place == self.current_mode
        self.switch_mode(place)
        if isinstance(self.screen, TableScreen):
            self.screen.arriving = not known
        if ref and isinstance(self.screen, PlaceScreen):
            self.screen.select(ref, field)

    def in_background(self, job: Callable[[], None]) -> None:
        """Do a job in a thread."""
        self.run_worker(job, thread=True, group="keep")

    def refuse_from_thread(self, error: EdiError) -> None:
        """Show why something in a thread was refused."""
        self.call_later(self.refuse, error)

    async def in_thread(self, intent: Callable[[Register], T]) -> T:
        """Run a use case that only reads off the event loop."""
        return await aside(lambda: intent(self.opened()))

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

    def action_command_palette(self) -> None:
        """Find any command or record by name."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            asked = "Type part of a command or of a record"
            self.push_screen(CommandPalette(placeholder=asked, id="--command-palette"))

    def action_theme(self) -> None:
        """Choose a theme."""
        from edi_tui.tui.modals.themes import ThemeChoice

        self.push_screen(ThemeChoice(self.theme), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is not None:
            remember(name, self.surroundings.state)

    def action_help(self) -> None:
        """Open the guide at the page of this place."""
        from edi_tui.tui.modals.guide import page_of

        self._open_guide(page_of(self.current_mode))

    def action_keys(self) -> None:
        """Show what the keys of this place do."""
        from edi_tui.tui.modals.guide import HERE

        self._open_guide(HERE)

    def _open_guide(self, name: str) -> None:
        from edi_tui.tui.modals.guide import GuideScreen

        self.push_screen(GuideScreen(name, self.screen.active_bindings.values()))
