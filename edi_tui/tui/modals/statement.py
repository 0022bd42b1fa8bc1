"""Takes in a public statement, to be split into its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, Static, TextArea

from edi_tui.domain.statements import sentences
from edi_tui.domain.text import stored
from edi_tui.tui.keys.forms import FORM
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.entry import LineEntry, ProseEntry
from edi_tui.tui.widgets.key_line import KeyLine
from edi_tui.tui.widgets.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Statement:
    """What was pasted."""

    title: str
    text: str


class StatementForm(Dialog[Statement | None]):
    """Gathers the statement's name and its words; each sentence becomes a commitment."""

    DEFAULT_CSS = """
    StatementForm {
        #title, #text { background: $boost; padding: 0 1; }
        #title:focus, #text:focus { background: $primary-muted; }
        #text { height: 40vh; margin-top: 1; border: none; }
        #counted { color: $text-muted; margin-top: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*FORM]
    AUTO_FOCUS = "#title"

    def __init__(self, given: Statement | None = None, problem: str = "") -> None:
        """Begin empty, or with what was pasted before.

        Args:
            given: What was typed before, where it is asked again.
            problem: Why it was refused before.
        """
        super().__init__()
        self._given = given or Statement("", "")
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Lay the name over the words."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = "Paste a public statement"
            yield Refusal(self._problem)
            yield LineEntry(
                self._given.title,
                placeholder="Where it was said, such as Race pledge, May 2026",
                id="title",
                compact=True,
            )
            yield ProseEntry(self._given.text, id="text", compact=True, highlight_cursor_line=False)
            yield Static("", id="counted")
            with Horizontal(id="buttons"):
                yield Button("Take in", variant="primary", id="save", compact=True)
                yield Button("Cancel", id="cancel", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Say that there are no sentences yet, or how many."""
        self.count()

    @on(TextArea.Changed)
    def count(self) -> None:
        """Say how many sentences there are."""
        count = sum(not one.fragment for one in sentences(stored(self._text)))
        told = f"{count:,} sentence{'s' * (count != 1)}; each becomes a commitment of its own."
        self.query_one("#counted", Static).update(plain(told))

    @property
    def _text(self) -> str:
        return self.query_one("#text", TextArea).text

    @on(Input.Submitted)
    def go_on(self) -> None:
        """Move on to the words."""
        self.query_one("#text").focus()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand the statement over, or say what is missing."""
        title = self.query_one("#title", Input).value.strip()
        if not title:
            self.refuse("Say where it was said, such as Race pledge, May 2026.")
        elif not self._text.strip():
            self.refuse("Paste the words of the statement.")
        else:
            self.dismiss(Statement(title, self._text))

    @on(Button.Pressed, "#cancel")
    def action_cancel(self) -> None:
        """Leave without storing anything; a second press is asked for where something was typed."""
        if self.may_leave("esc"):
            self.dismiss(None)

    def may_leave(self, key: str) -> bool:
        """Tell whether nothing typed would be lost, or the person pressed a key to leave twice."""
        typed = Statement(self.query_one("#title", Input).value, self._text)
        if typed in (self._given, Statement("", "")) or self.has_class("-leaving"):
            return True
        self.add_class("-leaving")
        self.refuse(f"You have pasted something. Press {key} again to throw it away.")
        return False
