"""Entries that people type and paste into, safe to show whatever is pasted."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Paste
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Edit, EditResult

from edi_tui.domain.text import stored, visible
from edi_tui.tui.keys.forms import LINE

_ON_ONE_LINE = str.maketrans("\n\t", "␊␉")


class LineEntry(Input):
    """One line; control characters are made visible as they come in."""

    BINDINGS: ClassVar[list[BindingType]] = [*LINE]

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How long the text is, for which nothing is laid out anew: the entry is as wide as before."""

    _before: tuple[str, ...] = ()
    _after: tuple[str, ...] = ()
    _stepping = False

    def validate_value(self, value: str) -> str:
        """Make whatever is typed, pasted or set safe for the terminal, line ends too."""
        return visible(value).translate(_ON_ONE_LINE)

    def watch_value(self, old: str, new: str) -> None:
        """Remember what stood here, a word at a time."""
        if self._stepping or not self.is_mounted:
            return
        if not (self._before and _one_more_letter(old, new)):
            self._before = (*self._before, old)
        self._after = ()

    def action_undo(self) -> None:
        """Take back what was typed last."""
        if self._before:
            self._after = (*self._after, self.value)
            self._step(self._before[-1])
            self._before = self._before[:-1]

    def action_redo(self) -> None:
        """Bring back what was taken back last."""
        if self._after:
            self._before = (*self._before, self.value)
            self._step(self._after[-1])
            self._after = self._after[:-1]

    def _step(self, value: str) -> None:
        self._stepping = True
        self.value = value
        self._stepping = False
        self.cursor_position = len(value)

    def _on_paste(self, event: Paste) -> None:
        # Textual keeps the first of several lines and drops the others.
        event.text = " ".join(event.text.split("\n"))


class ProseEntry(TextArea):
    """Several lines; control characters are made visible as they come in."""

    def edit(self, edit: Edit) -> EditResult:
        """Make whatever is typed or pasted safe for the terminal; line ends are kept as such."""
        edit.text = visible(stored(edit.text))
        return super().edit(edit)


def _one_more_letter(old: str, new: str) -> bool:
    """Tell whether a word goes on."""
    return len(new) == len(old) + 1 and new.startswith(old) and new[-1].isalnum()
