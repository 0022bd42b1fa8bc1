"""Offers a draft that an earlier run of the program left behind."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from edi_tui.domain.text import shortened
from edi_tui.tui.forms.left_drafts import typed_words, written_on
from edi_tui.tui.keys.dialogs import LEFT_DRAFT
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from edi_tui.services.kept_drafts import KeptDraft


class DraftChoice(Enum):
    """What a person wants done with a draft."""

    GO_ON = auto()
    THROW_AWAY = auto()
    LATER = auto()


class LeftDraft(Dialog[DraftChoice]):
    """Asks whether to go on with what was being written."""

    DEFAULT_CSS = """
    LeftDraft {
        #words { color: $text-muted; margin: 1 0; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*LEFT_DRAFT]
    AUTO_FOCUS = "#go-on"

    def __init__(self, left: KeptDraft) -> None:
        """Offer a draft."""
        super().__init__()
        self._left = left

    def compose(self) -> ComposeResult:
        """Lay what was written over what can be done with it."""
        left = self._left
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = "You were writing"
            yield Static(plain(f"{left.heading}, on {written_on(left)}. It was not stored."))
            yield Static(plain(shortened(typed_words(left), 200)), id="words")
            with Horizontal(id="buttons"):
                yield Button("Continue", variant="primary", id="go-on", compact=True)
                yield Button("Throw away", id="throw-away", compact=True)
                yield Button("Later", id="later", compact=True)
        yield KeyLine()

    @on(Button.Pressed, "#go-on")
    def action_go_on(self) -> None:
        """Go on writing."""
        self.dismiss(DraftChoice.GO_ON)

    @on(Button.Pressed, "#throw-away")
    def action_throw_away(self) -> None:
        """Throw it away."""
        self.dismiss(DraftChoice.THROW_AWAY)

    @on(Button.Pressed, "#later")
    def action_later(self) -> None:
        """Leave it for the next start."""
        self.dismiss(DraftChoice.LATER)
