"""Following an import from elsewhere, and stopping it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event
from typing import TypeVar

from edi_tui.domain.errors import EdiError

T = TypeVar("T")


class StoppedError(EdiError):
    """The import was stopped before it was stored."""

    title = "Import stopped"


class Watch:
    """How far an import is; another thread may look at it, and stop it."""

    def __init__(self) -> None:
        """Begin before anything was done."""
        self._stopped = Event()
        self.stage = ""
        """What is being done, for people."""
        self.done = 0
        self.total = 0
        """How many steps the stage has; 0 where nobody knows."""

    @property
    def stopped(self) -> bool:
        """Whether it is to end."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let the import end at its next step, with nothing stored."""
        self._stopped.set()

    def begin(self, stage: str, total: int = 0) -> None:
        """Begin a stage.

        Raises:
            StoppedError: The import was stopped.
        """
        self.stage, self.done, self.total = stage, 0, total
        self.check()

    def over(self, stage: str, items: Sequence[T]) -> Iterator[T]:
        """Give the items of a stage one by one, and count them.

        Raises:
            StoppedError: The import was stopped.
        """
        self.begin(stage, len(items))
        for item in items:
            self.check()
            yield item
            self.done += 1

    def check(self) -> None:
        """Go on, unless the import was stopped.

        Raises:
            StoppedError: It was.
        """
        if self._stopped.is_set():
            raise StoppedError("The import was stopped. Nothing was stored.")
