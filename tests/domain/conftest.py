"""What every test of the domain starts from."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache

import pytest


@pytest.fixture(autouse=True)
def clean_environment() -> None:
    """Leave the environment as it is, which the domain never reads: nothing in it may."""


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Let no answer that an earlier test kept stand for the code under test."""
    for clear in _clearing(len(sys.modules)):
        clear()


@cache
def _clearing(_loaded: int) -> list[Callable[[], None]]:
    """Return what empties the caches of the domain; there may be others once more is loaded."""
    return [
        kept.cache_clear
        for name, module in list(sys.modules.items())
        if name.startswith("edi_tui.domain.")
        for kept in vars(module).values()
        if hasattr(kept, "cache_clear")
    ]
