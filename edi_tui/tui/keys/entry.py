"""One entry of the table of keys, and the words that people know keys by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding
from textual.keys import format_key

_MARKS = re.compile(r"[\\`*_<>|]")
_ESCAPED = r"\\\g<0>"


class Menu(Enum):
    """The menus of the menu bar, each with the key that opens it."""

    REGISTER = "Register", "alt+r"
    RECORD = "Record", "alt+e"
    VIEW = "View", "alt+v"
    GO = "Go", "alt+g"
    HELP = "Help", "alt+h"

    def __init__(self, title: str, key: str) -> None:
        """Keep what the bar shows and the key."""
        self.title = title
        self.key = key


@dataclass(frozen=True)
class Key(Binding):
    """A key of the table: what it does in one verb, in a sentence, and in which menu it stands.

    Its `id` is what a person's own keys in the settings name it by.
    """

    menu: Menu | None = None
    """The menu that offers it; None for what only a key does."""


def key(
    keys: str,
    action: str,
    verb: str,
    tooltip: str,
    *,
    footer: bool = False,
    menu: Menu | None = None,
    priority: bool = False,
    name: str = "",
) -> Key:
    """Declare a key.

    Args:
        keys: The key, or several with commas between them.
        action: What it does, as Textual names actions.
        verb: The same in a word or two.
        tooltip: The same in a sentence without a full stop.
        footer: Whether it stands in the bottom line.
        menu: The menu that offers it.
        priority: Whether it comes before what the widget with the focus makes of it, such as a
            list that would take `enter` for itself and not show it.
        name: Its identifier, where that is not its action.
    """
    return Key(
        keys,
        action,
        verb,
        show=footer,
        priority=priority,
        tooltip=tooltip,
        id=name or action,
        menu=menu,
    )


@dataclass(frozen=True, slots=True)
class Where:
    """Somewhere that keys work."""

    title: str
    keys: Sequence[Key]
    beside: Sequence[Key] = ()
    """The keys of elsewhere that work there too."""
    typing: bool = False
    """Whether people type there, so that no key may be a character."""


def key_words(key: str) -> str:
    """Return a key as people call it, such as `ctrl+z`, `?` or `esc`."""
    *modifiers, last = key.split("+")
    return "+".join([*modifiers, "enter" if last == "enter" else format_key(last)])


def key_in_bold(key: str) -> str:
    """Return what people call a key, bold in Markdown, whatever character it is."""
    return f"**{re.sub(_MARKS, _ESCAPED, key)}**"


def action_name(action: str) -> str:
    """Return an action without its arguments: `list` of `list(-1)`."""
    return action.partition("(")[0]
