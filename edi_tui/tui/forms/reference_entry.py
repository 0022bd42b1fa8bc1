"""An entry for references to other records, completed as they are typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import BindingType
from textual.events import Blur, Key

from edi_tui.domain.text import one_line, shortened
from edi_tui.tui.forms.choices import Choice, ranked
from edi_tui.tui.forms.drop_down import DropDown
from edi_tui.tui.forms.line_entry import FieldEntry
from edi_tui.tui.keys.forms import REFERENCE

_LONGEST = 90
"""Characters of a chosen record that are shown; its reference comes first."""
_SEPARATOR = re.compile(r"[;,]\s*")


class ReferenceEntry(FieldEntry):
    """Takes a reference, a code or a name, and offers what may be meant in a list below."""

    BINDINGS: ClassVar[list[BindingType]] = [*REFERENCE]

    def __init__(
        self, words: str, choices: Sequence[Choice], below: DropDown, *, many: bool
    ) -> None:
        """Begin with references.

        Args:
            words: The references that stand there to begin with.
            choices: What they may point to.
            below: The list that shows what may be meant.
            many: Whether there may be several, with semicolons between.
        """
        self._choices = choices
        self._below = below
        self._many = many
        singly = () if many else choices
        self._refs = {_shown(one): one.record for one in singly}
        self._shown = {ref: shown for shown, ref in self._refs.items()}
        super().__init__(self._shown.get(words, words), select_on_focus=not many)

    @property
    def words(self) -> str:
        """The references, as they are stored."""
        return self._refs.get(self.value, self.value)

    @property
    def _begun(self) -> str:
        """What is being typed: the last of several."""
        return _SEPARATOR.split(self.value)[-1] if self._many else self.value

    def on_key(self, event: Key) -> None:
        """Offer what may be meant, once the key has changed what stands here."""
        if event.is_printable or event.key in ("backspace", "delete"):
            self.call_later(self.offer)

    def offer(self) -> None:
        """Offer what may be meant by what is being typed."""
        begun = self._begun
        meant = begun.strip() and self.has_focus and self.value not in self._refs
        self._offer(ranked(begun, self._choices) if meant else ())

    def choose(self) -> None:
        """Offer everything, or what may be meant by what is typed already."""
        begun = "" if self.value in self._refs else self._begun
        self._offer(ranked(begun, self._choices))

    def _offer(self, choices: Sequence[Choice]) -> None:
        self._below.offer(choices)
        self.refresh_bindings()

    def accept(self, one: Choice) -> None:
        """Put a record in the place of what is being typed."""
        if self._many:
            before = self.value[: len(self.value) - len(self._begun)]
            self.value = f"{before}{one.ref}; "
        else:
            self.value = _shown(one)
        self.cursor_position = len(self.value)
        self._offer(())

    def take_chosen(self) -> bool:
        """Take what the cursor of the list is on, and tell whether there was anything."""
        if (chosen := self._below.chosen) is None:
            return False
        self.accept(chosen)
        return True

    async def action_submit(self) -> None:
        """Take what the cursor is on, and go on unless more may follow."""
        if not self.take_chosen() or not self._many:
            raise SkipAction

    def action_take(self) -> None:
        """Take what the cursor is on, and leave the key to the form."""
        self.take_chosen()
        raise SkipAction

    def action_move(self, step: int) -> None:
        """Move in the list, which opens first."""
        if not self._below.is_open:
            self.choose()
        elif step > 0:
            self._below.action_cursor_down()
        else:
            self._below.action_cursor_up()

    def action_close(self) -> None:
        """Close the list."""
        self._offer(())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave escape to the form while no list is open, so that the form shows it."""
        return self._below.is_open if action == "close" else True

    def on_blur(self, _: Blur) -> None:
        """Close the list."""
        self._offer(())


def _shown(one: Choice) -> str:
    return shortened(one_line(one.told), _LONGEST)
