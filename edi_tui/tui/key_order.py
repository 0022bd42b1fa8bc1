"""Keys acted on one after the other, each where the one before has led."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.events import Key, Paste
from textual.message import Message
from textual.worker import Worker

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

Typed = Key | Paste
_PATIENCE = 0.5
"""Seconds after which a key counts as acted on although nothing has come back from it."""


class KeyDone(Message):
    """A key has come past every widget that could take it.

    It follows the key along the same widgets, so that it cannot overtake it.
    """

    def __init__(self, typed: Typed) -> None:
        """Follow a key."""
        super().__init__()
        self.typed = typed


class KeysFree(Message):
    """What keys had to wait for is there, or has failed."""


class KeyOrder:
    """Keeps what is typed until the program can act on it where the person means it.

    Textual hands a key to the widget that has the focus when it arrives, although the key before
    may still be about to move the focus, open a form or close one. Under load the letters of one
    field would land in another, and those typed ahead of a form would be commands of the list.
    """

    def __init__(self, app: App[None], held: Callable[[Typed], bool]) -> None:
        """Begin with nothing typed.

        Args:
            app: The program.
            held: Tells whether a key waits for something that is being opened or stored.
        """
        self._app = app
        self._held = held
        self._waiting: deque[Typed] = deque()
        self._typed: Typed | None = None
        self._pause: Timer | None = None
        self._opening: set[Worker[Any]] = set()

    @property
    def opening(self) -> bool:
        """Whether an action is at work that keys have to wait for."""
        # A worker that is cancelled before it began never comes to be finished.
        self._opening -= {each for each in self._opening if each.is_cancelled}
        return bool(self._opening)

    @property
    def under_way(self) -> bool:
        """Whether something typed has not been acted on yet."""
        return bool(self._waiting) or self._typed is not None

    def wait_for(self, worker: Worker[Any]) -> None:
        """Let keys wait until a worker is over, or shows a dialog to type into."""
        self._opening.add(worker)

    def instead(self, before: Worker[Any] | None, worker: Worker[Any]) -> None:
        """Let keys that waited for a worker wait for the one that has taken its place."""
        if before in self._opening:
            self.wait_for(worker)

    def over(self, worker: Worker[Any]) -> None:
        """Note that what a worker has brought is shown.

        Its screen tells, whose messages come in order: by the time the word comes round that a
        worker is finished, whatever the worker sent has been acted on, while a worker that says
        of itself that it is finished may have sent what still lies ahead.
        """
        self._opening.discard(worker)
        self._app.post_message(KeysFree())

    def take(self, typed: Typed) -> bool:
        """Keep what was typed where it has to wait, and tell whether it was kept."""
        if not self._waiting and self._typed is None and not self._held(typed):
            return False
        self._waiting.append(typed)
        if self._typed is not None and self._pause is None:
            self._pause = self._app.set_timer(_PATIENCE, self._give_up)
        return True

    def begin(self, typed: Typed) -> None:
        """Note that a key goes on its way."""
        self._typed = typed

    def end(self, typed: Typed) -> None:
        """Note that a key has been acted on."""
        if self._typed is typed:
            self._typed = None
            if self._pause is not None:
                self._pause.stop()
                self._pause = None

    def next(self) -> Typed | None:
        """Return the key whose turn it is, if any."""
        if not self._waiting or self._typed is not None or self._held(self._waiting[0]):
            return None
        return self._waiting.popleft()

    def _give_up(self) -> None:
        if self._typed is not None:
            self.end(self._typed)
        self._app.post_message(KeysFree())
