"""Where a filter is typed: what it may go on with, and how it was understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from edi_tui.tui.keys.lists import FILTER, FILTER_LINE
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.entry import LineEntry

if TYPE_CHECKING:
    from edi_tui.domain.filters.completion import Completion


class FilterEntry(LineEntry):
    """The line in which a filter is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [*FILTER_LINE]

    class AtEnd(Message):
        """The cursor would go beyond the end."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take every character; Textual does not know which one a slash is."""
        return key == "slash" or super().check_consume_key(key, character)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move right, and tell where there is nothing more to the right."""
        if self.cursor_at_end and not select:
            self.post_message(self.AtEnd())
        super().action_cursor_right(select)


class Proposals(OptionList, can_focus=False):
    """What may stand where the cursor is."""


class FilterBar(Vertical):
    """A filter, its meaning in words, and proposals for what is being typed."""

    DEFAULT_CSS = """
    FilterBar {
        display: none;
        height: auto;
        margin: 0 1 1 1;
        &.-open { display: block; }
        FilterEntry { background: $boost; }
        #meaning { height: auto; max-height: 3; color: $text-muted; padding: 0 1; }
        &.-wrong #meaning { color: $text-error; }
        Proposals {
            display: none;
            overlay: screen;
            constrain: inside;
            width: auto;
            min-width: 24;
            max-width: 60;
            height: auto;
            max-height: 8;
            margin-left: 1;
            border: none;
            padding: 0;
            background: $panel;
        }
        Proposals > .option-list--option-highlighted { background: $primary-muted; color: $text; }
        &.-offering Proposals { display: block; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [*FILTER]

    class Left(Message):
        """The filter is kept as it is: on to the list."""

    def __init__(self) -> None:
        """Begin without a filter."""
        super().__init__()
        self._offered: Sequence[Completion] = ()
        self._offered_for = ""
        """The filter that they go with; they are not for one that has been typed since."""
        self._told: str | None = None

    def compose(self) -> ComposeResult:
        """Lay the line over its meaning; the proposals cover what is below."""
        yield FilterEntry(
            placeholder="words, or field:value such as status:at_risk",
            id="filter",
            compact=True,
            select_on_focus=False,
        )
        yield Static("", id="meaning")
        yield Proposals(markup=False)

    @property
    def entry(self) -> FilterEntry:
        """Where it is typed."""
        return self.query_one(FilterEntry)

    @property
    def value(self) -> str:
        """The filter as it stands."""
        return self.entry.value

    @value.setter
    def value(self, text: str) -> None:
        self.entry.value = text
        self.entry.cursor_position = len(text)
        self.set_class(bool(text), "-open")
        self.offer(())

    @property
    def typed_so_far(self) -> tuple[str, int]:
        """The filter, and where the cursor stands in it."""
        return self.value, self.entry.cursor_position

    @property
    def offering(self) -> bool:
        """Whether there are proposals."""
        return bool(self._offered)

    def open(self) -> None:
        """Begin to type."""
        self.add_class("-open")
        self.entry.focus()

    def tell(self, meaning: str, problem: str = "") -> None:
        """Say how the filter was understood, or what is the matter with it."""
        self.set_class(bool(problem), "-wrong")
        if self._told == (problem or meaning):
            return
        self._told = problem or meaning
        told = self.query_one("#meaning", Static)
        room = told.content_size
        as_before = room.height == 1 and cell_len(self._told) <= room.width
        told.update(plain(self._told), layout=not as_before)
        told.display = bool(self._told)

    def offer(self, completions: Sequence[Completion]) -> None:
        """Propose what may stand where the cursor is, the likeliest first."""
        before, self._offered = self._offered, completions if self.entry.has_focus else ()
        self._offered_for = self.value
        if not self._offered and not before:  # so that nothing is laid out anew for each letter
            return
        shown, names = self.query_one(Proposals), [one.shown for one in self._offered]
        if names != [one.shown for one in before]:
            shown.clear_options()
            shown.add_options(map(plain, names))
        shown.highlighted = 0 if self._offered else None
        self.set_class(self.offering, "-offering")

    @on(Input.Submitted)
    def leave(self, event: Input.Submitted) -> None:
        """Go to the list, keeping the filter."""
        event.stop()
        self.offer(())
        self.post_message(self.Left())

    @on(Input.Blurred)
    def close(self) -> None:
        """Propose nothing where nothing is typed."""
        self.offer(())

    def action_propose(self, step: int) -> None:
        """Go to another proposal; where there are none, down to the list."""
        shown = self.query_one(Proposals)
        if self.offering and step > 0:
            shown.action_cursor_down()
        elif self.offering:
            shown.action_cursor_up()
        elif step > 0:
            self.post_message(self.Left())

    async def action_clear(self) -> None:
        """Do what the key does in the list."""
        await self.screen.run_action("clear")

    def action_accept(self) -> None:
        """Write the proposal where it belongs; where there is none, go on as tab always does."""
        if self.offering:
            self.accept()
        else:
            self.screen.focus_next()

    @on(FilterEntry.AtEnd)
    def accept(self) -> None:
        """Write the proposal where it belongs."""
        place = self.query_one(Proposals).highlighted
        if self.offering and place is not None and self.value == self._offered_for:
            self._write(self._offered[place])

    @on(Proposals.OptionSelected)
    def accept_clicked(self, event: Proposals.OptionSelected) -> None:
        """Write the proposal that is clicked."""
        event.stop()
        self._write(self._offered[event.option_index])
        self.entry.focus()

    def _write(self, completion: Completion) -> None:
        before, after = self.value[: completion.start], self.value[completion.end :]
        self.offer(())
        self.entry.value = f"{before}{completion.text}{after}"
        self.entry.cursor_position = len(before) + len(completion.text)
