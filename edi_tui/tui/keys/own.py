"""A person's own keys, read from their settings and refused where they would not work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from textual.keys import Keys, _character_to_key, key_to_character

from edi_tui.domain.errors import EdiError
from edi_tui.tui.keys.entry import Key, Where, key_words
from edi_tui.tui.keys.table import BY_ID, WHERE

_MODIFIERS = {"ctrl", "alt", "shift", "super", "hyper", "meta"}
_TYPED = {"alt", "shift"}
"""Modifiers with which a letter is typed all the same."""
_NAMED = {known.value for known in Keys if known.value.isalnum()}
"""Keys that have a name and no character, as Textual calls them."""


class KeysError(EdiError):
    """The keys in the settings cannot be used as they are."""

    title = "Keys in the settings"


def read_keys(chosen: Mapping[str, object]) -> dict[str, str]:
    """Return the keys that replace those of the table, by identifier.

    Args:
        chosen: What stands under `[keys]` in the settings.

    Raises:
        KeysError: An entry or a key is not known, a key would be typed, or two would clash.
    """
    keys = {name: _read(name, words) for name, words in chosen.items()}
    for where in WHERE:
        _refuse_typed(where, keys)
        _refuse_clash(where, keys)
    return keys


def _read(name: str, words: object) -> str:
    if name not in BY_ID:
        raise KeysError(f"There is no key called “{name}”{_nearest(name, list(BY_ID))}.")
    if not isinstance(words, str) or not words.strip(" ,"):
        raise KeysError(f'Write the key for “{name}” in quotes, such as {name} = "f5".')
    return ",".join(_key(name, word.strip()) for word in words.split(","))


def _key(name: str, word: str) -> str:
    """Return a key by the name that Textual knows it by."""
    *modifiers, last = word.split("+") if len(word) > 1 else [word]
    known = len(last) == 1 or last in _NAMED or key_to_character(last) is not None
    if not known or set(modifiers) - _MODIFIERS:
        raise KeysError(f"“{word}” for “{name}” is no key{_nearest(word, sorted(_NAMED))}.")
    return "+".join([*modifiers, _character_to_key(last) if len(last) == 1 else last])


def _nearest(word: str, known: Sequence[str]) -> str:
    found = get_close_matches(word, known, 1, 0.5)
    return f"; did you mean “{found[0]}”?" if found else ""


def _keys_of(entry: Key, keys: Mapping[str, str]) -> list[str]:
    return keys.get(entry.id or "", entry.key).split(",")


def _refuse_typed(where: Where, keys: Mapping[str, str]) -> None:
    for entry in where.keys if where.typing else ():
        for key in _keys_of(entry, keys):
            if _types(key):
                raise KeysError(
                    f"“{key_words(key)}” cannot be the key for “{entry.id}”: "
                    "in a form it would be typed. Choose one with ctrl, or f2 to f12."
                )


def _types(key: str) -> bool:
    *modifiers, last = key.split("+")
    return set(modifiers) <= _TYPED and (key_to_character(last) or "\n").isprintable()


def _refuse_clash(where: Where, keys: Mapping[str, str]) -> None:
    taken: dict[str, Key] = {}
    for entry in (*where.keys, *where.beside):
        for key in _keys_of(entry, keys):
            other = taken.setdefault(key, entry)
            if other.id != entry.id:
                raise KeysError(
                    f"“{key_words(key)}” would be the key for both “{other.id}” and “{entry.id}”. "
                    "Choose another for one of them."
                )
