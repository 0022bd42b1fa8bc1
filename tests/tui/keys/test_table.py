"""Every key stands in the table once, and is bound where the table says."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

import edi_tui.tui
from edi_tui.tui.keys.entry import action_name
from edi_tui.tui.keys.own import read_keys
from edi_tui.tui.keys.table import BY_ID, WHERE


def bound() -> Iterator[tuple[type[DOMNode], Binding]]:
    """Return every key that a screen, a widget or the program itself declares."""
    for found in pkgutil.walk_packages(edi_tui.tui.__path__, "edi_tui.tui."):
        for thing in vars(importlib.import_module(found.name)).values():
            if isinstance(thing, type) and thing.__module__ == found.name:
                for binding in thing.__dict__.get("BINDINGS", ()):
                    yield thing, binding


def test_every_key_stands_in_the_table_and_does_something_where_it_is_bound() -> None:
    seen = set()
    for owner, binding in bound():
        assert BY_ID[binding.id or ""].tooltip == binding.tooltip
        assert hasattr(owner, f"action_{action_name(binding.action)}"), (owner, binding.action)
        seen.add(binding.id)
    assert set(BY_ID) - seen == set()


def test_every_key_is_explained_and_none_stands_for_two_things_in_one_place() -> None:
    for where in WHERE:
        for entry in where.keys:
            assert entry.id
            assert entry.description
            assert entry.tooltip[0].isupper()
            assert not entry.tooltip.endswith(".")
            assert BY_ID[entry.id].action == entry.action
    assert read_keys({}) == {}
