"""An entry for one word of a vocabulary."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.events import Blur, Key
from textual.widgets import Select

from edi_tui.tui.keys.forms import CHOICE


class ChoiceEntry(Select[str], inherit_bindings=False):
    """A choice that the first letters of a word make, and enter leaves as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [*CHOICE]
    _begun = ""

    def __init__(self, labels: list[str], chosen: str) -> None:
        """Offer words.

        Args:
            labels: The words, of which one is always chosen.
            chosen: The one that is chosen to begin with.
        """
        options = [(label, label) for label in labels]
        super().__init__(options, value=chosen, allow_blank=False, classes="entry", compact=True)
        self._labels = labels

    @property
    def words(self) -> str:
        """The word that is chosen."""
        return str(self.value)

    def offer(self, labels: list[str]) -> None:
        """Offer other words, and choose the first unless the chosen one is among them."""
        if labels != self._labels:
            chosen = self.words
            self._labels = labels
            self.set_options((label, label) for label in labels)
            self.value = chosen if chosen in labels else labels[0]

    def choose(self) -> None:
        """Show all words."""
        self.action_show_overlay()

    def on_key(self, event: Key) -> None:
        """Choose the word that begins with what is typed; the same letter again the next one."""
        if self.expanded or event.character is None or not event.is_printable:
            return
        if event.character == " " and not self._begun:
            return
        event.stop()
        event.prevent_default()
        typed = self._begun + event.character.lower()
        found = self._that_begin(typed)
        if not found:
            typed = event.character.lower()
            found = self._that_begin(typed)
        self._begun = typed if found else ""
        if found:
            self.value = found[0]

    def on_blur(self, _: Blur) -> None:
        """Begin anew with the next letter."""
        self._begun = ""

    def _that_begin(self, typed: str) -> list[str]:
        """Return the words that begin so, those below the chosen one first for a single letter."""
        place = self._labels.index(self.words) + 1 if len(typed) == 1 else 0
        in_turn = self._labels[place:] + self._labels[:place]
        return [label for label in in_turn if label.lower().startswith(typed)]
