"""Both versions of a record that two people changed, side by side, to choose from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Button, Static

from edi_tui.tui.keys.dialogs import CONFLICT
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

Side = Literal["mine", "theirs"]


@dataclass(frozen=True, slots=True)
class Differing:
    """A field of which two people say different things."""

    name: str
    label: str
    mine: str
    theirs: str
    typed: bool
    """Whether mine was typed by this person, and not merely what stood there before."""


class Choosing(Horizontal, can_focus=True):
    """One field, with the side that is chosen marked."""

    DEFAULT_CSS = """
    Choosing {
        height: auto;
        margin-bottom: 1;
        &:focus { background: $boost; }
        .label { width: 18; color: $text-muted; }
        .side { width: 1fr; padding: 0 1; color: $text-muted; }
        .side.-chosen { color: $text; text-style: bold; }
        &:focus .side.-chosen { background: $primary-muted; }
    }
    """

    def __init__(self, field: Differing) -> None:
        """Begin with mine where it was typed, else with theirs."""
        super().__init__()
        self.field = field
        self.side: Side = "mine" if field.typed else "theirs"

    @property
    def words(self) -> str:
        """What is chosen."""
        return self.field.mine if self.side == "mine" else self.field.theirs

    def compose(self) -> ComposeResult:
        """Lay mine beside theirs."""
        yield Static(plain(self.field.label), classes="label")
        yield Static("", classes="side", id="mine")
        yield Static("", classes="side", id="theirs")

    def on_mount(self) -> None:
        """Mark what is chosen."""
        self.choose(self.side)

    def choose(self, side: Side) -> None:
        """Choose a side."""
        self.side = side
        for name, words in (("mine", self.field.mine), ("theirs", self.field.theirs)):
            shown = self.query_one(f"#{name}", Static)
            shown.set_class(name == side, "-chosen")
            shown.update(_marked(words, chosen=name == side))

    def switch(self) -> None:
        """Choose the other side."""
        self.choose("theirs" if self.side == "mine" else "mine")

    def on_click(self, event: Click) -> None:
        """Choose the side that is clicked."""
        if event.widget is not None and event.widget.id in ("mine", "theirs"):
            self.choose("mine" if event.widget.id == "mine" else "theirs")


class Conflict(Dialog[Mapping[str, str] | None]):
    """Asks for each field that differs whose words are to stand."""

    DEFAULT_CSS = """
    Conflict {
        #told { color: $text-muted; margin-bottom: 1; }
        #heads { height: 1; margin-bottom: 1; }
        #heads Static { width: 1fr; padding: 0 1; color: $text-muted; text-style: bold; }
        #heads .label { width: 18; }
        #differing { height: auto; max-height: 50vh; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*CONFLICT]
    AUTO_FOCUS = "Choosing"

    def __init__(self, ref: str, differing: Sequence[Differing]) -> None:
        """Ask about a record.

        Args:
            ref: The record.
            differing: What the two versions say differently, at least one field.
        """
        super().__init__()
        self._ref, self._differing = ref, differing

    def compose(self) -> ComposeResult:
        """Lay the fields under one another."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(f"{self._ref} was changed by someone else")
            told = (
                "While you were editing, someone else stored a change. Nothing of yours is stored "
                "yet. Choose whose words stand in each field, then save."
            )
            yield Static(plain(told), id="told")
            with Horizontal(id="heads"):
                yield Static("", classes="label")
                yield Static("Yours")
                yield Static("Theirs")
            with VerticalScroll(can_focus=False, id="differing"):
                for field in self._differing:
                    yield Choosing(field)
            with Horizontal(id="buttons"):
                yield Button("Save", variant="primary", id="save", compact=True)
                yield Button("Back", id="cancel", compact=True)
        yield KeyLine()

    @property
    def choosing(self) -> list[Choosing]:
        """The fields, in order."""
        return list(self.query(Choosing))

    def action_take_all(self, side: Side) -> None:
        """Choose one side everywhere."""
        for each in self.choosing:
            each.choose(side)

    def action_switch(self) -> None:
        """Choose the other side of the field under the cursor."""
        if isinstance(self.focused, Choosing):
            self.focused.switch()

    def action_move(self, step: int) -> None:
        """Go to the field before or after."""
        if step > 0:
            self.focus_next(Choosing)
        else:
            self.focus_previous(Choosing)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand over whose words stand."""
        self.dismiss({each.field.name: each.words for each in self.choosing})

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Go back to the form."""
        self.dismiss(None)


def _marked(words: str, *, chosen: bool) -> Content:
    return Content.assemble(plain("● " if chosen else "○ "), plain(words or "(empty)"))
