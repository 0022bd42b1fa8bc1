"""The frame that every modal has."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual.screen import ModalScreen

from edi_tui.tui.key_order import KeysFree
from edi_tui.tui.widgets.refusal import Refusal

if TYPE_CHECKING:
    from edi_tui.tui.app import EdiApp

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A box over a dimmed place."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        #dialog {
            width: 90;
            max-width: 96%;
            height: auto;
            max-height: 92%;
            padding: 1 2;
            border: round $border;
            border-title-color: $text;
            border-title-style: bold;
            background: $surface;
        }
        #dialog.-small { width: 70; }
        #buttons { height: 1; margin-top: 1; align-horizontal: right; }
        #buttons Button { margin-left: 2; min-width: 12; }
        &.-tiny #dialog { max-width: 100%; padding: 0 1; }
        &.-low #dialog { max-height: 100%; padding: 0 1; }
    }
    """

    ready = False
    """Whether it has the focus, so that keys reach it."""

    @property
    def edi(self) -> EdiApp:
        """The application, by its own type."""
        return cast("EdiApp", self.app)

    def refuse(self, problem: str) -> None:
        """Say why it does not go on; a dialog that may refuse has a line for it."""
        self.query_one(Refusal).say(problem)

    def on_screen_resume(self) -> None:
        """Take the keys as soon as the focus is set."""
        self.call_later(self._take_keys)

    def on_screen_suspend(self) -> None:
        """Leave the keys to what is shown above."""
        self.ready = False

    def _take_keys(self) -> None:
        self.ready = True
        self.app.post_message(KeysFree())


class ListDialog(Dialog[T]):
    """A box that lists what to choose from, under what is asked."""

    DEFAULT_CSS = """
    ListDialog {
        #explained { color: $text-muted; margin-bottom: 1; }
        OptionList { height: auto; max-height: 60vh; padding: 0; }
        OptionList, OptionList:focus { background: $surface; border: none; }
    }
    """
    AUTO_FOCUS = "OptionList"
