"""The list that opens under a field with what may be meant."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from edi_tui.domain.text import shortened
from edi_tui.tui.forms.choices import Choice
from edi_tui.tui.text import plain

_LONGEST = 120


class DropDown(OptionList, can_focus=False):
    """What may be chosen; the keys are those of the entry above, which keeps the focus."""

    DEFAULT_CSS = """
    DropDown {
        display: none;
        overlay: screen;
        constrain: none inside;
        height: auto;
        max-height: 8;
        margin-left: 20;
        padding: 0;
        border: none;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &.-open { display: block; }
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
    }
    """

    def __init__(self) -> None:
        """Begin closed."""
        super().__init__(compact=True)
        self._offered: Sequence[Choice] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return self.has_class("-open")

    @property
    def chosen(self) -> Choice | None:
        """What the cursor is on, where it is shown."""
        at = self.highlighted
        return self._offered[at] if self.is_open and at is not None else None

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show choices with the cursor on the first, or close where there are none."""
        self._offered = choices
        self.set_class(bool(choices), "-open")
        self.clear_options()
        self.add_options(Option(_line(one)) for one in choices)
        self.highlighted = 0 if choices else None


def _line(one: Choice) -> Content:
    return Content.assemble(
        plain(one.ref, "bold"), plain("  "), plain(shortened(one.name, _LONGEST))
    )
