"""What every test of the domain starts from."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Let no answer that an earlier test kept stand for the code under test."""
    for name, module in list(sys.modules.items()):
        if name.startswith("edi_tui.domain."):
            for kept in vars(module).values():
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()
