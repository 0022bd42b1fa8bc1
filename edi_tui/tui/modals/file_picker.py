"""A folder to choose a file from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from edi_tui.domain.due import format_date
from edi_tui.domain.text import shortened
from edi_tui.tui.forms.folder import Entry, entries_of, matching, typed_path
from edi_tui.tui.forms.path_entry import PathEntry
from edi_tui.tui.keys.imports import FILES
from edi_tui.tui.modals.dialog import Dialog
from edi_tui.tui.text import plain
from edi_tui.tui.widgets.key_line import KeyLine

_UP = Entry("..", is_folder=True)


class Files(OptionList, can_focus=False):
    """The files of a folder; the keys are those of the entry above."""

    DEFAULT_CSS = """
    Files {
        height: 1fr;
        margin-top: 1;
        padding: 0;
        border: none;
        background: $surface;
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
        }
    }
    """


class FilePicker(Dialog[Path | None]):
    """Asks for a file: by its place as it is typed, or by going through folders."""

    DEFAULT_CSS = """
    FilePicker {
        #dialog { height: 80%; }
        #path { background: $boost; padding: 0 1; }
        #told { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*FILES]
    AUTO_FOCUS = "#path"

    @dataclass
    class Listed(Message):
        """What is in a folder has arrived, or why it cannot be read."""

        folder: str
        entries: Sequence[Entry]
        problem: str = ""

    def __init__(self, folder: Path, title: str = "Choose a file") -> None:
        """Begin in a folder."""
        super().__init__()
        self._title = title
        self._begin = f"{folder}/"
        self._listed = self.Listed("", ())
        self._shown: list[Entry] = []

    def compose(self) -> ComposeResult:
        """Lay the path over the files."""
        with Vertical(id="dialog") as dialog:
            dialog.border_title = plain(self._title)
            path = PathEntry(self._begin)
            path.id = "path"
            yield path
            yield Files(compact=True)
            yield Static("", id="told")
        yield KeyLine()

    @property
    def path(self) -> Input:
        """The path as far as it is typed."""
        return self.query_one("#path", Input)

    @property
    def files(self) -> Files:
        """The list."""
        return self.query_one(Files)

    def on_mount(self) -> None:
        """List the folder."""
        self.narrow()

    @on(Input.Changed)
    def narrow(self) -> None:
        """List what the path may mean as far as it is typed."""
        folder = typed_path(self.path.value).folder
        if folder == self._listed.folder:
            self._list()
        else:
            self.read(folder)

    @work(thread=True, exclusive=True, group="load")
    def read(self, folder: str) -> None:
        """Read a folder in the background: one on a network may take its time."""
        try:
            listed = self.Listed(folder, entries_of(typed_path(folder).path))
        except (OSError, RuntimeError, ValueError):
            listed = self.Listed(folder, (), "There is no such folder, or it cannot be read.")
        if not get_current_worker().is_cancelled:
            self.post_message(listed)

    @on(Listed)
    def show(self, message: Listed) -> None:
        """List what has arrived."""
        self._listed = message
        self._list()

    def _list(self) -> None:
        typed = typed_path(self.path.value)
        if typed.folder != self._listed.folder:
            return
        found = matching(self._listed.entries, typed.name)
        self._shown = [_UP, *found]
        self.files.clear_options()
        self.files.add_options(Option(_line(one)) for one in self._shown)
        self.files.highlighted = min(1, len(found))
        told = self._listed.problem or ("" if found else "Nothing here goes by that name.")
        self.query_one("#told", Static).update(plain(told))

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        if step > 0:
            self.files.action_cursor_down()
        else:
            self.files.action_cursor_up()

    @on(OptionList.OptionSelected)
    def action_take(self) -> None:
        """Take the file that is typed or under the cursor, or go into the folder."""
        typed, at = typed_path(self.path.value), self.files.highlighted
        whole = next((one for one in self._shown if one.name == typed.name), None)
        chosen = whole or (self._shown[at] if at is not None else None)
        if chosen is None or typed.folder != self._listed.folder:
            return
        if chosen is _UP:
            self._go(f"{typed.path.resolve().parent}/")
        elif chosen.is_folder:
            self._go(f"{typed.folder}{chosen.name}/")
        else:
            self.dismiss(typed.path / chosen.name)

    def _go(self, folder: str) -> None:
        self.path.value = folder.replace("//", "/")
        self.path.cursor_position = len(self.path.value)

    def action_cancel(self) -> None:
        """Choose none."""
        self.dismiss(None)


def _line(one: Entry) -> Content:
    if one is _UP:
        return plain("..  the folder above", "dim")
    if one.is_folder:
        return plain(f"{shortened(one.name, 60)}/", "bold")
    changed = f"  {format_date(one.changed)}" if one.changed else ""
    return Content.assemble(
        plain(shortened(one.name, 60)), plain(f"  {_size(one.size)}{changed}", "dim")
    )


def _size(size: int) -> str:
    for unit, bytes_ in (("MB", 1_000_000), ("kB", 1_000)):
        if size >= bytes_:
            return f"{size / bytes_:,.1f} {unit}"
    return f"{size} bytes"
