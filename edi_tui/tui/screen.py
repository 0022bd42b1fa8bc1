"""The base of every place: it reads in the background and reports what fails."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import Worker, WorkerState

from edi_tui.domain.errors import EdiError
from edi_tui.domain.kinds import Kind
from edi_tui.domain.quarters import Quarter
from edi_tui.tui.command_line import command as command_line
from edi_tui.tui.key_order import KeysFree
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.menu_bar import MenuBar
from edi_tui.tui.widgets.place_bar import PlaceBar
from edi_tui.tui.widgets.status_line import Happened, StatusLine
from edi_tui.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from edi_tui.services.register import Register
    from edi_tui.tui.app import EdiApp

T = TypeVar("T")
S = TypeVar("S", bound="EdiScreen")
P = ParamSpec("P")


def asking(
    method: Callable[Concatenate[S, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[S, P], Worker[T]]:
    """Run an action that asks and stores as a worker.

    Keys wait from the moment it begins, except while one of its dialogs is there to type into.
    """

    @wraps(method)
    def begin(screen: S, /, *args: P.args, **kwargs: P.kwargs) -> Worker[T]:
        worker = screen.run_worker(method(screen, *args, **kwargs), method.__name__)
        screen.edi.keys.wait_for(worker)
        return worker

    return begin


class EdiScreen(Screen[None]):
    """A place: title line, places, its own body, and the keys."""

    PLACE = ""

    @dataclass
    class Loaded(Message):
        """What was read in the background has arrived."""

        content: object
        organisation: str
        quarter: str
        today: date

    @dataclass
    class Failed(Message):
        """Something in the background was refused."""

        error: EdiError

    def __init__(self) -> None:
        """Begin without anything read."""
        super().__init__()
        self.today = date.min
        """The register's day, once it has been opened."""
        self._loading: Worker[None] | None = None
        self.arriving = False
        """Whether the person has just come here and it shows nothing yet to act on."""

    def compose(self) -> ComposeResult:
        """Frame the body of the place."""
        with Horizontal(id="top"):
            yield MenuBar()
            yield TitleBar()
        yield PlaceBar(self.PLACE)
        with Container(id="body"):
            yield from self.compose_body()
        yield StatusLine()
        yield KeyLine()

    def compose_body(self) -> ComposeResult:
        """Lay out what is particular to the place."""
        yield from ()

    @property
    def edi(self) -> EdiApp:
        """The application, by its own type."""
        return cast("EdiApp", self.app)

    def on_mount(self) -> None:
        """Follow the theme, whose colours stand in lists and pages."""
        self.app.theme_changed_signal.subscribe(self, self._recolour)

    def _recolour(self, _theme: Theme) -> None:
        if self in self.app.screen_stack and self.today != date.min:
            self.load()

    def on_screen_resume(self) -> None:
        """Read the register again: it may have changed while another place was shown.

        The place is painted first, since opening the register loads the database library.
        """
        self.query_one(StatusLine).show(self.edi.happened)
        self.call_after_refresh(self.load)

    def load(self) -> Worker[None]:
        """Read in the background, instead of any reading that is still under way."""
        worker: Worker[None] = self._load()
        self.edi.keys.instead(self._loading, worker)
        self._loading = worker
        return worker

    @work(exclusive=True, exit_on_error=False, group="load", name="load")
    async def _load(self) -> None:
        try:
            loaded = await self.edi.in_thread(self._loaded)
        except EdiError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(loaded)

    def _loaded(self, register: Register) -> Loaded:
        """Return what the place shows and what stands around it; runs in a thread."""
        return self.Loaded(self.read(register), *_about(register))

    def read(self, register: Register) -> object:
        """Return what the place shows; runs in a thread."""
        raise NotImplementedError

    def show(self, content: object) -> None:
        """Show what `read` returned."""
        raise NotImplementedError

    @on(Loaded)
    def arrived(self, message: Loaded) -> None:
        """Show what was read."""
        self.today = message.today
        sample = " · sample" if self.edi.demo else ""
        self.query_one(TitleBar).show(message.organisation, f"{message.quarter}{sample}")
        self.show(message.content)
        self._arrived()
        if not self.edi.offered:
            self.edi.offered = True
            self.offer_drafts()

    @on(Failed)
    def refused(self, message: Failed) -> None:
        """Say what was refused; a register that cannot be opened ends the program with it."""
        self.edi.refuse(message.error)
        self._arrived()

    @asking
    async def offer_drafts(self) -> None:
        """Offer what earlier runs of the program left unstored, one after the other."""
        if not (left := await self.edi.keeping.left()):
            return
        from edi_tui.tui.editing import EditingScreen
        from edi_tui.tui.modals.left_draft import DraftChoice, LeftDraft
        from edi_tui.tui.place_of import PLACE_OF

        for draft in left:
            wish = await self.app.push_screen_wait(LeftDraft(draft))
            if wish is DraftChoice.THROW_AWAY:
                self.edi.keeping.forget(draft.token)
            elif wish is DraftChoice.GO_ON:
                self.edi.go(PLACE_OF.get(draft.kind, "objectives"))
                if isinstance(self.app.screen, EditingScreen):
                    await self.app.screen.go_on_with(draft)

    def _arrived(self) -> None:
        if self.arriving:
            self.arriving = False
            self.app.post_message(KeysFree())

    def why_not(self, action: str) -> str:
        """Return why an action has nothing to do here, in a sentence; empty where it has."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim the keys that have nothing to act on; pressed all the same, they say why."""
        return None if not self.is_mounted or self.why_not(action) else True

    async def stored(self, intent: Callable[[Register], T]) -> T | EdiError:
        """Run a use case off the event loop and return its result, or why it was refused."""
        worker = self.run_worker(
            lambda: _attempt(intent, self.edi.opened()),
            thread=True,
            exit_on_error=False,
            group="write",
        )
        return await worker.wait()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Bring an unforeseen error of a worker to light; without this it would be silent."""
        if event.state not in (WorkerState.PENDING, WorkerState.RUNNING):
            self.edi.keys.over(event.worker)
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.edi.panic_for(event.worker.error)

    def done(self, message: str, *command: str) -> None:
        """Say what was just done, how it is undone, and the command that does the same.

        Args:
            message: What was done, in a sentence.
            command: The words of that command after `edi-tui`; none where there is no such one.
        """
        undo = self.edi.key_for("undo")
        self._tell(f"{message} {undo} undoes it." if undo else message, *command)

    def say(self, message: str, *command: str) -> None:
        """Say something that changed nothing, which there is nothing of to undo."""
        self._tell(message, *command)

    def _tell(self, message: str, *words: str) -> None:
        command = command_line(*words, db=self.edi.surroundings.db) if words else ""
        self.edi.happened = Happened(message, command)
        self.query_one(StatusLine).show(self.edi.happened)

    @on(MenuBar.Chosen)
    def open_menu(self, message: MenuBar.Chosen) -> None:
        """Open the menu that was clicked."""
        self.edi.action_menu(message.menu.name)

    @on(PlaceBar.Chosen)
    def go(self, message: PlaceBar.Chosen) -> None:
        """Go to the place that was clicked."""
        self.edi.go(message.name)

    @property
    def listed(self) -> Kind | None:
        """The kind of which the place shows a list, where it shows one."""
        return None

    def proposed_file(self, today: date) -> dict[str, str]:
        """Return what stands first in the fields in which a file is ordered, by their names.

        It is the status paper of the last whole quarter.
        """
        return {"quarter": str(Quarter.containing(today).previous)}

    @asking
    async def action_export(self) -> None:
        """Write a paper, a list, a calendar or everything to a file."""
        from edi_tui.tui.exporting import write_file

        await write_file(self)

    @asking
    async def action_import(self) -> None:
        """Bring a plan or list in from a file."""
        from edi_tui.tui.importing import bring_in

        await bring_in(self)

    def action_reload(self) -> None:
        """Read the register again."""
        self.load()


def _attempt(intent: Callable[[Register], T], register: Register) -> T | EdiError:
    try:
        return intent(register)
    except EdiError as error:
        return error


def _about(register: Register) -> tuple[str, str, date]:
    from edi_tui.services.lists import organisation_of

    quarter = str(Quarter.containing(register.today))
    told = f"{quarter}{' · read only' * register.read_only}"
    return organisation_of(register).name, told, register.today
