"""The programs of other people that some tests want."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def tool(*names: str) -> str:
    """Return where a program is, by any of its names."""
    found = filter(None, map(shutil.which, names))
    return next(found, None) or missing(f"{names[0]} is not installed here")


def missing(what: str) -> NoReturn:
    """Skip a test since something is missing that it wants; with CI=1 that fails it."""
    if os.environ.get("CI") == "1":
        pytest.fail(what)
    pytest.skip(what)
