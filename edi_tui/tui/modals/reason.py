"""Asks for a reason, naming the record that it is about."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static

from edi_tui.domain.text import shortened
from edi_tui.tui.keys.forms import FORM
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.entry import LineEntry
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.refusal import Refusal


class Reason(Dialog[str | None]):
    """Gathers a reason, or a name, without which nothing is done."""

    DEFAULT_CSS = """
    Reason {
        #named { text-style: bold; margin-bottom: 1; }
        #explained { color: $text-muted; margin-bottom: 1; }
        #refusal { margin: 1 0 0 0; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*FORM]
    AUTO_FOCUS = "Input"
    VERB: ClassVar[str]
    """What is done to the record, on the button and in the title."""
    EXPLAINED: ClassVar[str]
    """What comes of it."""
    ASKED: ClassVar[str]
    """The question."""
    NEEDED: ClassVar[str]
    """What is said where no reason is given."""
    NOT: ClassVar[str] = "Keep it"
    """What the button says that does nothing."""

    def __init__(self, subject: str, named: str, reason: str = "", problem: str = "") -> None:
        """Ask about a record, or several.

        Args:
            subject: Its reference, or how many there are.
            named: What it says.
            reason: What was typed before, where it is asked again.
            problem: Why it was refused before.
        """
        super().__init__()
        self._subject, self._named = subject, named
        self._reason = reason
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Lay the question out."""
        with Vertical(id="dialog", classes="-small") as dialog:
            dialog.border_title = plain(f"{self.VERB} {self._subject}?")
            yield Static(plain(shortened(self._named, 200)), id="named")
            yield Static(plain(self.EXPLAINED), id="explained")
            yield LineEntry(self._reason, placeholder=self.ASKED, id="reason", compact=True)
            yield Refusal(self._problem)
            with Horizontal(id="buttons"):
                yield Button(plain(self.VERB), variant="warning", id="save", compact=True)
                yield Button(plain(self.NOT), id="cancel", compact=True)
        yield KeyLine()

    @on(Button.Pressed, "#save")
    @on(Input.Submitted)
    def action_save(self) -> None:
        """Hand the reason over; without one nothing is done."""
        reason = self.query_one("#reason", Input).value.strip()
        if reason:
            self.dismiss(reason)
            return
        self.refuse(self.NEEDED)

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave the record as it is."""
        self.dismiss(None)


class Withdrawal(Reason):
    """Asks why a record is withdrawn; it stays in the register all the same."""

    VERB = "Withdraw"
    EXPLAINED = "It leaves every list but stays in the register and its history."
    ASKED = "Why is it withdrawn?"
    NEEDED = "Say why it is withdrawn; the reason is kept."


class Parking(Reason):
    """Asks why nothing follows from a commitment for now."""

    VERB = "Park"
    EXPLAINED = "It stays in the list with its reason, and can be taken up again."
    ASKED = "Why does nothing follow from it for now?"
    NEEDED = "Say why nothing follows from it for now; the reason is kept."


class ViewName(Reason):
    """Asks for the name under which a filter is kept."""

    VERB = "Keep"
    EXPLAINED = "It is kept in the register, and @ with its name stands for it in any filter."
    ASKED = "A name without spaces, such as late-ones"
    NEEDED = "Give it a name, such as late-ones."
    NOT = "Cancel"
