"""Reading very much at once without a search for garbage meanwhile."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put the search for garbage off.

    A large register makes a million small records at once, none of them garbage yet; looking
    through them again and again takes a sixth of the time. To freeze and thaw them counts them as
    old, so that they are not all looked through as soon as the search is on again.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
