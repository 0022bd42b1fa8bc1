"""The base of every place: it reads in the background and reports what fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.worker import Worker, WorkerState, get_current_worker

from edi_tui.domain.errors import EdiError, OutputExistsError
from edi_tui.domain.quarters import Quarter
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.place_bar import PlaceBar
from edi_tui.tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from edi_tui.services.register import Register
    from edi_tui.tui.app import EdiApp
    from edi_tui.tui.modals.export import Order

T = TypeVar("T")


class EdiScreen(Screen[None]):
    """A place: title line, places, its own body, and the keys."""

    PLACE = ""
    # Textual declares them without ClassVar, so that mypy refuses what ruff asks for.
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]  # noqa: RUF012

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

    def compose(self) -> ComposeResult:
        """Frame the body of the place."""
        yield TitleBar()
        yield PlaceBar(self.PLACE)
        with Container(id="body"):
            yield from self.compose_body()
        yield KeyLine(show_command_palette=False)

    def compose_body(self) -> ComposeResult:
        """Lay out what is particular to the place."""
        yield from ()

    @property
    def edi(self) -> EdiApp:
        """The application, by its own type."""
        return cast("EdiApp", self.app)

    def on_screen_resume(self) -> None:
        """Read the register again: it may have changed while another place was shown.

        The place is painted first, since opening the register loads the database library.
        """
        self.call_after_refresh(self.load)

    @work(thread=True, exclusive=True, exit_on_error=False, group="load")
    def load(self) -> None:
        """Read in the background; only post, never touch a widget."""
        try:
            register = self.edi.opened()
            loaded = self.Loaded(self.read(register), *_about(register))
        except EdiError as error:
            self.post_message(self.Failed(error))
            return
        if not get_current_worker().is_cancelled:
            self.post_message(loaded)

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

    @on(Failed)
    def refused(self, message: Failed) -> None:
        """Say what was refused; a register that cannot be opened ends the program with it."""
        self.edi.refuse(message.error)

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
        if event.state is WorkerState.ERROR and event.worker.error is not None:
            self.edi.panic_for(event.worker.error)

    def say(self, message: str, *, title: str = "", error: bool = False) -> None:
        """Show a short message that goes by itself."""
        self.notify(
            plain(message).plain,
            title=title,
            severity="error" if error else "information",
            markup=False,
        )

    def action_go(self, place: str) -> None:
        """Go to another place."""
        self.edi.go(place)

    @on(PlaceBar.Chosen)
    def go(self, message: PlaceBar.Chosen) -> None:
        """Go to the place that was clicked."""
        self.edi.go(message.name)

    def proposed_quarter(self, today: date) -> Quarter:
        """Return the quarter whose paper is proposed: the last whole one."""
        return Quarter.containing(today).previous

    @work
    async def action_export(self) -> None:
        """Write the status paper of a quarter."""
        from edi_tui.tui.modals.export import ExportForm

        today = await self.stored(lambda register: register.today)
        if isinstance(today, EdiError):
            self.edi.refuse(today)
            return
        form = ExportForm(self.proposed_quarter(today))
        while (order := await self.app.push_screen_wait(form)) is not None:
            result = await self.stored(partial(_written, order))
            if not isinstance(result, EdiError):
                told = " ".join(filter(None, (f"Written to {order.path}.", result)))
                self.say(told, title=f"Status paper {order.quarter}")
                return
            form = ExportForm(order.quarter, order.words, _refusal(result))

    def action_reload(self) -> None:
        """Read the register again."""
        self.load()


def _refusal(error: EdiError) -> str:
    """Return why a paper was not written, without the option that only the command has."""
    if isinstance(error, OutputExistsError):
        return "There is a file of that name already. Choose another."
    return str(error)


def _attempt(intent: Callable[[Register], T], register: Register) -> T | EdiError:
    try:
        return intent(register)
    except EdiError as error:
        return error


def _written(order: Order, register: Register) -> str:
    """Write a paper and return what is known but not in it."""
    from edi_tui.exports.export import deliver, status_bytes
    from edi_tui.services.report import status_report

    if register.lies_at(order.path):
        raise OutputExistsError(f"{order.path} is the register itself.")
    report = status_report(register, order.quarter)
    deliver(status_bytes(report, order.format.value), order.path, force=False)
    return report.later


def _about(register: Register) -> tuple[str, str, date]:
    from edi_tui.services.lists import organisation_of

    quarter = str(Quarter.containing(register.today))
    told = f"{quarter}{' · read only' * register.read_only}"
    return organisation_of(register).name, told, register.today
